import 'server-only'
import type { Desk } from '@/app/_server/desk'
import { ownNotes, type Scope } from '@/db/access'
import { listContacts } from '@/db/queries/contacts'
import { listInterviews } from '@/db/queries/interviews'
import { nameTargets } from '@/db/queries/note-names'
import { listOutsideOffers } from '@/db/queries/outside-offers'
import { loadReminderPreferences, loadThingSettings } from '@/db/queries/reminder-settings'
import { loadMailHealth } from '@/db/queries/reminders'
import { findSoapStanding } from '@/db/queries/soap-standing'
import { listNewMentors, listWaitingThreads } from '@/db/queries/waiting-notes'
import { interviewDesk } from '@/lib/interviews/desk'
import { now } from '@/lib/io/clock'
import { allDatedThings } from '@/lib/reminders/all-things'
import { type OpenReminder, openReminders } from '@/lib/reminders/open'

type Near = Awaited<ReturnType<typeof readNear>>

/** What the open reminders need beside the desk, in its round trips: the rest of their grounds is there already. */
export async function readNear(scope: Scope) {
  const [interviews, contacts, offers, soap, settings, preferences, health, fromMentors] = await Promise.all([
    listInterviews(scope),
    listContacts(scope),
    listOutsideOffers(scope),
    findSoapStanding(scope),
    loadThingSettings(scope),
    loadReminderPreferences(scope),
    loadMailHealth(scope),
    readFromMentors(scope),
  ])
  return { interviews, contacts, offers, soap, settings, preferences, health, fromMentors }
}

/** What waits from mentors; what it is about is named in a further round trip, where something waits. */
async function readFromMentors(scope: Scope) {
  const [waiting, newMentors] = await Promise.all([listWaitingThreads(scope), listNewMentors(scope)])
  const names = await nameTargets(
    ownNotes(scope),
    waiting.map(({ target }) => target),
  )
  return { waiting, newMentors, names }
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
