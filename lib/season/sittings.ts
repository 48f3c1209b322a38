import type { ExamAttempt } from '@/lib/exams/attempt'
import type { RibbonSitting } from './ribbon'

/** The sittings of Step 2 CK whose result is still to come, for the ribbon: planned ones, and those that wait for a report. */
export function step2Sittings(attempts: readonly ExamAttempt[]): RibbonSitting[] {
  return attempts
    .filter(
      (attempt) =>
        attempt.exam === 'step2ck' && (attempt.outcome === 'planned' || attempt.outcome === 'pending'),
    )
    .map((attempt) => ({ id: attempt.id, label: 'Step 2 CK', on: attempt.takenOn }))
}
