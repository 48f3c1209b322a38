import type { CalendarDate } from '@/lib/dates/calendar-date'
import type { Checklist, ChecklistItem } from './checklist'
import { hrefOf } from './item-words'

/**
 * `deadline`: somebody outside closes the door on that day. `fixed`: a day of the person's own (an exam, an item of
 * theirs). `plan`: a margin of ours, after which the item is merely late.
 */
export const ITEM_URGENCIES = ['deadline', 'fixed', 'plan'] as const
export type ItemUrgency = (typeof ITEM_URGENCIES)[number]

/** An open item with a day, as reminders and the calendar feed speak of it. `id` is stable for one cycle. */
export type DatedItem = {
  id: string
  title: string
  on: CalendarDate
  href: string
  urgency: ItemUrgency
  /** The day rests on a projected event of the season. */
  isProjected: boolean
}

/**
 * The open items that surely apply and have a day, the earliest first. What only may apply is left out: nobody is
 * reminded of a visa that they may not need. Items past their day are included; the day says so.
 */
export function datedItems({ items }: Checklist): readonly DatedItem[] {
  return items
    .flatMap((item) => {
      const { on } = item.due
      if (item.state !== 'open' || item.applies !== 'yes' || on === null) return []
      return [
        {
          id: item.id,
          title: item.title,
          on,
          href: hrefOf(item),
          urgency: urgencyOf(item),
          isProjected: item.due.isProjected,
        },
      ]
    })
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.id < b.id ? -1 : 1))
}

function urgencyOf({ due }: ChecklistItem): ItemUrgency {
  if (due.isOwn || (due.anchor?.on != null && due.anchor.isPlanned && due.rule?.isFixed)) return 'fixed'
  return due.rule?.isFixed && due.pulledFor === null ? 'deadline' : 'plan'
}
