import type { Applicant } from './applicant'

/** Someone of whom nothing is known: a visitor without a row. Everything is "not said", nothing is "none". */
export const EMPTY_APPLICANT: Applicant = {
  visa: { need: null, acceptable: null, j1YearsUsed: null, entryLimitMayApply: null },
  graduation: { status: null, on: null },
  ecfmg: { status: null, stepsDone: null, certifiedOn: null, validUntil: null, permanent: null },
  training: {
    acgmeMonths: null,
    acgmePatientCareMonths: null,
    abmggCredit: null,
    abroadMonths: null,
    pediatricsMonths: null,
    medicineMonths: null,
    obgynCompleted: null,
  },
  clinical: null,
  research: null,
  publications: null,
  letters: null,
  niches: null,
  school: { standing: null, pediatrics: null, medicine: null, neurology: null },
  explanationOnFile: null,
  attempts: null,
  preferences: { states: [], settings: [], research: null, pathways: [] },
}
