'use client'
import { type ReactNode, useActionState, useEffect, useId, useRef } from 'react'
import type { ActionState } from '@/lib/errors/action-state'
import { FormContext } from './form-context'
import { FormStatus } from './form-status'

const IDLE: ActionState = { status: 'idle' }

/**
 * A form around a server action. Its children come from the server; fields among them find their errors and the typed
 * values through context, so nothing is lost after a refusal, with JavaScript or without. Give `id` when a page has
 * several forms or links to a field. `hasOwnStatus`: the page places <FormStatus /> itself.
 */
export function ActionForm({
  action,
  id,
  hasOwnStatus = false,
  className = 'max-w-2xl space-y-6',
  'aria-label': ariaLabel,
  children,
}: {
  action: (previous: ActionState, formData: FormData) => Promise<ActionState>
  id?: string
  hasOwnStatus?: boolean
  className?: string
  'aria-label'?: string
  children: ReactNode
}) {
  const [state, formAction] = useActionState(action, IDLE)
  const ownId = useId()
  const formId = id ?? ownId
  const form = useRef<HTMLFormElement>(null)

  useEffect(() => {
    if (state.status !== 'invalid') return
    form.current?.querySelector<HTMLElement>('[data-invalid] :is(input, select, textarea)')?.focus()
  }, [state])

  return (
    <FormContext value={{ state, formId }}>
      {/* noValidate: the server's sentences say what to do; the browser's bubbles would come first and in their own words. */}
      <form ref={form} id={id} action={formAction} noValidate aria-label={ariaLabel} className={className}>
        {!hasOwnStatus && <FormStatus />}
        {children}
      </form>
    </FormContext>
  )
}
