import { randomUUID } from 'node:crypto'
import type { ReactNode } from 'react'
import { ActionForm } from '@/app/_ui/action-form'
import { TextAreaField } from '@/app/_ui/field'
import { FormDisclosure } from '@/app/_ui/form-disclosure'
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
  fold = null,
}: {
  place: NotesPlace
  target: NoteTarget
  mentorId: string
  label: string
  /** The one line behind which the fields wait; they open by themselves when the form was refused. */
  fold?: ReactNode
}) {
  const fields = (
    <>
      <TextAreaField name="body" label={label} rows={3} maxLength={MOST.comment} />
      <SubmitButton kind="secondary" pendingLabel="Sending…">
        Send
      </SubmitButton>
    </>
  )
  return (
    <ActionForm
      action={addCommentAction}
      className={`max-w-2xl space-y-3 ${fold === null ? 'basis-full' : 'has-[[open]]:basis-full'}`}
      aria-label={label}
    >
      <HiddenFields place={place} target={target} />
      <input type="hidden" name="mentorId" value={mentorId} />
      <input type="hidden" name="formId" value={randomUUID()} />
      {fold === null ? fields : <FormDisclosure summary={fold}>{fields}</FormDisclosure>}
    </ActionForm>
  )
}
