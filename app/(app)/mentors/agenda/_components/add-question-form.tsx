import { ActionForm } from '@/app/_ui/action-form'
import { TextAreaField } from '@/app/_ui/field'
import { SubmitButton } from '@/app/_ui/submit-button'
import type { NotePartner } from '@/db/queries/notes'
import { MOST } from '@/lib/notes/note'
import { addQuestionAction } from '../actions'
import { MentorField } from './mentor-field'

export function AddQuestionForm({
  formId,
  mentors,
  chosenId,
}: {
  formId: string
  mentors: readonly NotePartner[]
  chosenId: string | null
}) {
  const [only] = mentors
  return (
    <ActionForm
      id="add-question"
      action={addQuestionAction}
      className="space-y-4"
      aria-label="Add a question"
    >
      <input type="hidden" name="formId" value={formId} />
      <TextAreaField
        name="question"
        label="What you want to ask"
        hint="One thing, so that it can be answered in a minute or two."
        rows={2}
        maxLength={MOST.question}
      />
      <MentorField
        mentors={mentors}
        mentorId={chosenId ?? (mentors.length === 1 && only ? only.mentorId : null)}
      />
      <SubmitButton pendingLabel="Adding…">Add question</SubmitButton>
    </ActionForm>
  )
}
