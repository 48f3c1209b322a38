'use client'
import { type ReactNode, useRef } from 'react'
import { describedBy, FieldFrame } from './field-frame'
import { useField } from './form-context'
import { useTypedBefore } from './typed-before'

type CommonProps = {
  name: string
  label: ReactNode
  /** A quiet word after the label, such as "optional". */
  note?: ReactNode
  hint?: ReactNode
  defaultValue?: string | number | null | undefined
  isRequired?: boolean
}

const WIDTHS = {
  narrow: 'basis-24 max-w-32',
  medium: 'basis-48 max-w-72',
  full: 'basis-48 max-w-full',
} as const

/**
 * A one-line field. `unknown` sets a box of equal weight beside it ("not known yet"), which sends `unknown.name=on`;
 * choosing it dims the field, and the server lets it win over a typed value.
 */
export function TextField({
  name,
  label,
  note,
  hint,
  defaultValue,
  isRequired,
  type = 'text',
  width = 'full',
  unknown,
  inputMode,
  autoComplete,
  min,
  max,
  step,
  maxLength,
  placeholder,
  suffix,
  list,
}: CommonProps & {
  type?: 'text' | 'email' | 'password' | 'date' | 'number' | 'search' | 'tel' | 'url' | 'time' | 'month'
  width?: keyof typeof WIDTHS
  unknown?: { name: string; label: string; isDefaultChecked: boolean }
  inputMode?: 'numeric' | 'decimal' | 'email' | 'search' | 'url' | undefined
  autoComplete?: string | undefined
  min?: string | number | undefined
  max?: string | number | undefined
  step?: string | number | undefined
  maxLength?: number | undefined
  placeholder?: string | undefined
  suffix?: string
  list?: string | undefined
}) {
  const field = useField(name)
  const unknownField = useField(unknown?.name ?? `${name}-unknown`)
  const isUnknown = unknownField.typedChoices
    ? unknownField.typedChoices.length > 0
    : unknown?.isDefaultChecked
  const input = (
    <input
      id={field.id}
      name={name}
      type={type}
      className="control"
      defaultValue={field.typedText ?? defaultValue ?? ''}
      aria-invalid={field.errors.length > 0 || undefined}
      aria-describedby={describedBy(field.id, Boolean(hint), field.errors.length > 0)}
      required={isRequired}
      inputMode={inputMode}
      autoComplete={autoComplete}
      min={min}
      max={max}
      step={step}
      maxLength={maxLength}
      placeholder={placeholder}
      list={list}
    />
  )
  return (
    <FieldFrame id={field.id} label={label} note={note} hint={hint} errors={field.errors}>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2 has-[[data-unknown]:checked]:[&_.control]:bg-sunken has-[[data-unknown]:checked]:[&_.control]:text-mute">
        <div className={`${WIDTHS[width]} flex min-w-0 flex-1 items-center gap-2`}>
          {input}
          {suffix && <span className="text-mute">{suffix}</span>}
        </div>
        {unknown && (
          <label className="flex min-h-10 items-center gap-2 rounded-md border border-edge bg-panel px-3 has-checked:border-unknown has-checked:bg-unknown-soft pointer-coarse:min-h-11">
            <input type="checkbox" name={unknown.name} defaultChecked={isUnknown} data-unknown="" />
            {unknown.label}
          </label>
        )}
      </div>
    </FieldFrame>
  )
}

/** Several lines of text. */
export function TextAreaField({
  name,
  label,
  note,
  hint,
  defaultValue,
  isRequired,
  rows = 4,
  maxLength,
}: CommonProps & { rows?: number; maxLength?: number | undefined }) {
  const field = useField(name)
  const element = useRef<HTMLTextAreaElement>(null)
  useTypedBefore(field.id, element)
  return (
    <FieldFrame id={field.id} label={label} note={note} hint={hint} errors={field.errors}>
      <textarea
        ref={element}
        id={field.id}
        name={name}
        rows={rows}
        maxLength={maxLength}
        required={isRequired}
        className="control block"
        defaultValue={field.typedText ?? defaultValue ?? ''}
        aria-invalid={field.errors.length > 0 || undefined}
        aria-describedby={describedBy(field.id, Boolean(hint), field.errors.length > 0)}
      />
    </FieldFrame>
  )
}

export type SelectOption = { value: string; label: string }

/** A native select. The key makes React keep the choice when it resets the form after an action. */
export function SelectField({
  name,
  label,
  note,
  hint,
  defaultValue,
  isRequired,
  options,
  width = 'medium',
}: CommonProps & {
  options: (SelectOption | { label: string; options: SelectOption[] })[]
  width?: keyof typeof WIDTHS
}) {
  const field = useField(name)
  const value = String(field.typedText ?? defaultValue ?? '')
  return (
    <FieldFrame id={field.id} label={label} note={note} hint={hint} errors={field.errors}>
      <div className={WIDTHS[width]}>
        <select
          key={value}
          id={field.id}
          name={name}
          defaultValue={value}
          required={isRequired}
          className="control"
          aria-invalid={field.errors.length > 0 || undefined}
          aria-describedby={describedBy(field.id, Boolean(hint), field.errors.length > 0)}
        >
          {options.map((entry) =>
            'options' in entry ? (
              <optgroup key={entry.label} label={entry.label}>
                {entry.options.map(renderOption)}
              </optgroup>
            ) : (
              renderOption(entry)
            ),
          )}
        </select>
      </div>
    </FieldFrame>
  )
}

function renderOption({ value, label }: SelectOption) {
  return (
    <option key={value} value={value}>
      {label}
    </option>
  )
}
