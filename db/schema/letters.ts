import { sql } from 'drizzle-orm'
import {
  check,
  date,
  foreignKey,
  index,
  pgTable,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { DIRECTOR_TOPICS, KNOWLEDGE, MOST_PER_PROGRAM, WAIVERS, WORK_WEEKS } from '@/lib/letters/letter'
import { allOf, calendarDate, createdAt, id, oneOf, updatedAt } from './columns'
import { listEntries } from './cycles'
import { letters } from './profile'
import { users } from './users'

const applicantId = () =>
  uuid('applicant_id')
    .notNull()
    .references(() => users.id, { onDelete: 'cascade' })

/** What happens to a letter of the profile on its way into ERAS; a letter without a row has nothing recorded yet. */
export const letterTracks = pgTable(
  'letter_tracks',
  {
    letterId: uuid('letter_id').primaryKey(),
    applicantId: applicantId(),
    knowledge: text('knowledge', { enum: KNOWLEDGE }),
    waiver: text('waiver', { enum: WAIVERS }),
    /** The writer's zone, an IANA name. */
    zone: text('zone'),
    week: text('week', { enum: WORK_WEEKS }).notNull().default('mon_fri'),
    /** What it speaks of beside the topics of the profile (A5). */
    directorTopics: text('director_topics', { enum: DIRECTOR_TOPICS })
      .array()
      .notNull()
      .default(sql`'{}'::text[]`),
    createdOn: calendarDate('created_on'),
    confirmedOn: calendarDate('confirmed_on'),
    requestedOn: calendarDate('requested_on'),
    uploadedOn: calendarDate('uploaded_on'),
    /** The upload of an earlier season, kept when days of a later one take its place. */
    formerUploadedOn: calendarDate('former_uploaded_on'),
    askedOn: date('asked_on', { mode: 'string' }).array().notNull().default(sql`'{}'::date[]`),
    askAgainOn: calendarDate('ask_again_on'),
    together: text('together').notNull().default(''),
    /** Keys of the profile's facts for the brief; null: those that it would choose. */
    briefFacts: text('brief_facts').array(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    index('letter_tracks_applicant').on(t.applicantId),
    foreignKey({
      name: 'letter_tracks_letter',
      columns: [t.letterId, t.applicantId],
      foreignColumns: [letters.id, letters.applicantId],
    })
      .onDelete('cascade')
      .onUpdate('cascade'),
    oneOf('letter_tracks_knowledge_known', t.knowledge, KNOWLEDGE),
    oneOf('letter_tracks_waiver_known', t.waiver, WAIVERS),
    oneOf('letter_tracks_week_known', t.week, WORK_WEEKS),
    allOf('letter_tracks_topics_known', t.directorTopics, DIRECTOR_TOPICS),
    check(
      'letter_tracks_lengths',
      sql`char_length(${t.zone}) <= 80 and char_length(${t.together}) <= 1000
        and cardinality(${t.askedOn}) <= 100 and cardinality(${t.briefFacts}) <= 100`,
    ),
    check(
      'letter_tracks_order',
      sql`${t.confirmedOn} >= ${t.createdOn} and ${t.requestedOn} >= ${t.createdOn} and ${t.uploadedOn} >= ${t.createdOn}
        and ${t.requestedOn} >= ${t.confirmedOn} and ${t.uploadedOn} >= ${t.confirmedOn} and ${t.uploadedOn} >= ${t.requestedOn}`,
    ),
  ],
)

/** A letter meant for a program of the list. The places are numbered, so that ERAS' four are all that there can be. */
export const letterAssignments = pgTable(
  'letter_assignments',
  {
    id: id(),
    applicantId: applicantId(),
    letterId: uuid('letter_id').notNull(),
    entryId: uuid('entry_id').notNull(),
    slot: smallint('slot').notNull(),
    /** Null while it is planned and not yet done in ERAS. */
    assignedOn: calendarDate('assigned_on'),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('letter_assignments_place').on(t.entryId, t.slot),
    uniqueIndex('letter_assignments_once').on(t.letterId, t.entryId),
    index('letter_assignments_applicant').on(t.applicantId),
    foreignKey({
      name: 'letter_assignments_letter',
      columns: [t.letterId, t.applicantId],
      foreignColumns: [letters.id, letters.applicantId],
    })
      .onDelete('cascade')
      .onUpdate('cascade'),
    foreignKey({
      name: 'letter_assignments_entry',
      columns: [t.entryId, t.applicantId],
      foreignColumns: [listEntries.id, listEntries.applicantId],
    })
      .onDelete('cascade')
      .onUpdate('cascade'),
    check('letter_assignments_slot_range', sql`${t.slot} between 1 and ${sql.raw(String(MOST_PER_PROGRAM))}`),
  ],
)
