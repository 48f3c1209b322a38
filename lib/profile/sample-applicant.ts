import type { Applicant } from './applicant'

/**
 * The sample applicant of a season: a failed and then passed Step 1, a 233, genetics research from home, an observership,
 * no letter from a US geneticist yet. Dates hang on the season's year, so that the story stays told.
 */
export function sampleApplicant(seasonYear: number): Applicant {
  const on = (yearsBefore: number, day: string) => `${seasonYear - yearsBefore}-${day}`
  return {
    visa: { need: 'needs_visa', acceptable: ['j1', 'h1b'], j1YearsUsed: 0, entryLimitMayApply: null },
    graduation: { status: 'graduated', on: on(4, '06-30') },
    ecfmg: {
      status: 'in_progress',
      stepsDone: ['application', 'credentials_verified'],
      certifiedOn: null,
      validUntil: null,
      permanent: null,
    },
    training: {
      acgmeMonths: 0,
      acgmePatientCareMonths: 0,
      abmggCredit: 'not_asked',
      abroadMonths: 12,
      pediatricsMonths: 12,
      medicineMonths: 0,
      obgynCompleted: false,
    },
    clinical: [
      {
        kind: 'observership',
        specialty: 'genetics',
        place: 'Genetics clinic of a children’s hospital',
        weeks: 8,
      },
    ],
    research: [{ field: 'genetics', months: 14, role: 'member', inUs: false }],
    publications: [
      { field: 'genetics', kind: 'paper', author: 'first', state: 'accepted' },
      { field: 'genetics', kind: 'abstract', author: 'other', state: 'published' },
    ],
    letters: [
      { author: 'home_geneticist', state: 'in_hand', topics: ['complex_genetic_cases', 'reliability'] },
      { author: 'us_clinician', state: 'promised', topics: ['growth'] },
    ],
    niches: ['rare_disease_registry', 'languages'],
    school: { standing: 'upper_half', pediatrics: 'honors', medicine: 'good', neurology: null },
    explanationOnFile: true,
    attempts: [
      { id: 'step1-first', exam: 'step1', takenOn: on(4, '11-12'), outcome: 'fail', score: null, oet: null },
      { id: 'step1-second', exam: 'step1', takenOn: on(3, '08-19'), outcome: 'pass', score: null, oet: null },
      { id: 'step2ck', exam: 'step2ck', takenOn: on(2, '06-23'), outcome: 'pass', score: 233, oet: null },
      { id: 'oet', exam: 'oet', takenOn: on(1, '08-14'), outcome: 'planned', score: null, oet: null },
    ],
    preferences: {
      states: ['UT', 'PA', 'MD'],
      settings: ['university', 'children_hospital'],
      research: 'high',
      pathways: ['peds_mgg'],
    },
  }
}

/** Real programs that between them show every standing: open, conditional, closed by an old word, and not yet eligible. */
export const SAMPLE_PROGRAMS = [
  'ut-utah-peds-mgg',
  'al-uab-peds-mgg',
  'tx-uthealth-houston-peds-mgg',
  'md-hopkins-peds-mgg',
  'md-hopkins-mgg',
  'md-nih-childrens-national-peds-mgg',
  'ma-bcrp-harvard-peds-mgg',
  'oh-cincinnati-peds-mgg',
  'ia-iowa-peds-mgg',
  'pa-upmc-peds-mgg',
  'pa-penn-im-mgg',
  'ny-mount-sinai-im-mgg',
  'nc-duke-mgg',
  'wa-uw-seattle-mgg',
] as const
