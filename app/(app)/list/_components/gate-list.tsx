import { SignStrip } from '@/app/_ui/charts/sign-strip'
import { Sign } from '@/app/_ui/sign'
import { formatDate } from '@/lib/dates/format'
import type { Gate } from '@/lib/fit/ledger'
import {
  factProvenance,
  GATE_STATE_WORDS,
  gateCitation,
  gateOpener,
  gateSentence,
  gateTitle,
} from '@/lib/fit/words'
import { factWords } from '@/lib/programs/fact-words'

const COLOURS = {
  good: 'text-good',
  warn: 'text-warn',
  bad: 'text-bad',
  unknown: 'text-unknown',
  neutral: 'text-mute',
} as const

/** In the order in which they need attention; within one state, in the order in which people ask. */
const ORDER = { closed: 0, not_yet: 1, unknown: 2, met: 3 } as const

/** Every gate: its state in a word and a sign, why, the one thing that would open it, and where the rule and the facts stand. */
export function GateList({ gates }: { gates: readonly Gate[] }) {
  const inOrder = [...gates].sort((a, b) => ORDER[a.state] - ORDER[b.state])
  return (
    <>
      <p className="mb-2 font-medium">{gateCounts(inOrder)}</p>
      <SignStrip
        states={inOrder.map((gate) => ({
          key: gate.code,
          tone: GATE_STATE_WORDS[gate.state].tone,
          title: `${gateTitle(gate)}: ${GATE_STATE_WORDS[gate.state].word.toLowerCase()}`,
        }))}
      />
      <ul className="mt-2 divide-y divide-line">
        {inOrder.map((gate) => (
          <GateItem key={gate.code} gate={gate} />
        ))}
      </ul>
    </>
  )
}

/** '1 not yet, 2 not known, 3 met.', in the order of the list. */
function gateCounts(inOrder: readonly Gate[]): string {
  const counts = new Map<Gate['state'], number>()
  for (const { state } of inOrder) counts.set(state, (counts.get(state) ?? 0) + 1)
  return `${[...counts].map(([state, count]) => `${count} ${GATE_STATE_WORDS[state].word.toLowerCase()}`).join(', ')}.`
}

function GateItem({ gate }: { gate: Gate }) {
  const state = GATE_STATE_WORDS[gate.state]
  const opener = gateOpener(gate)
  const sentence = gateSentence(gate)
  const { source } = gate.rule
  return (
    <li className="grid gap-x-6 gap-y-1 py-3 sm:grid-cols-[9rem_minmax(0,1fr)]">
      <p className={`${COLOURS[state.tone]} flex items-center gap-2 self-start font-medium`}>
        <Sign tone={state.tone} />
        {state.word}
      </p>
      <div className="min-w-0">
        <h3 className="font-medium">{gateTitle(gate)}</h3>
        <p className="max-w-prose">{sentence}</p>
        {gate.state !== 'met' && opener && (
          <p className="mt-0.5 max-w-prose font-medium">
            {opener}
            {gate.byDate && !sentence.includes(formatDate(gate.byDate)) && ` By ${formatDate(gate.byDate)}.`}
          </p>
        )}
        {gate.facts.length > 0 && (
          <ul className="mt-1 text-sm text-mute">
            {gate.facts.map((fact) => (
              <li key={fact.id}>
                {factWords(fact)}, {factProvenance(fact)}.{' '}
                {fact.source.url ? (
                  <a
                    href={fact.source.url}
                    rel="noreferrer"
                    className="text-mute underline decoration-edge underline-offset-3 hover:text-ink"
                  >
                    {fact.source.title}
                  </a>
                ) : (
                  fact.source.title
                )}
              </li>
            ))}
          </ul>
        )}
        <p className="text-sm text-mute">
          {source?.url ? (
            <a
              href={source.url}
              rel="noreferrer"
              className="text-mute underline decoration-edge underline-offset-3 hover:text-ink"
            >
              {gateCitation(gate)}
            </a>
          ) : (
            gateCitation(gate)
          )}
        </p>
      </div>
    </li>
  )
}
