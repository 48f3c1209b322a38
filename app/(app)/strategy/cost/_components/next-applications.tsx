import { Panel } from '@/app/_ui/panel'
import { pathwayFeeTable } from '@/lib/programs/pathway-eras'
import { type Cost, feeSteps, nextApplication } from '@/lib/strategy/cost'
import { dollars, nextApplicationWords } from '@/lib/strategy/cost-words'

/** What one more application costs in each specialty of the list, and where its table jumps. */
export function NextApplications({ cost }: { cost: Cost }) {
  const specialties = cost.lines.flatMap(({ item, pathway, programs }) =>
    item === 'applications' && pathway !== null ? [{ pathway, programs }] : [],
  )
  if (specialties.length === 0) return null
  return (
    <Panel id="next" title="What one more application costs">
      <ul className="divide-y divide-line">
        {specialties.map(({ pathway, programs }) => {
          const table = pathwayFeeTable(pathway, cost.season)?.table.value
          const steps = table ? feeSteps(table) : []
          return (
            <li key={pathway} className="py-3 first:pt-0 last:pb-0">
              <p className="max-w-prose">
                {nextApplicationWords(nextApplication(pathway, programs, cost.season))}
              </p>
              <p className="text-sm text-mute">
                Its steps:{' '}
                {steps
                  .map(
                    ({ at, before, after }) =>
                      `${at - 1} programs ${dollars(before)}, ${at} programs ${dollars(after)}`,
                  )
                  .join('; ')}
                .
              </p>
            </li>
          )
        })}
      </ul>
    </Panel>
  )
}
