import 'server-only'
import { eq } from 'drizzle-orm'
import { type HabitAnswers, STUDY_HABITS, type StudyHabit } from '@/lib/readiness/habits'
import type { LowPassBand } from '@/lib/readiness/step1'
import type { Scope } from '../access'
import { readinessAnswers } from '../schema'

/** null habits: never answered. null band: the default is taken. */
export type ReadinessAnswers = { habits: readonly StudyHabit[] | null; band: LowPassBand | null }

/** What the person said of their readiness. */
export async function findReadinessAnswers(scope: Scope<'exams:read'>): Promise<ReadinessAnswers> {
  const [row] = await scope.tx
    .select({
      habits: readinessAnswers.habits,
      lowPassFrom: readinessAnswers.lowPassFrom,
      lowPassTo: readinessAnswers.lowPassTo,
    })
    .from(readinessAnswers)
    .where(eq(readinessAnswers.applicantId, scope.applicantId))
  if (!row) return { habits: null, band: null }
  const { habits, lowPassFrom: from, lowPassTo: to } = row
  return {
    habits: habits && STUDY_HABITS.filter((habit) => habits.includes(habit)),
    band: from === null || to === null ? null : { from, to },
  }
}

/** The answers as the readiness rules read them: before the first one nothing is said of any habit. */
export function habitAnswersOf({ habits }: ReadinessAnswers): HabitAnswers {
  if (habits === null) return {}
  return Object.fromEntries(STUDY_HABITS.map((habit) => [habit, habits.includes(habit)]))
}

export function saveHabits(scope: Scope<'exams:write'>, habits: readonly StudyHabit[]): Promise<void> {
  return save(scope, { habits: [...habits] })
}

/** null takes the default band again. */
export function saveLowPassBand(scope: Scope<'exams:write'>, band: LowPassBand | null): Promise<void> {
  return save(scope, { lowPassFrom: band?.from ?? null, lowPassTo: band?.to ?? null })
}

async function save(
  scope: Scope<'exams:write'>,
  values: Partial<Pick<typeof readinessAnswers.$inferInsert, 'habits' | 'lowPassFrom' | 'lowPassTo'>>,
): Promise<void> {
  await scope.tx
    .insert(readinessAnswers)
    .values({ ...values, applicantId: scope.applicantId })
    .onConflictDoUpdate({
      target: readinessAnswers.applicantId,
      set: values,
      setWhere: eq(readinessAnswers.applicantId, scope.applicantId),
    })
}
