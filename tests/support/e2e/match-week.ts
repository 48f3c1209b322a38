import type postgres from 'postgres'

/** A season of the tests' own, long past, so that nobody is ever offered it. */
export const MATCH_WEEK_SEASON = 2020

const HOUR = 3_600_000

/** The steps of Match Week, in hours from now: the second round of offers began half an hour ago. */
const STEPS: readonly (readonly [key: string, from: number, until?: number])[] = [
  ['nrmp_rol_deadline', -15 * 24],
  ['match_week_start', -3 * 24],
  ['soap_applications_open', -3 * 24 + 1],
  ['soap_program_review', -2 * 24],
  ['soap_round_1', -3.5, -1.5],
  ['soap_round_2', -0.5, 1.5],
  ['soap_round_3', 2.5, 4.5],
  ['soap_round_4', 5.5, 7.5],
  ['soap_ends', 8.5],
  ['match_day', 24],
]

/** Puts the Match Week of that season round the present moment: the hours are a season's data, like any other's. */
export async function putMatchWeekNow(owner: postgres.Sql): Promise<void> {
  const at = (hours: number) => new Date(Date.now() + hours * HOUR)
  await owner`insert into seasons (year, label) values (${MATCH_WEEK_SEASON}, 'A Match Week of the tests')
    on conflict do nothing`
  const rows = STEPS.map(([key, from, until]) => ({
    season_year: MATCH_WEEK_SEASON,
    key,
    label: key,
    on_date: at(from).toISOString().slice(0, 10),
    at: at(from),
    end_at: until === undefined ? null : at(until),
    status: 'published',
    confidence: 'official',
    source_title: 'Made for a test',
  }))
  await owner`insert into season_events ${owner(rows)} on conflict (season_year, key) do update set
    on_date = excluded.on_date, at = excluded.at, end_at = excluded.end_at`
}
