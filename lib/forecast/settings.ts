import type { PracticeKind } from '@/lib/exams/practice'
import { SCORE_GUIDELINES_SOURCE } from '@/lib/facts/exam-standards'
import { AMBOSS, CBSSA, CCSSA, FREE_120, UWSA } from '@/lib/facts/nbme'
import type { Source } from '@/lib/facts/source'
import type { Sourced } from '@/lib/facts/sourced'

/*
 * What the forecast believes about each kind of practice test. A person can see and change every number; where no maker
 * publishes one it is an assumption and says so (DESIGN.md 6).
 */

/** 'published': the maker's own figure, 'assumption': ours, 'yours': changed by the person. */
export type Ground = 'published' | 'assumption' | 'yours'

/** A straight line from per cent correct to the three-digit scale. Nobody official publishes one: it is always the person's own. */
export type PercentConversion = { atPercent: number; score: number; pointsPerPercent: number }

export type SourceSetting = {
  /** Points added to the result to read it on the Step 2 CK scale. */
  offset: number
  offsetGround: Ground
  /** Points: two thirds of exam results are expected within plus or minus this many. Above zero. */
  spread: number
  spreadGround: Ground
  /** null: a per cent of this kind is not used for the forecast. */
  conversion: PercentConversion | null
  /** Where the numbers were read, or what was looked for in vain. */
  source: Source
  note: string
}

export type ForecastSettings = {
  sources: Readonly<Record<PracticeKind, SourceSetting>>
  /** Points that an exam score varies on retest with nothing learned. */
  examError: number
  /** Knowledge moves: points by which the level may have drifted after 28 days (one standard deviation). */
  driftPerFourWeeks: number
  /**
   * The unknown ahead grows no further than this many days from today: by then new practice results will be there. Without
   * it a far date would look riskier than a near one for no better reason than its distance.
   */
  driftLimitDays: number
  /** Points that the person expects four weeks of study to add; 0 by default: nothing is counted that was not shown. */
  gainPerFourWeeks: number
  /** How many times wider an untimed result is taken; `notSaid` where timing is not recorded. At least one. */
  untimedFactor: number
  timingNotSaidFactor: number
  /** How many times wider a result of one subject at a time is taken. At least one. */
  notMixedFactor: number
  /** Results that lie close together say little of a trend: the larger this many days, the weaker the trend. */
  trendDampingDays: number
  /** A trend is followed for at most this many days beyond the last result. */
  trendHorizonDays: number
}

/** The standard error of measurement of Step 2 CK, from the score interpretation guidelines. */
export const STEP2CK_EXAM_ERROR: Sourced<number> = {
  value: 6,
  from: '2026-08-17',
  to: null,
  confidence: 'secondary',
  source: SCORE_GUIDELINES_SOURCE,
  note: 'Points that a score would vary on retest without a change in knowledge, about two thirds of the time.',
}

export const DEFAULT_SETTINGS: ForecastSettings = {
  sources: {
    nbme_ccssa: {
      offset: 0,
      offsetGround: 'published',
      spread: CCSSA.value.precisionPoints,
      spreadGround: 'published',
      conversion: null,
      source: CCSSA.source,
      note: 'NBME calls the score an estimate of a Step 2 CK result of the same day; two thirds of retests fall within 8 points.',
    },
    uwsa: {
      offset: 0,
      offsetGround: 'assumption',
      spread: 10,
      spreadGround: 'assumption',
      conversion: null,
      source: UWSA.source,
      note: 'No accuracy is published. Opinion speaks of 5 to 7 points within three weeks of the exam; taken wider than NBME’s here.',
    },
    amboss: {
      offset: 0,
      offsetGround: 'assumption',
      spread: 12,
      spreadGround: 'assumption',
      conversion: null,
      source: AMBOSS.source,
      note: 'The vendor publishes how scores are spread, not how accurate they are. The width is an assumption.',
    },
    free120: {
      offset: 0,
      offsetGround: 'assumption',
      spread: 14,
      spreadGround: 'assumption',
      conversion: null,
      source: FREE_120.source,
      note: 'Prints a per cent of 120 questions and has no official conversion, so it counts in readiness alone unless you enter one.',
    },
    nbme_cbssa: {
      offset: 0,
      offsetGround: 'assumption',
      spread: 14,
      spreadGround: 'assumption',
      conversion: null,
      source: CBSSA.source,
      note: 'Belongs to Step 1, which has no number any more: it counts in readiness alone.',
    },
    other: {
      offset: 0,
      offsetGround: 'assumption',
      spread: 16,
      spreadGround: 'assumption',
      conversion: null,
      source: { title: 'No source: the maker is not known here', url: null, year: null },
      note: 'Taken widest of all, because nothing is known of it. Change the spread when you know how such results ran for you.',
    },
  },
  examError: STEP2CK_EXAM_ERROR.value,
  driftPerFourWeeks: 6,
  driftLimitDays: 56,
  gainPerFourWeeks: 0,
  untimedFactor: 1.6,
  timingNotSaidFactor: 1.2,
  notMixedFactor: 1.25,
  trendDampingDays: 28,
  trendHorizonDays: 56,
}

