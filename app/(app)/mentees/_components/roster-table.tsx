import Link from 'next/link'
import { EmptyState } from '@/app/_ui/empty-state'
import { Sign } from '@/app/_ui/sign'
import { formatShortDayMonth } from '@/lib/dates/format'
import { needBrief, needTone } from '@/lib/mentors/need-words'
import type { RosterRow } from '@/lib/mentors/roster'
import { RosterKeys } from './roster-keys'
import './roster-table.css'

const COLUMNS = ['Mentee', 'What asks for you', 'Season', 'Visa', 'Since you looked']
/** So many reasons fit in a line; of more it is said how many there are. */
const REASONS_IN_A_LINE = 2

/** One line a mentee, thirty to a screen; on a phone each is a card. Keys walk through the names. */
export function RosterTable({ rows }: { rows: readonly RosterRow[] }) {
  if (rows.length === 0) {
    return <EmptyState title="No mentee matches">Take a filter away to see the others.</EmptyState>
  }
  return (
    <>
      <table className="roster" id="roster">
        <caption className="sr-only">Mentees, those in greatest need first</caption>
        <thead>
          <tr>
            {COLUMNS.map((label) => (
              <th key={label} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.id} row={row} />
          ))}
        </tbody>
      </table>
      <RosterKeys />
    </>
  )
}

function Row({ row }: { row: RosterRow }) {
  const { id, name, seasonYear, visa, needs } = row
  return (
    <tr>
      <th scope="row">
        <Link href={`/mentees/${id}`} prefetch={false} data-roster>
          {name || 'A mentee'}
        </Link>
      </th>
      <td>
        {needs.length === 0 ? (
          <span className="text-mute">Nothing now</span>
        ) : (
          <ul data-all={needs.length > REASONS_IN_A_LINE ? needs.length : undefined}>
            {needs.map((need) => (
              <li key={need.code}>
                <Sign tone={needTone(need)} className="size-3" /> {needBrief(need)}
              </li>
            ))}
          </ul>
        )}
      </td>
      <td data-label="Season">{seasonYear ?? 'none'}</td>
      <td data-label="Visa">{VISA_WORDS[visa ?? 'not_said']}</td>
      <td data-label="Since you looked">{newsOf(row)}</td>
    </tr>
  )
}

/** '22 Nov: 2 practice results': the day of the last change where something is new, else when one looked, or that one has not. */
function newsOf({ lookedOn, lastChangeOn, changed }: RosterRow): string {
  const last = lastChangeOn && formatShortDayMonth(lastChangeOn)
  if (lookedOn === null) return last ? `first look; changed ${last}` : 'first look; nothing yet'
  if (changed === null) return `nothing since ${formatShortDayMonth(lookedOn)}`
  return last ? `${last}: ${changed}` : changed
}

const VISA_WORDS: Readonly<Record<NonNullable<RosterRow['visa']> | 'not_said', string>> = {
  needs_visa: 'needed',
  no_visa_needed: 'none',
  withheld: 'withheld',
  not_said: 'not said',
}
