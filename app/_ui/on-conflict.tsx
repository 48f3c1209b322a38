'use client'
import { type ReactNode, use } from 'react'
import { FormContext } from './form-context'

/**
 * Shown only after a save was refused because another window had saved first: its children are what is stored now. What
 * was typed stays in the fields, so both are in view, and saving again replaces the stored values.
 */
export function OnConflict({ children }: { children: ReactNode }) {
  const state = use(FormContext)?.state
  if (state?.status !== 'failed' || state.code !== 'conflict') return null
  return (
    <div className="rounded-lg bg-sunken px-4 py-3">
      <p className="font-medium">What is saved now, from the other window:</p>
      <div className="mt-2">{children}</div>
      <p className="mt-2 text-mute">
        What you typed is still in the fields. Save again to replace what is saved, or leave the page to keep
        it.
      </p>
    </div>
  )
}
