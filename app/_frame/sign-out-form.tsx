'use client'
import { useRef, useState } from 'react'
import { Button } from '@/app/_ui/button'
import {
  dropDraft,
  forgetDrafts,
  type LocalDraft,
  settleDrafts,
} from '@/app/(app)/documents/_writing/local-drafts'
import { signOutAction } from '@/app/(auth)/sign-out/actions'
import type { UnsavedDialog } from './unsaved-dialog'

/**
 * A form, so that signing out works without script and never by following a link. With script this browser keeps drafts
 * of long texts: they go from it with the person, who is asked first where one of them is saved nowhere else.
 */
export function SignOutForm({ owner, zone }: { owner: string; zone: string }) {
  const form = useRef<HTMLFormElement>(null)
  const isCleared = useRef(false)
  const [isBusy, setIsBusy] = useState(false)
  const [unsaved, setUnsaved] = useState<readonly LocalDraft[]>([])
  /** Fetched when there is something to ask: every page has this form, and few ever need more than its button. */
  const [Dialog, setDialog] = useState<typeof UnsavedDialog | null>(null)
  const [hasFailed, setHasFailed] = useState(false)

  async function ask() {
    setIsBusy(true)
    setHasFailed(false)
    try {
      const left = await settleDrafts(owner)
      if (left.length === 0) return leave()
      const { UnsavedDialog } = await import('./unsaved-dialog')
      setDialog(() => UnsavedDialog)
      setUnsaved(left)
    } catch {
      setHasFailed(true)
    } finally {
      setIsBusy(false)
    }
  }

  function leave() {
    forgetDrafts(owner)
    setUnsaved([])
    isCleared.current = true
    form.current?.requestSubmit()
    isCleared.current = false
  }

  async function save() {
    setIsBusy(true)
    try {
      const { saveLeftDraft } = await import('@/app/(app)/documents/_writing/save-left-draft')
      const isSaved = await Promise.all(unsaved.map(saveLeftDraft))
      for (const [index, { key }] of unsaved.entries()) if (isSaved[index]) dropDraft(key)
      const rest = unsaved.filter((_, index) => !isSaved[index])
      setUnsaved(rest)
      setHasFailed(rest.length > 0)
      if (rest.length === 0) leave()
    } catch {
      setHasFailed(true)
    } finally {
      setIsBusy(false)
    }
  }

  return (
    <>
      <form
        ref={form}
        action={signOutAction}
        onSubmit={(event) => {
          if (isCleared.current) return
          event.preventDefault()
          if (!isBusy) void ask()
        }}
      >
        <Button type="submit" isSmall aria-disabled={isBusy || undefined}>
          {isBusy ? 'Signing out…' : 'Sign out'}
        </Button>
      </form>
      <p role="status" className="mt-1 empty:hidden">
        {hasFailed && unsaved.length === 0 && 'Locus was not reached: you are still signed in.'}
      </p>
      {Dialog && unsaved.length > 0 && (
        <Dialog
          drafts={unsaved}
          zone={zone}
          isBusy={isBusy}
          hasFailed={hasFailed}
          onSave={() => void save()}
          onDiscard={leave}
          onStay={() => {
            setUnsaved([])
            setHasFailed(false)
          }}
        />
      )}
    </>
  )
}
