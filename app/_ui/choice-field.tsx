'use client'
import type { ReactNode } from 'react'
import { describedBy, FieldErrors, FieldHint } from './field-frame'
import { useField } from './form-context'

export type Choice = { value: string; label: ReactNode; hint?: ReactNode; isUnknown?: boolean }

const CHOICE_LOOK =
  'flex min-h-10 items-start gap-2.5 rounded-md border border-edge bg-panel px-3 py-2 pointer-coarse:min-h-11 has-focus-visible:border-accent'
const CHOSEN = 'has-checked:border-accent has-checked:bg-accent-soft'
const CHOSEN_UNKNOWN = 'has-checked:border-unknown has-checked:bg-unknown-soft'

type GroupProps = {
  name: string
  legend: ReactNode
  note?: ReactNode
  hint?: ReactNode
  choices: Choice[]
  /** `row` for short words, `column` where choices carry hints. */
  layout?: 'row' | 'column'
}

/** Choices that are seldom taken, folded away within the same group. */
type MoreChoices = { summary: ReactNode; choices: readonly Choice[] }

/**
 * One of several. Put "not known yet" among the choices with `isUnknown`: it has the same size and weight as the others,
 * because unknown is an answer here and not an omission.
 */
export function RadioGroupField({
  defaultValue,
  ...group
}: GroupProps & { defaultValue?: string | null | undefined }) {
  const { typedText } = useField(group.name)
  return <ChoiceGroup {...group} type="radio" chosen={[typedText ?? defaultValue ?? '']} />
}

/** Any of several, sent as a repeated field. */
export function CheckboxGroupField({
  defaultValues = [],
  ...group
}: GroupProps & { defaultValues?: readonly string[]; more?: MoreChoices | undefined }) {
  const { typedChoices } = useField(group.name)
  return <ChoiceGroup {...group} type="checkbox" chosen={typedChoices ?? defaultValues} />
}

function ChoiceGroup({
  name,
  legend,
  note,
  hint,
  choices,
  layout = 'row',
  type,
  chosen,
  more,
}: GroupProps & {
  type: 'radio' | 'checkbox'
  chosen: readonly string[]
  more?: MoreChoices | undefined
}) {
  const { id, errors } = useField(name)
  const grid = layout === 'row' ? 'flex flex-wrap gap-2' : 'grid gap-2'
  const choiceLabel = (choice: Choice, ownId?: string) => (
    <label key={choice.value} className={`${CHOICE_LOOK} ${choice.isUnknown ? CHOSEN_UNKNOWN : CHOSEN}`}>
      <input
        type={type}
        id={ownId}
        name={name}
        value={choice.value}
        defaultChecked={chosen.includes(choice.value)}
        aria-invalid={(type === 'checkbox' && errors.length > 0) || undefined}
        className="mt-1"
      />
      <span className="min-w-0">
        {choice.label}
        {choice.hint && <span className="block text-sm text-mute">{choice.hint}</span>}
      </span>
    </label>
  )
  return (
    <fieldset
      // Radios themselves may not be marked invalid; their group may.
      role={type === 'radio' ? 'radiogroup' : undefined}
      aria-invalid={(type === 'radio' && errors.length > 0) || undefined}
      className="min-w-0 space-y-1.5"
      data-invalid={errors.length > 0 || undefined}
      aria-describedby={describedBy(id, Boolean(hint), errors.length > 0)}
    >
      <legend className="font-medium">
        {legend} {note && <span className="ml-2 text-sm font-normal text-mute">{note}</span>}
      </legend>
      {hint && <FieldHint id={`${id}-hint`}>{hint}</FieldHint>}
      {/* The first choice carries the field's id: an error summary's link then lands on something that takes focus. */}
      <div className={grid}>
        {choices.map((choice, index) => choiceLabel(choice, index === 0 ? id : undefined))}
      </div>
      {more && more.choices.length > 0 && (
        <details>
          <summary className="inline-flex min-h-9 items-center font-medium text-accent hover:text-accent-strong">
            {more.summary}
          </summary>
          <div className={`${grid} pt-2`}>{more.choices.map((choice) => choiceLabel(choice))}</div>
        </details>
      )}
      <FieldErrors id={`${id}-error`} errors={errors} />
    </fieldset>
  )
}

/** A single yes, such as an agreement; sends `name=on`. For a question with an unknown answer use a radio group. */
export function CheckboxField({
  name,
  label,
  hint,
  isDefaultChecked = false,
}: {
  name: string
  label: ReactNode
  hint?: ReactNode
  isDefaultChecked?: boolean
}) {
  const { id, errors, typedChoices } = useField(name)
  return (
    <div className="space-y-1" data-invalid={errors.length > 0 || undefined}>
      <label className="flex items-start gap-2.5 py-1">
        <input
          type="checkbox"
          id={id}
          name={name}
          defaultChecked={typedChoices ? typedChoices.length > 0 : isDefaultChecked}
          aria-invalid={errors.length > 0 || undefined}
          aria-describedby={describedBy(id, Boolean(hint), errors.length > 0)}
          className="mt-1"
        />
        <span>{label}</span>
      </label>
      {hint && <FieldHint id={`${id}-hint`}>{hint}</FieldHint>}
      <FieldErrors id={`${id}-error`} errors={errors} />
    </div>
  )
}
