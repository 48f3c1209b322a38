import { CountBar } from '@/app/_ui/charts/count-bar'
import { EmptyState } from '@/app/_ui/empty-state'
import { LinkButton } from '@/app/_ui/link-button'
import { Panel } from '@/app/_ui/panel'
import type { Ledger } from '@/lib/fit/ledger'
import { STANDING_WORDS } from '@/lib/fit/words'
import { countStandings } from '@/lib/home'

/** The list in one sentence and one bar, by standing. */
export function ListHealth({ ledgers }: { ledgers: readonly Ledger[] }) {
  const counts = countStandings(ledgers)
  const reachable = ledgers.filter(
    (ledger) => ledger.standing !== 'closed' && ledger.standing !== 'not_yet_eligible',
  ).length
  return (
    <Panel
      id="list"
      title="Your list"
      actions={
        ledgers.length > 0 && (
          <LinkButton href="/list" isSmall>
            Open the list
          </LinkButton>
        )
      }
      {...(ledgers.length > 0 && {
        lead: `${reachable} of ${ledgers.length} ${ledgers.length === 1 ? 'program is' : 'programs are'} open to you as far as is known. A standing is a reading of your record, not a chance of matching.`,
      })}
    >
      {ledgers.length === 0 ? (
        <EmptyState
          title="No program yet"
          action={
            <LinkButton href="/programs" kind="primary">
              Choose programs
            </LinkButton>
          }
        >
          Every program you add shows whether it is open to you, how it fits, and what to ask.
        </EmptyState>
      ) : (
        <CountBar
          label="Programs on your list by standing"
          counts={counts
            .filter(({ standing, count }) => count > 0 || standing !== 'not_enough_facts')
            .map(({ standing, count }) => ({
              key: standing,
              label: STANDING_WORDS[standing].word,
              count,
              tone: STANDING_WORDS[standing].tone,
              href: `/list?standing=${standing}`,
            }))}
        />
      )}
    </Panel>
  )
}
