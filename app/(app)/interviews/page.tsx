import type { Metadata } from 'next'
import { readInterviewBasis } from '@/app/_server/interview-basis'
import { EmptyState } from '@/app/_ui/empty-state'
import { LinkButton } from '@/app/_ui/link-button'
import { Notice } from '@/app/_ui/notice'
import { PageHeader } from '@/app/_ui/page-header'
import { Panel } from '@/app/_ui/panel'
import { Sign } from '@/app/_ui/sign'
import { StatusChip } from '@/app/_ui/status-chip'
import { withOwnScope } from '@/db/access'
import { listWaitingThreads } from '@/db/queries/waiting-notes'
import { formatInZone, formatLongDate, formatRelative } from '@/lib/dates/format'
import { zoneName } from '@/lib/dates/zones'
import { URGENT_HOURS } from '@/lib/interviews/answer-clock'
import { byDay, clockOf, interviewDesk } from '@/lib/interviews/desk'
import { minutesUntil } from '@/lib/interviews/time-left'
import { ANSWER_RULE_WORDS, answerClockNote, clashWords } from '@/lib/interviews/words'
import { ownHref } from '@/lib/notes/target'
import { waitingMark, waitingOn } from '@/lib/notes/waiting'
import { BothClocks } from './_components/both-clocks'
import { InterviewLine } from './_components/interview-line'
import { TimeLeft } from './_components/time-left'

export const metadata: Metadata = { title: 'Interviews' }

