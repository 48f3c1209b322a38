import type { ExamAttempt } from '@/lib/exams/attempt'
import { EXAM_LABELS } from '@/lib/exams/attempt-words'
import type { DatedThing } from './dated-thing'

/** The exam days that are planned. No score is in them. */
export function examThings(
  attempts: readonly Pick<ExamAttempt, 'id' | 'exam' | 'takenOn' | 'outcome'>[],
): DatedThing[] {
  return attempts
    .filter(({ outcome }) => outcome === 'planned')
    .map(({ id, exam, takenOn }) => ({
      kind: 'exam' as const,
      id,
      title: `${EXAM_LABELS[exam]}, exam day`,
      urgency: 'urgent' as const,
      href: '/exams',
      isProjected: false,
      isDone: false,
      on: takenOn,
      at: null,
    }))
}
