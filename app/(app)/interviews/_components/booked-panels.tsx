import { LinkButton } from '@/app/_ui/link-button'
import { Panel } from '@/app/_ui/panel'
import type { CalendarDate } from '@/lib/dates/calendar-date'
import { formatLongDate, formatRelative } from '@/lib/dates/format'
import { zoneName } from '@/lib/dates/zones'
import { byDay, clockOf, type InterviewDesk } from '@/lib/interviews/desk'
import { BothClocks } from './both-clocks'
import { InterviewLine } from './interview-line'
import type { ProgramOf } from './program-of'

/** The next talk large, and all that are booked by day. */
export function BookedPanels({
  ahead,
  programOf,
  today,
  zone,
}: {
  ahead: InterviewDesk['ahead']
  programOf: ProgramOf
  today: CalendarDate
  zone: string
}) {
  const [next] = ahead
  if (!next) return null
  const { date } = clockOf(next).start
  return (
    <>
      <Panel
        id="next"
        title={`Next: ${programOf(next.interview.programId)?.sponsor}`}
        lead={`${formatLongDate(date)}, ${formatRelative(date, today)}`}
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
      <Panel
        id="days"
        title="By day"
        lead={`On the clock that you will be on; ${zoneName(zone)} is your zone.`}
      >
        <ol className="space-y-6">
          {byDay(ahead).map(({ day, placed }) => (
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
    </>
  )
}
