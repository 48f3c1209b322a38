import { Panel } from '@/app/_ui/panel'
import type { Gate, GateState } from '@/lib/fit/ledger'
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
            <MovedGroup key={key} title={title} moved={delay[key]} states={gates} programs={programs} />
          ))}
        </div>
      )}
    </Panel>
  )
}

function MovedGroup({
  title,
  moved,
  states,
  programs,
}: {
  title: string
  moved: readonly Moved[]
  states: readonly GateState[]
  programs: Programs
}) {
  const whys = moved.map((one) => one.gates.filter(({ state }) => states.includes(state)).map(gateWords))
  // One cause, such as a certificate that ends, may move the whole list: it is said once.
  const shared = (whys[0] ?? []).filter((why) => whys.length > 1 && whys.every((all) => all.includes(why)))
  return (
    <section>
      <h3 className="font-semibold">
        {title} <span className="font-normal text-mute">{moved.length}</span>
      </h3>
      {shared.length > 0 && <p className="max-w-prose">The same for all of these: {shared.join(' ')}</p>}
      <ul className="mt-1 divide-y divide-line">
        {moved.map((one, index) => {
          const found = programs.get(one.programId)
          return (
            found && (
              <li key={one.programId} className="py-2.5">
                <ProgramLink program={found.program} entryId={found.entryId} />
                <p className="text-mute">{movedWords(one)}</p>
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
