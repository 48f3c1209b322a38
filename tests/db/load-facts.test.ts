import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { FACTS_FOLDER } from '@/db/seed/facts-files'
import { loadFacts } from '@/db/seed/load'
import { testDatabase } from '../support/test-database'

const owner = postgres(testDatabase().ownerUrl, {
  max: 1,
  onnotice: () => {},
  connection: { TimeZone: 'UTC' },
})
const app = postgres(testDatabase().appUrl, { max: 1, onnotice: () => {} })
const folder = mkdtempSync(join(tmpdir(), 'locus-facts-'))

afterAll(async () => {
  rmSync(folder, { recursive: true })
  await owner.end()
  await app.end()
})

type Json = Record<string, unknown>
type ProgramJson = Json & {
  id: string
  facts: (Json & { id: string; value: string | number; source: Json })[]
}
type SeasonJson = Json & { year: number; events: (Json & { source: Json })[] }

// The files are read here as plain JSON, so that a fault in the loader's own reading shows.
const file = (name: string) => JSON.parse(readFileSync(join(FACTS_FOLDER, name), 'utf8'))
const programs: ProgramJson[] = file('programs.json').programs
const leads: Json[] = file('leads.json').leads
const seasons: SeasonJson[] = file('seasons.json').seasons

/** Writes the data files with a change, as a new release of them would arrive. */
function release(
  change: (data: { programs: ProgramJson[]; leads: Json[]; seasons: SeasonJson[] }) => void,
): void {
  const heads = { programs: file('programs.json'), leads: file('leads.json'), seasons: file('seasons.json') }
  const data = {
    programs: heads.programs.programs as ProgramJson[],
    leads: heads.leads.leads as Json[],
    seasons: heads.seasons.seasons as SeasonJson[],
  }
  change(data)
  for (const key of ['programs', 'leads', 'seasons'] as const) {
    writeFileSync(join(folder, `${key}.json`), JSON.stringify({ ...heads[key], [key]: data[key] }))
  }
}

/** Every row of the catalogue with the transaction that last wrote it: equal only when nothing was written. */
async function fingerprint(): Promise<unknown> {
  const rows = await owner`
    select 'program' as kind, id, xmin::text from programs
    union all select 'fact', id, xmin::text from program_facts
    union all select 'lead', id, xmin::text from program_leads
    union all select 'season', year::text, xmin::text from seasons
    union all select 'event', season_year || key, xmin::text from season_events
    union all select 'load', hash, xmin::text from catalogue_loads
    order by 1, 2`
  return [...rows]
}

beforeAll(async () => {
  const loaded = await loadFacts(owner)
  expect(loaded).toEqual({
    programs: programs.length,
    facts: programs.flatMap(({ facts }) => facts).length,
    seasons: seasons.length,
  })
})

describe('the tables hold what the data files say, value by value', () => {
  test('programs', async () => {
    const rows = await owner`
      select id, sponsor, name, city, state, pathway, acgme_id as "acgmeId", nrmp_code as "nrmpCode", url, retired_at
      from programs order by id`
    const said = programs.map(({ facts: _, ...program }) => ({ ...program, retired_at: null }))
    expect([...rows]).toEqual(said.sort((a, b) => (a.id < b.id ? -1 : 1)))
  })

  test('facts', async () => {
    const rows = await owner`
      select id, program_id, field, coalesce(to_jsonb(value_number), to_jsonb(value_text)) as value, scope, year, season,
        confidence, source_kind as "sourceKind", jsonb_build_object('title', source_title, 'url', source_url) as source,
        note, origin, owner_id, stated_on
      from program_facts`
    const held = new Map(rows.map((row) => [row.id as string, row]))
    expect(held.size).toBe(programs.flatMap(({ facts }) => facts).length)
    for (const program of programs) {
      for (const fact of program.facts) {
        expect(held.get(fact.id)).toEqual({
          ...fact,
          program_id: program.id,
          origin: 'catalogue',
          owner_id: null,
          stated_on: null,
        })
      }
    }
  })

  test('leads', async () => {
    const rows = await owner`select id, sponsor, city, state, found, pathways from program_leads`
    expect([...rows].sort(byId)).toEqual([...leads].sort(byId))
  })

  test('seasons and their events', async () => {
    const labels = await owner`select year, label from seasons order by year`
    expect([...labels]).toEqual(seasons.map(({ year, label }) => ({ year, label })))
    const rows = await owner`
      select season_year, key, label, on_date::text as "on", at, end_at as "endAt", status, confidence,
        jsonb_build_object('title', source_title, 'url', source_url, 'year', source_year) as source, rule, note
      from season_events`
    const held = new Map(rows.map(({ season_year, ...row }) => [`${season_year} ${row.key}`, row]))
    expect(held.size).toBe(seasons.flatMap(({ events }) => events).length)
    for (const { year, events } of seasons) {
      for (const event of events) {
        const row = held.get(`${year} ${event.key}`)
        expect({ ...row, at: iso(row?.at), endAt: iso(row?.endAt) }, `${year} ${event.key}`).toEqual(event)
      }
    }
  })
})

