import { Button } from '@/app/_ui/button'
import { NEED_LABELS } from '@/lib/mentors/need-words'
import { NEED_CODES } from '@/lib/mentors/needs'
import {
  isRosterFiltered,
  ROSTER_VISA_LABELS,
  ROSTER_VISAS,
  type RosterRow,
  type RosterView,
} from '@/lib/mentors/roster'

/** Search and filters, a plain GET form: the address holds the view. Only what occurs among the mentees is offered. */
export function RosterFilters({
  rows,
  view,
  found,
}: {
  rows: readonly RosterRow[]
  view: RosterView
  found: number
}) {
  const codes = NEED_CODES.filter((code) =>
    rows.some(({ needs }) => needs.some((need) => need.code === code)),
  )
  const seasons = [...new Set(rows.flatMap(({ seasonYear }) => seasonYear ?? []))].sort((a, b) => a - b)
  return (
    <form
      action="/mentees"
      className="no-print mb-1 grid grid-cols-2 items-center gap-2 sm:grid-cols-4 lg:-mt-4 xl:grid-cols-[1.6fr_1.6fr_1fr_1.2fr_auto_auto]"
    >
      <input
        id="roster-search"
        type="search"
        name="q"
        className="control col-span-2 sm:col-span-4 xl:col-span-1"
        defaultValue={view.query}
        aria-label="Search names and reasons"
        placeholder="Search names and reasons"
      />
      <Choice name="reason" label="Reason" all="Any reason" value={view.need}>
        {codes.map((code) => (
          <option key={code} value={code}>
            {NEED_LABELS[code]}
          </option>
        ))}
      </Choice>
      <Choice name="season" label="Season" all="Any season" value={view.season ?? ''}>
        {seasons.map((year) => (
          <option key={year} value={year}>
            Season {year}
          </option>
        ))}
      </Choice>
      <Choice name="visa" label="Visa" all="Any visa" value={view.visa}>
        {ROSTER_VISAS.map((visa) => (
          <option key={visa} value={visa}>
            {ROSTER_VISA_LABELS[visa]}
          </option>
        ))}
      </Choice>
      <label className="flex min-h-10 items-center gap-2 pointer-coarse:min-h-11">
        <input type="checkbox" name="changed" value="1" defaultChecked={view.isChangedOnly} />
        Changed since I looked
      </label>
      <Button type="submit">Show</Button>
      {isRosterFiltered(view) && (
        <p role="status" className="col-span-full text-sm text-mute">
          {found} of {rows.length} {rows.length === 1 ? 'mentee' : 'mentees'} ·{' '}
          <a href="/mentees">Show all</a>
        </p>
      )}
    </form>
  )
}

function Choice({
  name,
  label,
  all,
  value,
  children,
}: {
  name: string
  label: string
  all: string
  value: string | number
  children: React.ReactNode
}) {
  return (
    <select key={String(value)} name={name} className="control" aria-label={label} defaultValue={value}>
      <option value="">{all}</option>
      {children}
    </select>
  )
}
