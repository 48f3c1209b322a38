import type { ComponentProps } from 'react'
import { type ButtonKind, buttonLook } from './button-look'

/** A plain button: opens a popover or dialog, resets, steps. A button that sends a form is a SubmitButton. */
export function Button({
  kind = 'secondary',
  isSmall = false,
  ...rest
}: Omit<ComponentProps<'button'>, 'className'> & { kind?: ButtonKind; isSmall?: boolean }) {
  return <button type="button" {...rest} className={buttonLook(kind, isSmall)} />
}
