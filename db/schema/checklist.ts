import { sql } from 'drizzle-orm'
import { check, foreignKey, index, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import type { SeenDates } from '@/lib/checklist/season-dates'
import { calendarDate, createdAt, formId, id, instant, updatedAt, version } from './columns'
import { cycles } from './cycles'
import { users } from './users'

const applicantId = () =>
  uuid('applicant_id')
    .notNull()
    .references(() => users.id, { onDelete: 'cascade' })

/** What a person said of one template item in one cycle: done, not needed and why, a day of their own, a note. */
export const checklistMarks = pgTable(
  'checklist_marks',
  {
    id: id(),
    applicantId: applicantId(),
    cycleId: uuid('cycle_id').notNull(),
    /** The item's name in the template (lib/checklist), with its calendar where it has one. */
    itemId: text('item_id').notNull(),
    doneOn: calendarDate('done_on'),
    /** Why it is not needed; '' while it is. */
    notNeeded: text('not_needed').notNull().default(''),
    ownDue: calendarDate('own_due'),
    note: text('note').notNull().default(''),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    uniqueIndex('checklist_marks_once').on(t.cycleId, t.itemId),
    index('checklist_marks_applicant').on(t.applicantId),
    foreignKey({
      name: 'checklist_marks_cycle',
      columns: [t.cycleId, t.applicantId],
      foreignColumns: [cycles.id, cycles.applicantId],
    })
      .onDelete('cascade')
      .onUpdate('cascade'),
    check(
      'checklist_marks_lengths',
      sql`char_length(${t.itemId}) between 1 and 80 and char_length(${t.notNeeded}) <= 300 and char_length(${t.note}) <= 4000`,
    ),
    check('checklist_marks_one_end', sql`${t.doneOn} is null or ${t.notNeeded} = ''`),
  ],
)

/** An item that the person wrote themselves. */
export const checklistItems = pgTable(
  'checklist_items',
  {
    id: id(),
    applicantId: applicantId(),
    cycleId: uuid('cycle_id').notNull(),
    title: text('title').notNull(),
    dueOn: calendarDate('due_on'),
    note: text('note').notNull().default(''),
    /** Another item of the checklist, by its name there; one that is gone is waited for no longer. */
    waitsFor: text('waits_for'),
    doneOn: calendarDate('done_on'),
    formId: formId(),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    index('checklist_items_cycle').on(t.cycleId, t.createdAt),
    index('checklist_items_applicant').on(t.applicantId),
    uniqueIndex('checklist_items_form').on(t.applicantId, t.formId),
    foreignKey({
      name: 'checklist_items_cycle_fk',
      columns: [t.cycleId, t.applicantId],
      foreignColumns: [cycles.id, cycles.applicantId],
    })
      .onDelete('cascade')
      .onUpdate('cascade'),
    check(
      'checklist_items_lengths',
      sql`char_length(${t.title}) between 1 and 200 and char_length(${t.note}) <= 4000 and char_length(${t.waitsFor}) <= 80`,
    ),
  ],
)

/** When a person last looked at a cycle, and the season's dates as they were then: what moved since is told once. */
export const cycleVisits = pgTable(
  'cycle_visits',
  {
    cycleId: uuid('cycle_id').primaryKey(),
    applicantId: applicantId(),
    visitedAt: instant('visited_at').notNull(),
    /** The visit before this one: what happened since then is new. */
    previousVisitAt: instant('previous_visit_at'),
    /** Changed only when the person has said that they read what moved. */
    seenDates: jsonb('seen_dates').$type<SeenDates>().notNull(),
  },
  (t) => [
    index('cycle_visits_applicant').on(t.applicantId),
    foreignKey({
      name: 'cycle_visits_cycle',
      columns: [t.cycleId, t.applicantId],
      foreignColumns: [cycles.id, cycles.applicantId],
    })
      .onDelete('cascade')
      .onUpdate('cascade'),
  ],
)
