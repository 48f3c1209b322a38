import type { ExamAttempt } from '@/lib/exams/attempt'
import { type Moves, movesBetween, readList } from './moves'
import type { ListedProgram, StrategySetting } from './setting'

/** What a recorded result changes on a list: the ledgers with it beside those while it was still awaited. */
export type ResultEffect = Moves & {
  /** Programs that stand as they stood. */
  unchanged: number
}

/**
 * The list with one result and without it, all else alike: before, the sitting is taken as waiting for its result. The
 * attempt must be among the applicant's.
 */
export function resultEffect(
  setting: StrategySetting,
  programs: readonly ListedProgram[],
  attemptId: ExamAttempt['id'],
): ResultEffect {
  const { applicant } = setting
  const attempts = (applicant.attempts ?? []).map(
    (attempt): ExamAttempt =>
      attempt.id === attemptId ? { ...attempt, outcome: 'pending', score: null, oet: null } : attempt,
  )
  const moves = movesBetween(
    readList({ ...setting, applicant: { ...applicant, attempts } }, programs),
    readList(setting, programs),
  )
  const moved = Object.values(moves).reduce((sum, list) => sum + list.length, 0)
  return { ...moves, unchanged: programs.length - moved }
}
