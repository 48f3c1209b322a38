import {
  addDays,
  type CalendarDate,
  daysBetween,
  earliestOf,
  type Instant,
  latestOf,
} from '@/lib/dates/calendar-date'
import {
  formatBothClocks,
  formatDate,
  formatEastern,
  formatRange,
  formatShortDate,
  viewerClock,
} from '@/lib/dates/format'
import { isEastern } from '@/lib/dates/zones'
import { reportWindow } from '@/lib/exams/report-window'
import { VERIFICATION_DAYS_BEFORE_RANK_LIST } from '@/lib/facts/score-reporting'

import { event, isDated } from './events'
import { FELLOWSHIP_CYCLES, type FellowshipCycleName } from './fellowship'
import type { Season, SeasonEvent, SeasonEventKey } from './season'

export const RIBBON_KINDS = [
  'today',
  'exam',
  'report_window',
  'eras_submission',
  'program_review',
  'ecfmg_pathways',
  'verification',
  'rank_list',
  'match_day',
] as const
export type RibbonKind = (typeof RIBBON_KINDS)[number]

/** How firm a mark is: announced, projected by a rule, our estimate or margin, the person's own plan, or today itself. */
export type RibbonCertainty = 'published' | 'projected' | 'estimate' | 'plan' | 'now'

export type RibbonMark = {
  /** Unique on a ribbon. */
  id: string
  kind: RibbonKind
  label: string
  /** Its day; for an event of the season the Eastern one. */
  on: CalendarDate
  /** The last day of a span (the report window), null for a point. */
  until: CalendarDate | null
  at: Instant | null
  /** '22 Sep 2027, 09:00 ET', or only the day where no hour is known. */
  eastern: string
  /** The same moment on the viewer's clock, null where it would say nothing new: a day without hour, or Eastern time. */
  viewer: string | null
  certainty: RibbonCertainty
  isProjected: boolean
  isPast: boolean
  /** 0 at the ribbon's start to 1 at its end, by days. */
  position: number
  untilPosition: number | null
  /** The whole mark as one sentence, for those who hear the ribbon. */
  sentence: string
}

export type Ribbon = {
  seasonYear: number
  from: CalendarDate
  to: CalendarDate
  marks: readonly RibbonMark[]
  /** Marks before the start: passed, and still worth naming. */
  earlier: readonly RibbonMark[]
  /** Marks beyond the end: a sitting that is for the next season. */
  later: readonly RibbonMark[]
  /** Events that no one has announced: listed, never placed. */
  unplaced: readonly { kind: RibbonKind; label: string; sentence: string }[]
}

/** A sitting of an exam on the ribbon: planned, or sat and waiting for its report. */
export type RibbonSitting = { id: string; label: string; on: CalendarDate }

/** The Main Match, or a fellowship cycle that a person's programs may use. */
export type RibbonCalendar = 'main' | FellowshipCycleName

type Wanted = { key: SeasonEventKey; kind: RibbonKind; label: string }

const EVENT_MARKS: readonly Wanted[] = [
  { key: 'eras_submit_opens', kind: 'eras_submission', label: 'ERAS submission opens' },
  { key: 'eras_program_review_opens', kind: 'program_review', label: 'Program review opens' },
  { key: 'ecfmg_pathways_deadline', kind: 'ecfmg_pathways', label: 'ECFMG Pathways deadline' },
  { key: 'nrmp_rol_deadline', kind: 'rank_list', label: 'Rank list deadline' },
  { key: 'match_day', kind: 'match_day', label: 'Match Day' },
]

const MAIN_MATCH: readonly RibbonCalendar[] = ['main']

/** What of the fellowship cycles stands on a ribbon beside the Main Match's events, and what where there are none of those. */
const FELLOWSHIP_MARKS: Readonly<Record<FellowshipCycleName, { submit: Wanted; review: Wanted }>> = {
  july: {
    submit: {
      key: 'eras_fellowship_july_submit',
      kind: 'eras_submission',
      label: 'July-cycle submission opens',
    },
    review: { key: 'eras_fellowship_july_review', kind: 'program_review', label: 'July-cycle review opens' },
  },
  december: {
    submit: {
      key: 'eras_fellowship_dec_submit',
      kind: 'eras_submission',
      label: 'December-cycle submission opens',
    },
    review: {
      key: 'eras_fellowship_dec_review',
      kind: 'program_review',
      label: 'December-cycle review opens',
    },
  },
}

/** The events that concern who applies by those calendars. Beside the Main Match's, a cycle is its review day alone. */
function wantedMarks(calendars: readonly RibbonCalendar[]): readonly Wanted[] {
  const isMain = calendars.includes('main')
  const cycles = FELLOWSHIP_CYCLES.filter((name) => calendars.includes(name)).flatMap((name) => {
    const { submit, review } = FELLOWSHIP_MARKS[name]
    return isMain ? [review] : [submit, review]
  })
  return isMain ? [...EVENT_MARKS, ...cycles] : cycles
}

type Draft = Omit<RibbonMark, 'position' | 'untilPosition' | 'isPast' | 'isProjected'>

/**
 * The season as a ribbon from today to Match Day, or for who applies by fellowship cycles alone to the last of their days. It starts earlier when a sat exam still waits for its report (on the
 * exam's day), and, once Match Day is over, on the day the season opened. `today` is the viewer's own calendar day and
 * `zone` the viewer's IANA zone. A ribbon has marks for what is dated only.
 */
