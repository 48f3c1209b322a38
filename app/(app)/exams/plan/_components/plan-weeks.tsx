import Link from 'next/link'
import type { CSSProperties } from 'react'
import { Disclosure } from '@/app/_ui/disclosure'
import { type CalendarDate, partsOf, weekday } from '@/lib/dates/calendar-date'
import { formatDayMonth, formatLongDate, formatRange, formatWeekday } from '@/lib/dates/format'
import type { PracticeExam } from '@/lib/exams/practice'
import { type DayKind, type StudyDay, weeksOf } from '@/lib/study/plan'
import { DAY_KIND_LABELS, DAY_MARK_LABELS, questionWords, weekSentence } from '@/lib/study/plan-words'
import { focusLabel } from '@/lib/study/rotation'

/** What stands out on a glance at a week; the word is always there beside it. */
const GROUNDS: Readonly<Record<DayKind, string>> = {
  past: 'bg-sunken',
  study: 'bg-panel',
  half: 'bg-panel',
  assessment: 'bg-accent-soft',
  rest: 'bg-good-soft',
  light: 'bg-good-soft',
  away: 'bg-sunken',
  exam: 'bg-accent-soft',
}

/** So many weeks stand open, this one included; the later ones say in one line what they hold. */
const OPEN_WEEKS = 3

/** The weeks ahead, today first: seven columns where there is room, a list on a phone and on paper. */
export function PlanWeeks({
  days,
  exam,
  today,
  openDay,
}: {
  days: readonly StudyDay[]
  exam: PracticeExam
  today: CalendarDate
  openDay: CalendarDate
}) {
  return (
    <ol className="space-y-6">
      {weeksOf(days).map((week, index) => {
        const [first] = week
        const last = week.at(-1)
        if (!first || !last) return null
        const name = first.on === last.on ? formatDayMonth(first.on) : formatRange(first.on, last.on)
        const cells = <WeekDays week={week} exam={exam} today={today} openDay={openDay} />
        return (
          <li key={first.on} className="break-inside-avoid">
            {index < OPEN_WEEKS ? (
              <>
                <h3 className="flex flex-wrap items-baseline justify-between gap-x-4 font-semibold">
                  {name}
                  <span className="text-sm font-normal text-mute">{weekSentence(week)}</span>
                </h3>
                {cells}
              </>
            ) : (
              <Disclosure
                isOpen={week.some(({ on }) => on === openDay)}
                summary={
                  <span>
                    {name}
                    <span className="block text-sm font-normal text-mute">{weekSentence(week)}</span>
                  </span>
                }
              >
                {cells}
              </Disclosure>
            )}
          </li>
        )
      })}
    </ol>
  )
}

function WeekDays({
  week,
  exam,
  today,
  openDay,
}: {
  week: readonly StudyDay[]
  exam: PracticeExam
  today: CalendarDate
  openDay: CalendarDate
}) {
  return (
    <ol className="mt-2 grid gap-1.5 sm:grid-cols-2 lg:grid-cols-7">
      {week.map((day, index) => (
        <li
          key={day.on}
          // Monday first: a week that begins later leaves its first columns empty.
          style={index === 0 ? columnOf(day.on) : undefined}
          className="min-w-0 lg:[grid-column-start:var(--column)]"
        >
          <DayCell day={day} exam={exam} isToday={day.on === today} isOpen={day.on === openDay} />
        </li>
      ))}
    </ol>
  )
}

function columnOf(on: CalendarDate): CSSProperties & Record<'--column', number> {
  return { '--column': ((weekday(on) + 6) % 7) + 1 }
}

function DayCell({
  day,
  exam,
  isToday,
  isOpen,
}: {
  day: StudyDay
  exam: PracticeExam
  isToday: boolean
  isOpen: boolean
}) {
  return (
    <Link
      href={`/exams/plan?exam=${exam}&day=${day.on}#day`}
      prefetch={false}
      aria-current={isOpen ? 'date' : undefined}
      className={`${GROUNDS[day.kind]} flex h-full min-h-11 gap-x-3 rounded-md border px-2.5 py-1.5 no-underline hover:border-edge lg:flex-col ${isToday ? 'border-accent' : 'border-line'}`}
    >
      <span
        className={`w-16 flex-none text-sm lg:w-auto ${isToday ? 'font-semibold text-accent' : 'text-mute'}`}
      >
        <span aria-hidden="true">
          {isToday ? 'Today' : formatWeekday(day.on).slice(0, 3)} {partsOf(day.on).day}
        </span>
        <span className="sr-only">
          {isToday && 'Today, '}
          {formatLongDate(day.on)}
        </span>
      </span>
      <span className="min-w-0 text-ink">
        {cellWords(day)}
        {day.focus && !day.isDone && <span className="block text-sm text-mute">{focusLabel(day.focus)}</span>}
      </span>
    </Link>
  )
}

function cellWords(day: StudyDay): string {
  if (day.isDone) return day.questions > 0 ? `Done: ${day.questions}` : 'Done'
  switch (day.kind) {
    case 'study':
      return day.questions > 0 ? questionWords(day.questions) : 'Review'
    case 'half':
      return `Half day, ${day.questions}`
    case 'away':
      return day.mark === null ? DAY_KIND_LABELS.away : DAY_MARK_LABELS[day.mark]
    default:
      return DAY_KIND_LABELS[day.kind]
  }
}
