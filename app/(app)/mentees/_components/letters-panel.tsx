import { Disclosure } from '@/app/_ui/disclosure'
import { Panel } from '@/app/_ui/panel'
import { StatusChip } from '@/app/_ui/status-chip'
import { CoverageTable } from '@/app/(app)/documents/letters/_components/coverage-table'
import { ProgramTable } from '@/app/(app)/documents/letters/_components/program-table'
import { StageStrip } from '@/app/(app)/documents/letters/_components/stage-strip'
import { formatDate } from '@/lib/dates/format'
import { citation } from '@/lib/fit/criteria'
import { nextAsk } from '@/lib/letters/asking'
import { coverageOf, overUse } from '@/lib/letters/coverage'
import { LETTER_STAGES, type TrackedLetter } from '@/lib/letters/letter'
import { letterProblemWords, lettersSentence } from '@/lib/letters/problems'
import { isFromBefore } from '@/lib/letters/season'
import { DATED_STAGES } from '@/lib/letters/stages'
import {
  COVERAGE_TOPIC_SHORT,
  coverageSentences,
  KNOWLEDGE_LABELS,
  letterName,
  WAIVER_LABELS,
} from '@/lib/letters/words'
import { LETTER_AUTHOR_LABELS, LETTER_STATE_LABELS } from '@/lib/profile/words'
import { lettersOf } from '../_read/letters-of'
import type { MenteePlaces } from '../_read/mentee-pages'
import type { MenteeView } from '../_read/read-mentee'

const MANY_NAMES = 4

/**
 * Who writes, how far each letter is, what they say together and which programs read them: the applicant's own reading of
 * their letters, without what would change one. Programs are spoken of where the whole list is seen.
 */
export function LettersPanel({ view, places }: { view: MenteeView; places: MenteePlaces }) {
  const { letters, seesPrograms, programs, needBy, problems } = lettersOf(view)
  const { today } = view.reading
  const coverage = coverageOf(letters)
  const bare = programs.filter(
    ({ entryId }) =>
      !letters.some(({ assignments }) => assignments.some((place) => place.entryId === entryId)),
  )
  return (
    <Panel id="letters" title="Letters" lead={lettersSentence(letters, problems)}>
      {letters.length > 0 && (
        <div className="space-y-4">
          {problems.length > 1 && (
            <ul className="max-w-prose list-disc space-y-1 pl-5">
              {problems.map((problem) => {
                const { code, names } = problem
                const { text, detail } = letterProblemWords(problem)
                return (
                  <li key={code}>
                    {text}
                    {/* Of many letters the names stand below, each with its sign. */}
                    {detail && names.length < MANY_NAMES && <span className="text-mute">: {detail}</span>}
                  </li>
                )
              })}
            </ul>
          )}
          <div>
            <h3 className="font-semibold">What they say together</h3>
            <ul className="mt-1 max-w-prose list-disc space-y-1 pl-5">
              {coverageSentences(coverage, overUse(coverage)).map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
            <p className="mt-1 text-sm text-mute">Article: {citation(['A5', 'E5', 'B7'])}</p>
            <Disclosure summary="Topic by topic, by letter">
              <CoverageTable letters={letters} coverage={coverage} isMine={false} />
            </Disclosure>
            {programs.length > 0 && (
              <Disclosure summary={programsWords(bare.length, programs.length)}>
                <ProgramTable letters={letters} programs={programs} isMine={false} />
              </Disclosure>
            )}
          </div>
          <ul className="divide-y divide-line border-t border-line">
            {letters.map((letter) => (
              <LetterLine
                key={letter.id}
                letter={letter}
                askOn={nextAsk(letter, needBy)?.on ?? null}
                seesPrograms={seesPrograms}
                today={today}
              >
                {places.notesOn?.('letter', letter.id)}
              </LetterLine>
            ))}
          </ul>
        </div>
      )}
    </Panel>
  )
}

function LetterLine({
  letter,
  askOn,
  seesPrograms,
  today,
  children,
}: {
  letter: TrackedLetter
  askOn: string | null
  seesPrograms: boolean
  today: string
  children: React.ReactNode
}) {
  const { id, writer, author, state, topics, knowledge, waiver, assignments } = letter
  const said = [
    knowledge && KNOWLEDGE_LABELS[knowledge],
    waiver && WAIVER_LABELS[waiver],
    seesPrograms &&
      assignments.length > 0 &&
      `For ${assignments.length} ${assignments.length === 1 ? 'program' : 'programs'}`,
  ].filter(Boolean)
  return (
    <li id={id} className="scroll-mt-4 space-y-1 py-3">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="font-medium">{letterName(letter)}</span>
        {writer && <span className="text-mute">{LETTER_AUTHOR_LABELS[author]}</span>}
        <StatusChip tone={state === 'in_hand' ? 'good' : 'neutral'}>{LETTER_STATE_LABELS[state]}</StatusChip>
        {isFromBefore(letter) && <StatusChip tone="unknown">from an earlier season</StatusChip>}
        {askOn !== null && askOn <= today && <StatusChip tone="warn">ask again</StatusChip>}
      </p>
      <StageStrip letter={letter} stages={seesPrograms ? LETTER_STAGES : DATED_STAGES} />
      <p className="text-sm text-mute">
        {topics.length === 0
          ? 'What it speaks of is not said'
          : `Speaks of ${topics.map((topic) => COVERAGE_TOPIC_SHORT[topic].toLowerCase()).join(', ')}`}
        {said.length > 0 && `. ${said.join('. ')}`}
        {askOn !== null && askOn > today && `. To be asked again on ${formatDate(askOn)}`}.
      </p>
      {children}
    </li>
  )
}

function programsWords(bare: number, all: number): string {
  if (bare === 0) return 'Each program has at least one letter: see which'
  return `${bare} of ${all} ${all === 1 ? 'program has' : 'programs have'} no letter yet: see which`
}
