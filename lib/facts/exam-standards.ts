import type { CalendarDate } from '@/lib/dates/calendar-date'

import type { Source } from './source'
import { inForceOn, type Sourced } from './sourced'

/*
 * USMLE passing standards by the day of the exam. A three-digit result below the standard of its day is a fail, not a
 * low score (DESIGN.md 2.2). Days before the first entry are not known here: the functions answer null, never a guess.
 */

const STEP1_SOURCE: Source = {
  title: 'IMGPrep, reporting the USMLE announcement of December 2021',
  url: 'https://www.imgprep.com/the-usmle-step-1-exam-goes-to-pass-fail-starting-january-26-2022-what-this-means-for-imgs',
  year: 2021,
}

const STEP2CK_2013_SOURCE: Source = {
  title: 'Medicalopedia, quoting the USMLE announcement (196 to 203)',
  url: 'https://medicalopedia.org/4318/usmle-step-2-ck-passing-score-increased-from-196-to-203/',
  year: null,
}

export const SCORE_GUIDELINES_SOURCE: Source = {
  title:
    'USMLE score interpretation guidelines, document marked updated 2026-08-17 (public transcription of its table)',
  url: 'https://www.usmle.org/sites/default/files/2022-05/USMLE%20Step%20Examination%20Score%20Interpretation%20Guidelines_5_24_22_0.pdf',
  year: 2026,
}

/** Standards on the three-digit scale. Since 2022-01-26 the Step 1 number is the pass mark behind a pass/fail report. */
export const STEP1_PASSING: readonly Sourced<number>[] = [
  {
    value: 194,
    from: '2018-01-01',
    to: '2022-01-25',
    confidence: 'secondary',
    source: STEP1_SOURCE,
    note: 'The first day of this standard is from general knowledge and was not read on a page.',
  },
  {
    value: 196,
    from: '2022-01-26',
    to: null,
    confidence: 'secondary',
    source: STEP1_SOURCE,
    note: 'Reported as pass or fail only. No later change seen up to October 2026; USMLE reviews each standard every three to four years.',
  },
]

export const STEP2CK_PASSING: readonly Sourced<number>[] = [
  {
    value: 196,
    from: '2012-07-01',
    to: '2013-06-30',
    confidence: 'secondary',
    source: STEP2CK_2013_SOURCE,
    note: null,
  },
  {
    value: 203,
    from: '2013-07-01',
    to: '2014-06-30',
    confidence: 'secondary',
    source: STEP2CK_2013_SOURCE,
    note: null,
  },
  {
    value: 209,
    from: '2014-07-01',
    to: '2022-06-30',
    confidence: 'secondary',
    source: {
      title: 'AMClinicals, quoting the USMLE announcement (203 to 209)',
      url: 'https://amclinicals.com/amcs-new-hospital-affiliation/',
      year: null,
    },
    note: null,
  },
  {
    value: 214,
    from: '2022-07-01',
    to: '2025-06-30',
    confidence: 'secondary',
    source: {
      title: 'Elite Medical Prep on the USMLE announcement (209 to 214)',
      url: 'https://elitemedicalprep.com/step-2-ck-minimum-score-is-increasing/',
      year: null,
    },
    note: null,
  },
  {
    value: 218,
    from: '2025-07-01',
    to: null,
    confidence: 'secondary',
    source: {
      title: 'USMLE: examination results and scoring (public transcription)',
      url: 'https://www.usmle.org/scores-transcripts/examination-results-and-scoring',
      year: 2026,
    },
    note: 'Several independent sources agree and quote USMLE.',
  },
]

export const STEP3_PASSING: readonly Sourced<number>[] = [
  {
    value: 200,
    from: '2024-01-01',
    to: null,
    confidence: 'secondary',
    source: SCORE_GUIDELINES_SOURCE,
    note: null,
  },
]

/** From this day on a Step 1 report is pass or fail and has no number: attempts count, the missing number is neutral. */
export const STEP1_PASS_FAIL_FROM: Sourced<CalendarDate> = {
  value: '2022-01-26',
  from: '2022-01-26',
  to: null,
  confidence: 'secondary',
  source: STEP1_SOURCE,
  note: null,
}

export const SCORE_RANGE: Sourced<{ min: number; max: number }> = {
  value: { min: 1, max: 300 },
  from: null,
  to: null,
  confidence: 'secondary',
  source: SCORE_GUIDELINES_SOURCE,
  note: 'Step 2 CK and Step 3 only, since Step 1 became pass/fail.',
}

/** The article's lowest band, "below 220", read with the standard of 2025-07-01: only 218 and 219 are left of it. */
export const ARTICLE_LOWEST_BAND: Sourced<{ lowestPass: number; bandTop: number }> = {
  value: { lowestPass: 218, bandTop: 219 },
  from: '2025-07-01',
  to: null,
  confidence: 'inferred',
  source: {
    title: 'USMLE: examination results and scoring (public transcription)',
    url: 'https://www.usmle.org/scores-transcripts/examination-results-and-scoring',
    year: 2026,
  },
  note: 'A forecast under 218 is a forecast of a fail.',
}

export type ScoredStep = 'step1' | 'step2ck' | 'step3'

const PASSING: Record<ScoredStep, readonly Sourced<number>[]> = {
  step1: STEP1_PASSING,
  step2ck: STEP2CK_PASSING,
  step3: STEP3_PASSING,
}

/** The passing standard of a Step on the day of the exam, with its source; null for days that no source covers. */
export function passingStandardOn(step: ScoredStep, takenOn: CalendarDate): Sourced<number> | null {
  return inForceOn(PASSING[step], takenOn)
}

/** Whether a Step taken on that day is reported with a three-digit number. */
export function hasThreeDigitScore(step: ScoredStep, takenOn: CalendarDate): boolean {
  return step !== 'step1' || takenOn < STEP1_PASS_FAIL_FROM.value
}
