import { Panel } from '@/app/_ui/panel'
import { Table } from '@/app/_ui/table'
import { formatDate } from '@/lib/dates/format'
import { STANDINGS } from '@/lib/fit/ledger'
import { STANDING_WORDS } from '@/lib/fit/words'
import { dollars } from '@/lib/strategy/cost-words'
import type { Delay, YearOfList } from '@/lib/strategy/delay'

/** The two cycles in two columns: what is open, how it stands, what it costs, when review begins. */
export function SideBySide({ delay: { now, next } }: { delay: Delay }) {
  const standings = STANDINGS.filter((standing) => now.standings[standing] || next.standings[standing])
  return (
    <Panel id="side-by-side" title="This cycle and the next">
      <Table
        caption={`Your list in season ${now.season} and in season ${next.season}`}
        isCaptionHidden
        columns={[
          { label: 'Of your list' },
          { label: `Season ${now.season}` },
          { label: `Season ${next.season}` },
        ]}
      >
        <tr>
          <th scope="row">Open to you</th>
          <td>{now.open}</td>
          <td>{next.open}</td>
        </tr>
        {standings.map((standing) => (
          <tr key={standing}>
            <th scope="row">{STANDING_WORDS[standing].word}</th>
            <td>{now.standings[standing] ?? 0}</td>
            <td>{next.standings[standing] ?? 0}</td>
          </tr>
        ))}
        <tr>
          <th scope="row">Fees, about</th>
          <td>{dollars(now.cost.total)}</td>
          <td>{dollars(next.cost.total)}</td>
        </tr>
        <tr>
          <th scope="row">Programs review from</th>
          <td>{reviewWords(now)}</td>
          <td>{reviewWords(next)}</td>
        </tr>
      </Table>
    </Panel>
  )
}

function reviewWords({ reviewOn, isProjected, isAfterReview }: YearOfList): string {
  if (reviewOn === null) return 'not announced'
  const day = `${formatDate(reviewOn)}${isProjected ? ', projected' : ''}`
  return isAfterReview ? `${day}; it has begun, so a new application would be late` : day
}
