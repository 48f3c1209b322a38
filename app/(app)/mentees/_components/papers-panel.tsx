import { Panel } from '@/app/_ui/panel'
import { StatusChip } from '@/app/_ui/status-chip'
import { CertificationStrip } from '@/app/(app)/documents/papers/_components/certification-strip'
import { PAPER_TONES } from '@/app/(app)/documents/papers/_components/paper-tones'
import { dueWords } from '@/lib/checklist/item-words'
import { seesWhole } from '@/lib/mentors/mentee'
import { certificationParts } from '@/lib/papers/certification'
import type { PaperTrack } from '@/lib/papers/paper'
import { paperProblems } from '@/lib/papers/problems'
import { type PaperRead, readPapers } from '@/lib/papers/state'
import { holdsUpWords, PAPER_STATE_WORDS, papersSentence, whereWords } from '@/lib/papers/words'
import type { MenteeView } from '../_read/read-mentee'

/**
 * Where each paper lies and since when. Whether one is done is ticked in the checklist, the profile and the exams: who does
 * not see all of these is told where papers wait and not how they stand.
 */
export function PapersPanel({ view, tracks }: { view: MenteeView; tracks: readonly PaperTrack[] }) {
  const { checklist, applicant, sight, today } = view.reading
  const papers = readPapers(checklist, tracks)
  if (!seesWhole(sight) || !view.may('checklist')) return <Whereabouts papers={papers} />
  const asked = papers.filter(({ state }) => state !== 'not_for_you' && state !== 'not_needed')
  const done = asked.filter(({ state }) => state === 'done')
  const problems = paperProblems(papers, { applicant, seasonYear: view.season.year, today })
  return (
    <Panel id="papers" title="ECFMG and other papers" lead={`${papersSentence(papers, problems)}`}>
      <CertificationStrip parts={certificationParts(checklist, applicant)} isMine={false} />
      <ul className="mt-3 divide-y divide-line">
        {asked
          .filter(({ state }) => state !== 'done')
          .map((paper) => (
            <PaperLine key={paper.paper.key} read={paper} />
          ))}
      </ul>
      {done.length > 0 && (
        <p className="mt-3 max-w-prose text-sm text-mute">
          Done: {done.map(({ paper }) => paper.label).join('; ')}.
        </p>
      )}
    </Panel>
  )
}

/** Only what the documents themselves say: with whom a paper lies. */
function Whereabouts({ papers }: { papers: readonly PaperRead[] }) {
  const recorded = papers.filter(({ holder }) => holder !== null)
  return (
    <Panel
      id="papers"
      title="ECFMG and other papers"
      lead={
        recorded.length === 0
          ? 'Nobody is named with whom a paper waits.'
          : 'With whom each paper was last recorded.'
      }
    >
      {recorded.length > 0 && (
        <ul className="mb-3 divide-y divide-line">
          {recorded.map((read) => (
            <li key={read.paper.key} className="py-2 first:pt-0">
              <span className="font-medium">{read.paper.label}</span>{' '}
              <span className="text-mute">{whereWords(read)}</span>
            </li>
          ))}
        </ul>
      )}
      <p className="max-w-prose text-sm text-mute">
        Which of them are done is ticked in the profile, the exams and the checklist. You do not see all of
        these, so it is not said here.
      </p>
    </Panel>
  )
}

function PaperLine({ read }: { read: PaperRead }) {
  const { paper, item, state, waitsFor } = read
  const words = [whereWords(read), dueWords(item)].filter(Boolean).join('; ')
  return (
    <li className="py-2">
      <p className="flex flex-wrap items-baseline gap-x-2.5 gap-y-1">
        <span className="font-medium">{paper.label}</span>
        <StatusChip tone={PAPER_TONES[state]}>{PAPER_STATE_WORDS[state]}</StatusChip>
      </p>
      <p className="text-sm text-mute">
        {words.charAt(0).toUpperCase() + words.slice(1)}.{' '}
        {waitsFor.length > 0 && `Waits for ${waitsFor.map((title) => `“${title}”`).join(', ')}. `}
        {holdsUpWords(read)}
      </p>
    </li>
  )
}
