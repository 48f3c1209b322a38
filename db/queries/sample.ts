import 'server-only'
import { and, eq, sql } from 'drizzle-orm'
import {
  additionalInformation,
  applicantProfiles,
  clinicalExperiences,
  cycles,
  examAttempts,
  experiences,
  letters,
  letterTracks,
  listEntries,
  paperTracks,
  practiceResults,
  publications,
  researchExperiences,
  statements,
  statementVersions,
  storySentences,
  users,
} from '@/db/schema'
import { SAMPLE_PROGRAMS, sampleApplicant } from '@/lib/profile/sample-applicant'
import { sampleStatement } from '@/lib/statement/sample-statement'
import { sampleExperiences, samplePassage, sampleSentences } from '@/lib/story/sample-story'
import type { Scope } from '../access'
import { clearOwnWork } from './owned-rows'
import { fillAssignments } from './statement-assignments'

/** Fills an empty guest with the sample applicant of a season and the sample's list. */
export async function fillWithSample(scope: Scope, seasonYear: number): Promise<void> {
  const { tx, applicantId } = scope
  const sample = sampleApplicant(seasonYear)
  const [cycle] = await tx.insert(cycles).values({ applicantId, seasonYear }).returning({ id: cycles.id })
  if (!cycle) throw new Error('the sample cycle was not created')
  await tx.insert(applicantProfiles).values({
    applicantId,
    visaNeed: sample.visa.need,
    acceptableVisas: sample.visa.acceptable && [...sample.visa.acceptable],
    j1YearsUsed: sample.visa.j1YearsUsed,
    graduationStatus: sample.graduation.status,
    graduationOn: sample.graduation.on,
    ecfmgStatus: sample.ecfmg.status,
    ecfmgSteps: sample.ecfmg.stepsDone && [...sample.ecfmg.stepsDone],
    acgmeMonths: sample.training.acgmeMonths,
    acgmePatientCareMonths: sample.training.acgmePatientCareMonths,
    abmggCredit: sample.training.abmggCredit,
    abroadMonths: sample.training.abroadMonths,
    pediatricsMonths: sample.training.pediatricsMonths,
    medicineMonths: sample.training.medicineMonths,
    isObgynCompleted: sample.training.obgynCompleted,
    clinicalRecorded: 'listed',
    researchRecorded: 'listed',
    publicationsRecorded: 'listed',
    lettersRecorded: 'listed',
    attemptsRecorded: 'listed',
    niches: sample.niches && [...sample.niches],
    schoolStanding: sample.school.standing,
    pediatricsGrade: sample.school.pediatrics,
    medicineGrade: sample.school.medicine,
    neurologyGrade: sample.school.neurology,
    isExplanationOnFile: sample.explanationOnFile,
    preferredStates: [...sample.preferences.states],
    preferredSettings: [...sample.preferences.settings],
    preferredResearch: sample.preferences.research,
    preferredPathways: [...sample.preferences.pathways],
  })
  const stays = await tx
    .insert(clinicalExperiences)
    .values((sample.clinical ?? []).map((stay) => ({ applicantId, ...stay })))
    .returning({ id: clinicalExperiences.id })
  const projects = await tx
    .insert(researchExperiences)
    .values(
      (sample.research ?? []).map(({ inUs, ...project }) => ({
        applicantId,
        ...project,
        isInUs: inUs,
        topic: 'Registry of inborn errors of metabolism',
      })),
    )
    .returning({ id: researchExperiences.id })
  await tx.insert(experiences).values([
    ...stays.map(({ id }) => ({
      applicantId,
      source: `clinical:${id}` as const,
      ...sampleExperiences(seasonYear).stay,
    })),
    ...projects.map(({ id }) => ({
      applicantId,
      source: `research:${id}` as const,
      ...sampleExperiences(seasonYear).project,
    })),
    { applicantId, ...sampleExperiences(seasonYear).own },
  ])
  await tx
    .insert(storySentences)
    .values(sampleSentences(seasonYear).map((sentence) => ({ applicantId, ...sentence })))
  await tx.insert(publications).values((sample.publications ?? []).map((work) => ({ applicantId, ...work })))
  const letterIds = await tx
    .insert(letters)
    .values((sample.letters ?? []).map((letter) => ({ applicantId, ...letter, topics: [...letter.topics] })))
    .returning({ id: letters.id })
  await tx.insert(examAttempts).values(
    (sample.attempts ?? []).map(({ exam, takenOn, outcome, score }) => ({
      applicantId,
      exam,
      takenOn,
      outcome,
      score,
    })),
  )
  const year = seasonYear - 2
  await tx
    .insert(letterTracks)
    .values(
      letterIds.map(({ id: letterId }, index) => ({ applicantId, letterId, ...sampleTracks(year)[index] })),
    )
  await tx.insert(paperTracks).values([
    { applicantId, paper: 'mspe', holder: 'school', since: `${year}-09-07` },
    { applicantId, paper: 'school_transcript', holder: 'school', since: `${year}-09-07` },
  ])
  await tx.insert(practiceResults).values([
    { applicantId, kind: 'nbme_ccssa', form: '12', takenOn: `${year}-04-18`, score: 226, isTimed: true },
    { applicantId, kind: 'uwsa', form: '2', takenOn: `${year}-05-23`, score: 234, isTimed: true },
    { applicantId, kind: 'nbme_ccssa', form: '14', takenOn: `${year}-06-09`, score: 236, isTimed: true },
  ])
  await tx
    .insert(listEntries)
    .values(SAMPLE_PROGRAMS.map((programId) => ({ applicantId, cycleId: cycle.id, programId })))
  await addSampleTexts(scope, seasonYear)
}

