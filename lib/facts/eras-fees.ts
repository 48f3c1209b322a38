import type { Source } from './source'
import type { Sourced } from './sourced'

/*
 * ERAS application fees in US dollars. A table restarts with each specialty. The combined tracks and residencies use
 * the residency table; the two-year genetics residency and maternal-fetal genetics are fellowship applications.
 */

const FEES_2026: Source = {
  title: 'AAMC: fees for the 2026 ERAS season',
  url: 'https://students-residents.aamc.org/applying-residencies-eras/publication-chapters/fees-2025-eras-season',
  year: 2025,
}

/** `flat` is the price of the whole tier once its first program is reached, `each` the price per program in it. */
export type FeeTier = { from: number; to: number | null } & ({ flat: number } | { each: number })
export type FeeTable = { season: number; tiers: readonly FeeTier[] }

const RESIDENCY_TIERS: readonly FeeTier[] = [
  { from: 1, to: 30, each: 11 },
  { from: 31, to: null, each: 30 },
]

export const RESIDENCY_FEES: readonly Sourced<FeeTable>[] = [
  {
    value: {
      season: 2024,
      tiers: [
        { from: 1, to: 10, flat: 99 },
        { from: 11, to: 20, each: 19 },
        { from: 21, to: 30, each: 23 },
        { from: 31, to: null, each: 27 },
      ],
    },
    from: '2023-06-07',
    to: '2024-05-31',
    confidence: 'official',
    source: {
      title: 'AAMC: fees for ERAS residency applications, 2024 season (with transcript fee)',
      url: 'https://students-residents.aamc.org/applying-residencies-eras/fees-eras-residency-applications',
      year: 2023,
    },
    note: null,
  },
  {
    value: { season: 2025, tiers: RESIDENCY_TIERS },
    from: '2024-06-05',
    to: '2025-05-31',
    confidence: 'official',
    source: {
      title: 'AAMC: fee announcement, 2025 season',
      url: 'https://students-residents.aamc.org/applying-residencies-eras/fee-announcement-2025-eras-residency-applications',
      year: 2024,
    },
    note: null,
  },
  {
    value: { season: 2026, tiers: RESIDENCY_TIERS },
    from: '2025-06-04',
    to: '2026-05-31',
    confidence: 'official',
    source: FEES_2026,
    note: "The page's own example: 43 programs in one specialty and 7 in another cost 797.",
  },
  {
    value: { season: 2027, tiers: RESIDENCY_TIERS },
    from: '2026-06-03',
    to: null,
    confidence: 'secondary',
    source: {
      title:
        'AAMC: fees for the 2027 ERAS season (figures from two public transcriptions, page itself not found)',
      url: 'https://students-residents.aamc.org/applying-residencies-eras/publication-chapters/fees-2027-eras-season',
      year: 2026,
    },
    note: 'Two transcriptions agree. A third gives tiers of 16, 21 and 26 above 30 programs; it contradicts every AAMC page seen.',
  },
]

export const FELLOWSHIP_FEES: readonly Sourced<FeeTable>[] = [
  {
    value: {
      season: 2026,
      tiers: [
        { from: 1, to: 10, flat: 115 },
        { from: 11, to: 20, each: 17 },
        { from: 21, to: 30, each: 20 },
        { from: 31, to: null, each: 27 },
      ],
    },
    from: '2025-06-04',
    to: '2026-05-31',
    confidence: 'official',
    source: {
      title: 'AAMC: fees for the 2026 ERAS season (medical genetics is its fellowship example)',
      url: 'https://students-residents.aamc.org/applying-residencies-eras/publication-chapters/fees-2025-eras-season',
      year: 2025,
    },
    note: "Medical genetics is the page's fellowship example. The price of the fellowship token and the 2027 fees were not found.",
  },
]

/** Price of the USMLE transcript, once per season. */
export const TRANSCRIPT_FEES: readonly Sourced<number>[] = [
  {
    value: 80,
    from: '2023-06-07',
    to: '2025-05-31',
    confidence: 'official',
    source: {
      title: 'AAMC: fees for ERAS residency applications, 2024 season (with transcript fee)',
      url: 'https://students-residents.aamc.org/applying-residencies-eras/fees-eras-residency-applications',
      year: 2023,
    },
    note: null,
  },
  {
    value: 80,
    from: '2025-06-04',
    to: '2026-05-31',
    confidence: 'secondary',
    source: {
      title: 'Biology Insights: 2026 season guide (transcript fee 80)',
      url: 'https://biologyinsights.com/how-to-apply-for-medical-residency-from-eras-to-match',
      year: 2025,
    },
    note: null,
  },
  {
    value: 70,
    from: '2026-06-03',
    to: null,
    confidence: 'secondary',
    source: {
      title: 'ECFMG and USMLE fees as listed by a second, independent public IMG site',
      url: 'https://www.ecfmg.org/fees/',
      year: 2026,
    },
    note: 'One transcription only; another, undated, says 80. Verify.',
  },
]

/** The fee of applying to that many programs of one specialty: a whole number of dollars, 0 for none. */
export function applicationFee(table: FeeTable, programs: number): number {
  let fee = 0
  for (const tier of table.tiers) {
    if (programs < tier.from) break
    const reached = Math.min(programs, tier.to ?? programs) - tier.from + 1
    fee += 'flat' in tier ? tier.flat : tier.each * reached
  }
  return fee
}

export type FeeKind = 'residency' | 'fellowship'

/**
 * The fee table of a season. `isForSeason` is false when that season's own table is not published: then it is the
 * newest one before it and must be shown as such. null before the first known table.
 */
export function feeTableFor(
  kind: FeeKind,
  season: number,
): { table: Sourced<FeeTable>; isForSeason: boolean } | null {
  const tables = kind === 'residency' ? RESIDENCY_FEES : FELLOWSHIP_FEES
  const table = tables.findLast((candidate) => candidate.value.season <= season)
  return table ? { table, isForSeason: table.value.season === season } : null
}
