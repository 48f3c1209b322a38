import { sql } from 'drizzle-orm'
import { boolean, check, foreignKey, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { CONTACT_CHANNELS, CONTACT_DIRECTIONS, CONTACT_KINDS, CONTACT_OUTCOMES } from '@/lib/contacts/contact'
import { calendarDate, createdAt, formId, id, instant, oneOf, updatedAt, version } from './columns'
import { cycles, listEntries } from './cycles'
import { users } from './users'

/**
 * One communication of a cycle: with a program on the list, or (without an entry) with someone beside it, such as a
 * partner's program. Removing sets `removedAt`, so that it can be undone.
 */
export const contacts = pgTable(
  'contacts',
  {
    id: id(),
    applicantId: uuid('applicant_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    cycleId: uuid('cycle_id').notNull(),
    entryId: uuid('entry_id'),
    /** The letter whose writer it went to, without a foreign key: what was written outlives the letter. */
    letterId: uuid('letter_id'),
    on: calendarDate('on_date').notNull(),
    kind: text('kind', { enum: CONTACT_KINDS }).notNull(),
    direction: text('direction', { enum: CONTACT_DIRECTIONS }).notNull(),
    channel: text('channel', { enum: CONTACT_CHANNELS }).notNull(),
    outcome: text('outcome', { enum: CONTACT_OUTCOMES }).notNull(),
    /** The day to look at it again, and whether that was done. */
    followUpOn: calendarDate('follow_up_date'),
    isFollowedUp: boolean('is_followed_up').notNull().default(false),
    /** With whom. */
    person: text('person').notNull().default(''),
    /** What was written or said. */
    text: text('text').notNull().default(''),
    removedAt: instant('removed_at'),
    formId: formId(),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    uniqueIndex('contacts_form').on(t.applicantId, t.formId),
    index('contacts_cycle').on(t.cycleId, t.on),
    index('contacts_entry').on(t.entryId),
    foreignKey({
      name: 'contacts_cycle_fk',
      columns: [t.cycleId, t.applicantId],
      foreignColumns: [cycles.id, cycles.applicantId],
    })
      .onDelete('cascade')
      .onUpdate('cascade'),
    foreignKey({
      name: 'contacts_entry_fk',
      columns: [t.entryId, t.applicantId],
      foreignColumns: [listEntries.id, listEntries.applicantId],
    })
      .onDelete('cascade')
      .onUpdate('cascade'),
    oneOf('contacts_kind_known', t.kind, CONTACT_KINDS),
    oneOf('contacts_direction_known', t.direction, CONTACT_DIRECTIONS),
    oneOf('contacts_channel_known', t.channel, CONTACT_CHANNELS),
    oneOf('contacts_outcome_known', t.outcome, CONTACT_OUTCOMES),
    check('contacts_text_lengths', sql`char_length(${t.person}) <= 200 and char_length(${t.text}) <= 20000`),
  ],
)
