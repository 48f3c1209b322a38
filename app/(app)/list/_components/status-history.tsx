import { ActionForm } from '@/app/_ui/action-form'
import { Disclosure } from '@/app/_ui/disclosure'
import { SelectField, TextField } from '@/app/_ui/field'
import { Sign } from '@/app/_ui/sign'
import { SubmitButton } from '@/app/_ui/submit-button'
import type { CalendarDate } from '@/lib/dates/calendar-date'
import { formatDate } from '@/lib/dates/format'
import type { ListEntryDetail, StatusChange } from '@/lib/list/entry'
import { nextStatuses } from '@/lib/list/next-statuses'
import type { EntryStatus } from '@/lib/list/status'
import { type StatusWarning, statusWarningWords } from '@/lib/list/status-warnings'
import { STATUS_WORDS } from '@/lib/list/status-words'
import { addStatusChangeAction, correctStatusDateAction, removeStatusChangeAction } from '../actions'

const option = (status: EntryStatus) => ({ value: status, label: STATUS_WORDS[status].label })

/** What happened to the application, newest first, and the form for what has happened now. */
export function StatusHistory({
  entry,
  addedOn,
  today,
  formId,
  warnings,
}: {
  entry: ListEntryDetail
  addedOn: CalendarDate
  today: CalendarDate
  formId: string
  /** What can hardly be true in the history; nothing of it is refused. */
  warnings: readonly StatusWarning[]
}) {
  const { usual, other } = nextStatuses(entry.status)
  return (
    <>
      <ol className="mb-5 space-y-2">
        {entry.history.map((change) => (
          <HistoryItem
            key={change.id}
            change={change}
            entryId={entry.id}
            today={today}
            warnings={warnings.filter(({ changeId }) => changeId === change.id)}
          />
        ))}
        <li className="text-sm text-mute">On your list since {formatDate(addedOn)}</li>
      </ol>
      <ActionForm action={addStatusChangeAction} id="status-form" className="space-y-3">
        <input type="hidden" name="entryId" value={entry.id} />
        <input type="hidden" name="formId" value={formId} />
        <SelectField
          name="status"
          label="What happened"
          width="full"
          defaultValue={usual[0]}
          options={[
            { label: 'Usually next', options: usual.map(option) },
            { label: 'Anything else', options: other.map(option) },
          ]}
        />
        <TextField
          name="on"
          type="date"
          label="On which day"
          defaultValue={today}
          max={today}
          width="medium"
        />
        <TextField name="note" label="In a few words" note="optional" maxLength={500} />
        <SubmitButton kind="secondary">Record it</SubmitButton>
      </ActionForm>
    </>
  )
}

function HistoryItem({
  change,
  entryId,
  today,
  warnings,
}: {
  change: StatusChange
  entryId: string
  today: CalendarDate
  warnings: readonly StatusWarning[]
}) {
  return (
    <li>
      <p>
        <span className="font-medium">{STATUS_WORDS[change.status].label}</span>{' '}
        <span className="text-mute">{formatDate(change.on)}</span>
      </p>
      {change.note && <p className="text-sm">{change.note}</p>}
      {warnings.map((warning) => (
        <p key={warning.code} className="flex gap-2 text-sm">
          <Sign tone="warn" className="mt-0.5 size-3.5" />
          <span>
            <span className="sr-only">Take care: </span>
            {statusWarningWords(warning)}
          </span>
        </p>
      ))}
      <div className="text-sm">
        <Disclosure summary={<span className="text-sm font-normal">Was this a mistake?</span>}>
          <ActionForm
            action={correctStatusDateAction}
            id={`date-${change.id}`}
            className="mb-3 flex flex-wrap items-end gap-2"
          >
            <input type="hidden" name="entryId" value={entryId} />
            <input type="hidden" name="changeId" value={change.id} />
            <input type="hidden" name="seen" value={change.on} />
            <TextField
              name="on"
              type="date"
              label={<span className="text-sm font-normal">It was on</span>}
              defaultValue={change.on}
              max={today}
              width="medium"
            />
            <SubmitButton kind="secondary" isSmall>
              Correct the day
            </SubmitButton>
          </ActionForm>
          <ActionForm action={removeStatusChangeAction} className="">
            <input type="hidden" name="entryId" value={entryId} />
            <input type="hidden" name="changeId" value={change.id} />
            <SubmitButton kind="danger" isSmall pendingLabel="Taking it out…">
              Take it out of the history
            </SubmitButton>
          </ActionForm>
        </Disclosure>
      </div>
    </li>
  )
}
