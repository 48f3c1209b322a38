import type { ReactNode } from 'react'
import { Sign } from './sign'

export function FieldHint({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p id={id} className="text-sm text-mute">
      {children}
    </p>
  )
}

export function FieldErrors({ id, errors }: { id: string; errors: string[] }) {
  if (errors.length === 0) return null
  return (
    <div id={id} className="space-y-0.5 text-sm font-medium text-bad">
      {errors.map((text) => (
        <p key={text} className="flex gap-1.5">
          <Sign tone="bad" className="mt-0.5 size-3.5" />
          {text}
        </p>
      ))}
    </div>
  )
}

/** The ids for aria-describedby, or undefined when there is nothing to say. */
export function describedBy(id: string, hasHint: boolean, hasError: boolean): string | undefined {
  return [hasHint && `${id}-hint`, hasError && `${id}-error`].filter(Boolean).join(' ') || undefined
}

/** Label, hint, control and error, in the order in which they are read. */
export function FieldFrame({
  id,
  label,
  note,
  hint,
  errors,
  children,
}: {
  id: string
  label: ReactNode
  note?: ReactNode
  hint?: ReactNode
  errors: string[]
  children: ReactNode
}) {
  return (
    <div className="space-y-1.5" data-invalid={errors.length > 0 || undefined}>
      <label htmlFor={id} className="block font-medium">
        {label} {note && <span className="ml-2 text-sm font-normal text-mute">{note}</span>}
      </label>
      {hint && <FieldHint id={`${id}-hint`}>{hint}</FieldHint>}
      {children}
      <FieldErrors id={`${id}-error`} errors={errors} />
    </div>
  )
}
