import 'server-only'
import { and, desc, eq, isNull, ne } from 'drizzle-orm'
import type { ToldPlace } from '@/lib/story/disagreements'
import type { Scope } from '../access'
import {
  additionalInformation,
  contacts,
  cycles,
  listEntries as entries,
  interviews,
  programs,
  statements,
} from '../schema'

/** As many messages as a season wisely has; the latest are the ones that still speak. */
const MOST_MESSAGES = 30

/**
 * Every text in which the person tells their story to somebody: statements, the passage of Additional Information, what
 * was sent to programs, and notes for interviews, these two of the current cycle.
 */
export async function listToldPlaces(
  scope: Scope<'documents:read' | 'contacts:read' | 'interviews:read' | 'list:read'>,
): Promise<readonly ToldPlace[]> {
  const { tx, applicantId } = scope
  const [written, passages, sent, prepared] = await Promise.all([
    tx
      .select({ id: statements.id, title: statements.title, text: statements.text })
      .from(statements)
      .where(
        and(eq(statements.applicantId, applicantId), isNull(statements.removedAt), ne(statements.text, '')),
      )
      .orderBy(desc(statements.savedAt)),
    tx
      .select({ passage: additionalInformation.passage })
      .from(additionalInformation)
      .where(and(eq(additionalInformation.applicantId, applicantId), ne(additionalInformation.passage, ''))),
    tx
      .select({ id: contacts.id, text: contacts.text, person: contacts.person, sponsor: programs.sponsor })
      .from(contacts)
      .innerJoin(cycles, and(eq(cycles.id, contacts.cycleId), cycles.isCurrent))
      .leftJoin(entries, eq(entries.id, contacts.entryId))
      .leftJoin(programs, eq(programs.id, entries.programId))
      .where(
        and(
          eq(contacts.applicantId, applicantId),
          eq(contacts.direction, 'sent'),
          isNull(contacts.removedAt),
          ne(contacts.text, ''),
        ),
      )
      .orderBy(desc(contacts.on), desc(contacts.createdAt))
      .limit(MOST_MESSAGES),
    tx
      .select({ id: interviews.id, notes: interviews.notes, sponsor: programs.sponsor })
      .from(interviews)
      .innerJoin(entries, eq(entries.id, interviews.entryId))
      .innerJoin(cycles, and(eq(cycles.id, entries.cycleId), cycles.isCurrent))
      .innerJoin(programs, eq(programs.id, entries.programId))
      .where(
        and(eq(interviews.applicantId, applicantId), isNull(entries.removedAt), ne(interviews.notes, '')),
      ),
  ])
  return [
    ...written.map(
      ({ id, title, text }): ToldPlace => ({
        kind: 'statement',
        title,
        href: `/documents/statements/${id}`,
        text,
      }),
    ),
    ...passages.map(
      ({ passage }): ToldPlace => ({
        kind: 'additional_information',
        title: 'Additional information',
        href: '/exams/additional-information',
        text: passage,
      }),
    ),
    ...sent.map(
      ({ id, text, person, sponsor }): ToldPlace => ({
        kind: 'contact',
        title: sponsor ?? (person || 'someone else'),
        href: `/contacts/${id}`,
        text,
      }),
    ),
    ...prepared.map(
      ({ id, notes, sponsor }): ToldPlace => ({
        kind: 'interview',
        title: sponsor,
        href: `/interviews/${id}`,
        text: notes,
      }),
    ),
  ]
}
