import Link from 'next/link'
import { isOnMap, StateMap } from '@/app/_ui/charts/state-map'
import { Disclosure } from '@/app/_ui/disclosure'
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
  const cut = rows.length - SHOWN < 3 ? rows.length : SHOWN
  return (
    <Panel
      id="map"
      title={statesSentence(balance)}
      lead="One mark for each state, with the number of programs there. It leads to them on your list."
    >
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-x-8 gap-y-5 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <StateMap
          label="Map of the United States with the programs of your list; the table says the same"
          marks={rows.filter(({ isKnown }) => isKnown)}
        />
        <div className="[&_table]:table-fixed [&_tr_th:first-child]:w-1/2">
          <States rows={rows.slice(0, cut)} caption="Programs by state" />
          {cut < rows.length && (
            <Disclosure summary={`${rows.length - cut} more states`}>
              <States rows={rows.slice(cut)} caption="Programs by state, the rest" />
            </Disclosure>
          )}
        </div>
      </div>
    </Panel>
  )
}

/** As many states as stand beside the map without being longer than it is high. */
const SHOWN = 10

type Row = { name: string; isKnown: boolean; href: string; count: number; open: number }

function States({ rows, caption }: { rows: readonly Row[]; caption: string }) {
  return (
    <Table
      caption={caption}
      isCaptionHidden
      keepsColumns
      columns={[
        { label: 'State' },
        { label: 'Programs', isNumeric: true },
        { label: 'Open', isNumeric: true },
      ]}
    >
      {rows.map(({ name, isKnown, href, count, open }) => (
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
  )
}
