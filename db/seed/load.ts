import type postgres from 'postgres'
import { FACTS_FOLDER, type FactsFiles, readFactsFiles } from './facts-files'

export type Loaded = { programs: number; facts: number; seasons: number }

/** One number for all loads of this database, another than that of the migrations. */
const LOCK = 7_046_118_206

/** Raise it when the loader itself writes differently, so that data already loaded is loaded anew. */
const LOADER = 1

/**
 * Brings the catalogue, the leads and the season calendar in the tables up to the shipped data files, in one
 * transaction, and returns what they hold. `sql` is the owner's. A second call with the same files changes nothing.
 * It never touches what a person wrote: own programs and facts carry an owner and are left out of every statement, and
 * a catalogue program that the files no longer hold is retired, since it may stand on somebody's list. Throws when a
 * file is not what it must be, and then nothing is changed.
 */
export async function loadFacts(sql: postgres.Sql, folder: string = FACTS_FOLDER): Promise<Loaded> {
  const files = readFactsFiles(folder)
  const version = `${LOADER}-${files.hash}`
  await sql.begin(async (tx) => {
    await tx`select pg_advisory_xact_lock(${LOCK})`
    const [current] = await tx`select 1 from catalogue_loads where hash = ${version}`
    if (current) return
    await load(tx, files.parse())
    await tx`delete from catalogue_loads`
    await tx`insert into catalogue_loads (hash) values (${version})`
  })
  return count(sql)
}

async function load(tx: postgres.TransactionSql, files: FactsFiles): Promise<void> {
  await loadPrograms(tx, files.programs)
  await loadProgramFacts(tx, files.programs)
  await loadLeads(tx, files.leads)
  await loadSeasons(tx, files.seasons)
}

async function loadPrograms(tx: postgres.TransactionSql, programs: FactsFiles['programs']): Promise<void> {
  const rows = programs.map(({ facts: _, ...program }) => program)
  await tx`
    insert into programs as kept (id, sponsor, name, city, state, pathway, acgme_id, nrmp_code, url)
    select id, sponsor, name, city, state, pathway, "acgmeId", "nrmpCode", url
    from jsonb_to_recordset(${tx.json(rows)}) as new (
      id text, sponsor text, name text, city text, state text, pathway text, "acgmeId" text, "nrmpCode" text, url text
    )
    on conflict (id) do update set
      sponsor = excluded.sponsor, name = excluded.name, city = excluded.city, state = excluded.state,
      pathway = excluded.pathway, acgme_id = excluded.acgme_id, nrmp_code = excluded.nrmp_code, url = excluded.url,
      retired_at = null, version = kept.version + 1, updated_at = now()
    where kept.owner_id is null and (
      kept.retired_at is not null or
      (kept.sponsor, kept.name, kept.city, kept.state, kept.pathway, kept.acgme_id, kept.nrmp_code, kept.url)
      is distinct from (excluded.sponsor, excluded.name, excluded.city, excluded.state, excluded.pathway,
        excluded.acgme_id, excluded.nrmp_code, excluded.url))`
  // The facts of a retired program stay: whoever has it on a list still sees what was known.
  await tx`
    update programs set retired_at = now(), version = version + 1, updated_at = now()
    where owner_id is null and retired_at is null and not (id = any(${programs.map(({ id }) => id)}))`
}

async function loadProgramFacts(
  tx: postgres.TransactionSql,
  programs: FactsFiles['programs'],
): Promise<void> {
  const rows = programs.flatMap(({ id: programId, facts }) =>
    facts.map(({ value, source, ...fact }) => ({
      ...fact,
      programId,
      valueText: typeof value === 'string' ? value : null,
      valueNumber: typeof value === 'number' ? value : null,
      sourceTitle: source.title,
      sourceUrl: source.url,
    })),
  )
  await tx`
    delete from program_facts
    where owner_id is null and program_id = any(${programs.map(({ id }) => id)})
      and not (id = any(${rows.map(({ id }) => id)}))`
  await tx`
    insert into program_facts as kept (id, program_id, field, value_text, value_number, scope, year, season, origin,
      confidence, source_kind, source_title, source_url, note)
    select id, "programId", field, "valueText", "valueNumber", scope, year, season, 'catalogue',
      confidence, "sourceKind", "sourceTitle", "sourceUrl", note
    from jsonb_to_recordset(${tx.json(rows)}) as new (
      id text, "programId" text, field text, "valueText" text, "valueNumber" double precision, scope text, year int,
      season int, confidence text, "sourceKind" text, "sourceTitle" text, "sourceUrl" text, note text
    )
    on conflict (id) do update set
      program_id = excluded.program_id, field = excluded.field, value_text = excluded.value_text,
      value_number = excluded.value_number, scope = excluded.scope, year = excluded.year, season = excluded.season,
      confidence = excluded.confidence, source_kind = excluded.source_kind, source_title = excluded.source_title,
      source_url = excluded.source_url, note = excluded.note, updated_at = now()
    where kept.owner_id is null and
      (kept.program_id, kept.field, kept.value_text, kept.value_number, kept.scope, kept.year, kept.season,
        kept.confidence, kept.source_kind, kept.source_title, kept.source_url, kept.note)
      is distinct from (excluded.program_id, excluded.field, excluded.value_text, excluded.value_number, excluded.scope,
        excluded.year, excluded.season, excluded.confidence, excluded.source_kind, excluded.source_title,
        excluded.source_url, excluded.note)`
}

