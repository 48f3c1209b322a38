import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { PROJECTIONS, projectSeason } from '@/lib/season/project'
import { seasonEventInput, seasonsInput } from '@/lib/season/season-input'

const { seasons } = seasonsInput.parse(
  JSON.parse(readFileSync(resolve(import.meta.dirname, '../../../db/seed/facts/seasons.json'), 'utf8')),
)

/** The days that a rule misses. One: in 2022 ERAS opened on the second Wednesday of June. */
const KNOWN_MISSES = ['2023 eras_season_opens 2022-06-08']

describe('each rule against every published date', () => {
  test.each(PROJECTIONS.map(({ key, rule }) => [key, rule]))('%s: %s', (key) => {
    const missed: string[] = []
    let seen = 0
    for (const season of seasons) {
      const published = season.events.find((event) => event.key === key && event.status === 'published')
      if (!published) continue
      seen += 1
      const projected = projectSeason(season.year).find((event) => event.key === key)
      const isSameHour = published.at === null || projected?.at === null || projected?.at === published.at
      if (projected?.on !== published.on || !isSameHour) missed.push(`${season.year} ${key} ${published.on}`)
    }
    expect(seen, 'a rule rests on published dates').toBeGreaterThan(0)
    expect(missed).toEqual(KNOWN_MISSES.filter((miss) => miss.includes(` ${key} `)))
  })
})

test('the shipped season 2028 is what the rules give', () => {
  const shipped = seasons.find(({ year }) => year === 2028)?.events ?? []
  const bare = (events: readonly (typeof shipped)[number][]) =>
    events
      .map(({ key, on, at, endAt, status, confidence, rule }) => ({
        key,
        on,
        at,
        endAt,
        status,
        confidence,
        rule,
      }))
      .sort((a, b) => (a.key < b.key ? -1 : 1))
  expect(bare(projectSeason(2028))).toEqual(bare(shipped))
})

test('a projected date of the current season is what its rule gives too', () => {
  const projected = (seasons.find(({ year }) => year === 2027)?.events ?? []).filter(
    ({ status }) => status === 'projected',
  )
  expect(projected.length).toBeGreaterThan(0)
  for (const event of projected) {
    expect(projectSeason(2027).find(({ key }) => key === event.key)).toMatchObject({
      on: event.on,
      at: event.at,
    })
  }
})

test.each([2029, 2030, 2031, 2035])('season %i is whole, in order, and never looks published', (year) => {
  const events = projectSeason(year)
  for (const event of events) expect(seasonEventInput.safeParse(event).error, event.key).toBeUndefined()
  expect(new Set(events.map(({ key }) => key)).size).toBe(events.length)
  const days = PROJECTIONS.map(({ key }) => events.find((event) => event.key === key)?.on ?? '')
  expect(days).toEqual([...days].sort())
  expect(events.filter(({ on }) => on === null).map(({ key }) => key)).toEqual(['img_eras_token_available'])
})

test('weekends move a deadline, and daylight saving moves its instant', () => {
  const on = (year: number, key: string) => projectSeason(year).find((event) => event.key === key)
  // 15 September 2029 is a Saturday, 31 January 2032 too, and 1 February 2031.
  expect(on(2030, 'nrmp_registration_opens')?.on).toBe('2029-09-17')
  expect(on(2032, 'nrmp_standard_registration_deadline')?.on).toBe('2032-01-30')
  expect(on(2031, 'nrmp_ranking_opens')?.on).toBe('2031-02-03')
  // 21:00 Eastern in early March is winter time; Match Day at noon is summer time.
  expect(on(2029, 'nrmp_rol_deadline')?.at).toBe('2029-03-01T02:00:00.000Z')
  expect(on(2029, 'match_day')?.at).toBe('2029-03-16T16:00:00.000Z')
})
