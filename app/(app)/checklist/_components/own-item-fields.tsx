import { SelectField, TextAreaField, TextField } from '@/app/_ui/field'
import type { ChecklistItem } from '@/lib/checklist/checklist'
import { GROUP_LABELS } from '@/lib/checklist/item-words'
import { CHECKLIST_GROUPS } from '@/lib/checklist/template-item'

/** The fields of an item of one's own, new or stored. */
export function OwnItemFields({
  values,
  others,
}: {
  values?: { title: string; dueOn: string | null; note: string; waitsFor: string | null }
  others: readonly ChecklistItem[]
}) {
  return (
    <>
      <TextField name="title" label="What is to be done" defaultValue={values?.title} maxLength={200} />
      <TextField
        name="dueOn"
        type="date"
        label="By when"
        note="optional"
        defaultValue={values?.dueOn}
        width="medium"
      />
      <SelectField
        name="waitsFor"
        label="Waits for"
        note="optional"
        width="full"
        defaultValue={values?.waitsFor ?? ''}
        options={[
          { value: '', label: 'Nothing' },
          ...CHECKLIST_GROUPS.map((group) => ({
            label: GROUP_LABELS[group],
            options: others
              .filter((item) => item.group === group)
              .map((item) => ({ value: item.id, label: item.title })),
          })).filter(({ options }) => options.length > 0),
        ]}
      />
      <TextAreaField
        name="note"
        label="Note"
        note="optional"
        rows={2}
        maxLength={4000}
        defaultValue={values?.note}
      />
    </>
  )
}
