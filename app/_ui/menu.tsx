import { type ReactNode, useId } from 'react'
import { type ButtonKind, buttonLook } from './button-look'

/** A short list of actions behind a button: a native popover, so it opens, closes and returns the focus without script. */
export function Menu({
  label,
  kind = 'secondary',
  isSmall = false,
  children,
}: {
  label: ReactNode
  kind?: ButtonKind
  isSmall?: boolean
  children: ReactNode
}) {
  const id = useId()
  return (
    <>
      <button type="button" popoverTarget={id} className={buttonLook(kind, isSmall)}>
        {label}
      </button>
      <div id={id} popover="auto" className="menu">
        {children}
      </div>
    </>
  )
}
