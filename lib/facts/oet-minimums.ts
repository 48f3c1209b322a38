import type { CalendarDate } from '@/lib/dates/calendar-date'

import { inForceOn, type Sourced } from './sourced'

/* OET Medicine for the ECFMG Pathways: least part scores by the day of the test, all in one sitting. */

export type OetMinimum = {
  listening: number
  reading: number
  speaking: number
  writing: number
}

export const OET_MINIMUMS: readonly Sourced<OetMinimum>[] = [
  {
    value: { listening: 350, reading: 350, speaking: 350, writing: 350 },
    from: '2020-09-01',
    to: '2022-03-31',
    confidence: 'official',
    source: {
      title: 'ECFMG: OET requirement for the 2021 Match',
      url: 'https://www.ecfmg.org/certification-requirements-2021-match/oet.html',
      year: 2020,
    },
    note: 'By test date. First rule, for the 2021 Match.',
  },
  {
    value: { listening: 350, reading: 350, speaking: 350, writing: 300 },
    from: '2022-04-01',
    to: null,
    confidence: 'official',
    source: {
      title: 'ECFMG news of 2022-03-31: OET Medicine writing minimum',
      url: 'https://www.ecfmg.org/news/2022/03/31/',
      year: 2022,
    },
    note: 'By test date, not by Match year: a result between 2022-04-01 and today with 300 in writing is valid on score.',
  },
]

/** The least part scores for a test of that day; null before ECFMG first asked for OET. */
export function oetMinimumOn(takenOn: CalendarDate): Sourced<OetMinimum> | null {
  return inForceOn(OET_MINIMUMS, takenOn)
}

export const OET_FOR_WHOM: Sourced<string> = {
  value: 'every Pathways applicant, whatever the native language or language of instruction',
  from: null,
  to: null,
  confidence: 'secondary',
  source: {
    title: 'ECFMG and USMLE fees as listed by a second, independent public IMG site (public transcription)',
    url: 'https://www.ecfmg.org/fees/',
    year: 2026,
  },
  note: null,
}

/** The oldest test day that a year's Pathways take. A projected entry is an estimate and is shown as one. */
export const OET_OLDEST_TEST: Sourced<
  readonly { pathwaysYear: number; testsFrom: CalendarDate; isProjected: boolean }[]
> = {
  value: [
    { pathwaysYear: 2025, testsFrom: '2023-01-01', isProjected: false },
    { pathwaysYear: 2027, testsFrom: '2025-01-01', isProjected: false },
    { pathwaysYear: 2028, testsFrom: '2026-01-01', isProjected: true },
  ],
  from: null,
  to: null,
  confidence: 'secondary',
  source: {
    title: 'ECFMG Pathways (as quoted by public guides, 2024-2026)',
    url: 'https://www.ecfmg.org/certification-pathways/',
    year: null,
  },
  note: 'Tests older than two years are not taken.',
}

/** The oldest test day for that year's Pathways, null for a year that no source covers. */
export function oldestOetFor(pathwaysYear: number) {
  return OET_OLDEST_TEST.value.find((entry) => entry.pathwaysYear === pathwaysYear) ?? null
}