/** What the numbers beside the sources are, for the person who wants to change them. All are assumptions but the first. */
export const SETTING_NOTES: Readonly<Record<Exclude<keyof ForecastSettings, 'sources'>, string>> = {
  examError:
    'The exam’s own error: a score varies by about 6 points on retest with nothing learned (published).',
  driftPerFourWeeks:
    'How far knowledge may move in four weeks after a result, up or down. It makes old results count less and far dates wider (assumption).',
  driftLimitDays:
    'The unknown ahead grows no further than this many days from today, since new results will be there by then (assumption).',
  gainPerFourWeeks:
    'What you expect four weeks of study to add, for at most half a year ahead. Locus counts nothing that you have not shown, so it is 0 until you change it.',
  untimedFactor: 'An untimed result is taken this many times wider (assumption).',
  timingNotSaidFactor: 'A result without a word on timing is taken this many times wider (assumption).',
  notMixedFactor: 'A result of one subject at a time is taken this many times wider (assumption).',
  trendDampingDays:
    'Results that lie close together say little of a trend; more days damp it more (assumption).',
  trendHorizonDays: 'A trend is followed no more than this many days beyond the last result (assumption).',
}

export type SettingProblem = { field: string; text: string }

/** What makes settings unusable, each with the field; empty when they stand. */
export function settingProblems(settings: ForecastSettings): readonly SettingProblem[] {
  const found: SettingProblem[] = []
  for (const [kind, source] of Object.entries(settings.sources)) {
    if (!within(source.spread, 1, 60))
      found.push({ field: `${kind}.spread`, text: 'Enter a spread from 1 to 60 points.' })
    if (!within(source.offset, -40, 40))
      found.push({ field: `${kind}.offset`, text: 'Enter an offset from −40 to 40 points.' })
    const line = source.conversion
    if (
      line &&
      !(within(line.atPercent, 0, 100) && within(line.score, 1, 300) && within(line.pointsPerPercent, 0, 10))
    )
      found.push({
        field: `${kind}.conversion`,
        text: 'A conversion needs a per cent, its score, and 0 to 10 points per per cent.',
      })
  }
  const ranges = {
    examError: [0, 30],
    driftPerFourWeeks: [0, 40],
    driftLimitDays: [0, 365],
    gainPerFourWeeks: [0, 20],
    untimedFactor: [1, 5],
    timingNotSaidFactor: [1, 5],
    notMixedFactor: [1, 5],
    trendDampingDays: [0, 365],
    trendHorizonDays: [0, 365],
  } as const
  for (const [field, [least, most]] of Object.entries(ranges)) {
    if (!within(settings[field as keyof typeof ranges], least, most)) {
      found.push({ field, text: `Enter a number from ${least} to ${most}.` })
    }
  }
  return found
}

/** The settings with one source's numbers replaced and marked as the person's own. */
export function withSource(
  settings: ForecastSettings,
  kind: PracticeKind,
  change: Partial<Pick<SourceSetting, 'offset' | 'spread' | 'conversion'>>,
): ForecastSettings {
  const held = settings.sources[kind]
  const next: SourceSetting = {
    ...held,
    ...change,
    offsetGround: change.offset === undefined || change.offset === held.offset ? held.offsetGround : 'yours',
    spreadGround: change.spread === undefined || change.spread === held.spread ? held.spreadGround : 'yours',
  }
  return { ...settings, sources: { ...settings.sources, [kind]: next } }
}

function within(value: number, least: number, most: number): boolean {
  return Number.isFinite(value) && value >= least && value <= most
}
