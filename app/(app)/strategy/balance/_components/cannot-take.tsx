import { FoldedList } from '@/app/_ui/folded-list'
import { Panel } from '@/app/_ui/panel'
import { StatusChip } from '@/app/_ui/status-chip'
import type { Gate } from '@/lib/fit/ledger'
import { gateOpener, gateSentence, STANDING_WORDS } from '@/lib/fit/words'
import type { Program } from '@/lib/programs/fact'
import { type Balance, byCause } from '@/lib/strategy/balance'
import { closedCostSentence, closedSavingWords } from '@/lib/strategy/balance-words'
import { ProgramLink } from '../../_components/program-link'

/** Of one cause; the rest is folded. */
const SHOWN = 6

/** Programs of the list that cannot take this person this season, under what closes them, each with what applying costs. */
export function CannotTake({
  balance,
  programs,
  entryIds,
  cite,
}: {
  balance: Balance
  programs: ReadonlyMap<string, Program>
  entryIds: ReadonlyMap<string, string>
  /** What a gate rests on, as far as it concerns this person. */
  cite: (gate: Gate) => string
}) {
  return (
    <Panel
      id="cannot-take"
      title={closedCostSentence(balance)}
      lead="Before you pay: these are closed by a rule or not open to you yet. What each saves alone may differ from its share, since fees rise in steps."
    >
      <div className="space-y-6">
        {byCause(balance.cannotTake).map(({ standing, gates, programs: closed }) => {
          const { tone, word } = STANDING_WORDS[standing]
          return (
            <section key={closed[0]?.programId}>
              <h3 className="flex items-baseline gap-x-3 font-medium">
                <StatusChip tone={tone}>{word}</StatusChip>
                <span className="font-normal text-mute">{closed.length}</span>
              </h3>
              {gates.map((gate) => (
                <div key={gate.code} className="mt-1.5 max-w-prose">
                  <p>
                    {gateSentence(gate)} {gateOpener(gate)}
                  </p>
                  <p className="text-sm text-mute">{cite(gate)}</p>
                </div>
              ))}
              <FoldedList
                shown={SHOWN}
                more={(count) => `${count} more that it closes`}
                className="mt-2 grid gap-x-8 gap-y-2 lg:grid-cols-2"
                items={closed.map((one) => {
                  const program = programs.get(one.programId)
                  return (
                    program && (
                      <li key={one.programId}>
                        <ProgramLink program={program} entryId={entryIds.get(one.programId)} />
                        <p className="text-sm text-mute">{closedSavingWords(one)}</p>
                      </li>
                    )
                  )
                })}
              />
            </section>
          )
        })}
      </div>
    </Panel>
  )
}
