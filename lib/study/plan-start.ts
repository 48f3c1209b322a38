import type { CalendarDate } from '@/lib/dates/calendar-date'
import type { PracticeExam, PracticeKind } from '@/lib/exams/practice'
import { detailsOf, type LoggedResult } from '@/lib/exams/practice-detail'

import type { StudyPlanInput } from './plan'
import { areasToBuild, weakAreas } from './talking-points'

/** Areas of each kind that a first plan takes over from the log (ours), and the article's upper number of forms (C10). */
const TAKEN = 3
const FORMS = 3

const FORM_KINDS: Readonly<Record<PracticeExam, PracticeKind>> = {
  step1: 'nbme_cbssa',
  step2ck: 'nbme_ccssa',
}

/** A plan as its form first shows it; the person fills in what only they know (null). */
export type FirstPlan = Omit<StudyPlanInput, 'examOn' | 'questionsLeft' | 'mostPerDay'> & {
  examOn: CalendarDate | null
  questionsLeft: null
  mostPerDay: null
}

/** Weak and genetics areas from the practice log, forms still to sit, Sunday free: all to be changed at will. */
export function firstPlan({
  exam,
  examOn,
  today,
  results,
}: {
  exam: PracticeExam
  examOn: CalendarDate | null
  today: CalendarDate
  results: readonly LoggedResult[]
}): FirstPlan {
  const own = results.filter((result) => result.exam === exam)
  const weak = <T extends string>(areas: (result: LoggedResult) => readonly T[] | null) =>
    weakAreas(own.map((result) => ({ on: result.takenOn, areas: areas(result) })))
      .slice(0, TAKEN)
      .map(({ area }) => area)
  return {
    exam,
    examOn,
    startOn: today,
    questionsLeft: null,
    mostPerDay: null,
    restWeekday: 0,
    assessments: Math.max(0, FORMS - formsOf(exam, own).length),
    weakSystems: weak((result) => result.weakSystems),
    weakTopics: weak((result) => result.weakTopics),
    geneticsAreas: areasToBuild(detailsOf(results)),
  }
}

/** The forms that are still to be placed: those wanted from the first day on, less those that the log holds since. */
export function formsLeft(
  plan: Pick<StudyPlanInput, 'exam' | 'startOn' | 'assessments'>,
  results: readonly Pick<LoggedResult, 'kind' | 'takenOn' | 'exam'>[],
): number {
  const sat = formsOf(plan.exam, results).filter(({ takenOn }) => takenOn >= plan.startOn).length
  return Math.max(0, plan.assessments - sat)
}

function formsOf<T extends Pick<LoggedResult, 'kind'>>(
  exam: PracticeExam,
  results: readonly T[],
): readonly T[] {
  return results.filter(({ kind }) => kind === FORM_KINDS[exam])
}
