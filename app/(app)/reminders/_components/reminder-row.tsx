import Link from 'next/link'
import { ActionForm } from '@/app/_ui/action-form'
import { TextField } from '@/app/_ui/field'
import { FormDisclosure } from '@/app/_ui/form-disclosure'
import { LinkButton } from '@/app/_ui/link-button'
import { StatusChip } from '@/app/_ui/status-chip'
import { SubmitButton } from '@/app/_ui/submit-button'
import { addDays, type CalendarDate } from '@/lib/dates/calendar-date'
import { formatDate, formatRelative } from '@/lib/dates/format'
import { dayOf } from '@/lib/reminders/dated-thing'
import type { OpenReminder } from '@/lib/reminders/open'
import { ladderWords, whenWords } from '@/lib/reminders/words'
import { doneAction, saveThingLadderAction, snoozeAction, takeUpAction } from '../actions'

const PUT_OFFS = [
  { days: 1, label: 'Tomorrow' },
  { days: 3, label: 'In 3 days' },
  { days: 7, label: 'In a week' },
]

/** One dated thing: what and when, put off or done, its own days, a file for a calendar. */
export function ReminderRow({
  reminder,
  ladder,
  today,
  zone,
}: {
  reminder: OpenReminder
  /** The person's own days before a date. */
  ladder: readonly number[]
  today: CalendarDate
  zone: string
}) {
  const { thing, setting, isSnoozed } = reminder
  const steps = setting.steps ?? ladder
  const isSilent = setting.isDone || isSnoozed
  // Nothing is put off past its own day.
  const putOffs = PUT_OFFS.filter(({ days }) => days < reminder.daysLeft)
  const fields = (
    <>
      <input type="hidden" name="kind" value={thing.kind} />
      <input type="hidden" name="id" value={thing.id} />
    </>
  )
  return (
    <li className="py-3 first:pt-0 last:pb-0">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <div className="min-w-0 flex-[1_1_18rem]">
          <p className="font-medium">
            <Link href={thing.href} prefetch={false}>
              {thing.title}
            </Link>{' '}
            {thing.isProjected && <StatusChip tone="unknown">Projected</StatusChip>}
          </p>
          <p className="text-sm text-mute">
            <span className="font-medium text-ink">{formatRelative(dayOf(thing, zone), today)}</span>
            {' · '}
            {whenWords(thing, zone)}
            {isSnoozed && setting.snoozedUntil ? `. Put off until ${formatDate(setting.snoozedUntil)}` : ''}
            {setting.steps && `. Said ${ladderWords(setting.steps)}`}
          </p>
        </div>
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          {isSilent ? (
            <ActionForm action={takeUpAction} className="" aria-label={`Take up again: ${thing.title}`}>
              {fields}
              <SubmitButton kind="secondary" isSmall aria-label={`Take up again: ${thing.title}`}>
                Take up again
              </SubmitButton>
            </ActionForm>
          ) : (
            <>
              {putOffs.length > 0 && (
                <ActionForm
                  action={snoozeAction}
                  className="flex flex-wrap items-center"
                  aria-label={`Put off: ${thing.title}`}
                >
                  {fields}
                  <span className="text-sm text-mute">Put off:</span>
                  {putOffs.map(({ days, label }) => (
                    <SubmitButton
                      key={days}
                      kind="quiet"
                      isSmall
                      name="until"
                      value={addDays(today, days)}
                      aria-label={`Put off, ${label.toLowerCase()}: ${thing.title}`}
                    >
                      {label}
                    </SubmitButton>
                  ))}
                </ActionForm>
              )}
              <ActionForm action={doneAction} className="" aria-label={`Done: ${thing.title}`}>
                {fields}
                <SubmitButton kind="secondary" isSmall aria-label={`Done: ${thing.title}`}>
                  Done
                </SubmitButton>
              </ActionForm>
            </>
          )}
        </div>
      </div>
      <ActionForm
        action={saveThingLadderAction}
        className="max-w-2xl space-y-3"
        aria-label={`Days before: ${thing.title}`}
      >
        {fields}
        <FormDisclosure summary={<span className="text-sm">Its own days, or a calendar file</span>}>
          <div className="flex flex-wrap items-end gap-3">
            <TextField
              name="steps"
              label="Days before"
              hint="Empty: never reminded of this one."
              defaultValue={steps.join(', ')}
              width="medium"
            />
            <SubmitButton kind="secondary" isSmall>
              Save
            </SubmitButton>
            {setting.steps && (
              <SubmitButton kind="quiet" isSmall name="follow" value="on">
                As the others
              </SubmitButton>
            )}
          </div>
          <LinkButton
            href={`/reminders/calendar?${new URLSearchParams({ kind: thing.kind, id: thing.id })}`}
            isDownload
            isSmall
          >
            Calendar file (.ics)
          </LinkButton>
        </FormDisclosure>
      </ActionForm>
    </li>
  )
}
