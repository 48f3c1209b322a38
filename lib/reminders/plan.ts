import { addDays, type CalendarDate, type Instant } from '@/lib/dates/calendar-date'
import { toZoned, zonedInstant } from '@/lib/dates/instant'
import { type DatedThing, dayOf, daysLeft, isPast, recordedDay, thingKey } from './dated-thing'
import { afterQuiet, digestInstant, hourInstant, isQuiet } from './hours'
import { NO_SETTING, type ReminderPreferences, type ThingSetting } from './preferences'
import { goesAlone, stepAt, stepsOf } from './steps'

/** How long after its hour an urgent reminder still goes by itself. Later (a worker was down, a backup was restored) it is
 * one of what came due meanwhile, and that goes together. */
const FRESH_MS = 2 * 3_600_000
const LONGEST_WAIT_MS = 3_600_000

export type ReminderLine = { thing: DatedThing; step: number }

/** A mail to write: the lines in the order of their dates. `forDate` is the person's own day. */
export type PlannedMail = {
  kind: 'digest' | 'urgent'
  forDate: CalendarDate
  lines: readonly ReminderLine[]
}

export type ReminderState = {
  things: readonly DatedThing[]
  /** By `thingKey`. */
  settings: ReadonlyMap<string, ThingSetting>
  /** The last (smallest) step that was said, by `saidKey`. */
  said: ReadonlyMap<string, number>
  /** Days whose digest is written already. */
  digestDays: ReadonlySet<CalendarDate>
  preferences: ReminderPreferences
  zone: string
  now: Instant
  /** When work began again after a gap; what came due before it goes together. Null without a gap. */
  resumedAt: Instant | null
}

/** Names one date of one thing in the record of what was said: a moved date is reminded of anew. */
export function saidKey(thing: DatedThing): string {
  return `${thingKey(thing)}:${recordedDay(thing)}`
}

/**
 * What is due for one person now, as mails to write, and when to look again (an hour later at most). It decides and
 * writes nothing: whoever calls it records each line under a unique key first, so that two callers say a thing once.
 * DESIGN.md section 7.
 */
export function planReminders(state: ReminderState): { mails: PlannedMail[]; nextLookAt: Instant } {
  const { zone, now, preferences, digestDays } = state
  const today = toZoned(now, zone).date
  const due = dueLines(state)
  const mails: PlannedMail[] = []
  const isQuietNow = isQuiet(now, zone, preferences)
  const mayDigest = preferences.isDigestOn && !digestDays.has(today)
  const late = due.alone.filter((line) => isLate(line, state))
  const fresh = due.alone.filter((line) => !isLate(line, state))

  if (!isQuietNow) {
    const isDigestTime = digestInstant(today, zone, preferences) <= now
    // Something urgent that is late waits for no hour, and takes the day's digest with it.
    const withDigest = mayDigest && (isDigestTime || late.length > 0)
    const together = withDigest ? [...due.digest, ...late] : []
    const alone = withDigest ? fresh : [...fresh, ...late]
    if (together.length > 0) mails.push({ kind: 'digest', forDate: today, lines: inOrder(together) })
    if (alone.length > 0) mails.push({ kind: 'urgent', forDate: today, lines: inOrder(alone) })
  }
  return { mails, nextLookAt: nextLook(state, due.upcoming) }
}

type Due = { digest: ReminderLine[]; alone: ReminderLine[]; upcoming: Instant[] }

function dueLines(state: ReminderState): Due {
  const due: Due = { digest: [], alone: [], upcoming: [] }
  for (const thing of state.things) {
    const setting = state.settings.get(thingKey(thing)) ?? NO_SETTING
    if (isSilent(thing, setting, state)) continue
    const steps = stepsOf(state.preferences, setting)
    const said = state.said.get(saidKey(thing)) ?? Number.POSITIVE_INFINITY
    const left = daysLeft(thing, state.now, state.zone)
    const aloneSteps = steps.filter((step) => goesAlone(thing, step, state.preferences))
    const alone = aloneSteps.filter((step) => step < said)
    const reached = alone.filter((step) => aloneInstant(thing, step, state) <= state.now)
    if (reached.length > 0) {
      due.alone.push({ thing, step: Math.min(...reached) })
      continue
    }
    for (const step of alone) due.upcoming.push(aloneInstant(thing, step, state))
    const step = stepAt(
      steps.filter((one) => !aloneSteps.includes(one)),
      left,
    )
    if (step !== null && step < said) due.digest.push({ thing, step })
  }
  return due
}

function isSilent(
  thing: DatedThing,
  setting: ThingSetting,
  { now, zone, preferences }: ReminderState,
): boolean {
  if (thing.isDone || setting.isDone || preferences.kindsOff.includes(thing.kind)) return true
  if (setting.snoozedUntil !== null && setting.snoozedUntil > toZoned(now, zone).date) return true
  return isPast(thing, now, zone)
}

/** When a step that goes by itself comes due: its days before at the thing's own hour, or at the digest's for a day. */
function aloneInstant(thing: DatedThing, step: number, { zone, preferences }: ReminderState): Instant {
  const day = addDays(dayOf(thing, zone), -step)
  const at =
    thing.at === null
      ? hourInstant(day, preferences.digestHour, zone)
      : zonedInstant(day, toZoned(thing.at, zone).time, zone)
  return afterQuiet(at, zone, preferences)
}

function isLate({ thing, step }: ReminderLine, state: ReminderState): boolean {
  const dueAt = aloneInstant(thing, step, state)
  if (state.resumedAt !== null && dueAt < state.resumedAt) return true
  return new Date(state.now).getTime() - new Date(dueAt).getTime() > FRESH_MS
}

function nextLook(state: ReminderState, upcoming: readonly Instant[]): Instant {
  const { now, zone, preferences } = state
  const today = toZoned(now, zone).date
  const latest = new Date(new Date(now).getTime() + LONGEST_WAIT_MS).toISOString()
  const moments = [
    digestInstant(today, zone, preferences),
    digestInstant(addDays(today, 1), zone, preferences),
    afterQuiet(now, zone, preferences),
    ...upcoming,
  ].filter((at) => at > now)
  return [latest, ...moments].sort()[0] ?? latest
}

function inOrder(lines: readonly ReminderLine[]): ReminderLine[] {
  const sortKey = ({ thing }: ReminderLine) => `${thing.on ?? thing.at}|${thingKey(thing)}`
  return lines.toSorted((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1))
}
