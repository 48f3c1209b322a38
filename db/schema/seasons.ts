import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { CONFIDENCES } from '@/lib/facts/source'
import { EVENT_STATUSES } from '@/lib/season/season'
import { calendarDate, instant, oneOf } from './columns'

export const seasons = pgTable('seasons', {
  year: integer('year').primaryKey(),
  label: text('label').notNull(),
})

export const seasonEvents = pgTable(
  'season_events',
  {
    seasonYear: integer('season_year')
      .notNull()
      .references(() => seasons.year, { onDelete: 'cascade' }),
    key: text('key').notNull(),
    label: text('label').notNull(),
    /** The day in Eastern time; null when not announced. */
    on: calendarDate('on_date'),
    at: instant('at'),
    endAt: instant('end_at'),
    status: text('status', { enum: EVENT_STATUSES }).notNull(),
    confidence: text('confidence', { enum: CONFIDENCES }).notNull(),
    sourceTitle: text('source_title').notNull(),
    sourceUrl: text('source_url'),
    sourceYear: integer('source_year'),
    rule: text('rule'),
    note: text('note'),
  },
  (t) => [
    primaryKey({ columns: [t.seasonYear, t.key] }),
    index('season_events_on').on(t.on),
    oneOf('season_events_status_known', t.status, EVENT_STATUSES),
    oneOf('season_events_confidence_known', t.confidence, CONFIDENCES),
    check('season_events_placed', sql`(${t.status} = 'not_announced') = (${t.on} is null)`),
  ],
)
