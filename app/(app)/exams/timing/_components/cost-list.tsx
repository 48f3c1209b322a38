import type { BoardView } from '@/lib/timing/board-view'
import { Cited } from '../../_components/cited'

/** What waiting costs and what an early low score costs, date by date. */
export function CostList({ costs: { beside, lines } }: { costs: BoardView['costs'] }) {
  if (lines.length === 0) return null
  return (
    <section aria-labelledby="costs-title" className="rounded-xl border border-line bg-panel p-4 sm:p-6">
      <h2 id="costs-title" className="text-lg font-semibold">
        What each choice costs
      </h2>
      {beside && <p className="mt-1 max-w-prose text-mute">{beside}</p>}
      <ul className="mt-3 max-w-prose space-y-2.5">
        {lines.map((line) => (
          <li key={`${line.key}-${line.sittingId}`}>
            {line.text}
            <Cited criteria={line.criteria} />
          </li>
        ))}
      </ul>
    </section>
  )
}
