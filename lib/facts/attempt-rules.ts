import type { CalendarDate } from '@/lib/dates/calendar-date'

import type { Source } from './source'
import { inForceOn, type Sourced } from './sourced'

/* How often, how soon and within how many years the USMLE Steps may be taken. */

const STEP_SITE: Source = {
  title: 'FSMB: USMLE information for IMGs (pre-launch copy of the FSMB site)',
  url: 'https://fsmb01mstr63nn9inte.dxcloud.episerver.net/usmle/step-3-information',
  year: 2025,
}

/** Attempts allowed at one Step, by the day of the attempt. An incomplete attempt counts. */
export const ATTEMPT_LIMITS: readonly Sourced<number>[] = [
  {
    value: 6,
    from: '2012-01-01',
    to: '2021-06-30',
    confidence: 'official',
    source: {
      title: 'ECFMG: attempt limit introduced 2012',
      url: 'http://www.ecfmg.org/news/?p=219',
      year: null,
    },
    note: null,
  },
  {
    value: 4,
    from: '2021-07-01',
    to: null,
    confidence: 'official',
    source: {
      title: 'USMLE: attempt limit common questions',
      url: 'https://www.usmle.org/common-questions/attempt-limit',
      year: null,
    },
    note: 'Incomplete attempts count. Four attempts without a pass on any Step (Step 2 CS included) ends eligibility for all Steps.',
  },
]

/** The number of attempts allowed at one Step on that day, with its source; null before the first limit of 2012. */
export function attemptLimitOn(on: CalendarDate): Sourced<number> | null {
  return inForceOn(ATTEMPT_LIMITS, on)
}

export type RetakeInterval = {
  maxAttemptsInTwelveMonths: number
  fromFourthAttempt: { minMonthsAfterFirst: number; minMonthsAfterLast: number }
}

export const RETAKE_INTERVAL: Sourced<RetakeInterval> = {
  value: {
    maxAttemptsInTwelveMonths: 3,
    fromFourthAttempt: { minMonthsAfterFirst: 12, minMonthsAfterLast: 6 },
  },
  from: '2012-01-01',
  to: null,
  confidence: 'official',
  source: {
    title: 'ECFMG news: rules on time between attempts, from 2012-01-01',
    url: 'https://www.ecfmg.org/news/category/step-2-cs/page/21/',
    year: null,
  },
  note: 'Still quoted unchanged by 2026 sources. With the limit of four this applies to the fourth attempt only.',
}

/** The wording of this rule was not read; the value stays open and no check may rest on it. */
export const RETAKE_AFTER_PASS: Sourced<null> = {
  value: null,
  from: null,
  to: null,
  confidence: 'unknown',
  source: { title: 'Not found in the pages read', url: null, year: null },
  note: 'A passed Step cannot normally be retaken; wording not seen in a copy read.',
}

/** ECFMG's seven years, from the exam day of the first passed Step to that of the last one required. */
export const SEVEN_YEAR_RULE: Sourced<{ years: number; counts: string; end: string }> = {
  value: {
    years: 7,
    counts: 'exam date of first passed Step to last required Step',
    end: 'same calendar day seven years later',
  },
  from: null,
  to: null,
  confidence: 'secondary',
  source: {
    title: 'Copy of an ECFMG information booklet chapter: seven-year rule',
    url: 'http://www.genderi.org/foreign-medical-graduates-educational-commission-for-foreign-m.html?page=9',
    year: null,
  },
  note: 'After that the oldest pass no longer counts for ECFMG. States have their own limits, see licensing.',
}

export const STEP_ORDER: Sourced<string> = {
  value:
    'Step 1 and Step 2 CK in any order, may be applied for together; Step 3 only after both and after the ECFMG certificate is issued',
  from: null,
  to: null,
  confidence: 'official',
  source: STEP_SITE,
  note: null,
}

export const STEP3_PRACTICAL: Sourced<string> = {
  value: 'after the ECFMG certificate; two days, in the US only, so it needs a visa and travel',
  from: null,
  to: null,
  confidence: 'secondary',
  source: STEP_SITE,
  note: null,
}

/** Who registers a graduate of a school abroad for the Steps. */
export const REGISTRATION_BODIES: readonly Sourced<string>[] = [
  {
    value: 'ECFMG/Intealth (MyIntealth)',
    from: null,
    to: '2026-01-07',
    confidence: 'secondary',
    source: {
      title: "Abramson: summary of ECFMG's USMLE service transition notice",
      url: 'https://theabramsonfirm.com/ecfmg-announces-usmle-service-transition-for-imgs-effective-january-2026',
      year: 2026,
    },
    note: null,
  },
  {
    value: 'FSMB USMLE portal',
    from: '2026-01-12',
    to: null,
    confidence: 'secondary',
    source: {
      title: "Abramson: summary of ECFMG's USMLE service transition notice",
      url: 'https://theabramsonfirm.com/ecfmg-announces-usmle-service-transition-for-imgs-effective-january-2026',
      year: 2026,
    },
    note: 'ECFMG still decides certification and confirms eligibility to FSMB. An approved ECFMG certification application is needed before registering.',
  },
]

export const ELIGIBILITY_PERIOD_MONTHS: Sourced<number> = {
  value: 3,
  from: null,
  to: null,
  confidence: 'official',
  source: {
    title: 'FSMB: USMLE FAQ (pre-launch copy of the FSMB site)',
    url: 'https://fsmb01mstr63nn9inte.dxcloud.episerver.net/usmle/step-3-faq',
    year: 2025,
  },
  note: 'Applicant picks the three-month period; it cannot be changed after submission.',
}
