'use client'
import { createContext, use, useId } from 'react'
import type { ActionState } from '@/lib/errors/action-state'

type FormContextValue = {
  state: ActionState
  formId: string
  /** Where the form sends itself, so that React does not know. */
  isPending?: boolean
}

/** Null outside an ActionForm, for example in a filter form that sends GET: fields then show their defaults. */
export const FormContext = createContext<FormContextValue | null>(null)

/** What one field needs from its form: its id, its errors, and the values to show again after a refusal. */
export function useField(name: string) {
  const form = use(FormContext)
  const ownId = useId()
  const state = form?.state
  const refused = state && 'values' in state ? state.values : undefined
  const errors = (state?.status === 'invalid' && state.fieldErrors[name]) || []
  const typed = refused?.[name]
  return {
    id: form ? fieldId(form.formId, name) : `${ownId}-${name}`,
    errors,
    isRefused: refused !== undefined,
    typedText: Array.isArray(typed) ? typed[0] : typed,
    typedChoices: refused ? (typed === undefined ? [] : Array.isArray(typed) ? typed : [typed]) : undefined,
  }
}

export function fieldId(formId: string, name: string): string {
  return `${formId}-${name}`
}