async function loadLeads(tx: postgres.TransactionSql, leads: FactsFiles['leads']): Promise<void> {
  await tx`delete from program_leads where not (id = any(${leads.map(({ id }) => id)}))`
  await tx`
    insert into program_leads as kept (id, sponsor, city, state, found, pathways)
    select id, sponsor, city, state, found, pathways
    from jsonb_to_recordset(${tx.json(leads)}) as new (
      id text, sponsor text, city text, state text, found text, pathways text[]
    )
    on conflict (id) do update set
      sponsor = excluded.sponsor, city = excluded.city, state = excluded.state, found = excluded.found,
      pathways = excluded.pathways
    where (kept.sponsor, kept.city, kept.state, kept.found, kept.pathways)
      is distinct from (excluded.sponsor, excluded.city, excluded.state, excluded.found, excluded.pathways)`
}

/** A season is never deleted: people's cycles refer to it. Its events are replaced where they changed. */
async function loadSeasons(tx: postgres.TransactionSql, seasons: FactsFiles['seasons']): Promise<void> {
  await tx`
    insert into seasons as kept (year, label)
    select year, label from jsonb_to_recordset(${tx.json(seasons.map(({ year, label }) => ({ year, label })))})
      as new (year int, label text)
    on conflict (year) do update set label = excluded.label where kept.label <> excluded.label`
  const rows = seasons.flatMap(({ year, events }) =>
    events.map(({ source, ...event }) => ({
      ...event,
      seasonYear: year,
      sourceTitle: source.title,
      sourceUrl: source.url,
      sourceYear: source.year,
    })),
  )
  await tx`
    delete from season_events where season_year = any(${seasons.map(({ year }) => year)})
      and not ((season_year || key) = any(${rows.map(({ seasonYear, key }) => `${seasonYear}${key}`)}))`
  await tx`
    insert into season_events as kept (season_year, key, label, on_date, at, end_at, status, confidence, source_title,
      source_url, source_year, rule, note)
    select "seasonYear", key, label, "on", at, "endAt", status, confidence, "sourceTitle", "sourceUrl", "sourceYear",
      rule, note
    from jsonb_to_recordset(${tx.json(rows)}) as new (
      "seasonYear" int, key text, label text, "on" date, at timestamptz, "endAt" timestamptz, status text,
      confidence text, "sourceTitle" text, "sourceUrl" text, "sourceYear" int, rule text, note text
    )
    on conflict (season_year, key) do update set
      label = excluded.label, on_date = excluded.on_date, at = excluded.at, end_at = excluded.end_at,
      status = excluded.status, confidence = excluded.confidence, source_title = excluded.source_title,
      source_url = excluded.source_url, source_year = excluded.source_year, rule = excluded.rule, note = excluded.note
    where (kept.label, kept.on_date, kept.at, kept.end_at, kept.status, kept.confidence, kept.source_title,
        kept.source_url, kept.source_year, kept.rule, kept.note)
      is distinct from (excluded.label, excluded.on_date, excluded.at, excluded.end_at, excluded.status,
        excluded.confidence, excluded.source_title, excluded.source_url, excluded.source_year, excluded.rule,
        excluded.note)`
}

async function count(sql: postgres.Sql): Promise<Loaded> {
  const [row] = await sql<Loaded[]>`
    select (select count(*)::int from programs where owner_id is null and retired_at is null) as programs,
      (select count(*)::int from program_facts where owner_id is null) as facts,
      (select count(*)::int from seasons) as seasons`
  return row ?? { programs: 0, facts: 0, seasons: 0 }
}
