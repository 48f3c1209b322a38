import { addDays, type CalendarDate, daysBetween, weekday } from '@/lib/dates/calendar-date'
import type { PracticeExam } from '@/lib/exams/practice'
import type { GeneticsArea, WeakSystem, WeakTopic } from '@/lib/exams/practice-detail'

import { type Focus, focusOf, rotation } from './rotation'

/** What happened on a day. Nothing marked means nothing is assumed: the day's questions move on, without a word about it. */
export const DAY_MARKS = ['done', 'sick', 'night_shift', 'away'] as const
export type DayMarkKind = (typeof DAY_MARKS)[number]

/**
 * One mark for one day. `questions` is how many were done on a 'done' day: the page stores the number that it showed, or
 * the person's own; null counts none. A later mark for the same day and kind replaces an earlier one.
 */
export type DayMark = { on: CalendarDate; kind: DayMarkKind; questions: number | null }

export type StudyPlanInput = {
  exam: PracticeExam
  examOn: CalendarDate
  /** The first day of the plan; a plan is never laid before it. */
  startOn: CalendarDate
  /** Questions of the bank still to be done on `startOn`. */
  questionsLeft: number
  /** How many questions a full day holds at most, by the person's own word. */
  mostPerDay: number
  /** 0 for Sunday to 6 for Saturday: the day of rest. */
  restWeekday: number
  /** NBME forms still to be sat: those wanted less those in the practice log. */
  assessments: number
  weakSystems: readonly WeakSystem[]
  weakTopics: readonly WeakTopic[]
  /** Genetics areas to keep in rotation; the article names five (C12). */
  geneticsAreas: readonly GeneticsArea[]
}

/** 'past' days carry what was done and nothing else: no missed, no late. */
export const DAY_KINDS = ['past', 'study', 'half', 'assessment', 'rest', 'light', 'away', 'exam'] as const
export type DayKind = (typeof DAY_KINDS)[number]

export type StudyDay = {
  on: CalendarDate
  kind: DayKind
  /** Questions to do, or on a past or ticked day those that were done. */
  questions: number
  focus: Focus | null
  isDone: boolean
  mark: DayMarkKind | null
}

export const PLAN_PACES = ['comfortable', 'full', 'too_much', 'done', 'no_time'] as const
export type PlanPace = (typeof PLAN_PACES)[number]

export type StudyPlan = {
  exam: PracticeExam
  examOn: CalendarDate
  days: readonly StudyDay[]
  questions: {
    done: number
    planned: number
    /** Those that do not fit before the last week at the person's most per day. */
    over: number
    /** The average for a full day from today on. */
    perDay: number
  }
  assessments: readonly CalendarDate[]
  /** Forms that no day was left for. */
  assessmentsOver: number
  pace: PlanPace
}

/** The article's shape of the end: a light last week, and a rest day a week in the last ten (it says eight to ten) (C14). */
export const LIGHT_DAYS = 7
export const REST_WEEKS = 10
/** No plan is longer: two years. */
export const MOST_DAYS = 731
/** Days before the exam for the last assessment, and between two of them (assumptions of ours). */
const LAST_ASSESSMENT_DAYS = 14
const ASSESSMENT_GAP_DAYS = { least: 5, most: 14 }
/** A day beside a night shift holds this part of a full one. */
const HALF = 0.5

/**
 * The plan from `startOn` to the exam day, laid backwards from it: light last week, a rest day each week of the last ten
 * and none given up, assessments every two weeks counted back from two weeks before the exam, the rest of the bank spread
 * evenly over what is left from `today` on. Marks re-plan the days ahead alone; what is past is only recorded. A pure
 * function of its arguments. Throws RangeError when the exam lies before the start.
 */
export function studyPlan(input: StudyPlanInput, marks: readonly DayMark[], today: CalendarDate): StudyPlan {
  const { examOn, startOn } = input
  const length = daysBetween(startOn, examOn)
  if (length < 0) throw new RangeError(`The exam on ${examOn} lies before the plan's start on ${startOn}`)
  const held = marksByDay(marks)
  const days = Array.from({ length: length + 1 }, (_, n) => layDay(input, addDays(startOn, n), held, today))
  const assessments = placeAssessments(input, days)
  const { planned, over, perDay, room } = spreadQuestions(input, days)
  const done = sum(days.filter((day) => day.isDone || day.kind === 'past').map((day) => day.questions))
  const order = rotation(input)
  // The turn depends on the calendar alone, so ticking a day never reshuffles the days after it.
  let turn = 0
  for (const day of days) {
    const isRest = isRestDay(input, day.on)
    if (day.kind === 'study' || day.kind === 'half') day.focus = focusOf(order, turn)
    if (!isRest) turn += 1
  }
  return {
    exam: input.exam,
    examOn,
    days,
    questions: { done, planned, over, perDay },
    assessments: assessments.dates,
    assessmentsOver: assessments.over,
    pace: paceOf({ left: planned + over, over, perDay, mostPerDay: input.mostPerDay, room }),
  }
}