/** The statement with its versions, meant for the programs of its pathway, and the passage on the failed attempt. */
async function addSampleTexts(scope: Scope, seasonYear: number): Promise<void> {
  const { tx, applicantId } = scope
  const { versions, ...statement } = sampleStatement(seasonYear)
  const daysAgo = (days: number) => sql`now() - make_interval(days => ${days})`
  const [written] = await tx
    .insert(statements)
    .values({ applicantId, ...statement, savedAt: daysAgo(2), createdAt: daysAgo(40) })
    .returning({ id: statements.id })
  if (!written) throw new Error('the sample statement was not created')
  await tx.insert(statementVersions).values(
    versions.map((version, index) => ({
      applicantId,
      statementId: written.id,
      number: index + 1,
      createdAt: daysAgo(14 * (versions.length - index)),
      ...version,
    })),
  )
  await fillAssignments(scope, written.id)
  await tx.insert(additionalInformation).values({ applicantId, ...samplePassage(seasonYear) })
}

/** The letter from home is uploaded and waits to be assigned; the one from the US was asked for and is silent. */
function sampleTracks(year: number) {
  return [
    {
      knowledge: 'supervised' as const,
      waiver: 'waived' as const,
      directorTopics: ['molecular_and_statistics' as const],
      createdOn: `${year}-07-20`,
      requestedOn: `${year}-07-21`,
      uploadedOn: `${year}-08-19`,
    },
    {
      knowledge: 'worked_with' as const,
      waiver: 'waived' as const,
      zone: 'America/Denver',
      createdOn: `${year}-08-31`,
      requestedOn: `${year}-09-01`,
    },
  ]
}

/** Clears the sample away and leaves an empty guest who begins with their own; does nothing to anyone else's rows. */
export async function endSample(scope: Scope): Promise<void> {
  const [guest] = await scope.tx
    .update(users)
    .set({ isSample: false })
    .where(and(eq(users.id, scope.viewerId), users.isSample))
    .returning({ id: users.id })
  if (guest) await clearOwnWork(scope)
}
