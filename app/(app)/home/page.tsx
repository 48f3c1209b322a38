import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getViewer } from '@/app/_server/auth'
import { readDeskAnd } from '@/app/_server/desk'
import { LinkButton } from '@/app/_ui/link-button'
import { PageHeader } from '@/app/_ui/page-header'
import { Panel } from '@/app/_ui/panel'
import { RibbonFigure } from '@/app/(public)/season/_components/ribbon-figure'
import { withOwnScope } from '@/db/access'
import { hasMentees } from '@/db/queries/mentees'
import { dayOne } from '@/lib/checklist/day-one'
import { movedDates, movedItems } from '@/lib/checklist/season-dates'
import { checklistSentence } from '@/lib/checklist/sentence'
import { today as todayIn } from '@/lib/dates/instant'
import { createEvaluator } from '@/lib/fit/evaluate'
import { FIT_POLICY } from '@/lib/fit/policy'
import { examMarks, namedProblems } from '@/lib/home'
import { now } from '@/lib/io/clock'
import { letterCounts } from '@/lib/letters/counts'
import { neededBy } from '@/lib/letters/needed-by'
import { lettersToAsk } from '@/lib/letters/problems'
import { paperProblems } from '@/lib/papers/problems'
import { readPapers } from '@/lib/papers/state'
import { EMPTY_APPLICANT } from '@/lib/profile/empty-applicant'
import { nextPressing } from '@/lib/reminders/open'
import { nextEvents } from '@/lib/season/events'
import { fellowshipDates } from '@/lib/season/fellowship'
import { PHASE_LABELS, seasonPhase, seasonPurpose } from '@/lib/season/phase'
import { seasonRibbon } from '@/lib/season/ribbon'
import { step2Sittings } from '@/lib/season/sittings'
import { soapEligibility } from '@/lib/soap/desk'
import { stepAfterResult } from '@/lib/soap/next-step'
import { soapWeek, unfilledListEnds } from '@/lib/soap/week'
import { TIMING_TARGETS, timingVerdict } from '@/lib/timing/verdict'
import { furtherTimingSentence } from '@/lib/timing/words'
import { MovedNotice } from '../checklist/_components/moved-notice'
import { TimingVerdict } from '../exams/_components/timing-verdict'
import { MailTrouble } from '../reminders/_components/mail-trouble'
import { OpenReminders } from '../reminders/_components/open-reminders'
import { AfterResult } from './_components/after-result'
import { ExamStrip } from './_components/exam-strip'
import { FromMentors } from './_components/from-mentors'
import { ListHealth } from './_components/list-health'
import { NextDate } from './_components/next-date'
import { NextSteps } from './_components/next-steps'
import { Problems } from './_components/problems'
import { RecentChanges } from './_components/recent-changes'
import { Start } from './_components/start'
import { interviewProblems, readNear, remindersOf } from './near'

export const metadata: Metadata = { title: 'Home' }

