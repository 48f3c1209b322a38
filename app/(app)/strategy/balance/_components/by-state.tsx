import Link from 'next/link'
import { isOnMap, StateMap } from '@/app/_ui/charts/state-map'
import { Panel } from '@/app/_ui/panel'
import { Table } from '@/app/_ui/table'
import { listViewHref, UNKNOWN_STATE } from '@/lib/list/rows'
import { stateName } from '@/lib/programs/states'
import type { Balance } from '@/lib/strategy/balance'
import { statesSentence } from '@/lib/strategy/balance-words'

/** Where the list lies: the map, and beside it the table that says the same, states with the most programs first. */
export function ByState({ balance }: { balance: Balance }) {
  const shut = new Set(balance.cannotTake.map(({ programId }) => programId))
  const rows = balance.states
    .map(({ name, count, programIds }) => ({
      name: name === null ? 'Place not known' : stateName(name),
      isKnown: name !== null,
      href: listViewHref({ state: name ?? UNKNOWN_STATE }),
      count,
      open: programIds.filter((id) => !shut.has(id)).length,
    }))
    .sort((a, b) => Number(b.isKnown) - Number(a.isKnown) || b.count - a.count || (a.name < b.name ? -1 : 1))
  const isBeside = rows.length <= BESIDE
  return (
    <Panel
      id="map"
      title={statesSentence(balance)}
      lead="One mark for each state, with the number of programs there. It leads to them on your list."
    >
      <div
        className={
          isBeside
            ? 'grid grid-cols-[minmax(0,1fr)] items-start gap-x-8 gap-y-5 lg:grid-cols-[minmax(0,1fr)_20rem]'
            : 'space-y-5'
        }
      >
        <StateMap
          label="Map of the United States with the programs of your list; the table says the same"
          marks={rows.filter(({ isKnown }) => isKnown)}
        />
        {/* Fixed columns, so that the second half continues the first where the two stand one below the other. */}
        <div
          className={`[&_table]:table-fixed [&_tr_th:first-child]:w-1/2 ${isBeside ? '' : 'lg:columns-2 lg:gap-8'}`}
        >
          {tablesOf(rows, isBeside).map((part, index) => (
            <div
              key={part[0]?.name}
              className={`break-inside-avoid ${index > 0 ? 'max-lg:[&_thead]:sr-only' : ''}`}
            >
              <Table
                caption={index === 0 ? 'Programs by state' : 'Programs by state, the rest'}
                isCaptionHidden
                keepsColumns
                columns={[
                  { label: 'State' },
                  { label: 'Programs', isNumeric: true },
                  { label: 'Open', isNumeric: true },
                ]}
              >
                {part.map(({ name, isKnown, href, count, open }) => (
                  <tr key={name}>
                    <th scope="row">
                      <Link href={href} prefetch={false}>
                        {name}
                      </Link>
                      {isKnown && !isOnMap(name) && ', not drawn on the map'}
                    </th>
                    <td>{count}</td>
                    <td>{open}</td>
                  </tr>
                ))}
              </Table>
            </div>
          ))}
        </div>
      </div>
    </Panel>
  )
}

/** More states than this would make the table far longer than the map is high: then it goes below, in two halves. */
const BESIDE = 14

function tablesOf<T>(rows: readonly T[], isBeside: boolean): (readonly T[])[] {
  const half = Math.ceil(rows.length / 2)
  return isBeside ? [rows] : [rows.slice(0, half), rows.slice(half)]
}