/** The days of a plan as weeks that begin with the given weekday (0 Sunday to 6 Saturday), for a page that shows weeks. */
export function weeksOf(days: readonly StudyDay[], firstWeekday = 1): readonly (readonly StudyDay[])[] {
  const weeks: StudyDay[][] = []
  for (const day of days) {
    const week = weeks.at(-1)
    if (!week || weekday(day.on) === firstWeekday) weeks.push([day])
    else week.push(day)
  }
  return weeks
}

type Marks = ReadonlyMap<CalendarDate, ReadonlyMap<DayMarkKind, DayMark>>

function marksByDay(marks: readonly DayMark[]): Marks {
  const days = new Map<CalendarDate, Map<DayMarkKind, DayMark>>()
  for (const mark of marks) {
    const day = days.get(mark.on) ?? new Map<DayMarkKind, DayMark>()
    day.set(mark.kind, mark)
    days.set(mark.on, day)
  }
  return days
}

function isRestDay({ examOn, restWeekday }: StudyPlanInput, on: CalendarDate): boolean {
  return on < examOn && daysBetween(on, examOn) <= REST_WEEKS * 7 && weekday(on) === restWeekday
}

function layDay(input: StudyPlanInput, on: CalendarDate, held: Marks, today: CalendarDate): StudyDay {
  const marks = held.get(on)
  const done = marks?.get('done')
  const mark = (['done', 'sick', 'away', 'night_shift'] as const).find((kind) => marks?.has(kind)) ?? null
  const questions = done ? Math.max(0, done.questions ?? 0) : 0
  const base = { on, questions, focus: null, isDone: done !== undefined, mark }
  if (on === input.examOn) return { ...base, kind: 'exam' }
  if (on < today) return { ...base, kind: 'past' }
  if (marks?.has('sick') || marks?.has('away')) return { ...base, kind: 'away' }
  if (isRestDay(input, on)) return { ...base, kind: 'rest' }
  if (daysBetween(on, input.examOn) <= LIGHT_DAYS) return { ...base, kind: 'light' }
  // The night itself and the day after it are half days.
  const isBesideNight = marks?.has('night_shift') || held.get(addDays(on, -1))?.has('night_shift')
  return { ...base, kind: isBesideNight ? 'half' : 'study' }
}

/** Counted back from two weeks before the exam; a form moves to the nearest earlier free full day, never onto a rest day. */
function placeAssessments(input: StudyPlanInput, days: readonly StudyDay[]) {
  const dates: CalendarDate[] = []
  const last = days.length - 1
  const wanted = Math.max(0, Math.round(input.assessments))
  const opens = Math.max(
    0,
    days.findIndex((day) => day.kind !== 'past'),
  )
  let at = last - LAST_ASSESSMENT_DAYS
  // Where time is short they move closer together, but each still leaves days to learn from it.
  const even = wanted > 1 ? Math.floor((at - opens) / (wanted - 1)) : ASSESSMENT_GAP_DAYS.most
  const gap = Math.max(ASSESSMENT_GAP_DAYS.least, Math.min(ASSESSMENT_GAP_DAYS.most, even))
  while (dates.length < wanted && at >= 0) {
    let free = at
    while (free >= 0 && !isFree(days[free])) free -= 1
    const day = days[free]
    if (!day) break
    day.kind = 'assessment'
    dates.unshift(day.on)
    at = Math.min(at - gap, free - 1)
  }
  return { dates, over: wanted - dates.length }
}

function isFree(day: StudyDay | undefined): boolean {
  return day !== undefined && day.kind === 'study' && !day.isDone
}

/** The rest of the bank over the open days by their size; whole questions, and the days add up to what is planned. */
function spreadQuestions(input: StudyPlanInput, days: readonly StudyDay[]) {
  const done = sum(days.map((day) => day.questions))
  const left = Math.max(0, Math.round(input.questionsLeft) - done)
  const open = days.filter((day) => !day.isDone && (day.kind === 'study' || day.kind === 'half'))
  const sizes = open.map((day) => (day.kind === 'half' ? HALF : 1))
  const room = sum(sizes)
  const most = Math.max(0, input.mostPerDay)
  const planned = Math.min(left, Math.floor(room * most))
  let size = 0
  let given = 0
  open.forEach((day, index) => {
    size += sizes[index] ?? 0
    const until = Math.round((planned * size) / room)
    day.questions = until - given
    given = until
  })
  return { planned, over: left - planned, perDay: room > 0 ? Math.ceil(planned / room) : 0, room }
}

function paceOf(plan: {
  left: number
  over: number
  perDay: number
  mostPerDay: number
  room: number
}): PlanPace {
  if (plan.left === 0) return 'done'
  if (plan.room === 0) return 'no_time'
  if (plan.over > 0) return 'too_much'
  return plan.perDay > plan.mostPerDay * 0.85 ? 'full' : 'comfortable'
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
