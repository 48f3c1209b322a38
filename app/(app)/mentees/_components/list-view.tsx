import Link from 'next/link'
import { Disclosure } from '@/app/_ui/disclosure'
import { Panel } from '@/app/_ui/panel'
import { Sign } from '@/app/_ui/sign'
import { StatusChip } from '@/app/_ui/status-chip'
import { Table } from '@/app/_ui/table'
import { STANDING_WORDS } from '@/lib/fit/words'
import { buildRows } from '@/lib/list/build-rows'
import { hasNoResponse } from '@/lib/list/no-response'
import { STATUS_WORDS } from '@/lib/list/status-words'
import { factLines } from '@/lib/mentors/fit-facts'
import { pathwayShortName } from '@/lib/programs/pathway-words'
import { eventOn } from '@/lib/season/events'
import type { MenteePlaces } from '../_read/mentee-pages'
import type { MenteeView } from '../_read/read-mentee'
import { ListBalance } from './list-balance'
import { WholeNotes } from './whole-notes'
import { Withheld } from './withheld'

/** The list with every standing and its reason, and the facts of the profile that the fit counts, to read. */
export function ListView({ view, places }: { view: MenteeView; places: MenteePlaces }) {
  return (
    <>
      {view.may('list') ? (
        <>
          <ListBalance view={view} />
          {view.reading.listed.length > 0 && <Programs view={view} places={places} />}
          <WholeNotes places={places} section="list" />
        </>
      ) : (
        <Withheld view={view} section="list" title="List and fit" />
      )}
      {view.may('profile') ? (
        <FitFacts view={view} />
      ) : (
        <Withheld view={view} section="profile" title="What the fit counts" />
      )}
    </>
  )
}

function Programs({ view, places }: { view: MenteeView; places: MenteePlaces }) {
  const { listed } = view.reading
  const { today, season, silenceDays } = view
  const reviewOpens = eventOn(season, 'eras_program_review_opens')
  const { rows, shared } = buildRows(
    listed.map((one) => ({
      ...one,
      hasNoResponse: hasNoResponse(one.entry, { reviewOpens, today, silenceDays }),
    })),
    today,
  )
  const { lookedAt } = view
  const added = new Set(
    listed.flatMap(({ entry }) => (lookedAt !== null && entry.addedAt > lookedAt ? entry.id : [])),
  )
  const standingOf = new Map(listed.map(({ entry, ledger }) => [entry.id, STANDING_WORDS[ledger.standing]]))
  const sorted = [...rows].sort((a, b) => b.rank - a.rank || (a.sponsor < b.sponsor ? -1 : 1))
  return (
    <Panel
      id="programs"
      title={`${rows.length} ${rows.length === 1 ? 'program' : 'programs'}`}
      lead={shared.length > 0 && `The same for every open one: ${shared.join('; ')}.`}
    >
      <Table
        caption="Programs on the list, the best standing first"
        isCaptionHidden
        columns={[
          { label: 'Program' },
          { label: 'Standing and why' },
          { label: 'Pathway' },
          { label: 'Status' },
          { label: 'Fit', isNumeric: true },
        ]}
      >
        {sorted.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              <Link href={places.entryHref(row.id)} prefetch={false}>
                {row.sponsor}
              </Link>
              <span className="block text-sm font-normal text-mute">{row.detail}</span>
              {added.has(row.id) && <NewMark />}
              <Said said={places.saidOn?.('entry', row.id) ?? null} href={places.entryHref(row.id)} />
            </th>
            <td>
              <div>
                <StatusChip tone={standingOf.get(row.id)?.tone ?? 'unknown'}>
                  {standingOf.get(row.id)?.word}
                </StatusChip>
                {row.reason && <span className="mt-0.5 block text-sm text-mute">{row.reason}</span>}
              </div>
            </td>
            <td>{pathwayShortName(row.pathway)}</td>
            <td>
              <div>
                {STATUS_WORDS[row.status].label}
                {row.since && <span className="block text-sm text-mute">{row.since}</span>}
              </div>
            </td>
            <td>
              <span className="whitespace-nowrap">
                {row.point}
                {row.low !== row.high && ` (${row.low}–${row.high})`}
              </span>
            </td>
          </tr>
        ))}
      </Table>
      <p className="mt-3 max-w-prose text-sm text-mute">
        Fit is a number of the method, on a scale to 100, with its range; it is not a chance of matching.
      </p>
    </Panel>
  )
}

function NewMark() {
  return <span className="block text-sm font-normal">new since you looked</span>
}

/** That something is said about a program, and whether it waits for the reader's word. */
function Said({ said, href }: { said: { count: number; waits: boolean } | null; href: string }) {
  if (!said) return null
  const count = said.count === 1 ? '1 comment' : `${said.count} comments`
  return (
    <a href={href} className="no-print mt-0.5 flex items-center gap-1.5 text-sm font-normal">
      {said.waits && <Sign tone="warn" className="size-3 flex-none" />}
      {said.waits ? `${count}, the last word is theirs` : count}
    </a>
  )
}

/** What the fit counts of the profile: part of what the list opens, and said so where it is granted. */
function FitFacts({ view }: { view: MenteeView }) {
  return (
    <Panel
      id="facts"
      title="What the fit counts"
      lead="These answers of the profile decide the standings above, so they come with the list."
    >
      <Disclosure summary="The answers, one by one">
        <dl className="grid gap-x-6 sm:grid-cols-[14rem_minmax(0,1fr)]">
          {factLines(view.reading.applicant).map(({ label, value }) => (
            <div key={label} className="contents">
              <dt className="pt-2 text-mute">{label}</dt>
              <dd className="sm:pt-2">{value}</dd>
            </div>
          ))}
        </dl>
      </Disclosure>
    </Panel>
  )
}
