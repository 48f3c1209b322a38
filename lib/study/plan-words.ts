import { addDays } from '@/lib/dates/calendar-date'
import { formatDate, formatDayMonth, formatRange } from '@/lib/dates/format'

import { type DayKind, type DayMarkKind, LIGHT_DAYS, type StudyDay, type StudyPlan } from './plan'
import { focusLabel } from './rotation'

export const DAY_KIND_LABELS: Readonly<Record<DayKind, string>> = {
  past: 'Past',
  study: 'Study day',
  half: 'Half day beside a night shift',
  assessment: 'Practice assessment',
  rest: 'Rest day',
  light: 'Light day',
  away: 'No study',
  exam: 'Exam day',
}

export const DAY_MARK_LABELS: Readonly<Record<DayMarkKind, string>> = {
  done: 'Done',
  sick: 'Sick day',
  night_shift: 'Night shift',
  away: 'Day off',
}

/** What each mark does to the days ahead. */
export const DAY_MARK_HINTS: Readonly<Record<DayMarkKind, string>> = {
  done: 'Counts the questions below.',
  sick: 'Rest. Nothing is owed for it.',
  night_shift: 'This day and the next hold half.',
  away: 'Family, travel, anything.',
}

/** By the number of `weekday`: 0 for Sunday. */
export const WEEKDAY_NAMES = [
  'Sunday',
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
] as const

/** What a day holds, in one sentence. A past day without a mark is simply past. */
export function daySentence(day: StudyDay): string {
  const focus = day.focus ? ` Extra time: ${focusLabel(day.focus).toLowerCase()}.` : ''
  switch (day.kind) {
    case 'exam':
      return 'Exam day.'
    case 'past':
      if (day.mark === 'done') return `Done: ${questionWords(day.questions)}.`
      return day.mark === null ? 'Past.' : `${DAY_MARK_LABELS[day.mark]}.`
    case 'away':
      return day.mark === 'sick' ? 'Sick day: rest. The plan has moved on for you.' : 'Day off.'
    case 'rest':
      return 'Rest day.'
    case 'light':
      return 'Light: review, formulas, sleep. Nothing new.'
    case 'assessment':
      return 'A full NBME form, timed, in one sitting; its review the same evening or the next day.'
    case 'half':
    case 'study':
      if (day.isDone) return `Done: ${questionWords(day.questions)}.`
      if (day.questions === 0) return `Review.${focus}`
      return `${questionWords(day.questions)}, timed and mixed.${focus}`
  }
}

/** What a week holds, in one line: its questions, and the days of it that are not like the others. */
export function weekSentence(days: readonly StudyDay[]): string {
  const questions = days.reduce((sum, day) => sum + day.questions, 0)
  const isLight = days.some(({ kind }) => kind === 'light')
  const marked = days
    .filter(({ kind }) => kind === 'assessment' || kind === 'exam')
    .map(({ kind, on }) => `${DAY_KIND_LABELS[kind].toLowerCase()} on ${formatDayMonth(on)}`)
  const parts = [questions > 0 ? questionWords(questions) : null, isLight ? 'light days' : null, ...marked]
  const text = parts.filter((part) => part !== null).join(', ')
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** The plan in two or three sentences; it never counts what was not done. */
export function planSentence(plan: StudyPlan): string {
  const { questions, assessments, assessmentsOver, examOn, pace } = plan
  const forms =
    assessments.length === 0 ? '' : ` Assessments: ${assessments.map((on) => formatDate(on)).join(', ')}.`
  const missing =
    assessmentsOver === 0
      ? ''
      : ` ${assessmentsOver} more ${assessmentsOver === 1 ? 'assessment does' : 'assessments do'} not fit before the last two weeks.`
  const light = ` The last week, ${formatRange(addDays(examOn, -LIGHT_DAYS), addDays(examOn, -1))}, is light.`
  return `${paceSentence(pace, questions)}${forms}${missing}${light}`
}

function paceSentence(pace: StudyPlan['pace'], questions: StudyPlan['questions']): string {
  switch (pace) {
    case 'done':
      return 'The question bank is done once: what is left is review and weak areas.'
    case 'no_time':
      return 'No full study day is left before the last week: review what you know, or move the date.'
    case 'too_much':
      return `At your most per day ${questionWords(questions.over)} would be left. Leave them, raise the day’s most, or choose a later date; each is a fair answer.`
    case 'full':
      return `About ${questions.perDay} questions on a full day, close to your most: leave room where you can.`
    case 'comfortable':
      return `About ${questions.perDay} questions on a full day.`
  }
}

export function questionWords(questions: number): string {
  return questions === 1 ? '1 question' : `${questions} questions`
}
