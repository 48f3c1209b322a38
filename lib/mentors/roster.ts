import type { CalendarDate } from '@/lib/dates/calendar-date'
import type { VisaNeed } from '@/lib/profile/applicant'
import { folded } from '@/lib/programs/search'
import { needBrief } from './need-words'
import { byNeed, NEED_CODES, type Need, type NeedCode } from './needs'

/** One mentee in the roster, ready to show. */
export type RosterRow = {
  id: string
  name: string
  /** Null for someone who has not begun a cycle. */
  seasonYear: number | null
  /** 'withheld' where the profile is; null where it is not said. */
  visa: VisaNeed | 'withheld' | null
  needs: readonly Need[]
  /** The last change in what the mentor may see; null where nothing was ever entered. */
  lastChangeOn: CalendarDate | null
  /** The day on which the mentor last opened a page of theirs; null before the first time. */
  lookedOn: CalendarDate | null
  /** What changed since then in a few words; null for nothing, and before the first look. */
  changed: string | null
}

export const ROSTER_VISAS = ['needs_visa', 'no_visa_needed', 'not_known'] as const
export type RosterVisa = (typeof ROSTER_VISAS)[number]

export const ROSTER_VISA_LABELS: Readonly<Record<RosterVisa, string>> = {
  needs_visa: 'Needs a visa',
  no_visa_needed: 'Needs no visa',
  not_known: 'Not said or withheld',
}

/** What the address of the roster holds. Empty texts ask for everybody. */
export type RosterView = {
  query: string
  need: NeedCode | ''
  season: number | null
  visa: RosterVisa | ''
  isChangedOnly: boolean
}

/** The view that an address holds. Unknown words in it are dropped. */
export function readRosterView(params: { get: (name: string) => string | null }): RosterView {
  const season = Number(params.get('season'))
  return {
    query: (params.get('q') ?? '').slice(0, 200),
    need: NEED_CODES.find((known) => known === params.get('reason')) ?? '',
    season: Number.isInteger(season) && season > 0 ? season : null,
    visa: ROSTER_VISAS.find((known) => known === params.get('visa')) ?? '',
    isChangedOnly: params.get('changed') === '1',
  }
}

export function isRosterFiltered({ query, need, season, visa, isChangedOnly }: RosterView): boolean {
  return query !== '' || need !== '' || season !== null || visa !== '' || isChangedOnly
}

/**
 * The mentees whom a view asks for, those in greatest need first. The search finds what the line itself shows: the name and
 * the reasons, so that nothing withheld can be searched for.
 */
export function rosterRows(rows: readonly RosterRow[], view: RosterView): readonly RosterRow[] {
  const words = folded(view.query).split(' ').filter(Boolean)
  return [...rows].sort(byNeed).filter((row) => {
    if (view.need !== '' && !row.needs.some(({ code }) => code === view.need)) return false
    if (view.season !== null && row.seasonYear !== view.season) return false
    if (view.visa !== '' && visaOf(row) !== view.visa) return false
    if (view.isChangedOnly && row.changed === null) return false
    const text = ` ${folded([row.name, ...row.needs.map(needBrief)].join(' '))}`
    return words.every((word) => text.includes(` ${word}`))
  })
}

function visaOf({ visa }: RosterRow): RosterVisa {
  return visa === null || visa === 'withheld' ? 'not_known' : visa
}

/** The roster in one sentence: how many wait for something, and of what kind the gravest is. */
export function rosterSentence(rows: readonly RosterRow[]): string {
  const inNeed = rows.filter(({ needs }) => needs.length > 0).length
  const changed = rows.filter((row) => row.changed !== null).length
  if (rows.length === 1) {
    const news = changed === 1 ? ' Something has changed since you looked.' : ''
    return `${inNeed === 0 ? 'Nothing that you may see asks for you now.' : 'Your one mentee has a reason to be looked at.'}${news}`
  }
  const news = changed === 0 ? '' : `; ${changed} ${changed === 1 ? 'has' : 'have'} news`
  if (inNeed === 0) return `None of ${rows.length} mentees asks for you now, as far as you may see${news}.`
  return `${inNeed} of ${rows.length} mentees ${inNeed === 1 ? 'has' : 'have'} a reason to be looked at, the gravest first${news}.`
}
