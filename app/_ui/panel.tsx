import type { ReactNode } from 'react'

/**
 * A sheet of paper on the page: one thought, with its heading. `lead` is the sentence that gives the verdict before any
 * picture. Panels are not nested; a part inside one is a Section.
 */
export function Panel({
  title,
  lead,
  isLeadLive = false,
  actions,
  id,
  isSnug = false,
  children,
}: {
  title?: ReactNode
  lead?: ReactNode
  /** The lead is said anew when a form of the page changed it. */
  isLeadLive?: boolean
  actions?: ReactNode
  id?: string
  isSnug?: boolean
  children?: ReactNode
}) {
  return (
    <section
      id={id}
      aria-labelledby={id && title ? `${id}-title` : undefined}
      className={`min-w-0 rounded-xl border border-line bg-panel ${isSnug ? 'p-4' : 'p-4 sm:p-6'}`}
    >
      {(title || actions) && (
        <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-2">
          {title && (
            <h2 id={id && `${id}-title`} className="min-w-0 text-lg font-semibold">
              {title}
            </h2>
          )}
          {actions && <div className="no-print flex flex-wrap items-center gap-2">{actions}</div>}
        </div>
      )}
      {lead && (
        <p role={isLeadLive ? 'status' : undefined} className="mt-1 max-w-prose text-mute">
          {lead}
        </p>
      )}
      {children && <div className={title || lead || actions ? 'mt-4' : undefined}>{children}</div>}
    </section>
  )
}
