'use client'
import { useEffect, useId, useRef } from 'react'
import { createPortal } from 'react-dom'
import { Button } from '@/app/_ui/button'
import type { LocalDraft } from '@/app/(app)/documents/_writing/local-drafts'
import { formatInZone } from '@/lib/dates/format'
import { shortened } from '@/lib/statement/finding-words'

/** Asks what becomes of texts that only this browser keeps, before the person who wrote them signs out. */
export function UnsavedDialog({
  drafts,
  zone,
  isBusy,
  hasFailed,
  onSave,
  onDiscard,
  onStay,
}: {
  drafts: readonly LocalDraft[]
  zone: string
  isBusy: boolean
  /** Saving was tried, and these are left. */
  hasFailed: boolean
  onSave: () => void
  onDiscard: () => void
  onStay: () => void
}) {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useEffect(() => dialog.current?.showModal(), [])
  const isOne = drafts.length === 1
  // Beside the page: within a phone's menu it would go when the menu closes.
  return createPortal(
    <dialog ref={dialog} className="dialog" aria-labelledby={titleId} onClose={onStay}>
      <div className="space-y-4 p-5 sm:p-6">
        <h2 id={titleId} className="text-lg font-semibold">
          {isOne ? 'A text is not saved' : `${drafts.length} texts are not saved`}
        </h2>
        <p>
          {isOne ? 'This browser alone keeps it.' : 'This browser alone keeps them.'} Nothing of yours stays
          here when you sign out, so that the next person at this computer cannot read it.
        </p>
        <ul className="space-y-3">
          {drafts.map(({ key, title, at, text }) => (
            <li key={key} className="border-l-2 border-edge pl-3">
              <p className="font-medium break-words">{title}</p>
              <p className="text-sm text-mute">Written {formatInZone(at, zone)}</p>
              <p className="text-sm break-words text-mute">“{shortened(text)}”</p>
            </li>
          ))}
        </ul>
        <p role="status" className="font-medium text-bad empty:hidden">
          {hasFailed &&
            (isOne
              ? 'It could not be saved: Locus was not reached, or the text has been changed or removed elsewhere. Stay signed in and open it, or discard it.'
              : 'They could not be saved: Locus was not reached, or the texts have been changed or removed elsewhere. Stay signed in and open them, or discard them.')}
        </p>
        <div className="flex flex-wrap gap-2">
          <Button kind="primary" aria-disabled={isBusy || undefined} onClick={isBusy ? undefined : onSave}>
            {isBusy ? 'Saving…' : 'Save and sign out'}
          </Button>
          <Button kind="danger" onClick={onDiscard}>
            Discard and sign out
          </Button>
          <Button onClick={() => dialog.current?.close()}>Stay signed in</Button>
        </div>
      </div>
    </dialog>,
    document.body,
  )
}
