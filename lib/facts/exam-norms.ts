import type { Source } from './source'
import type { Sourced } from './sourced'

/* Published distributions, for context only: no computation of fit or timing reads them. */

const PERFORMANCE_DATA: Source = {
  title: 'USMLE performance data (transcribed by nbmecalc.com, checked 2026-09-29)',
  url: 'https://www.usmle.org/performance-data',
  year: 2026,
}

export const STEP2CK_STATISTICS: Sourced<{
  population: string
  n: number
  byYear: readonly { period: string; mean: number; sd: number }[]
  sem: number
}> = {
  value: {
    population: 'first-takers, LCME-accredited schools, testing 2023-07-01 to 2026-06-30',
    n: 67824,
    byYear: [
      { period: '2023-07/2024-06', mean: 249, sd: 15 },
      { period: '2024-07/2025-06', mean: 250, sd: 15 },
      { period: '2025-07/2026-06', mean: 251, sd: 15 },
    ],
    sem: 6,
  },
  from: '2026-08-17',
  to: null,
  confidence: 'secondary',
  source: {
    title:
      'USMLE Score Interpretation Guidelines, document marked updated 2026-08-17 (table transcribed by nbmecalc.com)',
    url: 'https://www.usmle.org/sites/default/files/2022-05/USMLE%20Step%20Examination%20Score%20Interpretation%20Guidelines_5_24_22_0.pdf',
    year: 2026,
  },
  note: 'Norm group is US first-takers, not IMGs. SEM = points a score would vary on retest without change in knowledge (about two thirds of the time).',
}

/** Rows of score and percentile in steps of five; 100 is shown as >99 and 0 as <1. */
export const STEP2CK_PERCENTILES: Sourced<readonly (readonly [score: number, percentile: number])[]> = {
  value: [
    [280, 100],
    [275, 98],
    [270, 93],
    [265, 83],
    [260, 71],
    [255, 58],
    [250, 44],
    [245, 32],
    [240, 23],
    [235, 15],
    [230, 9],
    [225, 6],
    [220, 3],
    [215, 2],
    [210, 1],
    [205, 0],
    [200, 0],
  ],
  from: '2026-08-17',
  to: null,
  confidence: 'secondary',
  source: {
    title:
      'USMLE Score Interpretation Guidelines, document marked updated 2026-08-17 (table transcribed by nbmecalc.com)',
    url: 'https://www.usmle.org/sites/default/files/2022-05/USMLE%20Step%20Examination%20Score%20Interpretation%20Guidelines_5_24_22_0.pdf',
    year: 2026,
  },
  note: 'Official table has 5-point steps; show 100 as >99 and 0 as <1; values between steps are interpolation.',
}

export const STEP3_STATISTICS: Sourced<{ mean: number; sd: number; sem: number; population: string }> = {
  value: { mean: 227, sd: 15, sem: 5, population: 'LCME first-takers 2023-2025' },
  from: '2026-08-17',
  to: null,
  confidence: 'secondary',
  source: {
    title:
      'USMLE Score Interpretation Guidelines, document marked updated 2026-08-17 (table transcribed by nbmecalc.com)',
    url: 'https://www.usmle.org/sites/default/files/2022-05/USMLE%20Step%20Examination%20Score%20Interpretation%20Guidelines_5_24_22_0.pdf',
    year: 2026,
  },
  note: null,
}

/** Per cent passing, graduates of schools outside the US. */
export const PASS_RATES_NON_US_SCHOOLS: Sourced<{
  step1: PassRates
  step2ck: PassRates
  step3: PassRates
}> = {
  value: {
    step1: {
      firstTakers: { '2024': 73, '2025': 75 },
      repeaters: { '2024': 52, '2025': 54 },
      all: { '2024': 70, '2025': 72 },
    },
    step2ck: {
      firstTakers: { '2023-24': 89, '2024-25': 90 },
      repeaters: { '2023-24': 61, '2024-25': 64 },
      all: { '2023-24': 87, '2024-25': 87 },
    },
    step3: {
      firstTakers: { '2024': 89, '2025': 88 },
      repeaters: { '2024': 64, '2025': 63 },
      all: { '2024': 85, '2025': 85 },
    },
  },
  from: null,
  to: null,
  confidence: 'secondary',
  source: PERFORMANCE_DATA,
  note: 'Per cent. From 2025 (Step 2 CK: 2024-25) Canadian schools count as non-US, so years are not strictly comparable.',
}

type PassRates = Record<'firstTakers' | 'repeaters' | 'all', Readonly<Record<string, number>>>
