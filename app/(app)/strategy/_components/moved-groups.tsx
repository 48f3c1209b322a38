import type { Gate, GateState } from '@/lib/fit/ledger'
import { gateOpener, gateSentence } from '@/lib/fit/words'
import type { Program } from '@/lib/programs/fact'
import type { Moved, Moves } from '@/lib/strategy/moves'
import { ProgramLink } from './program-link'

export type MovedOn = ReadonlyMap<string, { program: Program; entryId: string }>

/** `gates`: the states of changed gates that explain the move. A standing that only rises or falls is no gate's doing. */
const GROUPS = [
  { key: 'opens', title: 'Opens', gates: ['met'] },
  { key: 'raised', title: 'Stands higher', gates: [] },
  { key: 'closes', title: 'Closes', gates: ['closed', 'not_yet'] },
  { key: 'lowered', title: 'Stands lower', gates: [] },
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
    one.gates.filter(({ state }) => states === null || states.includes(state)).map(gateWords),
  )
  // One cause, such as a certificate that ends, may move the whole list: it is said once.
  const shared = (whys[0] ?? []).filter((why) => whys.length > 1 && whys.every((all) => all.includes(why)))
  // Where all share one cause and none moved, a line each is enough.
  const isBrief = moved.length > 1 && moved.every((one) => one.now === one.next) && shared.length > 0
  return (
    <section>
      <h3 className="font-semibold">
        {title} <span className="font-normal text-mute">{moved.length}</span>
      </h3>
      {shared.length > 0 && <p className="max-w-prose">The same for all of these: {shared.join(' ')}</p>}
      <ul className={isBrief ? 'mt-2 grid gap-x-8 gap-y-1.5 lg:grid-cols-2' : 'mt-1 divide-y divide-line'}>
        {moved.map((one, index) => {
          const found = programs.get(one.programId)
          return (
            found && (
              <li key={one.programId} className={isBrief ? undefined : 'py-2.5'}>
                <ProgramLink program={found.program} entryId={found.entryId} />
                <p className="text-mute">{words(one)}</p>
                {whys[index]
                  ?.filter((why) => !shared.includes(why))
                  .map((why) => (
                    <p key={why} className="max-w-prose text-sm text-mute">
                      {why}
                    </p>
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
