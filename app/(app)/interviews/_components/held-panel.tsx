import { LinkButton } from '@/app/_ui/link-button'
import { Panel } from '@/app/_ui/panel'
import { StatusChip } from '@/app/_ui/status-chip'
import { formatLongDate } from '@/lib/dates/format'
import type { InterviewDesk } from '@/lib/interviews/desk'
import { InterviewLine } from './interview-line'
import type { ProgramOf } from './program-of'

/** Talks that took place, with what is still to write down or to send. */
export function HeldPanel({ held, programOf }: { held: InterviewDesk['held']; programOf: ProgramOf }) {
  if (held.length === 0) return null
  return (
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
        {held.map(({ interview, meeting, needsImpressions, needsThanks }) => {
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
  )
}
