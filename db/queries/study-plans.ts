import 'server-only'
import { and, asc, eq, notInArray } from 'drizzle-orm'
import type { CalendarDate } from '@/lib/dates/calendar-date'
import { AppError } from '@/lib/errors/app-error'
import type { DayMark, StudyPlanInput } from '@/lib/study/plan'
import type { DayMarksInput, StudyPlanFormInput } from '@/lib/study/plan-input'
import { isUuid, type Scope } from '../access'
import { studyDayMarks, studyPlans } from '../schema'
import { lockProfile } from './profile'

export type StoredStudyPlan = StudyPlanInput & { id: string; version: number }

const PLAN_COLUMNS = {
  id: studyPlans.id,
  exam: studyPlans.exam,
  examOn: studyPlans.examOn,
  startOn: studyPlans.startOn,
  questionsLeft: studyPlans.questionsLeft,
  mostPerDay: studyPlans.mostPerDay,
  restWeekday: studyPlans.restWeekday,
  assessments: studyPlans.assessments,
  weakSystems: studyPlans.weakSystems,
  weakTopics: studyPlans.weakTopics,
  geneticsAreas: studyPlans.geneticsAreas,
  version: studyPlans.version,
}

/** The person's plans, at most one an exam, by exam day. `assessments` is what they wanted from the first day on. */
export function listStudyPlans(scope: Scope<'exams:read'>): Promise<StoredStudyPlan[]> {
  return scope.tx
    .select(PLAN_COLUMNS)
    .from(studyPlans)
    .where(eq(studyPlans.applicantId, scope.applicantId))
    .orderBy(asc(studyPlans.examOn), asc(studyPlans.exam))
}

/**
 * Lays a plan for an exam or changes the one there. `version` is that of the plan which the form was made from, null for
 * none; throws conflict when another window saved meanwhile. The same form sent twice changes nothing.
 */
export async function saveStudyPlan(
  scope: Scope<'exams:write'>,
  input: StudyPlanFormInput,
  version: number | null,
): Promise<void> {
  await lockProfile(scope)
  const [stored] = await scope.tx
    .select(PLAN_COLUMNS)
    .from(studyPlans)
    .where(and(eq(studyPlans.applicantId, scope.applicantId), eq(studyPlans.exam, input.exam)))
  if (!stored) {
    await scope.tx.insert(studyPlans).values({ ...input, applicantId: scope.applicantId })
    return
  }
  const { id, version: held, ...values } = stored
  if (JSON.stringify(values) === JSON.stringify(inStoredOrder(input))) return
  if (held !== version) throw new AppError('conflict')
  await scope.tx
    .update(studyPlans)
    .set({ ...input, version: held + 1 })
    .where(and(eq(studyPlans.id, id), eq(studyPlans.applicantId, scope.applicantId)))
}

function inStoredOrder(input: StudyPlanFormInput): StudyPlanFormInput {
  const { exam, examOn, startOn, questionsLeft, mostPerDay, restWeekday, assessments } = input
  const { weakSystems, weakTopics, geneticsAreas } = input
  return {
    exam,
    examOn,
    startOn,
    questionsLeft,
    mostPerDay,
    restWeekday,
    assessments,
    weakSystems,
    weakTopics,
    geneticsAreas,
  }
}

/** Removes a plan with its days; throws not_found when it is not this applicant's. */
export async function removeStudyPlan(scope: Scope<'exams:write'>, id: string): Promise<void> {
  if (!isUuid(id)) throw new AppError('not_found')
  const [gone] = await scope.tx
    .delete(studyPlans)
    .where(and(eq(studyPlans.id, id), eq(studyPlans.applicantId, scope.applicantId)))
    .returning({ id: studyPlans.id })
  if (!gone) throw new AppError('not_found')
}

/** What happened on the days of every plan, by plan id. */
export async function listDayMarks(
  scope: Scope<'exams:read'>,
): Promise<ReadonlyMap<string, readonly DayMark[]>> {
  const rows = await scope.tx
    .select({
      planId: studyDayMarks.planId,
      on: studyDayMarks.on,
      kind: studyDayMarks.kind,
      questions: studyDayMarks.questions,
    })
    .from(studyDayMarks)
    .where(eq(studyDayMarks.applicantId, scope.applicantId))
    .orderBy(asc(studyDayMarks.on), asc(studyDayMarks.kind))
  const byPlan = new Map<string, DayMark[]>()
  for (const { planId, ...mark } of rows) byPlan.set(planId, [...(byPlan.get(planId) ?? []), mark])
  return byPlan
}

/**
 * Says what happened on one day of a plan, in place of what was said before; no kind at all clears the day. Throws
 * not_found for a plan that is not this applicant's, and `invalid` for a day that is not in it.
 */
export async function saveDayMarks(
  scope: Scope<'exams:write'>,
  planId: string,
  { on, kinds, questions }: DayMarksInput,
): Promise<void> {
  await lockPlanDay(scope, planId, on)
  const ofDay = and(
    eq(studyDayMarks.planId, planId),
    eq(studyDayMarks.on, on),
    eq(studyDayMarks.applicantId, scope.applicantId),
  )
  await scope.tx
    .delete(studyDayMarks)
    .where(kinds.length === 0 ? ofDay : and(ofDay, notInArray(studyDayMarks.kind, [...kinds])))
  for (const kind of kinds) {
    const done = kind === 'done' ? questions : null
    await scope.tx
      .insert(studyDayMarks)
      .values({ applicantId: scope.applicantId, planId, on, kind, questions: done })
      .onConflictDoUpdate({
        target: [studyDayMarks.planId, studyDayMarks.on, studyDayMarks.kind],
        set: { questions: done },
        setWhere: eq(studyDayMarks.applicantId, scope.applicantId),
      })
  }
}

/** The plan must be this applicant's and hold the day; its row stays locked, so that it cannot shrink meanwhile. */
async function lockPlanDay(scope: Scope<'exams:write'>, planId: string, on: CalendarDate): Promise<void> {
  if (!isUuid(planId)) throw new AppError('not_found')
  const [plan] = await scope.tx
    .select({ startOn: studyPlans.startOn, examOn: studyPlans.examOn })
    .from(studyPlans)
    .where(and(eq(studyPlans.id, planId), eq(studyPlans.applicantId, scope.applicantId)))
    .for('update')
  if (!plan) throw new AppError('not_found')
  if (on < plan.startOn || on > plan.examOn) {
    throw new AppError('invalid', {
      readerMessage: 'This day is not in the plan.',
      fields: { on: ['Choose a day between the first day of the plan and the exam.'] },
    })
  }
}
