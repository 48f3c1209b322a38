import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn as AnyColumn,
  boolean,
  check,
  foreignKey,
  index,
  pgTable,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { MATCH_RESULTS } from '@/lib/season/match-result'
import { OFFER_ANSWERS, OUTSIDE_OFFER_STATES } from '@/lib/soap/record'
import { calendarDate, createdAt, formId, id, oneOf, updatedAt, version } from './columns'
import { cycles, listEntries } from './cycles'
import { users } from './users'

const applicantId = () =>
  uuid('applicant_id')
    .notNull()
    .references(() => users.id, { onDelete: 'cascade' })

const ofCycle = (name: string, t: { cycleId: AnyColumn; applicantId: AnyColumn }) =>
  foreignKey({
    name,
    columns: [t.cycleId, t.applicantId],
    foreignColumns: [cycles.id, cycles.applicantId],
  })
    .onDelete('cascade')
    .onUpdate('cascade')

/** Entries are put aside and not deleted, so a row that hangs on one keeps its program's name. */
const ofEntry = (name: string, t: { entryId: AnyColumn; applicantId: AnyColumn }) =>
  foreignKey({
    name,
    columns: [t.entryId, t.applicantId],
    foreignColumns: [listEntries.id, listEntries.applicantId],
  })
    .onDelete('cascade')
    .onUpdate('cascade')

/** What decides about SOAP in one cycle, as the person said it; null where nothing was said. */
export const soapRecords = pgTable(
  'soap_records',
  {
    id: id(),
    applicantId: applicantId(),
    cycleId: uuid('cycle_id').notNull(),
    isRegistered: boolean('is_registered'),
    isVerified: boolean('is_verified'),
    result: text('result', { enum: MATCH_RESULTS }),
    resultOn: calendarDate('result_on'),
    resumedOn: calendarDate('resumed_on'),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    uniqueIndex('soap_records_one_a_cycle').on(t.cycleId),
    index('soap_records_applicant').on(t.applicantId),
    ofCycle('soap_records_cycle', t),
    oneOf('soap_records_result_known', t.result, MATCH_RESULTS),
    check('soap_records_result_has_day', sql`(${t.result} is null) = (${t.resultOn} is null)`),
  ],
)

/** An application in SOAP: to a program of the list, or to one named in words. */
export const soapApplications = pgTable(
  'soap_applications',
  {
    id: id(),
    applicantId: applicantId(),
    cycleId: uuid('cycle_id').notNull(),
    entryId: uuid('entry_id'),
    name: text('name').notNull().default(''),
    appliedOn: calendarDate('applied_on').notNull(),
    formId: formId(),
    createdAt: createdAt(),
  },
  (t) => [
    unique('soap_applications_id_applicant').on(t.id, t.applicantId),
    uniqueIndex('soap_applications_form').on(t.applicantId, t.formId),
    uniqueIndex('soap_applications_entry').on(t.cycleId, t.entryId),
    ofCycle('soap_applications_cycle', t),
    ofEntry('soap_applications_entry_fk', t),
    index('soap_applications_by_entry').on(t.entryId),
    check(
      'soap_applications_named',
      sql`char_length(${t.name}) <= 200 and (${t.entryId} is null) = (char_length(${t.name}) > 0)`,
    ),
  ],
)

/** An offer of one of the four rounds. */
export const soapOffers = pgTable(
  'soap_offers',
  {
    id: id(),
    applicantId: applicantId(),
    applicationId: uuid('application_id').notNull(),
    round: smallint('round').notNull(),
    answer: text('answer', { enum: OFFER_ANSWERS }).notNull().default('open'),
    answeredOn: calendarDate('answered_on'),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    uniqueIndex('soap_offers_once').on(t.applicationId, t.round),
    index('soap_offers_applicant').on(t.applicantId),
    foreignKey({
      name: 'soap_offers_application',
      columns: [t.applicationId, t.applicantId],
      foreignColumns: [soapApplications.id, soapApplications.applicantId],
    })
      .onDelete('cascade')
      .onUpdate('cascade'),
    oneOf('soap_offers_answer_known', t.answer, OFFER_ANSWERS),
    check('soap_offers_round_range', sql`${t.round} between 1 and 4`),
    check('soap_offers_answer_day', sql`(${t.answer} = 'open') = (${t.answeredOn} is null)`),
  ],
)

/** An offer of a position that does not go through the Match. */
export const outsideOffers = pgTable(
  'outside_offers',
  {
    id: id(),
    applicantId: applicantId(),
    cycleId: uuid('cycle_id').notNull(),
    entryId: uuid('entry_id'),
    name: text('name').notNull().default(''),
    offeredOn: calendarDate('offered_on').notNull(),
    answerBy: calendarDate('answer_by'),
    state: text('state', { enum: OUTSIDE_OFFER_STATES }).notNull().default('open'),
    decidedOn: calendarDate('decided_on'),
    withdrawnOn: calendarDate('withdrawn_on'),
    note: text('note').notNull().default(''),
    formId: formId(),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    uniqueIndex('outside_offers_form').on(t.applicantId, t.formId),
    index('outside_offers_cycle_order').on(t.cycleId, t.offeredOn),
    index('outside_offers_by_entry').on(t.entryId),
    ofCycle('outside_offers_cycle', t),
    ofEntry('outside_offers_entry_fk', t),
    oneOf('outside_offers_state_known', t.state, OUTSIDE_OFFER_STATES),
    check('outside_offers_decided', sql`(${t.state} = 'open') = (${t.decidedOn} is null)`),
    check(
      'outside_offers_named',
      sql`char_length(${t.name}) <= 200 and char_length(${t.note}) <= 2000
        and (${t.entryId} is null) = (char_length(${t.name}) > 0)`,
    ),
  ],
)
