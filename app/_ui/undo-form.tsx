import { ActionForm } from './action-form'
import { SubmitButton } from './submit-button'

/** The one button of a `ToastLine` that takes back what was just done; `fields` go along with it. */
export function UndoForm({
  action,
  fields,
  label = 'Undo',
  pendingLabel = 'Putting back…',
}: {
  action: Parameters<typeof ActionForm>[0]['action']
  fields: Readonly<Record<string, string>>
  label?: string
  pendingLabel?: string
}) {
  return (
    <ActionForm action={action} className="" aria-label={label}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <SubmitButton kind="secondary" isSmall pendingLabel={pendingLabel}>
        {label}
      </SubmitButton>
    </ActionForm>
  )
}
