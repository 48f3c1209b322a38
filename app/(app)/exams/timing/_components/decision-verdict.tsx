import { memo } from 'react'
import { Verdict } from '@/app/_ui/verdict'
import type { BoardView } from '@/lib/timing/board-view'
import { Cited } from '../../_components/cited'
import { TIMING_TONES } from '../../_components/timing-tones'

/** What the dates speak for, before any picture; the first thing that is read out when a date moves. */
export const DecisionVerdict = memo(function DecisionVerdict({
  decision: { tone, word, title, reason, criteria },
}: {
  decision: BoardView['decision']
}) {
  return (
    <section
      aria-label="What the dates speak for"
      className="rounded-xl border border-line bg-panel p-4 sm:p-6"
    >
      <div role="status">
        <Verdict tone={TIMING_TONES[tone]} word={word} title={title}>
          {reason && <p>{reason}</p>}
        </Verdict>
      </div>
      <Cited criteria={criteria} />
    </section>
  )
})
