import { Panel } from '@/app/_ui/panel'
import { StatusChip } from '@/app/_ui/status-chip'
import type { Instant } from '@/lib/dates/calendar-date'
import { formatInZone } from '@/lib/dates/format'
import { zoneName } from '@/lib/dates/zones'
import { type AnswerClock, URGENT_HOURS } from '@/lib/interviews/answer-clock'
import type { InterviewDesk } from '@/lib/interviews/desk'
import { minutesUntil } from '@/lib/interviews/time-left'
import { ANSWER_RULE_WORDS, answerClockNote } from '@/lib/interviews/words'
import { InterviewLine } from './interview-line'
import type { ProgramOf } from './program-of'
import { TimeLeft } from './time-left'

/** Invitations without an answer, each with its clock: the person's own first, since they live by it. */
export function WaitingPanel({
  waiting,
  programOf,
  now,
  zone,
}: {
  waiting: InterviewDesk['waiting']
  programOf: ProgramOf
  now: Instant
  zone: string
}) {
  if (waiting.length === 0) return null
  return (
    <Panel
      id="waiting"
      title="Waiting for your answer"
      lead={waiting.some(({ clock }) => clock?.from === 'rule') && ANSWER_RULE_WORDS}
    >
      <ul className="divide-y divide-line">
        {waiting.map(({ interview, clock }) => {
          const program = programOf(interview.programId)
          if (!program) return null
          return (
            <InterviewLine key={interview.id} interview={interview} program={program}>
              {clock ? (
                <AnswerBy clock={clock} programZone={interview.zone} now={now} zone={zone} />
              ) : (
                <p className="mt-1 text-sm text-mute">When it came is not noted, so no clock runs.</p>
              )}
              <p className="mt-1 text-sm text-mute">{offeredWords(interview.slots.length)}</p>
            </InterviewLine>
          )
        })}
      </ul>
    </Panel>
  )
}

function AnswerBy({
  clock,
  programZone,
  now,
  zone,
}: {
  clock: AnswerClock
  programZone: string | null
  now: Instant
  zone: string
}) {
  const minutes = minutesUntil(clock.by, now)
  const note = answerClockNote(clock)
  return (
    <>
      <p className="mt-1.5 flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <StatusChip tone={minutes < 0 ? 'bad' : minutes < URGENT_HOURS * 60 ? 'warn' : 'neutral'}>
          <TimeLeft at={clock.by} now={now} />
        </StatusChip>
        <span>
          by {formatInZone(clock.by, zone)} for you
          {programZone && `, ${formatInZone(clock.by, programZone)} in ${zoneName(programZone)}`}
        </span>
      </p>
      {note && <p className="mt-1 max-w-prose text-sm text-mute">{note}</p>}
    </>
  )
}

function offeredWords(count: number): string {
  if (count === 0) return 'No time of it is entered yet.'
  return count === 1 ? 'One time is offered.' : `${count} times are offered.`
}
