import 'server-only'
import type { ExamAttempt } from '@/lib/exams/attempt'
import {
  type Applicant,
  ECFMG_STEPS,
  LETTER_TOPICS,
  NICHES,
  SETTING_PREFERENCES,
  VISAS,
} from '@/lib/profile/applicant'
import { PATHWAYS } from '@/lib/programs/pathway'
import { type GroupScope, groupOf, type Scope } from '../access'
import { listExamAttemptsOf } from './exams'
import { getProfiles, type Profile, type Recorded } from './profile'

/** The applicant as the fit reads one, in one round trip. Null is "not said", an empty list is "said to be none". */
export async function loadApplicant(scope: Scope<'profile:read' | 'exams:read'>): Promise<Applicant> {
  const group = groupOf(scope)
  return (await loadApplicants({ profile: group, exams: group }))(scope.applicantId)
}

/**
 * The same of several applicants, by applicant, in as many statements. Profile and exams may be open for different ones:
 * what is not reads "not said".
 */
export async function loadApplicants(groups: {
  profile: GroupScope<'profile:read'>
  exams: GroupScope<'exams:read'>
}): Promise<(applicantId: string) => Applicant> {
  const [profileOf, attemptsOf] = await Promise.all([
    getProfiles(groups.profile),
    listExamAttemptsOf(groups.exams),
  ])
  return (applicantId) => applicantOf(profileOf(applicantId), attemptsOf(applicantId))
}

/** The same, for a page that has read both already. */
export function applicantOf(profile: Profile, attempts: readonly ExamAttempt[]): Applicant {
  const { values, recorded } = profile
  return {
    visa: {
      need: values.visaNeed,
      acceptable: values.acceptableVisas && known(VISAS, values.acceptableVisas),
      j1YearsUsed: values.j1YearsUsed,
      entryLimitMayApply: values.entryLimitMayApply,
    },
    graduation: { status: values.graduationStatus, on: values.graduationOn },
    ecfmg: {
      status: values.ecfmgStatus,
      stepsDone: values.ecfmgSteps && known(ECFMG_STEPS, values.ecfmgSteps),
      certifiedOn: values.ecfmgCertifiedOn,
      validUntil: values.ecfmgValidUntil,
      permanent: values.isEcfmgPermanent,
    },
    training: {
      acgmeMonths: values.acgmeMonths,
      acgmePatientCareMonths: values.acgmePatientCareMonths,
      abmggCredit: values.abmggCredit,
      abroadMonths: values.abroadMonths,
      pediatricsMonths: values.pediatricsMonths,
      medicineMonths: values.medicineMonths,
      obgynCompleted: values.isObgynCompleted,
    },
    clinical: said(
      profile.clinical.map(({ kind, specialty, place, weeks }) => ({ kind, specialty, place, weeks })),
      recorded.clinical,
    ),
    research: said(
      profile.research.map(({ field, months, role, isInUs }) => ({ field, months, role, inUs: isInUs })),
      recorded.research,
    ),
    publications: said(
      profile.publications.map(({ field, kind, author, state }) => ({ field, kind, author, state })),
      recorded.publications,
    ),
    letters: said(
      profile.letters.map(({ author, state, topics }) => ({
        author,
        state,
        topics: known(LETTER_TOPICS, topics),
      })),
      recorded.letters,
    ),
    niches: values.niches && known(NICHES, values.niches),
    school: {
      standing: values.schoolStanding,
      pediatrics: values.pediatricsGrade,
      medicine: values.medicineGrade,
      neurology: values.neurologyGrade,
    },
    explanationOnFile: values.isExplanationOnFile,
    attempts: said(
      attempts.map(({ id, exam, takenOn, outcome, score, oet }) => ({
        id,
        exam,
        takenOn,
        outcome,
        score,
        oet,
      })),
      recorded.attempts,
    ),
    preferences: {
      states: values.preferredStates,
      settings: known(SETTING_PREFERENCES, values.preferredSettings),
      research: values.preferredResearch,
      pathways: known(PATHWAYS, values.preferredPathways),
    },
  }
}

/** Entries speak for themselves; without any, only the person's own "none" makes an empty list. */
function said<T>(entries: readonly T[], recorded: Recorded): readonly T[] | null {
  return entries.length > 0 || recorded === 'none' ? entries : null
}

/** Stored words that this version knows; one that a later version wrote is left out rather than guessed at. */
function known<T extends string>(words: readonly T[], stored: readonly string[]): readonly T[] {
  return words.filter((word) => stored.includes(word))
}
