import type { MailDate } from './mail-date'
import type { MailTime } from './mail-time'

type Place = { index: number; end: number }

const ASKS =
  /\b(?:respond|reply|rsvp|accept|confirm|let (?:us|me) know|select|choose|schedule|book|sign up|decline|hold|held|expires?|deadline|answer|pick|register)\b/i
const UNTIL =
  /\b(?:by|before|no later than|not later than|until|deadline(?:\s+(?:is|of|for\s+\w+\s+is))?:?|expires?\s+(?:on|at)?)\s+/gi
const WITHIN =
  /\b(?:within|in the next|you have)\s+(?:(\d{1,3})|(two|three|five|seven))\s*[- ]?(business\s+|working\s+)?(hours?|hrs?|days?)\b/gi
const COUNTS: Readonly<Record<string, number>> = { two: 2, three: 3, five: 5, seven: 7 }

/** By when the mail wants an answer: the day (and hour) that follows 'by' where an answer is asked for, or a count of hours. */
export function findReply(text: string, dates: readonly MailDate[], times: readonly MailTime[]) {
  const taken: number[] = []
  const unclear: string[] = []
  let date: MailDate | null = null
  let time: MailTime | null = null
  let hours: number | null = null
  for (const match of text.matchAll(UNTIL)) {
    const sentence = sentenceAt(text, match.index)
    if (!ASKS.test(text.slice(sentence.index, sentence.end))) continue
    const from = match.index
    const reach = (one: Place) => one.index >= from && one.index < sentence.end && one.index - from <= 60
    const day = dates.find(reach)
    if (!day || date) continue
    date = day
    time =
      times.find((one) => reach(one) && Math.abs(one.index - day.index) <= 40 && isNear(text, one, day)) ??
      null
    taken.push(day.index, ...(time ? [time.index] : []))
    if (time?.isHalfOfDayMissing) unclear.push(time.quote)
  }
  for (const match of text.matchAll(WITHIN)) {
    const count = Number(match[1] ?? COUNTS[match[2] ?? ''])
    const isHours = /^h/i.test(match[4] ?? '')
    const sentence = sentenceAt(text, match.index)
    if (!ASKS.test(text.slice(sentence.index, sentence.end))) continue
    if (isHours && count >= 1) hours = count
    // A day counts from an hour that nobody names, and a working day from holidays that nobody knows.
    else unclear.push(match[0])
  }
  return { date, time, hours, taken, unclear }
}

/** Nothing but a few words stand between a deadline's day and its hour: no colon that begins the offers. */
function isNear(text: string, time: Place, day: Place): boolean {
  const between = time.index < day.index ? text.slice(time.end, day.index) : text.slice(day.end, time.index)
  return !/[:;\n]/.test(between)
}

/** The sentence round a place: up to a line's end or a full stop that is not an abbreviation's. */
function sentenceAt(text: string, index: number): Place {
  const ends = [
    ...text.matchAll(
      /\n|(?<![ap]\.m|\b[ap]m|\b(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tues?|wed|thurs?|fri|sat|sun|dr|mr|ms))[.!?](?=\s|$)/gi,
    ),
  ]
  const before = ends.filter((end) => end.index < index).at(-1)
  const after = ends.find((end) => end.index >= index)
  return { index: before ? before.index + 1 : 0, end: after ? after.index + 1 : text.length }
}
