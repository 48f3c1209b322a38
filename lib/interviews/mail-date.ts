import {
  addDays,
  addYears,
  type CalendarDate,
  calendarDate,
  parseCalendarDate,
  weekday,
} from '@/lib/dates/calendar-date'

/* Days as mails write them. What a reader could take two ways is never decided here: it comes back as a doubt. */

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const
const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b\\.?'
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const
const WEEKDAY =
  '(?:sun(?:day)?|mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?)\\b\\.?'
const BEFORE = `(?:\\b(${WEEKDAY}),?\\s+(?:the\\s+)?)?`
const AFTER = `(?:,?\\s*\\(?(${WEEKDAY})\\)?)?`
const DAY = '(\\d{1,2})(?:st|nd|rd|th)?'
/** '8, 15' and '8 and 15' go on with the same month; '8, 9 am' and '8, 2026' do not. */
const MORE_DAYS =
  /^\s*(?:,\s*(?:and|or)?|and|or|&)\s*(\d{1,2})(?:st|nd|rd|th)?(?!\s*(?:[ap]\.?\s?m\b|:|\d|[-–]\s*\d|o'clock|january|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))\b/i
/** 'December 8-10' is not three offers: which day is meant is asked. */
const RANGE_AFTER =
  /^\s*(?:-|–|—|\bto\b|\bthrough\b)\s*(?:[a-z]+\.?\s+)?\d{1,2}(?:st|nd|rd|th)?(?!\s*(?:[ap]\.?\s?m\b|:|\d))/i
const YEAR_AFTER = /^,?\s*(20\d\d)\b/

const PATTERNS = [
  { kind: 'iso', pattern: /\b(20\d\d)-(\d{2})-(\d{2})\b/g },
  {
    kind: 'month_first',
    pattern: new RegExp(`${BEFORE}\\b(${MONTH})\\s*${DAY}\\b(?!:)(?:,?\\s+(20\\d\\d)\\b)?${AFTER}`, 'gi'),
  },
  {
    kind: 'day_first',
    pattern: new RegExp(`${BEFORE}\\b${DAY}\\s+(?:of\\s+)?(${MONTH})(?:,?\\s+(20\\d\\d)\\b)?`, 'gi'),
  },
  {
    kind: 'numbers',
    pattern: new RegExp(`${BEFORE}\\b(\\d{1,2})/(\\d{1,2})(?:/(20\\d\\d|\\d\\d))?\\b(?!/)`, 'gi'),
  },
] as const

export type DateDoubt =
  | 'day_or_month'
  | 'several_days'
  | 'year_not_written'
  | 'weekday_differs'
  | 'no_such_day'
  | 'relative'

/** A day in the text. `date` is null where a person must say which is meant; `options` are then what it may be. */
export type MailDate = {
  index: number
  end: number
  quote: string
  date: CalendarDate | null
  options: readonly CalendarDate[]
  doubts: readonly DateDoubt[]
}

type Raw = { month: number; day: number; year: number | null; said: number | null; isSwappable: boolean }

/** All days of a mail that came on `received`, in the order of the text. A year that is not written is the next such day's. */
export function findDates(text: string, received: CalendarDate): readonly MailDate[] {
  const found: MailDate[] = []
  const take = (index: number, end: number, raw: Raw) => {
    if (found.some((one) => index < one.end && one.index < end)) return
    found.push({ index, end, quote: text.slice(index, end).trim(), ...resolve(raw, received) })
  }
  for (const { kind, pattern } of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      const index = match.index
      const end = index + match[0].length
      if (kind === 'iso') {
        take(index, end, { ...raw(match[2], match[3], match[1]), said: null })
        continue
      }
      if (kind === 'numbers') {
        // Round the clock is no day.
        if (match[0] === '24/7') continue
        const [, said, first, second, year] = match
        take(index, end, {
          ...raw(first, second, year && year.length === 2 ? `20${year}` : year),
          said: weekdayOf(said),
          isSwappable: true,
        })
        continue
      }
      const isMonthFirst = kind === 'month_first'
      const [, before, one = '', two = '', year, after] = match
      const month = monthOf(isMonthFirst ? one : two)
      const day = Number(isMonthFirst ? two : one)
      const said = weekdayOf(before) ?? weekdayOf(after)
      const more = isMonthFirst && !year ? daysAfter(text, end) : { days: [], year: null, end }
      const shared = year ? Number(year) : more.year
      const range = isMonthFirst && !year ? RANGE_AFTER.exec(text.slice(end)) : null
      if (range) {
        const whole = text.slice(index, end + range[0].length)
        found.push({
          index,
          end: index + whole.length,
          quote: whole,
          date: null,
          options: [],
          doubts: ['several_days'],
        })
        continue
      }
      take(index, end, { month, day, year: shared, said, isSwappable: false })
      for (const one of more.days) {
        take(one.index, one.end, { month, day: one.day, year: shared, said: null, isSwappable: false })
      }
    }
  }
  return [...found, ...relativeDays(text, found)].sort((a, b) => a.index - b.index)
}

function raw(month: string | undefined, day: string | undefined, year: string | undefined): Raw {
  return {
    month: Number(month),
    day: Number(day),
    year: year ? Number(year) : null,
    said: null,
    isSwappable: false,
  }
}

/** The further days of 'December 1, 8 and 15, 2026', and the year at their end. */
function daysAfter(text: string, start: number) {
  const days: { day: number; index: number; end: number }[] = []
  let end = start
  for (;;) {
    const match = MORE_DAYS.exec(text.slice(end))
    const day = Number(match?.[1])
    if (!match || day < 1 || day > 31) break
    const index = end + match[0].search(/\d/)
    end += match[0].length
    days.push({ day, index, end })
  }
  const year = YEAR_AFTER.exec(text.slice(end))
  return { days, year: year ? Number(year[1]) : null, end }
}

function resolve(said: Raw, received: CalendarDate): Pick<MailDate, 'date' | 'options' | 'doubts'> {
  const readings = said.isSwappable && said.month !== said.day ? [said, swapped(said)] : [said]
  const dated = readings.flatMap((one) => {
    const date = dateOf(one, received)
    return date === null ? [] : [date]
  })
  if (dated.length === 0) return { date: null, options: [], doubts: ['no_such_day'] }
  const onWeekday = dated.filter((date) => said.said === null || weekday(date) === said.said)
  // The weekday stands for the year: only one in several years has it on that day.
  const doubts: DateDoubt[] = said.year === null && said.said === null ? ['year_not_written'] : []
  // A weekday that fits one reading only settles which one is meant.
  const options = onWeekday.length > 0 ? onWeekday : dated
  if (onWeekday.length === 0) return { date: null, options, doubts: [...doubts, 'weekday_differs'] }
  if (options.length > 1) return { date: null, options, doubts: [...doubts, 'day_or_month'] }
  return { date: options[0] ?? null, options, doubts }
}

function swapped(said: Raw): Raw {
  return { ...said, month: said.day, day: said.month }
}

function dateOf({ month, day, year }: Raw, received: CalendarDate): CalendarDate | null {
  const from = Number(received.slice(0, 4))
  const years = year === null ? [from, from + 1] : [year]
  for (const one of years) {
    const text = `${one}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
    if (parseCalendarDate(text) && (year !== null || text >= received)) return calendarDate(one, month, day)
  }
  return null
}

function monthOf(name: string): number {
  return MONTHS.findIndex((month) => name.toLowerCase().startsWith(month)) + 1
}

function weekdayOf(name: string | undefined): number | null {
  if (!name) return null
  const found = WEEKDAYS.findIndex((day) => name.toLowerCase().startsWith(day))
  return found === -1 ? null : found
}

const RELATIVE = new RegExp(
  `\\b(?:tomorrow|(?:this|next|coming)\\s+(?:${WEEKDAY}|week)|(?:on|by|this|next)\\s+${WEEKDAY}(?!\\s*,?\\s*(?:${MONTH}|\\d)))`,
  'gi',
)

/** 'next Tuesday', 'by Friday': nobody should count on the same day as the writer, so the person says which. */
function relativeDays(text: string, found: readonly MailDate[]): MailDate[] {
  return [...text.matchAll(RELATIVE)].flatMap((match): MailDate[] => {
    const end = match.index + match[0].length
    if (found.some((one) => match.index < one.end && one.index < end)) return []
    return [{ index: match.index, end, quote: match[0], date: null, options: [], doubts: ['relative'] }]
  })
}

/** Whether a day lies far outside of what an invitation can be about: before it came, or over a year later. */
export function isOutOfReach(date: CalendarDate, received: CalendarDate): boolean {
  return date < addDays(received, -1) || date > addYears(received, 1)
}
