'use client'
import { useMemo } from 'react'
import { Sign } from '@/app/_ui/sign'
import { SubmitButton } from '@/app/_ui/submit-button'
import { compareTexts } from '@/lib/statement/compare'
import { TextDifference } from '../_components/text-difference'

/**
 * Shown when another window stored another text. Both are in view; whichever is chosen, the other one is kept among the
 * versions. Its buttons send the form that it stands in.
 */
export function ConflictPanel({ mine, theirs }: { mine: string; theirs: string }) {
  const compared = useMemo(() => compareTexts(theirs, mine), [theirs, mine])
  return (
    <section aria-label="Two texts" className="rounded-lg bg-warn-soft px-4 py-3">
      <p className="flex gap-2.5 font-semibold" role="alert">
        <Sign tone="warn" className="mt-1 size-4" />
        Another window saved another text here. Both are kept: choose which one goes on.
      </p>
      <div className="mt-2 flex flex-wrap gap-2">
        <SubmitButton name="intent" value="mine">
          Go on with the text in this window
        </SubmitButton>
        <SubmitButton kind="secondary" name="intent" value="theirs">
          Go on with the saved one
        </SubmitButton>
      </div>
      <p className="mt-2 text-mute">The other one is kept among the versions.</p>
      <details className="mt-2">
        <summary className="font-medium text-accent">
          What this window’s text changes in the saved one
        </summary>
        <div className="mt-2 rounded-md bg-panel p-3">
          <TextDifference compared={compared} />
        </div>
      </details>
      <details className="mt-2">
        <summary className="font-medium text-accent">The saved text by itself</summary>
        <p className="mt-2 max-w-prose rounded-md bg-panel p-3 whitespace-pre-wrap">{theirs}</p>
      </details>
    </section>
  )
}
