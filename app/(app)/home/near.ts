import 'server-only'
import type { Desk } from '@/app/_server/desk'
import type { Scope } from '@/db/access'
import { listInterviews } from '@/db/queries/interviews'
import { loadReminderPreferences, loadThingSettings } from '@/db/queries/reminder-settings'
import { loadMailHealth } from '@/db/queries/reminders'
import { now } from '@/lib/io/clock'
import { allDatedThings } from '@/lib/reminders/all-things'
import { type OpenReminder, openReminders } from '@/lib/reminders/open'

type Near = Awaited<ReturnType<typeof readNear>>

/** What the open reminders need beside the desk, in its round trips: the rest of their grounds is there already. */
export async function readNear(scope: Scope) {
  const [interviews, settings, preferences, health] = await Promise.all([
    listInterviews(scope),
    loadThingSettings(scope),
    loadReminderPreferences(scope),
    loadMailHealth(scope),
  ])
  return { interviews, settings, preferences, health }
}

/** The open reminders, from what the desk holds: nothing is read or worked out a second time. */
export function remindersOf(
  { interviews, settings, preferences }: Near,
  { basis, checklist }: Desk,
): OpenReminder[] {
  const { person, programs, season, zone } = basis
  const hasCycle = person?.cycle != null
  const names = new Map(programs.map(({ id, sponsor }) => [id, sponsor]))
  const things = allDatedThings({
    season: hasCycle ? season : null,
    checklist: hasCycle ? checklist : null,
    attempts: person?.applicant.attempts ?? [],
    interviews,
    nameOf: (id) => names.get(id) ?? 'a program',
  })
  return openReminders({ things, settings, preferences, now: now().toISOString(), zone })
}
