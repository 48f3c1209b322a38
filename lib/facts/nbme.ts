import type { Source } from './source'
import type { Sourced } from './sourced'

/* Practice assessments: what they report and how precise their makers say they are. */

const CCSSA_SAMPLE: Source = {
  title: 'NBME CCSSA sample score report, April 2026 (figures read by nbmecalc.com) (public transcription)',
  url: 'https://www.nbme.org/wp-content/uploads/2026/04/Comprehensive_Clinical_Science_Self-Assessment_Sample.pdf',
  year: 2026,
}
const CBSSA_SAMPLE: Source = {
  title: 'NBME CBSSA sample score report, April 2026 (figures read by nbmecalc.com) (public transcription)',
  url: 'https://www.nbme.org/wp-content/uploads/2026/04/Comprehensive_Basic_Science_Self-Assessment_Sample.pdf',
  year: 2026,
}
const READINESS: Source = {
  title: 'NBME: Gauging readiness for USMLE Step 1 (as read by nbmecalc.com) (public transcription)',
  url: 'https://www.nbme.org/wp-content/uploads/2026/04/CBSSA_CBSE_Guidance.pdf',
  year: 2024,
}

/** Points on the Step 2 CK scale; two thirds of retests fall within plus or minus this many. */
export const CCSSA: Sourced<{
  questions: number
  forms: readonly number[]
  precisionPoints: number
  comparison: { mean: number; cohort: string }
}> = {
  value: {
    questions: 200,
    forms: [9, 10, 11, 12, 13, 14, 15, 16],
    precisionPoints: 8,
    comparison: { mean: 249, cohort: 'LCME first-takers 2023-07 to 2024-06' },
  },
  from: '2026-04-01',
  to: null,
  confidence: 'secondary',
  source: CCSSA_SAMPLE,
  note: 'NBME describes the score as an estimate of the same-day Step 2 CK result, not a guarantee (same wording family in the CCSE guide).',
}

export const CCSE: Sourced<{ precisionPoints: number; meaning: string }> = {
  value: {
    precisionPoints: 9,
    meaning: 'estimate of Step 2 CK performance under the same conditions and knowledge',
  },
  from: '2021-01-01',
  to: null,
  confidence: 'secondary',
  source: {
    title: 'NBME CCSE score interpretation guide (copy)',
    url: 'https://scribd.com/document/693138285/Comprehensive-Clinical-Score-Interpretation-Guide-2021',
    year: 2021,
  },
  note: null,
}

/** Not confirmed: a person types in what their own report shows. */
export const CCSSA_PROBABILITY_OF_PASSING: Sourced<null> = {
  value: null,
  from: null,
  to: null,
  confidence: 'unknown',
  source: { title: 'Not found in the pages read', url: null, year: null },
  note: 'Not confirmed in a copy read that the CCSSA report prints a passing probability. Let the user type in what their own report shows.',
}

/** Step 1 practice, in equated percent correct. The low-pass band was measured off a sample chart: let a person overwrite it. */
export const CBSSA: Sourced<{
  questions: number
  forms: readonly number[]
  precisionPercent: number
  lowPassBand: { from: number; to: number }
}> = {
  value: {
    questions: 200,
    forms: [26, 27, 28, 29, 30, 31, 32, 33],
    precisionPercent: 4,
    lowPassBand: { from: 62, to: 68 },
  },
  from: '2026-04-01',
  to: null,
  confidence: 'secondary',
  source: CBSSA_SAMPLE,
  note: 'The 62-68 band was measured off the sample chart by a third party; reports print their own band, so let the user overwrite it.',
}

export const CBSSA_LOW_PASS_MEANING: Sourced<string> = {
  value: 'band just above the minimum passing standard; its lower edge is about the passing standard',
  from: null,
  to: null,
  confidence: 'inferred',
  source: READINESS,
  note: null,
}

export type CbssaState = 'at_risk' | 'borderline' | 'near' | 'likely_ready'

export const CBSSA_SCENARIOS: Sourced<readonly { state: CbssaState; when: string; advice: string }[]> = {
  value: [
    {
      state: 'at_risk',
      when: 'likely range entirely below the low-pass band',
      advice: 'more preparation strongly recommended',
    },
    {
      state: 'borderline',
      when: 'likely range partly below the band',
      advice: 'may still fail; more preparation strongly recommended',
    },
    {
      state: 'near',
      when: "likely range inside or only just above the band's lower part",
      advice:
        'close to the minimum; more preparation may be needed, two or more such results reassure more than one',
    },
    { state: 'likely_ready', when: 'likely range entirely above the band', advice: 'no guarantee' },
  ],
  from: '2024-10-01',
  to: null,
  confidence: 'secondary',
  source: READINESS,
  note: 'Paraphrase of NBME guidance.',
}

/** No table may be coded: three versions in circulation disagree. The report's own probability counts. */
export const CBSSA_PROBABILITY_TABLE: Sourced<null> = {
  value: null,
  from: null,
  to: null,
  confidence: 'unknown',
  source: READINESS,
  note: "No trustworthy copy. Three third-party versions disagree, and 90% at EPC 62 cannot be right if 62 is the lower edge of the low-pass band. Do not hard-code a table; use the probability printed on the user's report.",
}

export const FREE_120: Sourced<{ questions: number; reports: string; hasOfficialConversion: boolean }> = {
  value: { questions: 120, reports: 'raw percent correct only', hasOfficialConversion: false },
  from: null,
  to: null,
  confidence: 'secondary',
  source: {
    title: 'USMLE Step 1 sample test questions (as read by nbmecalc.com) (public transcription)',
    url: 'https://www.usmle.org/exam-resources/step-1-materials/step-1-sample-test-questions',
    year: 2026,
  },
  note: 'Sampling error of a 120-item percent is sqrt(p(1-p)/120). Any conversion is unofficial.',
}

export const UWSA: Sourced<{ scale: string; publishedPrecision: null }> = {
  value: { scale: 'three-digit estimate', publishedPrecision: null },
  from: null,
  to: null,
  confidence: 'unknown',
  source: {
    title: 'Residency Advisor: self-assessment accuracy (opinion)',
    url: 'https://residencyadvisor.com/resources/usmle-step2-prep/how-closely-do-step-2-ck-self-assessment-scores-predict-the-real-exam',
    year: 2026,
  },
  note: 'No published accuracy found. Opinion pieces claim about +/- 5-7 points within three weeks of the exam.',
}

export const AMBOSS: Sourced<{ questions: number; year: number; mean: number; sd: number }> = {
  value: { questions: 160, year: 2023, mean: 230, sd: 19.4 },
  from: '2023-05-02',
  to: null,
  confidence: 'secondary',
  source: {
    title: 'AMBOSS: Step 2 CK self-assessment 2023 results',
    url: 'https://blog.amboss.com/us/amboss-step-2-ck-self-assessment-results-analysis',
    year: 2023,
  },
  note: 'Vendor statement; no accuracy given. Three-digit estimate, not the official scale.',
}
