'use client'
import { useIsTakingOver } from '@/app/_ui/is-taking-over'
import { Sign } from '@/app/_ui/sign'
import type { DraftState } from './draft-keeper'
import { draftWords } from './draft-words'

/** How safe the text is. Until the page's script has taken over nothing is kept by itself, and nothing is said. */
export function DraftLine({
  state,
  isLocal = false,
}: {
  state: DraftState
  /** Kept in this browser alone until the person saves. */
  isLocal?: boolean
}) {
  const isTakingOver = useIsTakingOver()
  const { tone, text } = draftWords(state, isLocal)
  return (
    <p role="status" className="flex min-h-5 min-w-0 flex-[1_1_14rem] gap-2 text-sm text-mute">
      {!isTakingOver && (
        <>
          <Sign tone={tone} className="mt-0.5 size-3.5" />
          {text}
        </>
      )}
    </p>
  )
}
