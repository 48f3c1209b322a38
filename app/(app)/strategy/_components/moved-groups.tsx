import { FoldedList } from '@/app/_ui/folded-list'
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
  // What moves in the same way and for the same reasons is said once, above its programs.
  const alike = new Map<string, Alike>()
  moved.forEach((one, index) => {
    const sentence = words(one)
    const own = (whys[index] ?? []).filter(({ text }) => !shared.some((why) => why.text === text))
    const key = [sentence, ...own.map(({ text }) => text)].join(' ')
    const found = alike.get(key)
    if (found) found.moved.push(one)
    else alike.set(key, { key, sentence, whys: own, moved: [one] })
  })
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
      <div className="mt-1 divide-y divide-line">
        {[...alike.values()].map((group) => (
          <AlikeMoved key={group.key} group={group} programs={programs} />
        ))}
      </div>
    </section>
  )
}

type Why = { text: string; rule: string }
type Alike = { key: string; sentence: string; whys: readonly Why[]; moved: Moved[] }

/** Of those that moved alike; the rest is folded. */
const SHOWN = 6

function AlikeMoved({ group, programs }: { group: Alike; programs: MovedOn }) {
  const items = group.moved.map(({ programId }) => {
    const found = programs.get(programId)
    return (
      found && (
        <li key={programId}>
          <ProgramLink program={found.program} entryId={found.entryId} />
        </li>
      )
    )
  })
  const said = (
    <>
      <p className="text-mute">{group.sentence}</p>
      {group.whys.map(({ text, rule }) => (
        <div key={text} className="max-w-prose text-sm text-mute">
          <p>{text}</p>
          <p>{rule}</p>
        </div>
      ))}
    </>
  )
  if (items.length === 1) {
    return (
      <div className="py-2.5">
        <ul>{items}</ul>
        {said}
      </div>
    )
  }
  return (
    <div className="space-y-1.5 py-2.5">
      {said}
      <FoldedList
        items={items}
        shown={SHOWN}
        more={(count) => `${count} more that move alike`}
        className="grid gap-x-8 gap-y-1.5 lg:grid-cols-2"
      />
    </div>
  )
}

function gateWords(gate: Gate): string {
  const opener = gate.state === 'closed' ? gateOpener(gate) : null
  return opener === null ? gateSentence(gate) : `${gateSentence(gate)} ${opener}`
}
