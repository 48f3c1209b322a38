import { Verdict } from '@/app/_ui/verdict'
import type { TimingDecision } from '@/lib/timing/decision'
import { DECISION_LABELS, decisionHeadline, decisionReason, decisionTone } from '@/lib/timing/decision-words'
import type { Simulation } from '@/lib/timing/simulate'
import { Cited } from '../../_components/cited'
import { TIMING_TONES } from '../../_components/timing-tones'

/** What the dates speak for, before any picture; the first thing that is read out when a date moves. */
export function DecisionVerdict({
  decision,
  simulation,
}: {
  decision: TimingDecision
  simulation: Simulation
}) {
  const reason = decisionReason(decision, simulation)
  return (
    <section
      aria-label="What the dates speak for"
      className="rounded-xl border border-line bg-panel p-4 sm:p-6"
    >
      <div role="status">
        <Verdict
          tone={TIMING_TONES[decisionTone(decision)]}
          word={DECISION_LABELS[decision.code]}
          title={decisionHeadline(decision)}
        >
          {reason && <p>{reason}</p>}
        </Verdict>
      </div>
      <Cited criteria={decision.criteria} />
    </section>
  )
}
