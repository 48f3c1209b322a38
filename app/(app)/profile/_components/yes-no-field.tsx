import type { ReactNode } from 'react'
import { RadioGroupField } from '@/app/_ui/choice-field'
import { NOT_SAID } from '@/lib/profile/words'

/** Yes, no, or not said: three answers of one size. */
export function YesNoField({
  name,
  legend,
  hint,
  value,
}: {
  name: string
  legend: ReactNode
  hint?: ReactNode
  value: boolean | null
}) {
  return (
    <RadioGroupField
      name={name}
      legend={legend}
      hint={hint}
      defaultValue={value === null ? '' : value ? 'yes' : 'no'}
      choices={[
        { value: '', label: NOT_SAID, isUnknown: true },
        { value: 'yes', label: 'Yes' },
        { value: 'no', label: 'No' },
      ]}
    />
  )
}
