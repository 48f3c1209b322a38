import {
  addDays,
  type CalendarDate,
  calendarDate,
  daysInMonth,
  isCalendarDate,
} from '@/lib/dates/calendar-date'

/** How '2/11/2026' is meant; null where nobody said, and then it is not guessed. */
export type DayOrder = 'day_first' | 'month_first' | null

export type WrittenDay =
  | { ok: true; day: CalendarDate; text: string }
  | { ok: false; code: 'two_ways' | 'no_such_day'; text: string }

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)'
const END = '(?![\\w%])'

const PATTERNS = {
  yearFirst: new RegExp(`\\b(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})${END}`),
  numbers: new RegExp(`\\b(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4}|\\d{2})${END}`),
  between: new RegExp(`\\b\\d{1,2}\\s+${MONTH}\\.?\\s+\\d{1,2}${END}(?!\\s*,?\\s*\\d{4})`, 'i'),
  dayMonth: new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?[\\s-]+${MONTH}\\.?(?:[\\s,-]+(\\d{4}))?${END}`, 'i'),
  monthDay: new RegExp(`\\b${MONTH}\\.?[\\s-]+(\\d{1,2})(?:st|nd|rd|th)?(?:[\\s,-]+(\\d{4}))?${END}`, 'i'),
  word: /\b(today|yesterday)\b/i,
} as const

/**
 * The first day written in a line, in the ways people write one; null where there is none. A day without a year is its
 * latest one that is not ahead of `today`. Two numbers that can each be the month are refused unless `order` is known.
 */
export function writtenDay(text: string, today: CalendarDate, order: DayOrder = null): WrittenDay | null {
  const found = PATTERNS.yearFirst.exec(text)
  if (found) return dayOf(found[0], Number(found[1]), Number(found[2]), Number(found[3]))
  const numbers = PATTERNS.numbers.exec(text)
  if (numbers) return fromNumbers(numbers, order)
  const between = PATTERNS.between.exec(text)
  if (between) return { ok: false, code: 'two_ways', text: between[0] }
  const dayMonth = PATTERNS.dayMonth.exec(text)
  if (dayMonth) return fromNames(dayMonth[0], dayMonth[2], dayMonth[1], dayMonth[3], today)
  const monthDay = PATTERNS.monthDay.exec(text)
  if (monthDay) return fromNames(monthDay[0], monthDay[1], monthDay[2], monthDay[3], today)
  const word = PATTERNS.word.exec(text)
  if (!word) return null
  return { ok: true, text: word[0], day: word[0].toLowerCase() === 'today' ? today : addDays(today, -1) }
}

/** The order that a column of days reveals: one '28/6/2026' settles it for all; null where none does, or they disagree. */
export function dayOrderOf(texts: readonly string[]): DayOrder {
  let isDayFirst = false
  let isMonthFirst = false
  for (const text of texts) {
    const found = PATTERNS.numbers.exec(text)
    if (!found) continue
    if (Number(found[1]) > 12) isDayFirst = true
    if (Number(found[3]) > 12) isMonthFirst = true
  }
  if (isDayFirst === isMonthFirst) return null
  return isDayFirst ? 'day_first' : 'month_first'
}

function fromNumbers(found: RegExpExecArray, order: DayOrder): WrittenDay {
  const [text, first, mark, second, written] = found
  const a = Number(first)
  const b = Number(second)
  const year = Number(written) + (written?.length === 2 ? 2000 : 0)
  // Dots are written where the day comes first.
  const said = order ?? (mark === '.' || a > 12 || a === b ? 'day_first' : b > 12 ? 'month_first' : null)
  if (said === null) return { ok: false, code: 'two_ways', text }
  return said === 'day_first' ? dayOf(text, year, b, a) : dayOf(text, year, a, b)
}

function fromNames(
  text: string,
  name: string | undefined,
  day: string | undefined,
  year: string | undefined,
  today: CalendarDate,
): WrittenDay {
  const month = MONTHS.indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1
  if (year) return dayOf(text, Number(year), month, Number(day))
  // 29 February may lie up to eight years back.
  for (let back = 0; back <= 8; back += 1) {
    const found = dayOf(text, Number(today.slice(0, 4)) - back, month, Number(day))
    if (found.ok && found.day <= today) return found
  }
  return { ok: false, code: 'no_such_day', text }
}

function dayOf(text: string, year: number, month: number, day: number): WrittenDay {
  const exists =
    month >= 1 && month <= 12 && day >= 1 && year >= 1900 && year <= 2199 && day <= daysInMonth(year, month)
  const date = exists ? calendarDate(year, month, day) : ''
  return isCalendarDate(date) ? { ok: true, day: date, text } : { ok: false, code: 'no_such_day', text }
}
