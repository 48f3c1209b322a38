import { randomUUID } from 'node:crypto'
import { ActionForm } from '@/app/_ui/action-form'
import { TextAreaField, TextField } from '@/app/_ui/field'
import { FormDisclosure } from '@/app/_ui/form-disclosure'
import { SubmitButton } from '@/app/_ui/submit-button'
import { MOST } from '@/lib/notes/note'
import type { NoteTarget } from '@/lib/notes/target'
import { suggestTaskAction } from '../note-actions'
import type { NotesPlace } from './about'
import { HiddenFields } from './hidden-fields'

/** As the mentor: something to do, which lands on the checklist when the applicant takes it. */
export function SuggestTaskForm({ place, target }: { place: NotesPlace; target: NoteTarget }) {
  return (
    <ActionForm
      action={suggestTaskAction}
      className="max-w-2xl has-[[open]]:basis-full"
      aria-label="Suggest a task"
    >
      <HiddenFields place={place} target={target} />
      <input type="hidden" name="formId" value={randomUUID()} />
      <FormDisclosure summary={<span className="text-sm font-normal">Suggest a task</span>}>
        <TextField
          name="title"
          label="What to do"
          hint="It goes on the checklist when it is accepted."
          maxLength={MOST.taskTitle}
        />
        <TextField name="dueOn" type="date" label="By" note="optional" width="medium" />
        <TextAreaField name="note" label="Why, or how" note="optional" rows={2} maxLength={MOST.taskNote} />
        <SubmitButton kind="secondary" pendingLabel="Suggesting…">
          Suggest
        </SubmitButton>
      </FormDisclosure>
    </ActionForm>
  )
}
