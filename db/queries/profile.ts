import 'server-only'
import { asc, eq } from 'drizzle-orm'
import { AppError } from '@/lib/errors/app-error'
import { type Executor, type GroupScope, groupOf, type Scope } from '../access'
import { applicantProfiles, clinicalExperiences, letters, publications, researchExperiences } from '../schema'
import { byApplicant, isOneOf } from './by-applicant'
import { stampOf } from './stamp'

type ProfileRow = typeof applicantProfiles.$inferSelect

/** The sections that are saved with a button of their own, and the only columns that each may set. */
const SECTION_COLUMNS = {
  visa: ['visaNeed', 'acceptableVisas', 'j1YearsUsed', 'entryLimitMayApply'],
  graduation: ['graduationStatus', 'graduationOn'],
  ecfmg: ['ecfmgStatus', 'ecfmgSteps', 'ecfmgCertifiedOn', 'ecfmgValidUntil', 'isEcfmgPermanent'],
  training: [
    'acgmeMonths',
    'acgmePatientCareMonths',
    'abmggCredit',
    'abroadMonths',
    'pediatricsMonths',
    'medicineMonths',
    'isObgynCompleted',
  ],
  niches: ['niches'],
  school: ['schoolStanding', 'pediatricsGrade', 'medicineGrade', 'neurologyGrade'],
  explanation: ['isExplanationOnFile'],
  preferences: ['preferredStates', 'preferredSettings', 'preferredResearch', 'preferredPathways'],
} as const satisfies Record<string, readonly (keyof ProfileRow)[]>

export type ProfileSection = keyof typeof SECTION_COLUMNS
type ColumnOf<S extends ProfileSection> = (typeof SECTION_COLUMNS)[S][number]
export type SectionValues<S extends ProfileSection> = Pick<ProfileRow, ColumnOf<S>>
export type ProfileValues = Pick<ProfileRow, ColumnOf<ProfileSection>>

/** Sections that are lists. 'none' is the person's own word; null is "not said". */
export type ProfileList = 'clinical' | 'research' | 'publications' | 'letters'
export type Recorded = ProfileRow['clinicalRecorded']

export const RECORDED_COLUMNS = {
  clinical: 'clinicalRecorded',
  research: 'researchRecorded',
  publications: 'publicationsRecorded',
  letters: 'lettersRecorded',
  attempts: 'attemptsRecorded',
} as const satisfies Record<ProfileList | 'attempts', keyof ProfileRow>

const EMPTY_VALUES: ProfileValues = {
  visaNeed: null,
  acceptableVisas: null,
  j1YearsUsed: null,
  entryLimitMayApply: null,
  graduationStatus: null,
  graduationOn: null,
  ecfmgStatus: null,
  ecfmgSteps: null,
  ecfmgCertifiedOn: null,
  ecfmgValidUntil: null,
  isEcfmgPermanent: null,
  acgmeMonths: null,
  acgmePatientCareMonths: null,
  abmggCredit: null,
  abroadMonths: null,
  pediatricsMonths: null,
  medicineMonths: null,
  isObgynCompleted: null,
  niches: null,
  schoolStanding: null,
  pediatricsGrade: null,
  medicineGrade: null,
  neurologyGrade: null,
  isExplanationOnFile: null,
  preferredStates: [],
  preferredSettings: [],
  preferredResearch: null,
  preferredPathways: [],
}

export const CLINICAL_COLUMNS = {
  id: clinicalExperiences.id,
  kind: clinicalExperiences.kind,
  specialty: clinicalExperiences.specialty,
  place: clinicalExperiences.place,
  weeks: clinicalExperiences.weeks,
}
export const RESEARCH_COLUMNS = {
  id: researchExperiences.id,
  field: researchExperiences.field,
  role: researchExperiences.role,
  months: researchExperiences.months,
  isInUs: researchExperiences.isInUs,
  topic: researchExperiences.topic,
}
export const PUBLICATION_COLUMNS = {
  id: publications.id,
  field: publications.field,
  kind: publications.kind,
  author: publications.author,
  state: publications.state,
  title: publications.title,
}
export const LETTER_COLUMNS = {
  id: letters.id,
  author: letters.author,
  state: letters.state,
  topics: letters.topics,
  writer: letters.writer,
}

