import type { DatedThing, When } from './dated-thing'

/** One entry of a calendar: a whole day, or a time with its end and zone. */
export type CalendarEntry = {
  /** The same for as long as the thing is, whichever feed or file it stands in. */
  uid: string
  title: string
  description: string
  href: string
  when: When
}

const PROJECTED =
  'Projected by a rule from earlier seasons, not published yet: this entry moves when the date is announced.'

/**
 * A person's dated things as calendar entries: deadlines as whole days, talks at their hour. What is done leaves the
 * calendar. Neither a score nor a program's standing is in them: a calendar is read by many programs and people.
 */
export function calendarEntries(things: readonly DatedThing[]): CalendarEntry[] {
  return things
    .filter(({ isDone }) => !isDone)
    .map((thing) => ({
      uid: `${thing.kind}-${thing.id.replaceAll(/[^\w.-]/g, '-')}@locus`,
      title: thing.isProjected ? `${thing.title} (projected)` : thing.title,
      description: thing.isProjected ? PROJECTED : '',
      href: thing.href,
      when: thing.at === null ? { on: thing.on, at: null } : thing,
    }))
}
