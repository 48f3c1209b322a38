import { readFileSync } from 'node:fs'

import { projectSeason } from '@/lib/season/project'
import type { Season, SeasonEvent, SeasonEventKey } from '@/lib/season/season'

type Shipped = { seasons: Season[] }

const shipped = JSON.parse(
  readFileSync(new URL('../../db/seed/facts/seasons.json', import.meta.url), 'utf8'),
) as Shipped

/** The seasons as the app ships them. */
export const shippedSeasons: readonly Season[] = shipped.seasons

export function shippedSeason(year: number): Season {
  const season = shipped.seasons.find((candidate) => candidate.year === year)
  if (!season) throw new Error(`No season ${year} is shipped`)
  return season
}

/** A season by rule alone, with some of its events changed. */
export function buildSeason(
  year: number,
  changes: Partial<Record<SeasonEventKey, Partial<SeasonEvent>>> = {},
): Season {
  return {
    year,
    label: `Season ${year}`,
    events: projectSeason(year).map((event) => ({ ...event, ...changes[event.key] })),
  }
}

/** The change that takes an event's date away. */
export const NOT_ANNOUNCED = { on: null, at: null, endAt: null, status: 'not_announced', rule: null } as const
