import { Panel } from '@/app/_ui/panel'
import { StatusChip } from '@/app/_ui/status-chip'
import { gateCitation, gateOpener, gateSentence, STANDING_WORDS } from '@/lib/fit/words'
import type { Program } from '@/lib/programs/fact'
import type { Balance } from '@/lib/strategy/balance'
import { closedCostSentence } from '@/lib/strategy/balance-words'
import { dollars } from '@/lib/strategy/cost-words'
import { ProgramLink } from '../../_components/program-link'

/** Programs of the list that cannot take this person this season, each with its rule and what applying would cost. */
export function CannotTake({
  balance,
  programs,
  entryIds,
}: {
  balance: Balance
  programs: ReadonlyMap<string, Program>
  entryIds: ReadonlyMap<string, string>
}) {
  return (
    <Panel
      id="cannot-take"
      title={closedCostSentence(balance)}
      lead="Before you pay: these are closed by a rule or not open to you yet. What each saves alone may differ from its share, since fees rise in steps."
    >
      <ul className="divide-y divide-line">
        {balance.cannotTake.map(({ programId, standing, gates, saves, isApplied }) => {
          const program = programs.get(programId)
          if (!program) return null
          const { tone, word } = STANDING_WORDS[standing]
          return (
            <li key={programId} className="py-3 first:pt-0 last:pb-0">
              <h3 className="flex flex-wrap items-baseline gap-x-3 gap-y-1 font-medium">
                <ProgramLink program={program} entryId={entryIds.get(programId)} />
                <StatusChip tone={tone}>{word}</StatusChip>
              </h3>
              {gates.map((gate) => {
                const opener = gateOpener(gate)
                return (
                  <div key={gate.code} className="max-w-prose">
                    <p className="text-mute">
                      {gateSentence(gate)} {opener}
                    </p>
                    <p className="text-sm text-mute">{gateCitation(gate)}</p>
                  </div>
                )
              })}
              <p className="text-sm text-mute">
                {isApplied
                  ? 'You have applied already; nothing is refunded.'
                  : saves === 0
                    ? 'Leaving it off saves nothing by itself.'
                    : `Leaving it off saves ${dollars(saves)}.`}
              </p>
            </li>
          )
        })}
      </ul>
    </Panel>
  )
}
