import { sql } from 'drizzle-orm'
import { check, doublePrecision, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { CONFIDENCES, SOURCE_KINDS } from '@/lib/facts/source'
import { FACT_SCOPES } from '@/lib/programs/fact'
import { PATHWAYS } from '@/lib/programs/pathway'
import { calendarDate, createdAt, instant, oneOf, updatedAt, version } from './columns'
import { users } from './users'

/**
 * The catalogue (ownerId null), and programs that a person added for themselves. The key is a readable slug for the
 * catalogue, so that a reload finds its rows and an address names its program; an own program's is 'own-' and a uuid.
 */
export const programs = pgTable(
  'programs',
  {
    id: text('id').primaryKey(),
    ownerId: uuid('owner_id').references(() => users.id, { onDelete: 'cascade' }),
    sponsor: text('sponsor').notNull(),
    name: text('name').notNull(),
    city: text('city'),
    state: text('state'),
    pathway: text('pathway', { enum: PATHWAYS }).notNull(),
    acgmeId: text('acgme_id'),
    nrmpCode: text('nrmp_code'),
    url: text('url'),
    /** Set when the catalogue no longer holds a program that people may have on their lists. */
    retiredAt: instant('retired_at'),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    index('programs_owner').on(t.ownerId),
    index('programs_order').on(t.state, t.sponsor),
    oneOf('programs_pathway_known', t.pathway, PATHWAYS),
    check('programs_own_id', sql`(${t.ownerId} is null) = (${t.id} not like 'own-%')`),
  ],
)

/** One dated, sourced statement about a program; several rows of a field where sources disagree. Own facts carry an owner. */
export const programFacts = pgTable(
  'program_facts',
  {
    id: text('id').primaryKey(),
    programId: text('program_id')
      .notNull()
      .references(() => programs.id, { onDelete: 'cascade' }),
    ownerId: uuid('owner_id').references(() => users.id, { onDelete: 'cascade' }),
    field: text('field').notNull(),
    valueText: text('value_text'),
    valueNumber: doublePrecision('value_number'),
    scope: text('scope', { enum: FACT_SCOPES }).notNull(),
    year: integer('year'),
    season: integer('season'),
    origin: text('origin', { enum: ['catalogue', 'told', 'own'] }).notNull(),
    statedOn: calendarDate('stated_on'),
    confidence: text('confidence', { enum: CONFIDENCES }).notNull(),
    sourceKind: text('source_kind', { enum: SOURCE_KINDS }).notNull(),
    sourceTitle: text('source_title').notNull(),
    sourceUrl: text('source_url'),
    note: text('note'),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    index('program_facts_program').on(t.programId, t.field),
    index('program_facts_owner').on(t.ownerId),
    oneOf('program_facts_scope_known', t.scope, FACT_SCOPES),
    oneOf('program_facts_origin_known', t.origin, ['catalogue', 'told', 'own']),
    oneOf('program_facts_confidence_known', t.confidence, CONFIDENCES),
    oneOf('program_facts_kind_known', t.sourceKind, SOURCE_KINDS),
    check('program_facts_one_value', sql`(${t.valueText} is null) <> (${t.valueNumber} is null)`),
    check('program_facts_owner_origin', sql`(${t.ownerId} is null) = (${t.origin} = 'catalogue')`),
  ],
)

/** Institutions named for checking, for which no page showed a genetics residency: suggestions, marked unverified. */
export const programLeads = pgTable('program_leads', {
  id: text('id').primaryKey(),
  sponsor: text('sponsor').notNull(),
  city: text('city'),
  state: text('state'),
  found: text('found').notNull(),
  pathways: text('pathways').array().notNull(),
})

/** Which version of the shipped data is in the tables, so that a start with nothing new to load is quick. */
export const catalogueLoads = pgTable('catalogue_loads', {
  hash: text('hash').primaryKey(),
  loadedAt: instant('loaded_at').notNull().defaultNow(),
})
