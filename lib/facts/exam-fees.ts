import type { Sourced } from './sourced'

/* What the Steps cost a graduate of a school abroad, in US dollars. null: the price was not found. */

export type ExamFees = {
  step1: number
  step2ck: number | null
  step3: number | null
  internationalSurcharge: { step1: number; step2ck: number } | null
}

export const EXAM_FEES: readonly Sourced<ExamFees>[] = [
  {
    value: { step1: 680, step2ck: null, step3: null, internationalSurcharge: null },
    from: '2024-11-01',
    to: '2025-12-31',
    confidence: 'secondary',
    source: {
      title: 'FSMB: USMLE FAQ (pre-launch copy of the FSMB site)',
      url: 'https://fsmb01mstr63nn9inte.dxcloud.episerver.net/usmle/step-3-faq',
      year: 2025,
    },
    note: 'Fee year 2025, three-month periods ending in 2025. Excerpt shows Step 1 only. Excludes the international test delivery surcharge.',
  },
  {
    value: { step1: 695, step2ck: 695, step3: 955, internationalSurcharge: { step1: 210, step2ck: 235 } },
    from: '2026-01-01',
    to: null,
    confidence: 'secondary',
    source: {
      title: 'USMLE / ECFMG fee pages as transcribed in a public IMG app (also cites ecfmg.org/fees)',
      url: 'https://www.usmle.org/apply-exams',
      year: 2026,
    },
    note: 'Two independent transcriptions agree.',
  },
]

export const ELIGIBILITY_EXTENSION: Sourced<{ times: number; months: number; fee: number }> = {
  value: { times: 1, months: 3, fee: 90 },
  from: '2021-04-01',
  to: '2026-01-07',
  confidence: 'official',
  source: {
    title: 'ECFMG: eligibility period extensions',
    url: 'https://www.ecfmg.org/news/2021/03/04/announcement-regarding-eligibility-period-extensions-for-usmle-step-1-and-step-2-ck/',
    year: 2021,
  },
  note: 'ECFMG-era rule and fee. The FSMB-era fee was not found.',
}

export const TESTING_REGION_CHANGE_FEE: Sourced<number> = {
  value: 85,
  from: '2021-04-01',
  to: '2026-01-07',
  confidence: 'official',
  source: {
    title: 'ECFMG: testing region change fee',
    url: 'https://www.ecfmg.org/news/2021/02/16/announcement-regarding-fee-for-requests-to-change-testing-regions-for-usmle-step-1-and-step-2-ck/',
    year: 2021,
  },
  note: 'ECFMG-era fee; current fee not found.',
}
