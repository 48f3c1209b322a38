import type { Gate, GateState } from '@/lib/fit/ledger'
import { gateCitation, gateOpener, gateSentence } from '@/lib/fit/words'
import type { Program } from '@/lib/programs/fact'
import type { Moved, Moves } from '@/lib/strategy/moves'
import { ProgramLink } from './program-link'

export type MovedOn = ReadonlyMap<string, { program: Program; entryId: string }>

/**
 * `gates`: the states of changed gates that explain the move. A standing that only rises or falls is no gate's doing, but
 * one that was not open yet may fall by a gate that closes.
 */
const GROUPS = [
  { key: 'opens', title: 'Opens', gates: ['met'] },
  { key: 'raised', title: 'Stands higher', gates: [] },
  { key: 'closes', title: 'Closes', gates: ['closed', 'not_yet'] },
  { key: 'lowered', title: 'Stands lower', gates: ['closed'] },
  { key: 'gatesOnly', title: 'Stands as before, with a gate that changed', gates: null },
] as const satisfies readonly { key: keyof Moves; title: string; gates: readonly GateState[] | null }[]

/** Whether anything moved at all. */
export function hasMoved(moves: Partial<Moves>): boolean {
  return GROUPS.some(({ key }) => (moves[key] ?? []).length > 0)
}

/** What opens and what closes, by name, with the rule that makes it so. `words` says how one program moved. */
export function MovedGroups({
  moves,
  programs,
  words,
}: {
  moves: Partial<Moves>
  programs: MovedOn
  words: (moved: Moved) => string
}) {
  return (
    <div className="space-y-6">
      {GROUPS.map(({ key, title, gates }) => {
        const moved = moves[key] ?? []
        return (
          moved.length > 0 && (
            <MovedGroup
              key={key}
              title={title}
              moved={moved}
              states={gates}
              programs={programs}
              words={words}
            />
          )
        )
      })}
    </div>
  )
}

function MovedGroup({
  title,
  moved,
  states,
  programs,
  words,
}: {
  title: string
  moved: readonly Moved[]
  states: readonly GateState[] | null
  programs: MovedOn
  words: (moved: Moved) => string
}) {
  const whys = moved.map((one) =>
    one.gates
      .filter(({ state }) => states === null || states.includes(state))
      .map((gate) => ({ text: gateWords(gate), rule: gateCitation(gate) })),
  )
  // One cause, such as a certificate that ends, may move the whole list: it is said once.
  const shared = (whys[0] ?? []).filter(
    ({ text }) => whys.length > 1 && whys.every((all) => all.some((why) => why.text === text)),
  )
  // Where all share one cause and none moved, a line each is enough.
  const isBrief = moved.length > 1 && moved.every((one) => one.now === one.next) && shared.length > 0
  return (
    <section>
      <h3 className="font-semibold">
        {title} <span className="font-normal text-mute">{moved.length}</span>
      </h3>
      {shared.length > 0 && (
        <div className="max-w-prose">
          <p>The same for all of these: {shared.map(({ text }) => text).join(' ')}</p>
          <p className="text-sm text-mute">{[...new Set(shared.map(({ rule }) => rule))].join('; ')}</p>
        </div>
      )}
      <ul className={isBrief ? 'mt-2 grid gap-x-8 gap-y-1.5 lg:grid-cols-2' : 'mt-1 divide-y divide-line'}>
        {moved.map((one, index) => {
          const found = programs.get(one.programId)
          return (
            found && (
              <li key={one.programId} className={isBrief ? undefined : 'py-2.5'}>
                <ProgramLink program={found.program} entryId={found.entryId} />
                <p className="text-mute">{words(one)}</p>
                {whys[index]
                  ?.filter(({ text }) => !shared.some((why) => why.text === text))
                  .map(({ text, rule }) => (
                    <div key={text} className="max-w-prose text-sm text-mute">
                      <p>{text}</p>
                      <p>{rule}</p>
                    </div>
                  ))}
              </li>
            )
          )
        })}
      </ul>
    </section>
  )
}

function gateWords(gate: Gate): string {
  const opener = gate.state === 'closed' ? gateOpener(gate) : null
  return opener === null ? gateSentence(gate) : `${gateSentence(gate)} ${opener}`
}
