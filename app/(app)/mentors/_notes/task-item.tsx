import { ActionForm } from '@/app/_ui/action-form'
import { TextField } from '@/app/_ui/field'
import { FormDisclosure } from '@/app/_ui/form-disclosure'
import { StatusChip } from '@/app/_ui/status-chip'
import { SubmitButton } from '@/app/_ui/submit-button'
import { OWN_PREFIX } from '@/lib/checklist/checklist'
import { placeOf } from '@/lib/checklist/item-words'
import { formatDate } from '@/lib/dates/format'
import { MOST, type SuggestedTask } from '@/lib/notes/note'
import { TASK_STATE_WORDS } from '@/lib/notes/words'
import { acceptTaskAction, declineTaskAction, withdrawTaskAction } from '../note-actions'
import type { NotesPlace } from './about'
import { HiddenFields } from './hidden-fields'

const TONES = { suggested: 'warn', accepted: 'good', declined: 'neutral', withdrawn: 'neutral' } as const

/** One suggested task: the applicant takes it or not, the mentor may withdraw it until then. */
export function TaskItem({
  place,
  task,
  by,
  mayWithdraw,
}: {
  place: NotesPlace
  task: SuggestedTask
  by: string
  mayWithdraw: boolean
}) {
  const { side } = place.notes
  const isOpen = task.state === 'suggested'
  const isByReader = side === 'mentor' && !place.isPreview
  return (
    <li className="space-y-2 rounded-lg bg-sunken px-4 py-3">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="font-medium">{task.title}</span>
        <StatusChip tone={TONES[task.state]}>{TASK_STATE_WORDS[task.state]}</StatusChip>
      </p>
      <p className="text-sm text-mute">
        A task from {isByReader ? 'you' : by}
        {task.dueOn && `, by ${formatDate(task.dueOn)}`}
        {task.itemId && side === 'applicant' && (
          <>
            {' · '}
            <a href={placeOf(`${OWN_PREFIX}${task.itemId}`)}>Open it on the checklist</a>
          </>
        )}
      </p>
      {task.note && <p className="text-sm break-words whitespace-pre-line">{task.note}</p>}
      {task.reason && <p className="text-sm text-mute">Declined: {task.reason}</p>}
      {isOpen && side === 'applicant' && (
        <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
          <ActionForm action={acceptTaskAction} className="" aria-label={`Accept: ${task.title}`}>
            <HiddenFields place={place} />
            <input type="hidden" name="taskId" value={task.id} />
            <SubmitButton kind="secondary" isSmall pendingLabel="Accepting…">
              Put it on my checklist
            </SubmitButton>
          </ActionForm>
          <ActionForm action={declineTaskAction} className="min-w-0" aria-label={`Decline: ${task.title}`}>
            <HiddenFields place={place} />
            <input type="hidden" name="taskId" value={task.id} />
            <FormDisclosure summary={<span className="text-sm font-normal">Decline</span>}>
              <TextField name="reason" label="Why not" note="optional" maxLength={MOST.reason} />
              <SubmitButton kind="secondary" isSmall pendingLabel="Declining…">
                Decline it
              </SubmitButton>
            </FormDisclosure>
          </ActionForm>
        </div>
      )}
      {isOpen && side === 'mentor' && mayWithdraw && (
        <ActionForm action={withdrawTaskAction} className="" aria-label={`Withdraw: ${task.title}`}>
          <HiddenFields place={place} />
          <input type="hidden" name="taskId" value={task.id} />
          <SubmitButton kind="quiet" isSmall pendingLabel="Withdrawing…">
            Withdraw
          </SubmitButton>
        </ActionForm>
      )}
    </li>
  )
}
