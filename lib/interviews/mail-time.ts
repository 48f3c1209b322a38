/* Times of day as mails write them, single or as a range. Where morning or evening is not said, it is asked. */

const CLOCK = "\\d{1,2}(?::\\d{2})?\\s*(?:[ap]\\.?\\s?m\\b\\.?|o'clock)?|noon|midnight"
const RANGE = new RegExp(
  `\\b(${CLOCK})(?:\\s*(?:-|–|—|\\bto\\b|\\buntil\\b|\\btill\\b|\\band\\b)\\s*(${CLOCK}))?`,
  'gi',
)

export type MailTime = {
  index: number
  end: number
  quote: string
  /** 'HH:mm', null where morning or evening is not said. */
  time: string | null
  /** Of a range. */
  until: string | null
  isHalfOfDayMissing: boolean
}

type Clock = { hour: number; minute: number; half: 'am' | 'pm' | null; isWritten: boolean; isNamed: boolean }

/** All times of a mail in the order of the text; `taken` are stretches that dates and links have claimed. */
export function findTimes(
  text: string,
  taken: readonly { index: number; end: number }[],
): readonly MailTime[] {
  const found: (Omit<MailTime, 'time' | 'until' | 'isHalfOfDayMissing'> & {
    from: Clock
    to: Clock | null
  })[] = []
  for (const match of text.matchAll(RANGE)) {
    const index = match.index
    if (taken.some((one) => index < one.end && one.index < index + match[0].length)) continue
    const from = clockOf(match[1] ?? '')
    const hasRange = match[2] !== undefined && isRange(match[0], text.slice(0, index))
    const to = hasRange ? clockOf(match[2] ?? '') : null
    if (!from || !isTime(text, index, match[1] ?? '', from, to)) continue
    const end = index + (to ? match[0] : (match[1] ?? '')).length
    found.push({ index, end, quote: text.slice(index, end).trim(), from, to })
  }
  // A mail that writes 14:00 writes 09:00 in the same way.
  const is24 = found.some(
    ({ from, to }) =>
      [from, to].some((one) => one && one.half === null && !one.isNamed && one.hour > 12) === true,
  )
  return found.map(({ from, to, ...place }) => ({ ...place, ...resolve(from, to, is24) }))
}

function clockOf(text: string): Clock | null {
  const written = text.trim().toLowerCase()
  if (written === 'noon') return { hour: 12, minute: 0, half: 'pm', isWritten: true, isNamed: true }
  if (written === 'midnight') return { hour: 12, minute: 0, half: 'am', isWritten: true, isNamed: true }
  const match = /^(\d{1,2})(?::(\d{2}))?\s*(?:([ap])|o'clock)?/.exec(written)
  if (!match) return null
  const hour = Number(match[1])
  const minute = Number(match[2] ?? '0')
  const half = match[3] === 'a' ? 'am' : match[3] === 'p' ? 'pm' : null
  if (hour > (half ? 12 : 23) || minute > 59 || (half && hour === 0)) return null
  return { hour, minute, half, isWritten: match[2] !== undefined || /o'clock/.test(written), isNamed: false }
}

/** 'and' joins a range only after 'between'; elsewhere it joins two times. */
function isRange(quote: string, before: string): boolean {
  return !/\band\b/i.test(quote) || /\bbetween\s*$/i.test(before)
}

/** A bare number is a time only where the words round it say so: 'from 9 to 11 am', 'at 9'. */
function isTime(text: string, index: number, written: string, from: Clock, to: Clock | null): boolean {
  if (from.half !== null || from.isWritten) return true
  if (to !== null && (to.half !== null || to.isWritten)) return true
  const before = text.slice(Math.max(0, index - 16), index)
  const after = text.slice(index + written.trimEnd().length)
  return (
    /\b(?:at|from)\s+$/i.test(before) &&
    /^\s*(?:$|[.,;)\n]|on\b|[ECMP][SD]?T\b|eastern|central|mountain|pacific)/i.test(after)
  )
}

function resolve(
  from: Clock,
  to: Clock | null,
  is24: boolean,
): Pick<MailTime, 'time' | 'until' | 'isHalfOfDayMissing'> {
  const isAsked = (clock: Clock) => clock.half === null && !is24 && clock.hour <= 12
  if (to === null) {
    return isAsked(from)
      ? { time: null, until: null, isHalfOfDayMissing: true }
      : { time: written(minutesOf(from, from.half)), until: null, isHalfOfDayMissing: false }
  }
  if (isAsked(to) && to.half === null && from.half === null) {
    return { time: null, until: null, isHalfOfDayMissing: true }
  }
  const end = minutesOf(to, to.half ?? (isAsked(to) ? halfAfter(from, to) : null))
  const half = from.half ?? (isAsked(from) ? halfBefore(from, end, to.half) : null)
  return { time: written(minutesOf(from, half)), until: written(end), isHalfOfDayMissing: false }
}

/** '9-11 am' is all morning; '9-12:30 pm' begins before noon, since it must end after it begins. */
function halfBefore(from: Clock, end: number, half: Clock['half']): 'am' | 'pm' {
  const same = half ?? 'am'
  if (minutesOf(from, same) < end) return same
  return same === 'pm' ? 'am' : 'pm'
}

/** '9 am to 1': the next such time after the start. */
function halfAfter(from: Clock, to: Clock): 'am' | 'pm' {
  const start = minutesOf(from, from.half)
  return minutesOf(to, 'am') > start ? 'am' : 'pm'
}

function minutesOf({ hour, minute }: Clock, half: Clock['half']): number {
  const hours = half === null ? hour : (hour % 12) + (half === 'pm' ? 12 : 0)
  return hours * 60 + minute
}

function written(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}
