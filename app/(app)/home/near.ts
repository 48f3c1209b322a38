import 'server-only'
import type { Desk } from '@/app/_server/desk'
import type { Scope } from '@/db/access'
import { listContacts } from '@/db/queries/contacts'
import { listInterviews } from '@/db/queries/interviews'
import { listOutsideOffers } from '@/db/queries/outside-offers'
import { loadReminderPreferences, loadThingSettings } from '@/db/queries/reminder-settings'
import { loadMailHealth } from '@/db/queries/reminders'
import { findSoapStanding } from '@/db/queries/soap-standing'
import { interviewDesk } from '@/lib/interviews/desk'
import { now } from '@/lib/io/clock'
import { allDatedThings } from '@/lib/reminders/all-things'
import { type OpenReminder, openReminders } from '@/lib/reminders/open'

type Near = Awaited<ReturnType<typeof readNear>>

/** What the open reminders need beside the desk, in its round trips: the rest of their grounds is there already. */
export async function readNear(scope: Scope) {
  const [interviews, contacts, offers, soap, settings, preferences, health] = await Promise.all([
    listInterviews(scope),
    listContacts(scope),
    listOutsideOffers(scope),
    findSoapStanding(scope),
    loadThingSettings(scope),
    loadReminderPreferences(scope),
    loadMailHealth(scope),
  ])
  return { interviews, contacts, offers, soap, settings, preferences, health }
}

/** How many interviews ask for the person, as the interviews' own page names them. */
export function interviewProblems({ interviews }: Near, { basis: { programs, zone } }: Desk) {
  const at = now().toISOString()
  const states = new Map(programs.map(({ id, state }) => [id, state]))
  const desk = interviewDesk(interviews, {
    viewerZone: zone,
    now: at,
    stateOf: (id) => states.get(id) ?? null,
  })
  return {
    unanswered: desk.waiting.filter(({ clock }) => clock !== null && clock.by <= at).length,
    clashes: desk.clashes.length,
    unsaid: desk.unsaid.length,
  }
}

/** The open reminders, from what the desk holds: nothing is read or worked out a second time. */
export function remindersOf(
  { settings, preferences, ...read }: Near,
  { basis, checklist, letters, paperTracks }: Desk,
): OpenReminder[] {
  const { person, programs, season, zone } = basis
  const hasCycle = person?.cycle != null
  const names = new Map(programs.map(({ id, sponsor }) => [id, sponsor]))
  const things = allDatedThings({
    season: hasCycle ? season : null,
    checklist: hasCycle ? checklist : null,
    attempts: person?.applicant.attempts ?? [],
    ...read,
    letters,
    paperTracks,
    zone,
    nameOf: (id) => names.get(id),
  })
  return openReminders({ things, settings, preferences, now: now().toISOString(), zone })
}
