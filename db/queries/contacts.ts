import 'server-only'
import { and, desc, eq, isNotNull, isNull, or, type SQLWrapper } from 'drizzle-orm'
import type { ContactChannel, ContactDirection, ContactKind, ContactOutcome } from '@/lib/contacts/contact'
import type { LoggedContact } from '@/lib/contacts/log'
import type { CalendarDate } from '@/lib/dates/calendar-date'
import { AppError } from '@/lib/errors/app-error'
import { isUuid, type Scope } from '../access'
import { contacts, cycles, listEntries as entries, letters } from '../schema'

type LogScope = Scope<'contacts:read'>
type ReadScope = Scope<'contacts:read' | 'list:read'>
type EditScope = Scope<'contacts:read' | 'contacts:write' | 'list:read'>

const COLUMNS = {
  id: contacts.id,
  entryId: contacts.entryId,
  letterId: contacts.letterId,
  programId: entries.programId,
  on: contacts.on,
  kind: contacts.kind,
  direction: contacts.direction,
  channel: contacts.channel,
  outcome: contacts.outcome,
  followUpOn: contacts.followUpOn,
  isFollowedUp: contacts.isFollowedUp,
  person: contacts.person,
  text: contacts.text,
  version: contacts.version,
}

/**
 * The log of the current cycle, the latest first; without the list the programs have no ids. What belongs to a program that
 * was taken off the list rests with it.
 */
export async function listContacts(scope: LogScope): Promise<LoggedContact[]> {
  return contactsWhere(scope, cycles.isCurrent)
}

/** The same of one cycle of this person's, current or not; empty for anyone else's. */
export async function listContactsOfCycle(scope: LogScope, cycleId: string): Promise<LoggedContact[]> {
  return isUuid(cycleId) ? contactsWhere(scope, eq(cycles.id, cycleId)) : []
}

function contactsWhere(scope: LogScope, which: SQLWrapper | undefined): Promise<LoggedContact[]> {
  return scope.tx
    .select(COLUMNS)
    .from(contacts)
    .innerJoin(cycles, and(eq(cycles.id, contacts.cycleId), which))
    .leftJoin(entries, eq(entries.id, contacts.entryId))
    .where(
      and(
        eq(contacts.applicantId, scope.applicantId),
        isNull(contacts.removedAt),
        or(isNull(contacts.entryId), isNull(entries.removedAt)),
      ),
    )
    .orderBy(desc(contacts.on), desc(contacts.createdAt), desc(contacts.id))
}

function mine(scope: ReadScope, id: string) {
  if (!isUuid(id)) throw new AppError('not_found')
  return and(eq(contacts.id, id), eq(contacts.applicantId, scope.applicantId))
}

/** One contact; throws not_found when it is not this applicant's or was removed. */
export async function getContact(scope: ReadScope, id: string): Promise<LoggedContact> {
  const [found] = await scope.tx
    .select(COLUMNS)
    .from(contacts)
    .leftJoin(entries, eq(entries.id, contacts.entryId))
    .where(and(mine(scope, id), isNull(contacts.removedAt)))
  if (!found) throw new AppError('not_found')
  return found
}

type Said = {
  on: CalendarDate
  kind: ContactKind
  direction: ContactDirection
  channel: ContactChannel
  outcome: ContactOutcome
  followUpOn: CalendarDate | null
  person: string
  text: string
}

/**
 * Logs a contact and returns its id; the same form sent twice logs it once. Throws not_found for an entry that is not on
 * this person's list, for a letter that is not theirs, or without a cycle to log it in.
 */
export async function addContact(
  scope: EditScope,
  {
    entryId,
    letterId = null,
    formId,
    ...said
  }: Said & { entryId: string | null; letterId?: string | null; formId: string },
): Promise<string> {
  if (entryId !== null && !isUuid(entryId)) throw new AppError('not_found')
  const [place] =
    entryId === null
      ? await scope.tx
          .select({ cycleId: cycles.id })
          .from(cycles)
          .where(and(eq(cycles.applicantId, scope.applicantId), cycles.isCurrent))
      : await scope.tx
          .select({ cycleId: entries.cycleId })
          .from(entries)
          .where(
            and(
              eq(entries.id, entryId),
              eq(entries.applicantId, scope.applicantId),
              isNull(entries.removedAt),
            ),
          )
  if (!place || !(await isOwnLetter(scope, letterId))) throw new AppError('not_found')
  const [made] = await scope.tx
    .insert(contacts)
    .values({ ...said, entryId, letterId, formId, cycleId: place.cycleId, applicantId: scope.applicantId })
    .onConflictDoUpdate({ target: [contacts.applicantId, contacts.formId], set: { formId } })
    .returning({ id: contacts.id })
  if (!made) throw new AppError('not_found')
  return made.id
}

async function isOwnLetter(scope: EditScope, letterId: string | null): Promise<boolean> {
  if (letterId === null) return true
  return isUuid(letterId)
    ? (await scope.tx.$count(
        letters,
        and(eq(letters.id, letterId), eq(letters.applicantId, scope.applicantId)),
      )) === 1
    : false
}

/** What was written to a letter's writer in the current cycle, the latest first. */
export async function listContactsOfLetter(scope: LogScope, letterId: string): Promise<LoggedContact[]> {
  return isUuid(letterId) ? contactsWhere(scope, and(cycles.isCurrent, eq(contacts.letterId, letterId))) : []
}

/** Saves what was said of a contact. Throws conflict when it changed since that version, and not to the same. */
export async function saveContact(
  scope: EditScope,
  id: string,
  { version, ...said }: Said & { isFollowedUp: boolean; version: number },
): Promise<void> {
  const [saved] = await scope.tx
    .update(contacts)
    .set({ ...said, version: version + 1 })
    .where(and(mine(scope, id), isNull(contacts.removedAt), eq(contacts.version, version)))
    .returning({ id: contacts.id })
  if (saved) return
  const stored = await getContact(scope, id)
  // A resend of what is stored already is no conflict.
  const isSame = (Object.keys(said) as (keyof typeof said)[]).every((key) => stored[key] === said[key])
  if (!isSame) throw new AppError('conflict')
}

/** Notes that a follow-up was done. */
export async function setFollowedUp(scope: EditScope, id: string): Promise<void> {
  const [saved] = await scope.tx
    .update(contacts)
    .set({ isFollowedUp: true })
    .where(and(mine(scope, id), isNull(contacts.removedAt)))
    .returning({ id: contacts.id })
  if (!saved) throw new AppError('not_found')
}

/** Takes a contact out of the log; `restoreContact` puts it back as it was. */
export async function removeContact(scope: EditScope, id: string): Promise<void> {
  const [gone] = await scope.tx
    .update(contacts)
    .set({ removedAt: new Date() })
    .where(and(mine(scope, id), isNull(contacts.removedAt)))
    .returning({ id: contacts.id })
  if (!gone) throw new AppError('not_found')
}

export async function restoreContact(scope: EditScope, id: string): Promise<void> {
  const [back] = await scope.tx
    .update(contacts)
    .set({ removedAt: null })
    .where(mine(scope, id))
    .returning({ id: contacts.id })
  if (!back) throw new AppError('not_found')
}

/** Whether this contact was just removed, for the line that offers to undo it. */
export async function findRemovedContact(scope: ReadScope, id: string): Promise<{ id: string } | null> {
  if (!isUuid(id)) return null
  const [found] = await scope.tx
    .select({ id: contacts.id })
    .from(contacts)
    .where(and(mine(scope, id), isNotNull(contacts.removedAt)))
  return found ?? null
}
