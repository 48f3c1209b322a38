'use client'
import { type RefObject, useLayoutEffect, useState } from 'react'
import { useIsTakingOver } from './is-taking-over'

type Typed = { text: string; from: number; to: number }

/** By element, since React may begin to take over a page more than once: then the field is set back already. */
const TYPED = new WeakMap<HTMLTextAreaElement, Typed>()

/**
 * Keeps what was typed into a textarea before the page's script took it over: React then sets the field to what the server
 * drew (an input it leaves alone). The text goes back with its caret, as if it were typed now. Give the field's `id` and
 * the ref that it carries.
 */
export function useTypedBefore(id: string, field: RefObject<HTMLTextAreaElement | null>): void {
  const isTakingOver = useIsTakingOver()
  const [typed] = useState(() => (isTakingOver ? typedIn(id) : null))
  useLayoutEffect(() => {
    const element = field.current
    if (!typed || !element || element.value === typed.text) return
    // Past React's own notes on the field, so that it sees a change.
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(element, typed.text)
    element.setSelectionRange(typed.from, typed.to)
    element.dispatchEvent(new Event('input', { bubbles: true }))
  }, [typed, field])
}

function typedIn(id: string): Typed | null {
  if (typeof document === 'undefined') return null
  const element = document.getElementById(id)
  if (!(element instanceof HTMLTextAreaElement)) return null
  if (element.value !== element.defaultValue) {
    const { value: text, selectionStart: from, selectionEnd: to } = element
    TYPED.set(element, { text, from, to })
  }
  return TYPED.get(element) ?? null
}
