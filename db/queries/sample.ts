import 'server-only'
import {
  applicantProfiles,
  clinicalExperiences,
  cycles,
  examAttempts,
  letters,
  listEntries,
  practiceResults,
  publications,
  researchExperiences,
} from '@/db/schema'
import type { Scope } from '../access'

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

/**
 * Fills an empty guest with the sample applicant of a season: a failed and then passed Step 1, a 238, genetics research
 * from home, an observership, no letter from a US geneticist yet. Dates hang on the season, so the story stays told.
 */
export async function fillWithSample(scope: Scope, { seasonYear }: { seasonYear: number }): Promise<void> {
  const { tx, applicantId } = scope
  const year = (before: number, day: string) => `${seasonYear - before}-${day}`
  const [cycle] = await tx.insert(cycles).values({ applicantId, seasonYear }).returning({ id: cycles.id })
  if (!cycle) throw new Error('the sample cycle was not created')
  await tx.insert(applicantProfiles).values({
    applicantId,
    visaNeed: 'needs_visa',
    acceptableVisas: ['j1', 'h1b'],
    j1YearsUsed: 0,
    graduationStatus: 'graduated',
    graduationOn: year(4, '06-30'),
    ecfmgStatus: 'in_progress',
    ecfmgSteps: ['application', 'credentials_verified'],
    acgmeMonths: 0,
    acgmePatientCareMonths: 0,
    abroadMonths: 12,
    abmggCredit: 'not_asked',
    pediatricsMonths: 12,
    medicineMonths: 0,
    isObgynCompleted: false,
    clinicalRecorded: 'listed',
    researchRecorded: 'listed',
    publicationsRecorded: 'listed',
    lettersRecorded: 'listed',
    attemptsRecorded: 'listed',
    niches: ['rare_disease_registry', 'languages'],
    schoolStanding: 'upper_half',
    pediatricsGrade: 'honors',
    medicineGrade: 'good',
    isExplanationOnFile: true,
    preferredStates: ['UT', 'PA', 'MD'],
    preferredSettings: ['university', 'children_hospital'],
    preferredResearch: 'high',
    preferredPathways: ['peds_mgg'],
  })
  await tx.insert(clinicalExperiences).values({
    applicantId,
    kind: 'observership',
    specialty: 'genetics',
    place: 'Genetics clinic of a children’s hospital',
    weeks: 8,
  })
  await tx.insert(researchExperiences).values({
    applicantId,
    field: 'genetics',
    role: 'member',
    months: 14,
    isInUs: false,
    topic: 'Registry of inborn errors of metabolism',
  })
  await tx.insert(publications).values([
    {
      applicantId,
      field: 'genetics',
      kind: 'paper',
      author: 'first',
      state: 'accepted',
      title: 'A registry of lysosomal disorders',
    },
    {
      applicantId,
      field: 'genetics',
      kind: 'abstract',
      author: 'other',
      state: 'published',
      title: 'Newborn screening follow-up',
    },
  ])
  await tx.insert(letters).values([
    {
      applicantId,
      author: 'home_geneticist',
      state: 'in_hand',
      topics: ['complex_genetic_cases', 'reliability'],
      writer: 'Head of genetics at home',
    },
    {
      applicantId,
      author: 'us_clinician',
      state: 'promised',
      topics: ['growth'],
      writer: 'Pediatrician of the observership',
    },
  ])
  await tx.insert(examAttempts).values([
    { applicantId, exam: 'step1', takenOn: year(4, '11-12'), outcome: 'fail' },
    { applicantId, exam: 'step1', takenOn: year(3, '08-19'), outcome: 'pass' },
    { applicantId, exam: 'step2ck', takenOn: year(2, '06-23'), outcome: 'pass', score: 238 },
    { applicantId, exam: 'oet', takenOn: year(1, '08-14'), outcome: 'planned' },
  ])
  await tx.insert(practiceResults).values([
    { applicantId, kind: 'nbme_ccssa', form: '12', takenOn: year(2, '04-18'), score: 226, isTimed: true },
    { applicantId, kind: 'uwsa', form: '2', takenOn: year(2, '05-23'), score: 234, isTimed: true },
    { applicantId, kind: 'nbme_ccssa', form: '14', takenOn: year(2, '06-09'), score: 236, isTimed: true },
  ])
  await tx
    .insert(listEntries)
    .values(SAMPLE_PROGRAMS.map((programId) => ({ applicantId, cycleId: cycle.id, programId })))
}