export default async function HomePage() {
  const viewer = await getViewer()
  const { desk, also: near } = await readDeskAnd(viewer, readNear)
  const { basis, checklist, input, letters, visit } = desk
  const { season, today, zone, programs, person } = basis
  // A mentor without a cycle of their own comes for the mentees, and is not asked to begin one.
  if (viewer && person?.cycle == null && (await withOwnScope(viewer, hasMentees))) redirect('/mentees')
  if (near?.soap?.isPaused) {
    const step = stepAfterResult({
      state: soapEligibility(near.soap.standing).state,
      phase: soapWeek(season, now().toISOString()).phase,
      outcome: near.soap.outcome,
      today,
      unfilledUntil: unfilledListEnds(season),
    })
    return <AfterResult step={step} year={season.year} />
  }
  const applicant = person?.applicant ?? EMPTY_APPLICANT
  const entries = person?.entries ?? []
  const attempts = applicant.attempts ?? []

  const evaluate = createEvaluator({ applicant, season, policy: FIT_POLICY, today })
  const byId = new Map(programs.map((program) => [program.id, program]))
  const listed = entries.flatMap((entry) => {
    const program = byId.get(entry.programId)
    return program ? [{ entry, program, ledger: evaluate(program, entry.appliedOn) }] : []
  })
  const ledgers = listed.map(({ ledger }) => ledger)
  const calendars = checklist.facts.calendars.map(({ calendar }) => calendar)
  // The review that counts first: the Main Match's where the list has any of it, and each other below it.
  const verdicts = TIMING_TARGETS.filter((target) => calendars.includes(target)).map((target) =>
    timingVerdict({ season, today, attempts, examOn: null, zone, target }),
  )
  const [verdict = timingVerdict({ season, today, attempts, examOn: null, zone }), ...otherVerdicts] =
    verdicts
  const day = dayOne(checklist)
  const blockers = day?.blockers ?? []
  // What the checklist names with its last possible day is not named twice.
  const isBlocking = (one: string) => blockers.some(({ id }) => id === one)
  const problems = namedProblems({
    applicant,
    ledgers,
    verdict,
    documents: {
      unassigned: entries.length === 0 ? 0 : letterCounts(letters).unassigned,
      toAsk: lettersToAsk(letters, neededBy(checklist), today).length,
      papers: paperProblems(readPapers(checklist, desk.paperTracks), {
        applicant,
        seasonYear: season.year,
        today,
      }).filter(({ paper }) => !isBlocking(paper.item.id)).length,
    },
    ...(near && { interviews: interviewProblems(near, desk) }),
  }).filter(
    ({ code }) =>
      (code !== 'exam_date_misses_review' || !isBlocking('step2ck')) &&
      (code !== 'letters_unassigned' || !isBlocking('letters_assigned')),
  )
  const moved = visit ? movedDates(visit.seenDates, season) : []
  const ribbon = seasonRibbon({ season, today, zone, sittings: step2Sittings(attempts), calendars })
  const at = now().toISOString()
  // The fellowship cycles are dates of two-year programs alone, and only of those that are open to the person.
  const hasFellowship = calendars.some((calendar) => calendar !== 'main')
  const reminders = near ? remindersOf(near, desk) : []
  const upcoming = nextEvents(season, at, season.events.length)
    .filter((event) => hasFellowship || !event.key.startsWith('eras_fellowship'))
    .slice(0, 3)
  const isNew = applicant.attempts === null && entries.length === 0 && applicant.visa.need === null

  return (
    <>
      <PageHeader
        title={`Season ${season.year}`}
        lead={`${seasonPurpose(season)}. ${PHASE_LABELS[seasonPhase(season, today)]}.`}
      />
      <div className="space-y-5">
        {visit && moved.length > 0 && (
          <MovedNotice moved={moved} items={movedItems(visit.seenDates, input)} back="/home" />
        )}
        {isNew && <Start />}
        {near && <MailTrouble health={near.health} now={at} zone={zone} />}
        {/* One order for eye, ear and thumb: the next date, what stands in its way, what to do, what is near. Two columns
            of even height on a wide screen, whatever is long today. */}
        <div className="space-y-5 xl:columns-2 xl:gap-5 xl:*:break-inside-avoid">
          <NextDate
            pressing={nextPressing(reminders, upcoming[0]?.on ?? null, zone)}
            events={upcoming}
            today={today}
            now={at}
            zone={zone}
          />
          <Problems problems={problems} blockers={blockers} />
          <NextSteps checklist={checklist} sentence={checklistSentence(checklist, day)} />
          {near && <FromMentors read={near.fromMentors} zone={zone} />}
          <OpenReminders reminders={reminders} today={today} zone={zone} />
          <ExamStrip marks={examMarks(applicant, today)} />
        </div>
        <Panel
          id="ribbon"
          title="The season"
          lead={fellowshipDates(season, calendars)}
          actions={
            <LinkButton href="/season" isSmall>
              Whole calendar
            </LinkButton>
          }
        >
          <RibbonFigure ribbon={ribbon} today={today} />
        </Panel>
        <Panel
          id="timing"
          title="Step 2 CK and review day"
          actions={
            <LinkButton href="/exams" isSmall>
              Exams and dates
            </LinkButton>
          }
        >
          <TimingVerdict verdict={verdict} isBrief />
          {otherVerdicts.length > 0 && (
            <ul className="mt-3 max-w-prose list-disc space-y-1 pl-5">
              {otherVerdicts.map((other) => (
                <li key={other.target}>{furtherTimingSentence(other, verdict)}</li>
              ))}
            </ul>
          )}
        </Panel>
        <ListHealth ledgers={ledgers} />
        <RecentChanges
          listed={listed}
          checklist={checklist}
          today={today}
          lastVisitOn={visit?.previousAt ? todayIn(visit.previousAt, zone) : null}
        />
      </div>
    </>
  )
}
