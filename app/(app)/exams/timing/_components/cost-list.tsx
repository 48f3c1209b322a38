import { memo } from 'react'
import type { BoardView } from '@/lib/timing/board-view'
import { Cited } from '../../_components/cited'

/** What waiting costs and what an early low score costs, date by date. Laid out only while it is in view. */
export const CostList = memo(function CostList({
  costs: { beside, lines },
  sittings,
}: {
  costs: BoardView['costs']
  sittings: BoardView['sittings']
}) {
  if (lines.length === 0) return null
  return (
    <section
      aria-labelledby="costs-title"
      className="rounded-xl border border-line bg-panel p-4 [contain-intrinsic-size:auto_24rem] [content-visibility:auto] sm:p-6"
    >
      <h2 id="costs-title" className="text-lg font-semibold">
        What each choice costs
      </h2>
      {beside && <p className="mt-1 max-w-prose text-mute">{beside}</p>}
      <div className="mt-3 grid gap-x-8 gap-y-5 md:grid-cols-2 xl:grid-cols-3">
        {sittings.map(({ slot, title }) => (
          <section key={slot} aria-label={`What ${title} costs`}>
            <h3 className="font-semibold">{title}</h3>
            <ul className="mt-1.5 space-y-2.5">
              {lines
                .filter((line) => line.sittingId === slot)
                .map((line) => (
                  <Cost key={line.key} line={line} />
                ))}
            </ul>
          </section>
        ))}
      </div>
    </section>
  )
})

const Cost = memo(function Cost({ line }: { line: BoardView['costs']['lines'][number] }) {
  return (
    <li>
      {line.text}
      <Cited criteria={line.criteria} />
    </li>
  )
})
