import { SelectField, TextField } from '@/app/_ui/field'
import type { ProgramOption } from './who-panel'

/** A program of the list, or one named in words. */
export function ProgramFields({ programs }: { programs: readonly ProgramOption[] }) {
  return (
    <>
      {programs.length > 0 && (
        <SelectField
          name="entryId"
          label="Program of your list"
          width="full"
          options={[{ value: '', label: 'Not on my list: named below' }, ...programs]}
        />
      )}
      <TextField
        name="name"
        label={programs.length > 0 ? 'Or its name' : 'Program'}
        note={programs.length > 0 ? 'if it is not on your list' : undefined}
        maxLength={200}
      />
    </>
  )
}
