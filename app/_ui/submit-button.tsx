'use client'
import { type ReactNode, use } from 'react'
import { useFormStatus } from 'react-dom'
import { type ButtonKind, buttonLook } from './button-look'
import { FormContext } from './form-context'

/**
 * Sends its form. While the answer is awaited it says so and swallows further clicks; it is not `disabled`, which would
 * drop the keyboard's place. Without JavaScript it is an ordinary submit button.
 */
export function SubmitButton({
  kind = 'primary',
  isSmall = false,
  pendingLabel = 'Saving…',
  name,
  value,
  onPress,
  'aria-label': ariaLabel,
  children,
}: {
  kind?: ButtonKind
  isSmall?: boolean
  pendingLabel?: ReactNode
  name?: string
  value?: string
  /** With script this happens in place of sending. */
  onPress?: () => void
  'aria-label'?: string
  children: ReactNode
}) {
  const status = useFormStatus()
  const form = use(FormContext)
  const pending = status.pending || form?.isPending === true
  return (
    <button
      type="submit"
      name={name}
      value={value}
      aria-label={ariaLabel}
      aria-disabled={pending || undefined}
      onClick={(event) => {
        if (pending || onPress) event.preventDefault()
        if (!pending) onPress?.()
      }}
      className={buttonLook(kind, isSmall)}
    >
      {pending ? pendingLabel : children}
    </button>
  )
}