test('a second load changes nothing', async () => {
  const before = await fingerprint()
  const again = await loadFacts(owner)
  expect(again.programs).toBe(programs.length)
  expect(await fingerprint()).toEqual(before)
})

test('a load of the same content under another hash rewrites no row either', async () => {
  const rows = (all: unknown) => (all as { kind: string }[]).filter(({ kind }) => kind !== 'load')
  const before = await fingerprint()
  release(() => {})
  await loadFacts(owner, folder)
  const after = await fingerprint()
  expect(rows(after)).toEqual(rows(before))
  expect(after).not.toEqual(before)
  await loadFacts(owner)
})

test('two loads at once do not meet', async () => {
  const second = postgres(testDatabase().ownerUrl, { max: 1, onnotice: () => {} })
  await owner`delete from catalogue_loads`
  const both = await Promise.all([loadFacts(owner), loadFacts(second)])
  await second.end()
  expect(both[0]).toEqual(both[1])
})

describe('a changed data file', () => {
  const person = '5e0a6b0e-2f5c-4a53-8d6d-3c8f6f6d8a01'
  const listed = 'sc-greenwood-mgg'

  /** Everything that the person wrote. */
  const written = async () => ({
    entries: [...(await owner`select *, xmin::text from list_entries where applicant_id = ${person}`)],
    programs: [...(await owner`select *, xmin::text from programs where owner_id = ${person}`)],
    facts: [...(await owner`select *, xmin::text from program_facts where owner_id = ${person} order by id`)],
  })

  beforeAll(async () => {
    await owner`insert into users (id, kind) values (${person}, 'guest')`
    const [cycle] = await owner`
      insert into cycles (applicant_id, season_year) values (${person}, 2027) returning id`
    await owner`
      insert into programs (id, owner_id, sponsor, name, pathway)
      values ('own-1f5e6a52-7c1a-4d0e-9a57-0c1c1d1e1f10', ${person}, 'Mercy General', 'Pediatrics', 'pediatrics')`
    await owner`
      insert into program_facts (id, program_id, owner_id, field, value_text, scope, origin, confidence, source_kind,
        source_title, note)
      values
        ('b1', ${listed}, ${person}, 'j1_accepted', 'yes', 'program', 'told', 'official', 'told', 'Their reply', 'By mail'),
        ('b2', 'own-1f5e6a52-7c1a-4d0e-9a57-0c1c1d1e1f10', ${person}, 'h1b_accepted', 'no', 'program', 'own', 'secondary',
          'own', 'Their page', null)`
    for (const program of [listed, 'own-1f5e6a52-7c1a-4d0e-9a57-0c1c1d1e1f10']) {
      await owner`
        insert into list_entries (applicant_id, cycle_id, program_id, note)
        values (${person}, ${cycle?.id}, ${program}, 'Ask about the first year')`
    }
  })

  test('updates the catalogue, retires what vanished, and leaves what a person wrote', async () => {
    const before = await written()
    expect(before.entries).toHaveLength(2)
    expect(before.facts).toHaveLength(2)
    release((data) => {
      data.programs = data.programs.filter(({ id }) => id !== listed)
      const utah = data.programs.find(({ id }) => id === 'ut-utah-peds-mgg')
      if (!utah) throw new Error('the test needs Utah')
      utah.name = 'Pediatric-Genetics Residency, renamed'
      utah.facts = utah.facts.filter(({ field }) => field !== 'interview_months')
      for (const fact of utah.facts) if (fact.field === 'step3_required') fact.value = 'yes'
      data.leads = data.leads.slice(1)
      for (const season of data.seasons) {
        if (season.year !== 2028) continue
        for (const event of season.events) {
          if (event.key === 'match_day')
            Object.assign(event, {
              status: 'published',
              confidence: 'official',
              rule: null,
              source: { title: 'NRMP', url: 'https://www.nrmp.org/match-calendars/', year: 2027 },
            })
        }
      }
    })

    const loaded = await loadFacts(owner, folder)
    expect(loaded.programs).toBe(programs.length - 1)

    const [utah] = await owner`select name, version from programs where id = 'ut-utah-peds-mgg'`
    expect(utah).toEqual({ name: 'Pediatric-Genetics Residency, renamed', version: 2 })
    const facts =
      await owner`select field, value_text from program_facts where program_id = 'ut-utah-peds-mgg'`
    expect(facts.filter(({ field }) => field === 'interview_months')).toEqual([])
    expect(facts.find(({ field }) => field === 'step3_required')?.value_text).toBe('yes')
    const [day] = await owner`
      select status, confidence, rule from season_events where season_year = 2028 and key = 'match_day'`
    expect(day).toEqual({ status: 'published', confidence: 'official', rule: null })
    const [found] = await owner`select count(*)::int from program_leads`
    expect(found?.count).toBe(leads.length - 1)

    const [gone] = await owner`select retired_at from programs where id = ${listed}`
    expect(gone?.retired_at).toBeInstanceOf(Date)
    const kept = await owner`select id from program_facts where program_id = ${listed} and owner_id is null`
    expect(kept.length).toBeGreaterThan(0)

    expect(await written()).toEqual(before)
  })

  test('brings a program back when the files hold it again', async () => {
    const before = await written()
    await loadFacts(owner)
    const [back] = await owner`select retired_at from programs where id = ${listed}`
    expect(back?.retired_at).toBeNull()
    const [months] = await owner`
      select value_text from program_facts where program_id = 'ut-utah-peds-mgg' and field = 'interview_months'`
    expect(months?.value_text).toBe('November-January')
    expect(await written()).toEqual(before)
  })

  test('that holds an impossible value changes nothing and says which', async () => {
    const before = await fingerprint()
    release((data) => {
      const fact = data.programs.flatMap(({ facts }) => facts).find(({ field }) => field === 'j1_accepted')
      if (fact) fact.value = 'maybe'
    })
    await expect(loadFacts(owner, folder)).rejects.toThrow(
      /programs\.json.*j1_accepted is one of yes, no, case_by_case/,
    )
    expect(await fingerprint()).toEqual(before)
  })

  test('that holds a fact without a source is refused', async () => {
    release((data) => {
      const fact = data.programs
        .flatMap(({ facts }) => facts)
        .find(({ confidence }) => confidence === 'official')
      if (fact) fact.source.url = null
    })
    await expect(loadFacts(owner, folder)).rejects.toThrow(/no source and is not marked inferred/)
  })
})

test('everyone reads the catalogue, and the app cannot write it', async () => {
  const [seen] = await app`
    select (select count(*)::int from programs where owner_id is null) as programs,
      (select count(*)::int from program_facts where owner_id is null) as facts,
      (select count(*)::int from season_events) as events`
  expect(seen).toEqual({
    programs: programs.length,
    facts: programs.flatMap(({ facts }) => facts).length,
    events: seasons.flatMap(({ events }) => events).length,
  })
  await expect(app`insert into seasons (year, label) values (2031, 'x')`).rejects.toMatchObject({
    code: '42501',
  })
  await app`update programs set sponsor = 'Mine' where owner_id is null`
  await app`delete from program_facts where owner_id is null`
  const [kept] = await owner`
    select (select count(*)::int from programs where sponsor = 'Mine') as stolen,
      (select count(*)::int from program_facts where owner_id is null) as facts`
  expect(kept).toEqual({ stolen: 0, facts: seen?.facts })
})

function byId(a: Json, b: Json): number {
  return String(a.id) < String(b.id) ? -1 : 1
}

function iso(at: unknown): string | null {
  return at instanceof Date ? at.toISOString() : null
}
