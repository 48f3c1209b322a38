import 'server-only'
import { and, asc, eq } from 'drizzle-orm'
import { AppError } from '@/lib/errors/app-error'
import type { Cycle } from '@/lib/season/cycle'
import { SEASON_EVENT_KEYS, type Season, type SeasonEvent, type SeasonEventKey } from '@/lib/season/season'
import type { PublicScope, Scope } from '../access'
import { cycles, seasonEvents, seasons } from '../schema'

const EVENT_COLUMNS = {
  seasonYear: seasonEvents.seasonYear,
  key: seasonEvents.key,
  label: seasonEvents.label,
  on: seasonEvents.on,
  at: seasonEvents.at,
  endAt: seasonEvents.endAt,
  status: seasonEvents.status,
  confidence: seasonEvents.confidence,
  sourceTitle: seasonEvents.sourceTitle,
  sourceUrl: seasonEvents.sourceUrl,
  sourceYear: seasonEvents.sourceYear,
  rule: seasonEvents.rule,
  note: seasonEvents.note,
}

type EventRow = typeof seasonEvents.$inferSelect

/** Every season with its events, the earliest season first. */
export async function listSeasons(scope: PublicScope): Promise<Season[]> {
  const [years, events] = await Promise.all([
    scope.tx.select({ year: seasons.year, label: seasons.label }).from(seasons).orderBy(asc(seasons.year)),
    scope.tx.select(EVENT_COLUMNS).from(seasonEvents),
  ])
  return years.map((season) => ({
    ...season,
    events: inOrder(events.filter((event) => event.seasonYear === season.year)),
  }))
}

/** One season with its events; throws not_found for a year that no data describes. */
export async function getSeason(scope: PublicScope, year: number): Promise<Season> {
  const [[season], events] = await Promise.all([
    scope.tx.select({ year: seasons.year, label: seasons.label }).from(seasons).where(eq(seasons.year, year)),
    scope.tx.select(EVENT_COLUMNS).from(seasonEvents).where(eq(seasonEvents.seasonYear, year)),
  ])
  if (!season) throw new AppError('not_found', { logMessage: `no season ${year}` })
  return { ...season, events: inOrder(events) }
}

/** The current cycle with its season, in one statement; null for someone who has not begun a cycle. */
export async function findCycleSeason(
  scope: Scope<'list:read'>,
): Promise<{ cycle: Cycle; season: Season } | null> {
  const rows = await scope.tx
    .select({
      cycleId: cycles.id,
      cycleYear: cycles.seasonYear,
      silenceDays: cycles.silenceDays,
      seasonLabel: seasons.label,
      event: EVENT_COLUMNS,
    })
    .from(cycles)
    .innerJoin(seasons, eq(seasons.year, cycles.seasonYear))
    .leftJoin(seasonEvents, eq(seasonEvents.seasonYear, cycles.seasonYear))
    .where(and(eq(cycles.applicantId, scope.applicantId), cycles.isCurrent))
  const [first] = rows
  if (!first) return null
  return {
    cycle: {
      id: first.cycleId,
      applicantId: scope.applicantId,
      seasonYear: first.cycleYear,
      isCurrent: true,
      silenceDays: first.silenceDays,
    },
    season: {
      year: first.cycleYear,
      label: first.seasonLabel,
      events: inOrder(rows.flatMap(({ event }) => event ?? [])),
    },
  }
}

/** In the order of the season, which also places events that have no date yet. */
function inOrder(rows: readonly EventRow[]): SeasonEvent[] {
  return rows
    .flatMap((row) => {
      const place = SEASON_EVENT_KEYS.indexOf(row.key as SeasonEventKey)
      const key = SEASON_EVENT_KEYS[place]
      return key ? [{ place, event: toEvent(row, key) }] : []
    })
    .sort((a, b) => a.place - b.place)
    .map(({ event }) => event)
}

function toEvent(row: EventRow, key: SeasonEventKey): SeasonEvent {
  return {
    key,
    label: row.label,
    on: row.on,
    at: row.at?.toISOString() ?? null,
    endAt: row.endAt?.toISOString() ?? null,
    status: row.status,
    confidence: row.confidence,
    source: { title: row.sourceTitle, url: row.sourceUrl, year: row.sourceYear },
    rule: row.rule,
    note: row.note,
  }
}