export default async function InterviewsPage() {
  const { viewer, interviews, programOf, zone, now, today, person } = await readInterviewBasis()
  const waiting = viewer && interviews.length > 0 ? await withOwnScope(viewer, listWaitingThreads) : []
  const desk = interviewDesk(interviews, {
    viewerZone: zone,
    now,
    stateOf: (programId) => programOf(programId)?.state ?? null,
  })
  const nameOf = (interviewId: string) => {
    const programId = interviews.find(({ id }) => id === interviewId)?.programId ?? ''
    return programOf(programId)?.sponsor ?? 'an interview'
  }
  const [next] = desk.ahead
  const problems = [
    ...desk.clashes.map((clash) => ({
      key: `${clash.first.interviewId}-${clash.second.interviewId}`,
      text: clashWords(clash, [nameOf(clash.first.interviewId), nameOf(clash.second.interviewId)]),
      href: `/interviews/${clash.second.interviewId}`,
      isGrave: clash.kind === 'overlap',
    })),
    ...desk.unsaid.map(({ interview }) => ({
      key: interview.id,
      text: `${nameOf(interview.id)} is over: record that it took place, and how it was while you remember.`,
      href: `/interviews/${interview.id}`,
      isGrave: false,
    })),
    ...interviews.flatMap(({ id }) => {
      const found = waitingOn(waiting, { kind: 'interview', id })
      if (!found) return []
      const text = `${nameOf(id)}: ${waitingMark(found)}.`
      return [{ key: found.threadId, text, href: ownHref(found.target), isGrave: false }]
    }),
  ]
  const isEmpty = interviews.length === 0
  return (
    <>
      <PageHeader
        title="Interviews"
        lead={leadOf(desk, isEmpty)}
        actions={
          (person?.entries.length ?? 0) > 0 && (
            <LinkButton href="/interviews/new" kind="primary">
              An invitation came
            </LinkButton>
          )
        }
      />
      {isEmpty ? (
        <EmptyState
          title="No interview yet"
          action={
            (person?.entries.length ?? 0) > 0 ? (
              <LinkButton href="/interviews/new">Enter an invitation</LinkButton>
            ) : (
              <LinkButton href="/programs">Browse the catalogue</LinkButton>
            )
          }
        >
          When an invitation comes, paste the mail here. Locus reads the times it offers, shows each on the
          program’s clock and on yours, runs the clock for your answer, and marks what overlaps. Interviews
          belong to programs on your list.
        </EmptyState>
      ) : (
        <div className="space-y-5">
          {problems.length > 0 && (
            <Panel id="problems" title="To look at">
              <ul className="space-y-2">
                {problems.map((problem) => (
                  <li key={problem.key} className="flex max-w-prose gap-2.5">
                    <Sign tone={problem.isGrave ? 'bad' : 'warn'} className="mt-1.5 size-3.5" />
                    <a href={problem.href}>{problem.text}</a>
                  </li>
                ))}
              </ul>
            </Panel>
          )}
          {desk.waiting.length > 0 && (
            <Panel
              id="waiting"
              title="Waiting for your answer"
              lead={desk.waiting.some(({ clock }) => clock?.from === 'rule') && ANSWER_RULE_WORDS}
            >
              <ul className="divide-y divide-line">
                {desk.waiting.map(({ interview, clock }) => {
                  const program = programOf(interview.programId)
                  if (!program) return null
                  const minutes = clock ? minutesUntil(clock.by, now) : null
                  return (
                    <InterviewLine key={interview.id} interview={interview} program={program}>
                      {clock && minutes !== null ? (
                        <>
                          <p className="mt-1.5 flex flex-wrap items-baseline gap-x-3 gap-y-1">
                            <StatusChip
                              tone={minutes < 0 ? 'bad' : minutes < URGENT_HOURS * 60 ? 'warn' : 'neutral'}
                            >
                              <TimeLeft at={clock.by} now={now} />
                            </StatusChip>
                            <span>
                              by{' '}
                              {interview.zone &&
                                `${formatInZone(clock.by, interview.zone)} in ${zoneName(interview.zone)}, `}
                              {formatInZone(clock.by, zone)} for you
                            </span>
                          </p>
                          {answerClockNote(clock) && (
                            <p className="mt-1 max-w-prose text-sm text-mute">{answerClockNote(clock)}</p>
                          )}
                        </>
                      ) : (
                        <p className="mt-1 text-sm text-mute">When it came is not noted, so no clock runs.</p>
                      )}
                      <p className="mt-1 text-sm text-mute">{offeredWords(interview.slots.length)}</p>
                    </InterviewLine>
                  )
                })}
              </ul>
            </Panel>
          )}
          {next && (
            <Panel
              id="next"
              title={`Next: ${programOf(next.interview.programId)?.sponsor}`}
              lead={`${formatLongDate(clockOf(next).start.date)}, ${formatRelative(clockOf(next).start.date, today)}`}
              actions={
                <>
                  <LinkButton href={`/interviews/${next.interview.id}`} isSmall>
                    Prepare
                  </LinkButton>
                  <LinkButton href={`/interviews/${next.interview.id}/day`} isSmall>
                    Day sheet
                  </LinkButton>
                </>
              }
            >
              <BothClocks meeting={next.meeting} isLarge />
            </Panel>
          )}
          {desk.ahead.length > 0 && (
            <Panel
              id="days"
              title="By day"
              lead={`On the clock that you will be on; ${zoneName(zone)} is your zone.`}
            >
              <ol className="space-y-6">
                {byDay(desk.ahead).map(({ day, placed }) => (
                  <li key={day} className="grid gap-x-6 gap-y-2 md:grid-cols-[9rem_minmax(0,1fr)]">
                    <h3 className="font-medium text-mute">{formatLongDate(day)}</h3>
                    <ul className="divide-y divide-line">
                      {placed.map(({ interview, meeting }) => {
                        const program = programOf(interview.programId)
                        return (
                          program && (
                            <InterviewLine
                              key={interview.id}
                              interview={interview}
                              program={program}
                              meeting={meeting}
                            />
                          )
                        )
                      })}
                    </ul>
                  </li>
                ))}
              </ol>
            </Panel>
          )}
          {desk.waitlisted.length > 0 && (
            <Panel
              id="waitlist"
              title="On a waiting list"
              lead="A place may open with a day's notice. Keep your calendar here true, so that you can answer at once."
            >
              <ul className="divide-y divide-line">
                {desk.waitlisted.map((interview) => {
                  const program = programOf(interview.programId)
                  return (
                    program && <InterviewLine key={interview.id} interview={interview} program={program} />
                  )
                })}
              </ul>
            </Panel>
          )}
          {desk.held.length > 0 && (
            <Panel
              id="held"
              title="Interviewed"
              lead="What you noted here begins your rank list."
              actions={
                <LinkButton href="/rank" isSmall>
                  Rank list
                </LinkButton>
              }
            >
              <ul className="divide-y divide-line">
                {desk.held.map(({ interview, meeting, needsImpressions, needsThanks }) => {
                  const program = programOf(interview.programId)
                  if (!program) return null
                  return (
                    <InterviewLine key={interview.id} interview={interview} program={program}>
                      <p className="mt-1 text-sm text-mute">{formatLongDate(meeting.there.start.date)}</p>
                      <p className="mt-1.5 flex flex-wrap gap-2">
                        {needsImpressions ? (
                          <StatusChip tone="warn">Impressions missing</StatusChip>
                        ) : (
                          <StatusChip tone="good">Impressions noted</StatusChip>
                        )}
                        {needsThanks && <StatusChip tone="neutral">Thank-you open</StatusChip>}
                      </p>
                    </InterviewLine>
                  )
                })}
              </ul>
            </Panel>
          )}
          {desk.declined.length > 0 && (
            <Panel id="declined" title="Declined">
              <ul className="divide-y divide-line">
                {desk.declined.map((interview) => {
                  const program = programOf(interview.programId)
                  return (
                    program && <InterviewLine key={interview.id} interview={interview} program={program} />
                  )
                })}
              </ul>
            </Panel>
          )}
          <Notice word="Never to be asked">
            Programs may not ask where else you applied or how you will rank (NRMP, Match Participation
            Agreement). You owe no answer; “I am looking at several programs” is enough.
          </Notice>
        </div>
      )}
    </>
  )
}

function offeredWords(count: number): string {
  if (count === 0) return 'No time of it is entered yet.'
  return count === 1 ? 'One time is offered.' : `${count} times are offered.`
}

function leadOf(desk: ReturnType<typeof interviewDesk>, isEmpty: boolean): string {
  if (isEmpty) return 'Each on the program’s clock and on yours, right over every change of the clocks.'
  const parts = [
    desk.waiting.length > 0 &&
      `${desk.waiting.length} ${desk.waiting.length === 1 ? 'invitation waits' : 'invitations wait'} for your answer`,
    desk.ahead.length > 0 && `${desk.ahead.length} booked ahead`,
    desk.held.length > 0 && `${desk.held.length} held`,
    desk.clashes.length > 0 &&
      `${desk.clashes.length} ${desk.clashes.length === 1 ? 'clash' : 'clashes'} to mend`,
  ].filter((part) => part !== false)
  return parts.length === 0 ? 'Nothing is booked.' : `${parts.join(', ')}.`
}
