import type { ReactNode } from 'react'

/** The one h1 of a page, a sentence that says what matters here, and the page's actions. `above` is for a way back. */
export function PageHeader({
  title,
  lead,
  isLeadLive = false,
  actions,
  above,
}: {
  title: ReactNode
  lead?: ReactNode
  /** The lead counts what is left, and is said anew when a form of the page changed it. */
  isLeadLive?: boolean
  actions?: ReactNode
  above?: ReactNode
}) {
  return (
    <header className="mb-6 lg:mb-8">
      {above && <div className="mb-2 text-sm text-mute">{above}</div>}
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-4">
        <div className="min-w-0 flex-[1_1_20rem]">
          <h1 className="text-2xl font-semibold tracking-tight">{title}</h1>
          {lead && (
            <p role={isLeadLive ? 'status' : undefined} className="mt-1.5 max-w-prose text-lg text-mute">
              {lead}
            </p>
          )}
        </div>
        {actions && <div className="no-print flex flex-wrap gap-2">{actions}</div>}
      </div>
    </header>
  )
}
