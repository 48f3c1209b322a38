import { ActionForm } from '@/app/_ui/action-form'
import { FormDisclosure } from '@/app/_ui/form-disclosure'
import { SubmitButton } from '@/app/_ui/submit-button'
import type { ChecklistItem } from '@/lib/checklist/checklist'
import { addOwnItemAction } from '../actions'
import { OwnItemFields } from './own-item-fields'

/** Adds an item of the person's own. */
export function OwnItemForm({ formId, others }: { formId: string; others: readonly ChecklistItem[] }) {
  return (
    <ActionForm action={addOwnItemAction} id="add-own" aria-label="Add an item of your own">
      <FormDisclosure summary="Add an item">
        <input type="hidden" name="formId" value={formId} />
        <OwnItemFields others={others} />
        <SubmitButton>Add it</SubmitButton>
      </FormDisclosure>
    </ActionForm>
  )
}
