import { addDays, type CalendarDate } from '@/lib/dates/calendar-date'
import { SCORE_REPORT_DAYS } from '@/lib/facts/score-reporting'
import type { Pathway } from '@/lib/programs/pathway'
import type { Season, SeasonEventKey } from '@/lib/season/season'

/** A day by which exams must be reported, and the last exam days that still make it: usually, and with USMLE's own margin. */
export type NeededBy = {
  by: CalendarDate | null
  what: 'rank_list_deadline' | 'training_start'
  sitBy: CalendarDate | null
  sitBySafely: CalendarDate | null
}

/** The dates of a season that gates ask for. null: not announced, and then never placed. */
export type SeasonReading = {
  year: number
  trainingStart: CalendarDate
  opens: CalendarDate | null
  submit: CalendarDate | null
  review: CalendarDate | null
  certificationDeadline: CalendarDate | null
  closes: CalendarDate | null
  /** For pathways in the Main Match; ECFMG must confirm the exams by the rank-list deadline. */
  mainMatch: NeededBy
  /** For pathways outside it: the certificate is needed when training starts. */
  outside: NeededBy
}

function neededBy(by: CalendarDate | null, what: NeededBy['what']): NeededBy {
  if (by === null) return { by, what, sitBy: null, sitBySafely: null }
  const [sitBy, sitBySafely] = lastSittingsFor(by)
  return { by, what, sitBy, sitBySafely }
}

const lastSittings = new Map<CalendarDate, readonly [usual: CalendarDate, safe: CalendarDate]>()

/** The last exam days whose result is there by a day; kept, since a list asks for the same few days again and again. */
function lastSittingsFor(by: CalendarDate): readonly [usual: CalendarDate, safe: CalendarDate] {
  const held = lastSittings.get(by)
  if (held !== undefined) return held
  const { typical, plan } = SCORE_REPORT_DAYS.value
  const found = [addDays(by, -typical), addDays(by, -plan)] as const
  if (lastSittings.size > 100) lastSittings.clear()
  lastSittings.set(by, found)
  return found
}

export function readSeason(season: Season): SeasonReading {
  const trainingStart = `${season.year}-07-01`
  return {
    year: season.year,
    trainingStart,
    opens: dayOf(season, 'eras_season_opens'),
    submit: dayOf(season, 'eras_submit_opens'),
    review: dayOf(season, 'eras_program_review_opens'),
    certificationDeadline: dayOf(season, 'ecfmg_pathways_deadline'),
    closes: dayOf(season, 'eras_season_closes'),
    mainMatch: neededBy(dayOf(season, 'nrmp_rol_deadline'), 'rank_list_deadline'),
    outside: neededBy(trainingStart, 'training_start'),
  }
}

const OUTSIDE_MAIN_MATCH: ReadonlySet<Pathway> = new Set(['mgg', 'mfm_mgg', 'lab_genetics'])

/** Two-year genetics and maternal-fetal genetics are filled as fellowships or outside any match (DESIGN.md 2.1). */
export function isInMainMatch(pathway: Pathway): boolean {
  return !OUTSIDE_MAIN_MATCH.has(pathway)
}

function dayOf(season: Season, key: SeasonEventKey): CalendarDate | null {
  for (const event of season.events) if (event.key === key) return event.on
  return null
}
