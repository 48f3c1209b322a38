import { Panel } from '@/app/_ui/panel'
import { Sign, type Tone } from '@/app/_ui/sign'
import { TRAJECTORY_LABELS, type TrajectoryPart } from '@/lib/strategy/trajectory'
import { Cited } from '../../../_components/cited'

const STATES: Readonly<Record<TrajectoryPart['state'], { tone: Tone; word: string }>> = {
  shown: { tone: 'good', word: 'There' },
  ahead: { tone: 'neutral', word: 'Not there yet' },
  not_said: { tone: 'unknown', word: 'Not said' },
}

/** The six parts beside each other: a result is read with the other five (E1). */
export function TrajectoryStrip({ parts }: { parts: readonly TrajectoryPart[] }) {
  return (
    <Panel
      id="trajectory"
      title="The whole line, six parts read together"
      lead="No part is read alone: what came after a result, and what stands beside it, changes how it reads."
    >
      <ol className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
        {parts.map(({ key, state, text }) => (
          <li key={key} className="rounded-lg bg-sunken px-4 py-3">
            <h3 className="font-semibold">
              <Sign tone={STATES[state].tone} className="mr-1.5 size-3.5" />
              <span className="sr-only">{STATES[state].word}: </span>
              {TRAJECTORY_LABELS[key]}
            </h3>
            <p>{text}</p>
          </li>
        ))}
      </ol>
      <div className="mt-3">
        <Cited criteria={['C3', 'E1']} />
      </div>
    </Panel>
  )
}
