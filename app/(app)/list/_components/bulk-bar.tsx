'use client'
import { type FormEvent, useEffect, useState } from 'react'
import { ActionForm } from '@/app/_ui/action-form'
import { buttonLook } from '@/app/_ui/button-look'
import { SelectField, TextField } from '@/app/_ui/field'
import { FormContext } from '@/app/_ui/form-context'
import { FormStatus } from '@/app/_ui/form-status'
import { SubmitButton } from '@/app/_ui/submit-button'
import type { ActionState } from '@/lib/errors/action-state'
import { ENTRY_STATUSES, type EntryStatus } from '@/lib/list/status'
import { BULK_FORM } from './choose-box'
import { KeyHelp } from './key-help'
import type { ListLabels } from './list-labels'

export type StatusAction = (previous: ActionState, form: FormData) => Promise<ActionState>

/** Records one status with its day for the programs that are chosen, and takes the last such change back. */
export function BulkBar({
  state,
  send,
  isSending,
  batch,
  undo,
  back,
  formId,
  today,
  labels,
  count,
  areAllChosen,
  onChooseAll,
  onSubmit,
  hidden,
}: {
  state: ActionState
  send: (form: FormData) => void
  isSending: boolean
  /** What the last change can be taken back by; null while there is none. */
  batch: string | null
  undo: StatusAction
  back: string
  formId: string
  today: string
  labels: ListLabels
  count: number
  areAllChosen: boolean
  onChooseAll: (isChosen: boolean) => void
  onSubmit: (form: FormData, status: EntryStatus) => void
  /** Chosen ones whose boxes are not on this page. */
  hidden: readonly string[]
}) {
  const [hasScript, setHasScript] = useState(false)
  useEffect(() => setHasScript(true), [])

  function submit(event: FormEvent<HTMLFormElement>) {
    const form = new FormData(event.currentTarget)
    const status = ENTRY_STATUSES.find((known) => known === form.get('status'))
    // What the server would refuse it says itself; only what it will take is shown at once.
    if (!status || count === 0) return
    event.preventDefault()
    if (isSending) return
    onSubmit(form, status)
  }

  return (
    <div className="bulk-bar no-print mb-4 rounded-lg bg-sunken px-3 py-2.5">
      <FormContext value={{ state, formId: BULK_FORM }}>
        <form id={BULK_FORM} action={send} onSubmit={submit} noValidate className="space-y-2">
          {state.status !== 'done' && <FormStatus />}
          <input type="hidden" name="formId" value={formId} />
          <input type="hidden" name="back" value={back} />
          {hidden.map((id) => (
            <input key={id} type="hidden" name="entry" value={id} />
          ))}
          <div className="flex flex-wrap items-end gap-x-3 gap-y-2">
            <p id="bulk-entry" className="w-full text-sm text-mute sm:w-36">
              {count === 0 ? 'Tick programs to record what happened to them.' : `${count} chosen`}
            </p>
            <SelectField
              name="status"
              label={<span className="text-sm font-normal text-mute">What happened</span>}
              options={[
                { value: '', label: 'Choose' },
                ...ENTRY_STATUSES.map((value) => ({ value, label: labels.status[value]?.label ?? value })),
              ]}
            />
            <TextField
              name="on"
              type="date"
              label={<span className="text-sm font-normal text-mute">On which day</span>}
              defaultValue={today}
              max={today}
              width="medium"
            />
            <SubmitButton kind="secondary">Record it</SubmitButton>
            {hasScript && (
              <button
                type="button"
                className={buttonLook('quiet', false)}
                onClick={() => onChooseAll(!areAllChosen)}
              >
                {areAllChosen ? 'Choose none' : 'Choose all shown'}
              </button>
            )}
            <KeyHelp labels={labels} />
          </div>
        </form>
      </FormContext>
      <div role="status" className="flex flex-wrap items-center gap-x-3 text-sm empty:hidden">
        {isSending && 'Saving…'}
        {!isSending && state.status === 'done' && batch !== null && (
          <LastChange key={batch} message={state.message} batch={batch} undo={undo} />
        )}
      </div>
    </div>
  )
}

function LastChange({ message, batch, undo }: { message: string; batch: string; undo: StatusAction }) {
  const [isBack, setIsBack] = useState(false)
  return (
    <>
      <span className="pt-2">{isBack ? 'Taken back: every status is as it was.' : message}</span>
      {!isBack && (
        <ActionForm
          className="pt-2"
          action={async (previous, form) => {
            const answer = await undo(previous, form)
            if (answer.status === 'done') setIsBack(true)
            return answer
          }}
        >
          <input type="hidden" name="batch" value={batch} />
          <SubmitButton kind="secondary" isSmall pendingLabel="Taking back…">
            Undo
          </SubmitButton>
        </ActionForm>
      )}
    </>
  )
}
