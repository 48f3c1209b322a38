import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'

/** More, for who wants it: a native <details>. */
export function Disclosure({
  summary,
  isOpen = false,
  id,
  children,
}: {
  summary: ReactNode
  isOpen?: boolean
  id?: string
  children: ReactNode
}) {
  return (
    <details id={id} open={isOpen}>
      <summary className="inline-flex min-h-9 list-none items-center gap-1.5 rounded-md font-medium text-accent hover:text-accent-strong [&::-webkit-details-marker]:hidden">
        <ChevronRight className="size-4 flex-none [[open]>summary>&]:rotate-90" aria-hidden="true" />
        {summary}
      </summary>
      <div className="pt-2 pb-1">{children}</div>
    </details>
  )
}
