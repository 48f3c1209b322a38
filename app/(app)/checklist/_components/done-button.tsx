import { ActionForm } from '@/app/_ui/action-form'
import { FormStatus } from '@/app/_ui/form-status'
import { SubmitButton } from '@/app/_ui/submit-button'
import { doneAction } from '../actions'

/** Ticks an item, or takes the tick back: the same place, the same weight. */
export function DoneButton({
  itemId,
  title,
  isDone,
  back,
}: {
  itemId: string
  title: string
  isDone: boolean
  back: string
}) {
  return (
    // One form for both ways, so that the keyboard stays on the button when its word turns.
    <ActionForm action={doneAction} className="" hasOwnStatus>
      <FormStatus isDoneShown={false} />
      <input type="hidden" name="itemId" value={itemId} />
      <input type="hidden" name="done" value={isDone ? 'no' : 'yes'} />
      <input type="hidden" name="back" value={back} />
      <SubmitButton
        kind={isDone ? 'quiet' : 'secondary'}
        isSmall
        aria-label={`${isDone ? 'Undo' : 'Mark done'}: ${title}`}
      >
        {isDone ? 'Undo' : 'Mark done'}
      </SubmitButton>
    </ActionForm>
  )
}
