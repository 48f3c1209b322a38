import type { Source } from './source'
import type { Sourced } from './sourced'

/*
 * Published outcome figures, for a reader and never for a rule: nothing in fit, timing or strategy may read this file.
 * NRMP does not allow its data to feed algorithms, nor its tables to be reproduced, so each figure is shown singly,
 * with its year, its linked source, and its confidence where it is not official.
 */

const PROGRAM_RESULTS: Source = {
  title: 'NRMP Program Results: Main Residency Match, 2021-2025',
  url: 'https://www.nrmp.org/wp-content/uploads/2025/03/Main_Match_Program_Results_2021-2025.pdf',
  year: 2025,
}

const FELLOWSHIP_RESULTS: Source = {
  title: 'NRMP Specialties Matching Service, 2026 appointment year, table 1A',
  url: 'https://www.nrmp.org/wp-content/uploads/2026/05/SMS_Results_and_Data_2026_Revised-20260522.pdf',
  year: 2026,
}

const CHARTING_OUTCOMES: Source = {
  title: 'NRMP Charting Outcomes: non-US IMGs, 2026 Main Residency Match',
  url: 'https://www.nrmp.org/wp-content/uploads/2026/07/Non-US-IMG_Charting-Outcomes_FINAL.pdf',
  year: 2026,
}

export type ContextFigure = {
  key: string
  label: string
  unit: 'places' | 'people' | 'percent' | 'programs' | 'score' | 'percent and mean importance'
  values: readonly { name: string; value: number }[]
}

const figure = (
  value: ContextFigure,
  confidence: 'official' | 'secondary',
  source: Source,
  note: string | null = null,
): Sourced<ContextFigure> => ({ value, from: null, to: null, confidence, source, note })

export const CONTEXT_FIGURES: readonly Sourced<ContextFigure>[] = [
  figure(
    {
      key: 'peds_mgg_2025',
      label: 'Pediatrics-genetics in the 2025 Main Match',
      unit: 'places',
      values: [
        { name: 'offered', value: 28 },
        { name: 'filled', value: 27 },
        { name: 'filled by non-US-citizen IMGs', value: 5 },
      ],
    },
    'official',
    PROGRAM_RESULTS,
  ),
  figure(
    {
      key: 'im_mgg_2025',
      label: 'Internal medicine-genetics in the 2025 Main Match',
      unit: 'places',
      values: [
        { name: 'offered', value: 5 },
        { name: 'filled', value: 5 },
        { name: 'filled by non-US-citizen IMGs', value: 1 },
      ],
    },
    'official',
    PROGRAM_RESULTS,
  ),
  figure(
    {
      key: 'mgg_2026',
      label: 'Two-year medical genetics in the fellowship match, 2026 appointment year',
      unit: 'people',
      values: [
        { name: 'places', value: 40 },
        { name: 'active applicants', value: 19 },
      ],
    },
    'secondary',
    FELLOWSHIP_RESULTS,
    'Shown only beneath "not open to you yet: needs an ACGME year" to someone who has none.',
  ),
  figure(
    {
      key: 'match_rate_2015_2024',
      label: 'Mean match rate of all applicants, 2015-2024',
      unit: 'percent',
      values: [
        { name: 'two-year genetics', value: 87 },
        { name: 'pediatrics-genetics', value: 52 },
      ],
    },
    'official',
    {
      title: 'Genetics in Medicine 2025, training trends 2015-2024 (abstract)',
      url: 'https://doi.org/10.1016/j.gim.2025.101635',
      year: 2025,
    },
    'An average over all kinds of applicant, not a rate for IMGs.',
  ),
  figure(
    {
      key: 'non_us_img_2026',
      label: 'Non-US-citizen IMGs matched to a PGY-1 place, 2026',
      unit: 'percent',
      values: [{ name: 'matched', value: 56.4 }],
    },
    'secondary',
    {
      title: 'NRMP 2026 Main Residency Match, as quoted by two independent sites',
      url: 'https://www.nrmp.org/match-data/',
      year: 2026,
    },
  ),
  figure(
    {
      key: 'rank_list_length_2025',
      label: 'Mean number of programs ranked by non-US-citizen IMGs, 2025',
      unit: 'programs',
      values: [
        { name: 'matched', value: 7.26 },
        { name: 'unmatched', value: 3.2 },
      ],
    },
    'official',
    {
      title: 'NRMP: impact of length of rank order list, 2006-2025',
      url: 'https://www.nrmp.org/match-data-analytics/residency-data-reports/',
      year: 2025,
    },
  ),
  figure(
    {
      key: 'charting_pediatrics_2026',
      label: 'Mean Step 2 CK of non-US-citizen IMGs who put pediatrics first, 2026',
      unit: 'score',
      values: [
        { name: 'matched', value: 241 },
        { name: 'unmatched', value: 234 },
      ],
    },
    'secondary',
    CHARTING_OUTCOMES,
  ),
  figure(
    {
      key: 'charting_internal_medicine_2026',
      label: 'Mean Step 2 CK of non-US-citizen IMGs who put internal medicine first, 2026',
      unit: 'score',
      values: [
        { name: 'matched', value: 249 },
        { name: 'unmatched', value: 242 },
      ],
    },
    'secondary',
    CHARTING_OUTCOMES,
  ),
  figure(
    {
      key: 'share_2025',
      label: 'Share of filled places taken by non-US-citizen IMGs, 2025, all tracks',
      unit: 'percent',
      values: [
        { name: 'pediatrics', value: 20.3 },
        { name: 'internal medicine', value: 30.5 },
      ],
    },
    'official',
    PROGRAM_RESULTS,
  ),
  figure(
    {
      key: 'visa_2026',
      label: 'Foreign-born IMGs matched to a PGY-1 place',
      unit: 'percent',
      values: [
        { name: 'visa needed', value: 54.4 },
        { name: 'visa not needed', value: 67.9 },
      ],
    },
    'secondary',
    {
      title: 'NRMP 2026 figures as quoted by a public site',
      url: 'https://www.nrmp.org/match-data/',
      year: 2026,
    },
    'Read on one site only: the least certain figure here.',
  ),
  figure(
    {
      key: 'directors_2021',
      label: 'Directors of all specialties, 2021: share that cites it, and its mean importance of five',
      unit: 'percent and mean importance',
      values: [
        { name: 'Step 2 CK, cited by', value: 78.8 },
        { name: 'Step 2 CK, importance', value: 3.8 },
        { name: 'any failed attempt, cited by', value: 74.1 },
        { name: 'any failed attempt, importance', value: 4.4 },
      ],
    },
    'secondary',
    { title: 'NRMP Program Director Survey 2021', url: 'https://www.nrmp.org/match-data/', year: 2021 },
  ),
]
