'use client'
import { type ReactNode, useId, useRef } from 'react'
import { type ButtonKind, buttonLook } from './button-look'

/**
 * A native modal dialog. `href` is the page that does the same without JavaScript: the trigger is a link to it, and only
 * a plain click with script opens the dialog instead.
 */
export function Dialog({
  trigger,
  href,
  title,
  kind = 'secondary',
  isSmall = false,
  children,
}: {
  trigger: ReactNode
  href: string
  title: string
  kind?: ButtonKind
  isSmall?: boolean
  children: ReactNode
}) {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  return (
    <>
      <a
        href={href}
        className={buttonLook(kind, isSmall)}
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
          event.preventDefault()
          dialog.current?.showModal()
        }}
      >
        {trigger}
      </a>
      <dialog ref={dialog} className="dialog" aria-labelledby={titleId}>
        <div className="p-5 sm:p-6">
          <div className="mb-3 flex items-start justify-between gap-4">
            <h2 id={titleId} className="text-lg font-semibold">
              {title}
            </h2>
            <form method="dialog">
              <button type="submit" className={buttonLook('quiet', true)}>
                Close
              </button>
            </form>
          </div>
          {children}
        </div>
      </dialog>
    </>
  )
}