export function seasonRibbon({
  season,
  today,
  zone,
  sittings = [],
  calendars = MAIN_MATCH,
}: {
  season: Season
  today: CalendarDate
  zone: string
  sittings?: readonly RibbonSitting[]
  /** By which the person applies: the events of the others are left out. */
  calendars?: readonly RibbonCalendar[]
}): Ribbon {
  const wanted = wantedMarks(calendars)
  const isMain = calendars.includes('main')
  const drafts = [
    ...sittings.flatMap(sittingMarks),
    ...wanted.flatMap((one) => eventMark(season, one, zone)),
    ...(isMain ? verificationMark(season) : []),
  ]
  const to = endOf(isMain ? event(season, 'match_day') : null, today, drafts)
  const from = startOf(season, today, to, sittings)
  const all = [...(today <= to ? [todayMark(today)] : []), ...drafts]
    .map((draft) => place(draft, from, to, today))
    .sort((a, b) =>
      a.on < b.on ? -1 : a.on > b.on ? 1 : RIBBON_KINDS.indexOf(a.kind) - RIBBON_KINDS.indexOf(b.kind),
    )
  return {
    seasonYear: season.year,
    from,
    to,
    marks: all.filter((mark) => (mark.until ?? mark.on) >= from && mark.on <= to),
    earlier: all.filter((mark) => (mark.until ?? mark.on) < from),
    later: all.filter((mark) => mark.on > to),
    unplaced: wanted
      .filter(({ key }) => !isDated(event(season, key)))
      .map(({ kind, label }) => ({
        kind,
        label,
        sentence: `${label}: not announced yet.`,
      })),
  }
}

/** The ribbon in words, mark by mark: what a screen reader and a printed page get. */
export function ribbonSentences(ribbon: Ribbon): readonly string[] {
  return [...ribbon.marks, ...ribbon.unplaced].map((mark) => mark.sentence)
}

function endOf(matchDay: SeasonEvent | null, today: CalendarDate, drafts: readonly Draft[]): CalendarDate {
  if (isDated(matchDay)) return matchDay.on
  // Without a Match Day the ribbon ends with the last thing that it can place.
  return latestOf(addDays(today, 1), ...drafts.map((draft) => draft.until ?? draft.on))
}

function startOf(
  season: Season,
  today: CalendarDate,
  to: CalendarDate,
  sittings: readonly RibbonSitting[],
): CalendarDate {
  if (today > to) {
    const opens = event(season, 'eras_season_opens')
    return isDated(opens) && opens.on < to ? opens.on : addDays(to, -1)
  }
  const waiting = sittings.filter((sitting) => sitting.on < today && reportWindow(sitting.on).plan >= today)
  const start = earliestOf(today, ...waiting.map((sitting) => sitting.on))
  return start < to ? start : addDays(to, -1)
}

function place(draft: Draft, from: CalendarDate, to: CalendarDate, today: CalendarDate): RibbonMark {
  const length = daysBetween(from, to)
  const at = (date: CalendarDate) => Math.min(1, Math.max(0, daysBetween(from, date) / length))
  return {
    ...draft,
    isPast: (draft.until ?? draft.on) < today,
    isProjected: draft.certainty === 'projected',
    position: at(draft.on),
    untilPosition: draft.until === null ? null : at(draft.until),
  }
}

function todayMark(today: CalendarDate): Draft {
  return {
    id: 'today',
    kind: 'today',
    label: 'Today',
    on: today,
    until: null,
    at: null,
    eastern: formatShortDate(today),
    viewer: null,
    certainty: 'now',
    sentence: `Today is ${formatDate(today)}.`,
  }
}

function sittingMarks(sitting: RibbonSitting): Draft[] {
  const { typical, plan } = reportWindow(sitting.on)
  return [
    {
      id: `exam-${sitting.id}`,
      kind: 'exam',
      label: sitting.label,
      on: sitting.on,
      until: null,
      at: null,
      eastern: formatShortDate(sitting.on),
      viewer: null,
      certainty: 'plan',
      sentence: `${sitting.label}: ${formatDate(sitting.on)}.`,
    },
    {
      id: `report-${sitting.id}`,
      kind: 'report_window',
      label: 'Score report window',
      on: typical,
      until: plan,
      at: null,
      eastern: `${formatShortDate(typical)} to ${formatShortDate(plan)}`,
      viewer: null,
      certainty: 'estimate',
      sentence: `Score report window of ${sitting.label}: usually by the first, plan for the second of ${formatRange(typical, plan)}; an estimate.`,
    },
  ]
}

function eventMark(season: Season, { key, kind, label }: Wanted, zone: string): Draft[] {
  const found = event(season, key)
  if (!isDated(found)) return []
  const { on, at } = found
  const isProjected = found.status === 'projected'
  const when = at ? formatBothClocks(at, zone) : `${formatDate(on)}, Eastern day, hour not announced`
  return [
    {
      id: key,
      kind,
      label,
      on,
      until: null,
      at,
      eastern: at ? formatEastern(at) : formatShortDate(on),
      viewer: at && !isEastern(zone) ? viewerClock(at, zone) : null,
      certainty: isProjected ? 'projected' : 'published',
      sentence: `${label}: ${when}${isProjected ? '; projected, not announced' : ''}.`,
    },
  ]
}

function verificationMark(season: Season): Draft[] {
  const deadline = event(season, 'nrmp_rol_deadline')
  if (!isDated(deadline)) return []
  const on = addDays(deadline.on, -VERIFICATION_DAYS_BEFORE_RANK_LIST.value)
  return [
    {
      id: 'verification',
      kind: 'verification',
      label: 'ECFMG verification should be in',
      on,
      until: null,
      at: null,
      eastern: formatShortDate(on),
      viewer: null,
      certainty: 'estimate',
      sentence: `ECFMG verification should have reached NRMP: ${formatDate(on)}, two weeks before the rank list deadline; a margin, not a deadline.`,
    },
  ]
}
