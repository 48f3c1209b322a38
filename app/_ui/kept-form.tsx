'use client'
import { type ReactNode, type RefObject, useActionState, useMemo, useState } from 'react'
import type { ActionState } from '@/lib/errors/action-state'
import { FormContext } from './form-context'

const IDLE: ActionState = { status: 'idle' }

const UNSENT: ActionState = {
  status: 'failed',
  code: 'unsent',
  message: 'That did not reach Locus. What you typed is still here: try again in a moment.',
  values: {},
}

/**
 * A form for long texts. With script its fields are never set back, whatever the answer: one may type on while a save is
 * under way, and a dead network is said and not thrown. `before` runs first, such as to let another save end. Without
 * script it is an ActionForm. It says nothing by itself: place a FormStatus in it.
 */
export function KeptForm({
  action,
  id,
  form,
  before,
  onAnswer,
  className,
  'aria-label': ariaLabel,
  children,
}: {
  action: (previous: ActionState, formData: FormData) => Promise<ActionState>
  id: string
  form?: RefObject<HTMLFormElement | null>
  before?: () => Promise<void>
  /** What came back, and what had been sent; null when it was not sent. */
  onAnswer?: (answer: ActionState, sent: FormData | null) => void
  className?: string
  'aria-label'?: string
  children: ReactNode
}) {
  const [plain, formAction, isPlainPending] = useActionState(action, IDLE)
  const [answer, setAnswer] = useState<ActionState | null>(null)
  const [isSending, setIsSending] = useState(false)
  const state = answer ?? plain
  const isPending = isSending || isPlainPending
  // The same while nothing of it changed, so that a page drawn again while one types leaves its buttons alone.
  const context = useMemo(() => ({ state, formId: id, isPending }), [state, id, isPending])

  async function send(element: HTMLFormElement, submitter: HTMLElement | null) {
    if (isSending) return
    setIsSending(true)
    try {
      await before?.()
      const data = new FormData(element, submitter)
      const said = await action(state, data)
      setAnswer(said)
      onAnswer?.(said, data)
    } catch (error) {
      // Next leads on by throwing, and is on its way already; everything else is a request that failed.
      if (isLeading(error)) return
      setAnswer(UNSENT)
      onAnswer?.(UNSENT, null)
    } finally {
      setIsSending(false)
    }
  }

  return (
    <FormContext value={context}>
      <form
        ref={form}
        id={id}
        action={formAction}
        noValidate
        aria-label={ariaLabel}
        className={className}
        onSubmit={(event) => {
          event.preventDefault()
          const { submitter } = event.nativeEvent as SubmitEvent
          void send(event.currentTarget, submitter)
        }}
      >
        {children}
      </form>
    </FormContext>
  )
}

function isLeading(error: unknown): boolean {
  const digest = error instanceof Error && 'digest' in error ? error.digest : null
  return typeof digest === 'string' && digest.startsWith('NEXT_')
}