const PROFILE_COLUMNS = {
  visaNeed: applicantProfiles.visaNeed,
  acceptableVisas: applicantProfiles.acceptableVisas,
  j1YearsUsed: applicantProfiles.j1YearsUsed,
  entryLimitMayApply: applicantProfiles.entryLimitMayApply,
  graduationStatus: applicantProfiles.graduationStatus,
  graduationOn: applicantProfiles.graduationOn,
  ecfmgStatus: applicantProfiles.ecfmgStatus,
  ecfmgSteps: applicantProfiles.ecfmgSteps,
  ecfmgCertifiedOn: applicantProfiles.ecfmgCertifiedOn,
  ecfmgValidUntil: applicantProfiles.ecfmgValidUntil,
  isEcfmgPermanent: applicantProfiles.isEcfmgPermanent,
  acgmeMonths: applicantProfiles.acgmeMonths,
  acgmePatientCareMonths: applicantProfiles.acgmePatientCareMonths,
  abmggCredit: applicantProfiles.abmggCredit,
  abroadMonths: applicantProfiles.abroadMonths,
  pediatricsMonths: applicantProfiles.pediatricsMonths,
  medicineMonths: applicantProfiles.medicineMonths,
  isObgynCompleted: applicantProfiles.isObgynCompleted,
  niches: applicantProfiles.niches,
  schoolStanding: applicantProfiles.schoolStanding,
  pediatricsGrade: applicantProfiles.pediatricsGrade,
  medicineGrade: applicantProfiles.medicineGrade,
  neurologyGrade: applicantProfiles.neurologyGrade,
  isExplanationOnFile: applicantProfiles.isExplanationOnFile,
  preferredStates: applicantProfiles.preferredStates,
  preferredSettings: applicantProfiles.preferredSettings,
  preferredResearch: applicantProfiles.preferredResearch,
  preferredPathways: applicantProfiles.preferredPathways,
}
const RECORDED = {
  clinicalRecorded: applicantProfiles.clinicalRecorded,
  researchRecorded: applicantProfiles.researchRecorded,
  publicationsRecorded: applicantProfiles.publicationsRecorded,
  lettersRecorded: applicantProfiles.lettersRecorded,
  attemptsRecorded: applicantProfiles.attemptsRecorded,
}

export type ClinicalRow = Pick<typeof clinicalExperiences.$inferSelect, keyof typeof CLINICAL_COLUMNS>
export type ResearchRow = Pick<typeof researchExperiences.$inferSelect, keyof typeof RESEARCH_COLUMNS>
export type PublicationRow = Pick<typeof publications.$inferSelect, keyof typeof PUBLICATION_COLUMNS>
export type LetterRow = Pick<typeof letters.$inferSelect, keyof typeof LETTER_COLUMNS>

export type Profile = {
  values: ProfileValues
  recorded: Record<ProfileList | 'attempts', Recorded>
  clinical: readonly ClinicalRow[]
  research: readonly ResearchRow[]
  publications: readonly PublicationRow[]
  letters: readonly LetterRow[]
}

/** Everything said in the profile, in one round trip; a person without a row has said nothing yet. */
export async function getProfile(scope: Scope<'profile:read'>): Promise<Profile> {
  return (await getProfiles(groupOf(scope)))(scope.applicantId)
}

