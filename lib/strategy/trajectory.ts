import type { ExamAttempt } from '@/lib/exams/attempt'
import { attemptSummary } from '@/lib/exams/summary'
import type { Applicant } from '@/lib/profile/applicant'
import { CLASS_STANDING_LABELS } from '@/lib/profile/words'
import { readProfile } from './profile-reading'

/** The six parts that programs read together (E1). */
export const TRAJECTORY_PARTS = [
  'step1',
  'step2ck',
  'school',
  'us_experience',
  'research',
  'letters',
] as const
export type TrajectoryPartKey = (typeof TRAJECTORY_PARTS)[number]

export const TRAJECTORY_LABELS: Readonly<Record<TrajectoryPartKey, string>> = {
  step1: 'Step 1',
  step2ck: 'Step 2 CK',
  school: 'Medical school',
  us_experience: 'US clinical experience',
  research: 'Research',
  letters: 'Statement and letters',
}

/** 'shown': there is something to read. 'ahead': said to be not there yet. 'not_said': the profile is silent. */
export type TrajectoryPart = { key: TrajectoryPartKey; state: 'shown' | 'ahead' | 'not_said'; text: string }

/** The six parts beside each other as the profile holds them; nothing is scored and nothing is guessed (E1). */
export function trajectory(applicant: Applicant): readonly TrajectoryPart[] {
  return [
    examPart(applicant.attempts, 'step1'),
    examPart(applicant.attempts, 'step2ck'),
    schoolPart(applicant),
    experiencePart(applicant),
    researchPart(applicant),
    lettersPart(applicant),
  ]
}

const NOT_SAID = 'Not said yet.'

function examPart(attempts: readonly ExamAttempt[] | null, exam: 'step1' | 'step2ck'): TrajectoryPart {
  if (attempts === null) return { key: exam, state: 'not_said', text: NOT_SAID }
  const { passed, score, attempts: count, passedOnFirstAttempt, plannedOn } = attemptSummary(attempts, exam)
  if (passed) {
    const number = score === null ? '' : ` with ${score}`
    const how = passedOnFirstAttempt ? 'at the first attempt' : `at attempt ${count}`
    return { key: exam, state: 'shown', text: `Passed ${how}${number}.` }
  }
  return {
    key: exam,
    state: 'ahead',
    text: plannedOn ? 'Planned.' : count > 0 ? 'Not passed yet.' : 'Not taken yet.',
  }
}

function schoolPart({ school }: Applicant): TrajectoryPart {
  const grades = [school.pediatrics, school.medicine, school.neurology].filter((grade) => grade !== null)
  if (school.standing === null && grades.length === 0) {
    return { key: 'school', state: 'not_said', text: NOT_SAID }
  }
  const parts = [
    school.standing && CLASS_STANDING_LABELS[school.standing],
    grades.length > 0 && `${grades.length} ${grades.length === 1 ? 'grade' : 'grades'} entered`,
  ].filter(Boolean)
  return { key: 'school', state: 'shown', text: `${parts.join('; ')}.` }
}

function experiencePart(applicant: Applicant): TrajectoryPart {
  const key = 'us_experience'
  if (applicant.clinical === null) return { key, state: 'not_said', text: NOT_SAID }
  const weeks = applicant.clinical.reduce((sum, stay) => sum + stay.weeks, 0)
  if (applicant.clinical.length === 0) return { key, state: 'ahead', text: 'None so far.' }
  const inGenetics = readProfile(applicant).geneticsWeeks ?? 0
  return { key, state: 'shown', text: `${count(weeks, 'week')}, of which ${inGenetics} in genetics.` }
}

function researchPart(applicant: Applicant): TrajectoryPart {
  const key = 'research'
  const { research, publications } = applicant
  if (research === null && publications === null) return { key, state: 'not_said', text: NOT_SAID }
  const months = readProfile(applicant).researchMonths ?? 0
  const works = publications?.length ?? 0
  if (months === 0 && works === 0 && (research?.length ?? 0) === 0) {
    return { key, state: 'ahead', text: 'None so far.' }
  }
  return {
    key,
    state: 'shown',
    text: `${count(months, 'month')} in genetics; ${count(works, 'publication')}.`,
  }
}

function lettersPart({ letters }: Applicant): TrajectoryPart {
  if (letters === null) return { key: 'letters', state: 'not_said', text: NOT_SAID }
  if (letters.length === 0) return { key: 'letters', state: 'ahead', text: 'No letter so far.' }
  const us = letters.filter((letter) => letter.author === 'us_geneticist').length
  return {
    key: 'letters',
    state: 'shown',
    text: `${count(letters.length, 'letter')}, ${us === 0 ? 'none' : us} from a US geneticist.`,
  }
}

function count(number: number, one: string): string {
  return `${number} ${number === 1 ? one : `${one}s`}`
}
