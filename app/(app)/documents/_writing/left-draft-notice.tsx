'use client'
import { useMemo } from 'react'
import { buttonLook } from '@/app/_ui/button-look'
import { Sign } from '@/app/_ui/sign'
import { formatInZone } from '@/lib/dates/format'
import { compareTexts } from '@/lib/statement/compare'
import { TextDifference } from '../_components/text-difference'
import type { LeftDraft } from './local-drafts'

/** Offers what an earlier window of this browser kept and could not save any more. */
export function LeftDraftNotice({
  draft,
  stored,
  zone,
  intent,
  onTake,
  onForget,
}: {
  draft: LeftDraft
  stored: { text: string; stamp: number }
  zone: string
  /** Sends the form with it once it is in the field; without one it is only put there. */
  intent?: string
  onTake: () => void
  onForget: () => void
}) {
  const compared = useMemo(() => compareTexts(stored.text, draft.text), [stored.text, draft.text])
  return (
    <section aria-label="A text that was not saved" className="rounded-lg bg-warn-soft px-4 py-3">
      <p className="flex gap-2.5 font-semibold" role="status">
        <Sign tone="warn" className="mt-1 size-4" />
        <span>
          This browser kept a text of {formatInZone(draft.at, zone)} that was never saved.{' '}
          {draft.stamp !== stored.stamp && 'Another text was saved since.'}
        </span>
      </p>
      <div className="mt-2 flex flex-wrap gap-2">
        <button
          type={intent ? 'submit' : 'button'}
          name="intent"
          value={intent}
          className={buttonLook('primary', false)}
          onClick={onTake}
        >
          Put it into the field
        </button>
        <button type="button" className={buttonLook('secondary', false)} onClick={onForget}>
          Throw it away
        </button>
      </div>
      <details className="mt-2">
        <summary className="font-medium text-accent">What it changes in the saved text</summary>
        <div className="mt-2 rounded-md bg-panel p-3">
          <TextDifference compared={compared} />
        </div>
      </details>
    </section>
  )
}
