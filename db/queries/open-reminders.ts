import 'server-only'
import type { Instant } from '@/lib/dates/calendar-date'
import { AppError } from '@/lib/errors/app-error'
import { type DatedThing, type ReminderKind, thingKey } from '@/lib/reminders/dated-thing'
import { type ReminderBoard, reminderBoard } from '@/lib/reminders/open'
import { type DatedThingsScope, listDatedThings } from './dated-things'
import { loadReminderPreferences, loadThingSettings } from './reminder-settings'

/** What the person has before them, what was marked as done and is not over, and what lies ahead of its first step. */
export async function loadReminderBoard(
  scope: DatedThingsScope,
  { now, zone }: { now: Instant; zone: string },
): Promise<ReminderBoard> {
  const [things, settings, preferences] = await Promise.all([
    listDatedThings(scope, now),
    loadThingSettings(scope),
    loadReminderPreferences(scope),
  ])
  return reminderBoard({ things, settings, preferences, now, zone })
}

/** One dated thing of the person's; throws not_found for one that they do not have. */
export async function getDatedThing(
  scope: DatedThingsScope,
  thing: { kind: ReminderKind; id: string },
  now: Instant,
): Promise<DatedThing> {
  const found = (await listDatedThings(scope, now)).find((one) => thingKey(one) === thingKey(thing))
  if (!found) throw new AppError('not_found')
  return found
}
