import type { CalendarDate } from '@/lib/dates/calendar-date'
import type { Applicant } from '@/lib/profile/applicant'
import type { Pathway } from '@/lib/programs/pathway'
import { event, isDated } from '@/lib/season/events'
import type { Season, SeasonEvent, SeasonEventKey } from '@/lib/season/season'
import type { Answer } from './answer'
import { CHECKLIST_CALENDARS, type ChecklistCalendar, usualCalendars } from './calendar-names'
import type { ChecklistProgram } from './programs'

const EVENTS: Readonly<Record<ChecklistCalendar, { submit: SeasonEventKey; review: SeasonEventKey }>> = {
  main: { submit: 'eras_submit_opens', review: 'eras_program_review_opens' },
  july: { submit: 'eras_fellowship_july_submit', review: 'eras_fellowship_july_review' },
  december: { submit: 'eras_fellowship_dec_submit', review: 'eras_fellowship_dec_review' },
}

/** Why a calendar is among the person's own. */
export type CalendarReason =
  | 'on_the_list'
  | 'wished_for'
  | 'nothing_said'
  | 'cycle_not_known'
  | 'not_open_yet'

export type CalendarUse = {
  calendar: ChecklistCalendar
  /** `unknown`: it may be this one, or the program may not be open to the person. */
  isUsed: Answer
  reason: CalendarReason
  submit: SeasonEvent | null
  review: SeasonEvent | null
}

/**
 * The calendars that a person applies by: from the list, else from the pathways wished for, else the Main Match's, and
 * that is said. A fellowship calendar counts as used only where its pathway is open to them (an ACGME year, or ABMGG's
 * written credit) and the program's own cycle is known; otherwise it is one that may apply.
 */
export function calendarsInUse(
  programs: readonly ChecklistProgram[],
  applicant: Applicant,
  season: Season,
): readonly CalendarUse[] {
  const wished = applicant.preferences.pathways
  const sources = programs.length > 0 ? programs : wished.map(asProgram)
  const reason = programs.length > 0 ? 'on_the_list' : 'wished_for'
  const uses = CHECKLIST_CALENDARS.flatMap((calendar): CalendarUse[] => {
    let best: ReturnType<typeof calendarUse> | null = null
    for (const program of sources) {
      if (!program.calendars.includes(calendar)) continue
      const found = calendarUse(program, applicant, reason)
      if (best === null || ORDER[found.isUsed] < ORDER[best.isUsed]) best = found
    }
    return best && best.isUsed !== 'no' ? [{ calendar, ...best, ...eventsOf(season, calendar) }] : []
  })
  if (uses.length > 0) return uses
  return [{ calendar: 'main', isUsed: 'yes', reason: 'nothing_said', ...eventsOf(season, 'main') }]
}

const ORDER: Readonly<Record<Answer, number>> = { yes: 0, unknown: 1, no: 2 }

function asProgram(pathway: Pathway): Pick<ChecklistProgram, 'pathway' | 'calendars'> {
  return { pathway, calendars: usualCalendars(pathway) }
}

function calendarUse(
  { pathway, calendars }: Pick<ChecklistProgram, 'pathway' | 'calendars'>,
  applicant: Applicant,
  reason: CalendarReason,
): Pick<CalendarUse, 'isUsed' | 'reason'> {
  const isOpen = pathwayOpen(pathway, applicant)
  if (isOpen === 'no') return { isUsed: 'no', reason: 'not_open_yet' }
  if (isOpen === 'unknown') return { isUsed: 'unknown', reason: 'not_open_yet' }
  return calendars.length > 1 ? { isUsed: 'unknown', reason: 'cycle_not_known' } : { isUsed: 'yes', reason }
}

/** Two-year genetics needs an ACGME year first, maternal-fetal genetics a residency in OB-GYN (DESIGN.md 2.1). */
function pathwayOpen(pathway: Pathway, { training }: Applicant): Answer {
  if (pathway === 'mfm_mgg') {
    return training.obgynCompleted === null ? 'unknown' : training.obgynCompleted ? 'yes' : 'no'
  }
  if (pathway !== 'mgg' || training.abmggCredit === 'granted') return 'yes'
  return training.acgmeMonths === null ? 'unknown' : training.acgmeMonths >= 12 ? 'yes' : 'no'
}

function eventsOf(season: Season, calendar: ChecklistCalendar) {
  const { submit, review } = EVENTS[calendar]
  return { submit: event(season, submit), review: event(season, review) }
}

/**
 * The calendar whose day comes next: what every application needs once (a statement, letters) is planned for it. After
 * its review has begun the next one takes over; after the last, the last stays.
 */
export function leadingCalendar(uses: readonly CalendarUse[], today: CalendarDate): CalendarUse | null {
  const certain = uses.filter(({ isUsed }) => isUsed === 'yes')
  const candidates = (certain.length > 0 ? certain : uses)
    .filter(({ review }) => isDated(review))
    .sort((a, b) => ((a.review?.on ?? '') < (b.review?.on ?? '') ? -1 : 1))
  return candidates.find(({ review }) => (review?.on ?? '') >= today) ?? candidates.at(-1) ?? uses[0] ?? null
}
