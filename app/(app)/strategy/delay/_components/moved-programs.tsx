import { Panel } from '@/app/_ui/panel'
import type { GateState } from '@/lib/fit/ledger'
import { gateOpener, gateSentence } from '@/lib/fit/words'
import type { Program } from '@/lib/programs/fact'
import type { Delay, Moved } from '@/lib/strategy/delay'
import { movedWords } from '@/lib/strategy/delay-words'
import { ProgramLink } from '../../_components/program-link'

type Programs = ReadonlyMap<string, { program: Program; entryId: string }>

/** `gates`: the states of changed gates that explain the move. A standing that only rises or falls is no gate's doing. */
const GROUPS = [
  { key: 'opens', title: 'Opens', gates: ['met'] },
  { key: 'raised', title: 'Stands higher', gates: [] },
  { key: 'closes', title: 'Closes', gates: ['closed', 'not_yet'] },
  { key: 'lowered', title: 'Stands lower', gates: [] },
] as const satisfies readonly { key: string; title: string; gates: readonly GateState[] }[]

/** What opens and what closes with the year, by name, with the rule that makes it so. */
export function MovedPrograms({ delay, programs }: { delay: Delay; programs: Programs }) {
  const groups = GROUPS.filter(({ key }) => delay[key].length > 0)
  return (
    <Panel
      id="moved"
      title={groups.length === 0 ? 'No program stands otherwise next season' : 'What opens and what closes'}
      lead={groups.length === 0 ? 'With what you have set. Change it above and compare again.' : undefined}
    >
      {groups.length > 0 && (
        <div className="space-y-6">
          {groups.map(({ key, title, gates }) => (
            <section key={key}>
              <h3 className="font-semibold">
                {title} <span className="font-normal text-mute">{delay[key].length}</span>
              </h3>
              <ul className="mt-1 divide-y divide-line">
                {delay[key].map((moved) => (
                  <MovedItem key={moved.programId} moved={moved} states={gates} programs={programs} />
                ))}
              </ul>
            </section>
          ))}
        </div>
      )}
    </Panel>
  )
}

function MovedItem({
  moved,
  states,
  programs,
}: {
  moved: Moved
  states: readonly GateState[]
  programs: Programs
}) {
  const found = programs.get(moved.programId)
  if (!found) return null
  const gates = moved.gates.filter(({ state }) => states.includes(state))
  return (
    <li className="py-2.5">
      <ProgramLink program={found.program} entryId={found.entryId} />
      <p className="text-mute">{movedWords(moved)}</p>
      {gates.map((gate) => (
        <p key={gate.code} className="max-w-prose text-sm text-mute">
          {gateSentence(gate)} {gate.state === 'closed' && gateOpener(gate)}
        </p>
      ))}
    </li>
  )
}
