import { EmptyState } from '@/app/_ui/empty-state'
import { LinkButton } from '@/app/_ui/link-button'
import { Panel } from '@/app/_ui/panel'
import type { ResultEffect } from '@/lib/strategy/result-effect'
import { effectMovedWords, effectSentence } from '@/lib/strategy/result-effect-words'
import { hasMoved, MovedGroups, type MovedOn } from '../../../../strategy/_components/moved-groups'

/** What the result changes in the ledger of each program on the list, by name. */
export function ListEffect({
  effect,
  programs,
  season,
}: {
  effect: ResultEffect
  programs: MovedOn
  season: number
}) {
  return (
    <Panel
      id="list"
      title={`What it changes on your list for season ${season}`}
      lead={programs.size > 0 ? effectSentence(effect) : undefined}
    >
      {programs.size === 0 ? (
        <EmptyState
          title="No program on your list yet"
          action={<LinkButton href="/programs">Choose programs</LinkButton>}
        >
          With a few programs on it, this says which of them stand otherwise with the result.
        </EmptyState>
      ) : (
        hasMoved(effect) && <MovedGroups moves={effect} programs={programs} words={effectMovedWords} />
      )}
    </Panel>
  )
}
