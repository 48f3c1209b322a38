import Link from 'next/link'
import { LinkButton } from '@/app/_ui/link-button'
import { Panel } from '@/app/_ui/panel'
import { NextItems } from '@/app/(app)/checklist/_components/next-items'
import { TimingVerdict } from '@/app/(app)/exams/_components/timing-verdict'
import { ExamStrip } from '@/app/(app)/home/_components/exam-strip'
import { RibbonFigure } from '@/app/(public)/season/_components/ribbon-figure'
import { datedItems } from '@/lib/checklist/dated-items'
import { checklistSentence } from '@/lib/checklist/sentence'
import { formatDate, formatRelative } from '@/lib/dates/format'
import { coverageOf } from '@/lib/letters/coverage'
import { lettersSentence } from '@/lib/letters/problems'
import { coverageSentences } from '@/lib/letters/words'
import { seasonRibbon } from '@/lib/season/ribbon'
import { step2Sittings } from '@/lib/season/sittings'
import { lettersOf } from '../_read/letters-of'
import { MENTEE_PAGES, type MenteePlaces } from '../_read/mentee-pages'
import type { MenteeView } from '../_read/read-mentee'
import { ListBalance } from './list-balance'
import { NeedsPanel } from './needs-panel'
import { Withheld } from './withheld'

const SHOWN = 5

/** One applicant's cycle on one page, as far as the reader may see it. */
export function Overview({ view, places }: { view: MenteeView; places: MenteePlaces }) {
  const { may, reading, season, today, zone } = view
  const ribbon = seasonRibbon({
    season,
    today,
    zone,
    sittings: step2Sittings(reading.applicant.attempts ?? []),
  })
  return (
    <>
      {view.by !== 'link' && (
        <div className="grid items-start gap-5 xl:grid-cols-2">
          <div className="space-y-5">
            <NeedsPanel view={view} places={places} />
            {places.notesOn?.('question', view.applicantId)}
          </div>
          {view.by === 'mentor' && <News view={view} places={places} />}
        </div>
      )}
      <Panel id="ribbon" title="The season">
        <RibbonFigure ribbon={ribbon} today={today} />
      </Panel>
      {may('exams') ? (
        <>
          <Panel
            id="timing"
            title="Step 2 CK and review day"
            actions={<Open href={places.hrefOf('exams')}>Exams and practice</Open>}
          >
            <TimingVerdict verdict={reading.verdict} isBrief />
          </Panel>
          <ExamStrip marks={reading.marks} />
        </>
      ) : (
        <Withheld view={view} section="exams" title="Exams" />
      )}
      <div className="grid items-start gap-5 xl:grid-cols-2">
        {may('list') ? (
          <ListBalance view={view} href={places.hrefOf('list')} />
        ) : (
          <Withheld view={view} section="list" title="List and fit" />
        )}
        {may('checklist') ? (
          <ChecklistPanel view={view} href={places.hrefOf('checklist')} />
        ) : (
          <Withheld view={view} section="checklist" title="Checklist" />
        )}
        {may('documents') ? (
          <DocumentsPanel view={view} href={places.hrefOf('documents')} />
        ) : (
          <Withheld view={view} section="documents" title="Documents" />
        )}
        {may('interviews') ? (
          <InterviewsPanel view={view} href={places.hrefOf('interviews')} />
        ) : (
          <Withheld view={view} section="interviews" title="Interviews and rank list" />
        )}
      </div>
    </>
  )
}

function Open({ href, children }: { href: string; children: string }) {
  return (
    <LinkButton href={href} isSmall>
      {children}
    </LinkButton>
  )
}

/** What is new since the visit before this one, each one click from where it is read. */
function News({ view, places }: { view: MenteeView; places: MenteePlaces }) {
  const { lookedOn, changed, lastChangeOn, today } = view
  const last =
    lastChangeOn === null
      ? 'Nothing that you may see has been entered yet.'
      : `The last change was ${formatRelative(lastChangeOn, today)}, on ${formatDate(lastChangeOn)}.`
  return (
    <Panel
      id="news"
      title={lookedOn ? `Since you looked on ${formatDate(lookedOn)}` : 'Your first look'}
      lead={lookedOn === null ? last : changed.length === 0 ? `Nothing has changed. ${last}` : undefined}
    >
      {changed.length > 0 && (
        <ul className="divide-y divide-line">
          {changed.map(({ page, words }) => (
            <li key={page} className="flex items-baseline gap-4 py-1.5 first:pt-0 last:pb-0">
              {page && (
                <Link
                  href={places.hrefOf(page)}
                  prefetch={false}
                  className="w-24 flex-none text-accent underline underline-offset-3"
                >
                  {MENTEE_PAGES[page]}
                </Link>
              )}
              <span className="min-w-0 flex-1">{words}</span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}

function ChecklistPanel({ view: { reading }, href }: { view: MenteeView; href: string }) {
  const { checklist, day, today } = reading
  const items = datedItems(checklist).slice(0, SHOWN)
  return (
    <Panel
      id="checklist"
      title="Checklist"
      lead={checklistSentence(checklist, day)}
      actions={<Open href={href}>Checklist</Open>}
    >
      <NextItems items={items} today={today} hrefOf={(id) => `${href}#${id}`} />
    </Panel>
  )
}

/** Letters say the most of how far the documents are; holes in what they say are what a mentor can mend. */
function DocumentsPanel({ view, href }: { view: MenteeView; href: string }) {
  const { letters, problems } = lettersOf(view)
  const hole = letters.length > 0 && coverageSentences(coverageOf(letters), [])[0]
  return (
    <Panel
      id="documents"
      title="Documents"
      lead={lettersSentence(letters, problems)}
      actions={<Open href={href}>Documents</Open>}
    >
      {hole && <p className="max-w-prose">{hole}</p>}
    </Panel>
  )
}

function InterviewsPanel({ view: { interviews, may }, href }: { view: MenteeView; href: string }) {
  const invited = interviews.filter(({ state }) => state === 'invited').length
  const booked = interviews.filter(({ state }) => state === 'scheduled').length
  const held = interviews.filter(({ state }) => state === 'done').length
  const parts = [
    invited > 0 && `${invited} waiting for an answer`,
    booked > 0 && `${booked} booked`,
    held > 0 && `${held} held`,
  ].filter(Boolean)
  return (
    <Panel
      id="interviews"
      title={may('rank') ? 'Interviews and rank list' : 'Interviews'}
      lead={parts.length === 0 ? 'No interview yet.' : `${parts.join(', ')}.`}
      actions={<Open href={href}>Interviews</Open>}
    />
  )
}