/** The same of several applicants, by applicant, in as many statements. */
export async function getProfiles({
  tx,
  applicantIds,
}: GroupScope<'profile:read'>): Promise<(applicantId: string) => Profile> {
  const [rows, clinicalRows, researchRows, publicationRows, letterRows] = await Promise.all([
    tx
      .select({ applicantId: applicantProfiles.applicantId, ...PROFILE_COLUMNS, ...RECORDED })
      .from(applicantProfiles)
      .where(isOneOf(applicantProfiles.applicantId, applicantIds)),
    tx
      .select({ applicantId: clinicalExperiences.applicantId, ...CLINICAL_COLUMNS })
      .from(clinicalExperiences)
      .where(isOneOf(clinicalExperiences.applicantId, applicantIds))
      .orderBy(asc(clinicalExperiences.createdAt), asc(clinicalExperiences.id)),
    tx
      .select({ applicantId: researchExperiences.applicantId, ...RESEARCH_COLUMNS })
      .from(researchExperiences)
      .where(isOneOf(researchExperiences.applicantId, applicantIds))
      .orderBy(asc(researchExperiences.createdAt), asc(researchExperiences.id)),
    tx
      .select({ applicantId: publications.applicantId, ...PUBLICATION_COLUMNS })
      .from(publications)
      .where(isOneOf(publications.applicantId, applicantIds))
      .orderBy(asc(publications.createdAt), asc(publications.id)),
    tx
      .select({ applicantId: letters.applicantId, ...LETTER_COLUMNS })
      .from(letters)
      .where(isOneOf(letters.applicantId, applicantIds))
      .orderBy(asc(letters.createdAt), asc(letters.id)),
  ])
  const profiles = byApplicant(rows)
  const lists = {
    clinical: byApplicant(clinicalRows),
    research: byApplicant(researchRows),
    publications: byApplicant(publicationRows),
    letters: byApplicant(letterRows),
  }
  return (applicantId) => ({
    ...profileOf(profiles.get(applicantId)?.[0]),
    clinical: lists.clinical.get(applicantId) ?? [],
    research: lists.research.get(applicantId) ?? [],
    publications: lists.publications.get(applicantId) ?? [],
    letters: lists.letters.get(applicantId) ?? [],
  })
}

function profileOf(row: Pick<ProfileRow, keyof typeof PROFILE_COLUMNS | keyof typeof RECORDED> | undefined) {
  if (!row) return emptyProfile()
  const {
    clinicalRecorded,
    researchRecorded,
    publicationsRecorded,
    lettersRecorded,
    attemptsRecorded,
    ...values
  } = row
  return {
    values,
    recorded: {
      clinical: clinicalRecorded,
      research: researchRecorded,
      publications: publicationsRecorded,
      letters: lettersRecorded,
      attempts: attemptsRecorded,
    },
  }
}

/** The profile of someone who has said nothing: a visitor without a row. */
export function emptyProfile(): Profile {
  return {
    values: EMPTY_VALUES,
    recorded: { clinical: null, research: null, publications: null, letters: null, attempts: null },
    clinical: [],
    research: [],
    publications: [],
    letters: [],
  }
}

/** One section's stored values, and the stamp that its form sends back. */
export function sectionOf<S extends ProfileSection>(
  values: ProfileValues,
  section: S,
): { values: SectionValues<S>; seen: string } {
  const picked = pick(values, section)
  return { values: picked, seen: stampOf(picked) }
}

/**
 * Saves one section whole. `seen` is the stamp of the section that the form was made from: when another window changed
 * this section meanwhile, and not to the same values, nothing is written and `conflict` is thrown.
 */
export async function saveProfileSection<S extends ProfileSection>(
  scope: Scope<'profile:write'>,
  section: S,
  { values, seen }: { values: SectionValues<S>; seen: string },
): Promise<void> {
  const current = await lockProfile(scope)
  const next = pick({ ...EMPTY_VALUES, ...values }, section)
  const stored = sectionOf(current, section)
  if (stored.seen !== seen && stored.seen !== stampOf(next)) throw new AppError('conflict')
  await scope.tx
    .update(applicantProfiles)
    .set(next)
    .where(eq(applicantProfiles.applicantId, scope.applicantId))
}

/**
 * Holds the person's profile row until the transaction ends, making it first where there is none. Whatever depends on
 * the person's other rows (the four attempts, "none" beside entries) asks for this lock before it looks.
 */
export async function lockProfile(scope: {
  tx: Executor
  applicantId: string
}): Promise<ProfileValues & Pick<ProfileRow, keyof typeof RECORDED>> {
  const { tx, applicantId } = scope
  const [, rows] = await Promise.all([
    tx.insert(applicantProfiles).values({ applicantId }).onConflictDoNothing(),
    tx
      .select({ ...PROFILE_COLUMNS, ...RECORDED })
      .from(applicantProfiles)
      .where(eq(applicantProfiles.applicantId, applicantId))
      .for('update'),
  ])
  const [row] = rows
  if (!row) throw new AppError('not_found')
  return row
}

function pick<S extends ProfileSection>(values: ProfileValues, section: S): SectionValues<S> {
  const columns: readonly (keyof ProfileValues)[] = SECTION_COLUMNS[section]
  return Object.fromEntries(columns.map((column) => [column, values[column]])) as SectionValues<S>
}
