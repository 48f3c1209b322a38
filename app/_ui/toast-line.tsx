import type { ReactNode } from 'react'
import { SaidLine } from './said-line'
import { Sign } from './sign'

/**
 * One line that says what has just been done, drawn by the server after a redirect (`?done=…`). `undo` is a slot for a
 * form with one button, so that taking it back needs no script either.
 */
export function ToastLine({ message, undo }: { message: ReactNode; undo?: ReactNode }) {
  return (
    <div
      role="status"
      className="no-print mb-5 flex flex-wrap items-center gap-x-4 gap-y-1.5 rounded-lg bg-good-soft px-4 py-2.5"
    >
      <SaidLine>
        <Sign tone="good" className="size-4" />
        {message}
      </SaidLine>
      {undo}
    </div>
  )
}
