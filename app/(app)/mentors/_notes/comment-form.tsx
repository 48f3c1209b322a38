import { randomUUID } from 'node:crypto'
import { ActionForm } from '@/app/_ui/action-form'
import { TextAreaField } from '@/app/_ui/field'
import { SubmitButton } from '@/app/_ui/submit-button'
import { MOST } from '@/lib/notes/note'
import type { NoteTarget } from '@/lib/notes/target'
import { addCommentAction } from '../note-actions'
import type { NotesPlace } from './about'
import { HiddenFields } from './hidden-fields'

/** The fields that say something about a thing to one mentor, or as the mentor. */
export function CommentForm({
  place,
  target,
  mentorId,
  label,
}: {
  place: NotesPlace
  target: NoteTarget
  mentorId: string
  label: string
}) {
  return (
    <ActionForm action={addCommentAction} className="max-w-2xl space-y-3" aria-label={label}>
      <HiddenFields place={place} target={target} />
      <input type="hidden" name="mentorId" value={mentorId} />
      <input type="hidden" name="formId" value={randomUUID()} />
      <TextAreaField name="body" label={label} rows={3} maxLength={MOST.comment} />
      <SubmitButton kind="secondary" pendingLabel="Sending…">
        Send
      </SubmitButton>
    </ActionForm>
  )
}
