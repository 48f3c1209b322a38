import type { CalendarDate } from '@/lib/dates/calendar-date'
import type { DatedThing } from '@/lib/reminders/dated-thing'
import { askTime, nextAsk } from './asking'
import type { TrackedLetter } from './letter'
import { isFromBefore } from './season'
import { letterName } from './words'

/**
 * The next asking of each letter that is waited for, as a thing to be reminded of, or the day on which one of an earlier
 * season can be brought into this one: within the writer's working hours
 * where their zone is said, else as a day. `own` is the person's zone.
 */
export function letterDatedThings(
  letters: readonly TrackedLetter[],
  { needBy, own }: { needBy: CalendarDate | null; own: string },
): DatedThing[] {
  return letters.flatMap((letter): DatedThing[] => {
    const opening = openingThing(letter)
    if (opening) return [opening]
    const next = nextAsk(letter, needBy)
    if (next === null) return []
    const thing = {
      kind: 'follow_up' as const,
      id: `letter-${letter.id}`,
      title: `Ask again for the letter: ${letterName(letter)}`,
      urgency: 'ordinary' as const,
      href: `/documents/letters/${letter.id}#ask`,
      isProjected: false,
      isDone: false,
    }
    if (letter.zone === null) return [{ ...thing, on: next.on, at: null }]
    const { at } = askTime(next.on, { writer: letter.zone, own })
    return [{ ...thing, on: null, at, endAt: null, zone: letter.zone }]
  })
}

/** A letter of an earlier season waits for the day on which MyERAS opens: it is imported or asked for anew then. */
function openingThing(letter: TrackedLetter): DatedThing | null {
  const { former, askAgainOn } = letter
  // A day of the person's own to ask wins.
  if (!isFromBefore(letter) || former === null || former.opensOn === null || askAgainOn !== null) return null
  return {
    kind: 'follow_up',
    id: `letter-${letter.id}`,
    title: `${former.uploadedOn === null ? 'Request anew' : 'Import, or request anew'}: the letter of ${letterName(letter)}`,
    urgency: 'ordinary',
    href: `/documents/letters/${letter.id}#way`,
    isProjected: former.isProjected,
    isDone: false,
    on: former.opensOn,
    at: null,
  }
}
