'use client'
import type { ReactNode } from 'react'
import { useFormStatus } from 'react-dom'
import { type ButtonKind, buttonLook } from './button-look'

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
  'aria-label': ariaLabel,
  children,
}: {
  kind?: ButtonKind
  isSmall?: boolean
  pendingLabel?: ReactNode
  name?: string
  value?: string
  'aria-label'?: string
  children: ReactNode
}) {
  const { pending } = useFormStatus()
  return (
    <button
      type="submit"
      name={name}
      value={value}
      aria-label={ariaLabel}
      aria-disabled={pending || undefined}
      onClick={(event) => {
        if (pending) event.preventDefault()
      }}
      className={buttonLook(kind, isSmall)}
    >
      {pending ? pendingLabel : children}
    </button>
  )
}
