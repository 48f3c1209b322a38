import type { CalendarDate } from '@/lib/dates/calendar-date'
import { daysBetween } from '@/lib/dates/calendar-date'
import { formatShortDate } from '@/lib/dates/format'
import { evaluateFit } from '@/lib/fit/evaluate'
import type { Ledger, Preference } from '@/lib/fit/ledger'
import { FIT_POLICY } from '@/lib/fit/policy'
import type { Applicant } from '@/lib/profile/applicant'
import type { CatalogueProgram } from '@/lib/programs/catalogue-program'
import { placeWords } from '@/lib/programs/states'
import { eventOn } from '@/lib/season/events'
import type { Season } from '@/lib/season/season'
import type { ListEntry } from './entry'
import { hasNoResponse } from './no-response'
import { rowReason, sharedConditions } from './reason'
import { type ListRow, UNKNOWN_STATE } from './rows'
import { ENTRY_STATUSES } from './status'

/** An entry with its program and what the fit says of it. */
export type EvaluatedEntry = {
  entry: ListEntry
  program: CatalogueProgram
  ledger: Ledger
  hasNoResponse: boolean
}

/** Every entry of a list evaluated for one season. An entry whose program is gone is left out. */
export function evaluateEntries({
  entries,
  programs,
  applicant,
  season,
  today,
  silenceDays,
}: {
  entries: readonly ListEntry[]
  programs: readonly CatalogueProgram[]
  applicant: Applicant
  season: Season
  today: CalendarDate
  /** After how many days an application without an answer says so: the person's own number. */
  silenceDays: number
}): EvaluatedEntry[] {
  const byId = new Map(programs.map((program) => [program.id, program]))
  const reviewOpens = eventOn(season, 'eras_program_review_opens')
  return entries.flatMap((entry) => {
    const program = byId.get(entry.programId)
    if (!program) return []
    const ledger = evaluateFit({
      applicant,
      program,
      season,
      policy: FIT_POLICY,
      today,
      appliedOn: entry.appliedOn,
    })
    return [
      { entry, program, ledger, hasNoResponse: hasNoResponse(entry, { reviewOpens, today, silenceDays }) },
    ]
  })
}

/** The rows of the table, and the conditions that all open ones share. `waitsOn` says what of a mentor's waits on an entry. */
export function buildRows(
  evaluated: readonly EvaluatedEntry[],
  today: CalendarDate,
  waitsOn: (entryId: string) => string = () => '',
): { rows: ListRow[]; shared: string[] } {
  const shared = sharedConditions(evaluated.map(({ ledger }) => ledger))
  // A name is worth its line only where sponsor and pathway do not tell two programs apart.
  const alike = new Map<string, number>()
  const keyOf = ({ sponsor, pathway }: CatalogueProgram) => `${pathway} ${sponsor}`
  for (const { program } of evaluated) alike.set(keyOf(program), (alike.get(keyOf(program)) ?? 0) + 1)
  const rows = evaluated.map(({ entry, program, ledger, hasNoResponse }): ListRow => {
    const isOneOfSeveral = (alike.get(keyOf(program)) ?? 0) > 1
    return {
      id: entry.id,
      sponsor: program.sponsor,
      detail: [isOneOfSeveral && program.name, placeWords(program), program.isRetired && 'no longer listed']
        .filter(Boolean)
        .join(' · '),
      pathway: program.pathway,
      state: program.state ?? UNKNOWN_STATE,
      standing: ledger.standing,
      reason: rowReason(ledger, shared),
      rank: ledger.sortKey,
      point: ledger.fit.point,
      low: ledger.fit.low,
      high: ledger.fit.high,
      preference: Math.round(ledger.preference.score * 1000) / 1000,
      wishes: wishesWords(ledger.preference),
      status: entry.status,
      since: sinceWords(entry, hasNoResponse, today),
      statusRank: ENTRY_STATUSES.indexOf(entry.status),
      signal: entry.signal,
      hasNote: entry.hasNote,
      waits: waitsOn(entry.id),
      isOwn: program.isOwn,
    }
  })
  return { rows, shared }
}

function sinceWords(entry: ListEntry, isSilent: boolean, today: CalendarDate): string {
  if (entry.statusOn === null || entry.status === 'considering') return ''
  if (!isSilent) return formatShortDate(entry.statusOn)
  return `no answer for ${Math.floor(daysBetween(entry.statusOn, today) / 7)} weeks`
}

/** '2 of 3 met, 1 not known'; empty when the person has named no wish. */
function wishesWords({ aspects }: Preference): string {
  if (aspects.length === 0) return ''
  const matched = aspects.filter(({ answer }) => answer === 'match').length
  const open = aspects.filter(({ answer }) => answer === 'unknown').length
  return `${matched} of ${aspects.length} met${open > 0 ? `, ${open} not known` : ''}`
}
