'use client'
import { ChevronRight } from 'lucide-react'
import { type ReactNode, use } from 'react'
import { FormContext } from './form-context'

/**
 * The fields of an add form behind one line. It stands inside its ActionForm and opens by itself when the form was
 * refused, so that what was typed is in view again, with JavaScript or without.
 */
export function FormDisclosure({
  summary,
  isOpen = false,
  children,
}: {
  summary: ReactNode
  isOpen?: boolean
  children: ReactNode
}) {
  const state = use(FormContext)?.state
  const isRefused = state?.status === 'invalid' || state?.status === 'failed'
  return (
    <details open={isOpen || isRefused}>
      <summary className="inline-flex min-h-9 list-none items-center gap-1.5 rounded-md font-medium text-accent hover:text-accent-strong pointer-coarse:min-h-11 [&::-webkit-details-marker]:hidden">
        <ChevronRight className="size-4 flex-none [[open]>summary>&]:rotate-90" aria-hidden="true" />
        <span>{summary}</span>
      </summary>
      <div className="space-y-5 pt-2 pb-1">{children}</div>
    </details>
  )
}
