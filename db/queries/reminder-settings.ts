import 'server-only'
import { eq, sql } from 'drizzle-orm'
import { AppError } from '@/lib/errors/app-error'
import { REMINDER_KINDS, type ReminderKind, thingKey } from '@/lib/reminders/dated-thing'
import type { MailStream } from '@/lib/reminders/mail-kind'
import { DEFAULT_PREFERENCES, type ReminderPreferences, type ThingSetting } from '@/lib/reminders/preferences'
import type { MailLinkScope, Scope } from '../access'
import { reminderClocks, reminderSettings, reminderThings, users } from '../schema'

const COLUMNS = {
  isDigestOn: reminderSettings.isDigestOn,
  isUrgentOn: reminderSettings.isUrgentOn,
  isNotesOn: reminderSettings.isNotesOn,
  notesOff: reminderSettings.notesOff,
  kindsOff: reminderSettings.kindsOff,
  ladder: reminderSettings.ladder,
  digestHour: reminderSettings.digestHour,
  quietFrom: reminderSettings.quietFrom,
  quietUntil: reminderSettings.quietUntil,
  version: reminderSettings.version,
}

type Owned = Pick<MailLinkScope, 'tx' | 'applicantId'>

/** How the person wants to be reminded; the defaults, as version 0, for one who has not said. */
export async function loadReminderPreferences(
  scope: Owned,
): Promise<ReminderPreferences & { version: number }> {
  const [row] = await scope.tx
    .select(COLUMNS)
    .from(reminderSettings)
    .where(eq(reminderSettings.applicantId, scope.applicantId))
  if (!row) return { ...DEFAULT_PREFERENCES, version: 0 }
  return { ...row, kindsOff: row.kindsOff.filter(isKind) }
}

/** Saves all of it; throws conflict when another window saved since `version`. */
export async function saveReminderPreferences(
  scope: Scope,
  preferences: ReminderPreferences,
  version: number,
): Promise<void> {
  const values = {
    ...preferences,
    kindsOff: [...preferences.kindsOff],
    notesOff: [...preferences.notesOff],
    ladder: [...preferences.ladder],
  }
  const [saved] = await scope.tx
    .insert(reminderSettings)
    .values({ applicantId: scope.applicantId, ...values })
    .onConflictDoUpdate({
      target: reminderSettings.applicantId,
      set: { ...values, version: sql`${reminderSettings.version} + 1`, updatedAt: new Date() },
      setWhere: eq(reminderSettings.version, version),
    })
    .returning({ version: reminderSettings.version })
  if (!saved) throw new AppError('conflict')
  await lookAgainSoon(scope)
}

/** Turns streams of mails off or on by a link out of one. */
export async function turnMails(
  scope: MailLinkScope,
  streams: readonly MailStream[],
  isOn: boolean,
): Promise<void> {
  const set = {
    ...(streams.includes('digest') ? { isDigestOn: isOn } : {}),
    ...(streams.includes('urgent') ? { isUrgentOn: isOn } : {}),
    ...(streams.includes('notes') ? { isNotesOn: isOn } : {}),
  }
  const [person] = await scope.tx.select({ id: users.id }).from(users).where(eq(users.id, scope.applicantId))
  // An account that is deleted gets no mails that could be turned off.
  if (!person) return
  await scope.tx
    .insert(reminderSettings)
    .values({ applicantId: scope.applicantId, ...set })
    .onConflictDoUpdate({
      target: reminderSettings.applicantId,
      set: { ...set, version: sql`${reminderSettings.version} + 1`, updatedAt: new Date() },
    })
}

/** What the person said about single things, by `thingKey`. */
export async function loadThingSettings(scope: Owned): Promise<Map<string, ThingSetting>> {
  const rows = await scope.tx
    .select({
      kind: reminderThings.kind,
      id: reminderThings.thingId,
      steps: reminderThings.steps,
      snoozedUntil: reminderThings.snoozedUntil,
      doneAt: reminderThings.doneAt,
    })
    .from(reminderThings)
    .where(eq(reminderThings.applicantId, scope.applicantId))
  return new Map(
    rows.map((row) => [
      thingKey(row),
      { steps: row.steps, snoozedUntil: row.snoozedUntil, isDone: row.doneAt !== null },
    ]),
  )
}

type ThingChange = { steps?: number[] | null; snoozedUntil?: string | null; doneAt?: Date | null }

/** Changes what the person said about one thing, and nothing else about it. The thing itself need not be a row. */
export async function saveThingSetting(
  scope: Scope,
  thing: { kind: ReminderKind; id: string },
  change: ThingChange,
): Promise<void> {
  await scope.tx
    .insert(reminderThings)
    .values({ applicantId: scope.applicantId, kind: thing.kind, thingId: thing.id, ...change })
    .onConflictDoUpdate({
      target: [reminderThings.applicantId, reminderThings.kind, reminderThings.thingId],
      set: { ...change, updatedAt: new Date() },
    })
  await lookAgainSoon(scope)
}

/** Has the worker look at this person at its next round. Call it where a change may make something due sooner. */
export async function lookAgainSoon(scope: Scope): Promise<void> {
  await scope.tx
    .update(reminderClocks)
    .set({ nextLookAt: sql`now()` })
    .where(eq(reminderClocks.applicantId, scope.applicantId))
}

function isKind(text: string): text is ReminderKind {
  return REMINDER_KINDS.some((kind) => kind === text)
}
