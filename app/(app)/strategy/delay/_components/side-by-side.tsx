import { Panel } from '@/app/_ui/panel'
import { Table } from '@/app/_ui/table'
import type { CalendarDate } from '@/lib/dates/calendar-date'
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
      {/* Three columns stand beside each other on a phone too, when the first may be narrow. */}
      <div className="[&_tbody_th]:min-w-0">
        <Table
          caption={`Your list in season ${now.season} and in season ${next.season}`}
          isCaptionHidden
          keepsColumns
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
          {now.hasMainMatch && (
            <tr>
              <th scope="row">Programs review from</th>
              <td>{reviewWords(now)}</td>
              <td>{reviewWords(next)}</td>
            </tr>
          )}
          {now.fellowshipReview && next.fellowshipReview && (
            <tr>
              <th scope="row">Fellowship programs review from (July cycle)</th>
              <td>{dayWords(now.fellowshipReview)}</td>
              <td>{dayWords(next.fellowshipReview)}</td>
            </tr>
          )}
        </Table>
      </div>
    </Panel>
  )
}

function reviewWords({ reviewOn, isProjected, isAfterReview }: YearOfList): string {
  const day = dayWords({ on: reviewOn, isProjected })
  return isAfterReview ? `${day}; it has begun, so a new application would be late` : day
}

function dayWords({ on, isProjected }: { on: CalendarDate | null; isProjected: boolean }): string {
  return on === null ? 'not announced' : `${formatDate(on)}${isProjected ? ', projected' : ''}`
}
