import type { CalendarDate } from '@/lib/dates/calendar-date'
import type { Confidence, Source } from '@/lib/facts/source'

import type { FactField, FactScope, Program, ProgramFact } from './fact'

/** How old a statement is for one season: made for it or the one before, at most three seasons ago, older, or with no date. */
export type FactAge = 'fresh' | 'ageing' | 'stale' | 'undated'

/** A fact no older than this many seasons may close a gate or meet it outright (DESIGN.md 2.4). */
export const DECIDING_SEASONS = 3
const FRESH_SEASONS = 1

/** One claim as a ledger shows it: its value, whose word it is, and how old it is for the season asked about. */
export type FactUsed = {
  id: string
  field: FactField
  value: string | number
  scope: FactScope
  origin: ProgramFact['origin']
  year: number | null
  season: number | null
  statedOn: CalendarDate | null
  age: FactAge
  confidence: Confidence
  source: Source
  note: string | null
}

/**
 * What is known of one field. `value` may decide a gate; null means unknown. `lastKnown` is the claim that counts first
 * whatever its age: a likelihood and a question, never a wall. `claims` holds every claim, first the one that counts.
 */
export type FactReading = {
  field: FactField
  value: string | number | null
  lastKnown: FactUsed | null
  disagree: boolean
  claims: readonly FactUsed[]
}

/** Facts that are about one season only, so that an answer for another season says nothing certain about this one. */
const SEASONAL_FIELDS: ReadonlySet<FactField> = new Set(['offers_place_this_season', 'recruiting'])

const SCOPE_ORDER: Record<FactScope, number> = { program: 1, parent: 2, institution: 3, classification: 4 }

/** The calendar year in which a fact was stated; null when undated. */
export function factYear(fact: ProgramFact): number | null {
  return fact.statedOn === null ? fact.year : Number(fact.statedOn.slice(0, 4))
}

/** The age of a fact for season `seasonYear` (the year of its Match). A fact that names its season is as old as that season. */
export function factAge(fact: ProgramFact, seasonYear: number): FactAge {
  const year = fact.season ?? factYear(fact)
  if (year === null) return 'undated'
  const seasons = seasonYear - year
  if (seasons <= FRESH_SEASONS) return 'fresh'
  return seasons <= DECIDING_SEASONS ? 'ageing' : 'stale'
}

/**
 * Whether a fact may close a gate or meet it outright: told to or confirmed by the person, or the program's own word dated
 * within three seasons. Everything else is a question (DESIGN.md 2.4, "An old no is a question, not a wall").
 */
export function isDeciding(fact: ProgramFact, seasonYear: number): boolean {
  const isConfirmed = fact.origin !== 'catalogue'
  if (fact.season !== null) return fact.season === seasonYear && (isConfirmed || fact.scope === 'program')
  const year = factYear(fact)
  if (SEASONAL_FIELDS.has(fact.field)) {
    // A statement of year Y is about season Y or Y + 1; a person asks one season further ahead.
    if (year === null) return isConfirmed
    const ahead = seasonYear - year
    return ahead >= 0 && ahead <= (isConfirmed ? 2 : 1) && (isConfirmed || fact.scope === 'program')
  }
  if (isConfirmed) return true
  return fact.scope === 'program' && year !== null && seasonYear - year <= DECIDING_SEASONS
}

/** Own and told facts first, then the nearest scope, then the newest, undated last. Equal rank means neither counts more. */
function rank(a: ProgramFact, b: ProgramFact): number {
  const aConfirmed = a.origin === 'catalogue' ? 1 : 0
  const bConfirmed = b.origin === 'catalogue' ? 1 : 0
  if (aConfirmed !== bConfirmed) return aConfirmed - bConfirmed
  if (aConfirmed === 0) return newestFirst(a, b)
  return SCOPE_ORDER[a.scope] - SCOPE_ORDER[b.scope] || newestFirst(a, b)
}

function newestFirst(a: ProgramFact, b: ProgramFact): number {
  const byYear = (b.season ?? factYear(b) ?? -1) - (a.season ?? factYear(a) ?? -1)
  if (byYear !== 0) return byYear
  if (a.statedOn === b.statedOn) return 0
  return (a.statedOn ?? '') < (b.statedOn ?? '') ? 1 : -1
}

function byId(a: ProgramFact, b: ProgramFact): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : String(a.value) < String(b.value) ? -1 : 1
}

function used(fact: ProgramFact, seasonYear: number): FactUsed {
  return {
    id: fact.id,
    field: fact.field,
    value: fact.value,
    scope: fact.scope,
    origin: fact.origin,
    year: fact.year,
    season: fact.season,
    statedOn: fact.statedOn,
    age: factAge(fact, seasonYear),
    confidence: fact.confidence,
    source: fact.source,
    note: fact.note,
  }
}

function read(field: FactField, facts: ProgramFact[], seasonYear: number): FactReading {
  if (facts.length > 1) facts.sort((a, b) => rank(a, b) || byId(a, b))
  let value: string | number | null = null
  let deciding: ProgramFact | null = null
  let disagree = false
  const claims: FactUsed[] = []
  for (const fact of facts) {
    claims.push(used(fact, seasonYear))
    if (fact.value !== facts[0]?.value) disagree = true
    if (!isDeciding(fact, seasonYear)) continue
    if (deciding === null) {
      deciding = fact
      value = fact.value
    } else if (fact.value !== deciding.value && rank(fact, deciding) === 0) {
      // Two statements of equal standing contradict each other: both are shown, neither decides.
      value = null
    }
  }
  return { field, value, lastKnown: claims[0] ?? null, disagree, claims }
}

export type FactReadings = ReadonlyMap<FactField, FactReading>

const remembered = new WeakMap<
  readonly ProgramFact[],
  { seasonYear: number; seen: readonly ProgramFact[]; readings: FactReadings }
>()

/**
 * Every field that the program has a claim for, each resolved for one season. A field that is absent is unknown. The last
 * readings of each list of facts are kept and used only while every fact still says the same.
 */
export function resolveFacts(program: Program, seasonYear: number): FactReadings {
  const held = remembered.get(program.facts)
  if (held !== undefined && held.seasonYear === seasonYear && isSeen(program.facts, held.seen)) {
    return held.readings
  }
  const grouped = new Map<FactField, ProgramFact[]>()
  for (const fact of program.facts) {
    const group = grouped.get(fact.field)
    if (group) group.push(fact)
    else grouped.set(fact.field, [fact])
  }
  const readings = new Map<FactField, FactReading>()
  for (const [field, facts] of grouped) readings.set(field, read(field, facts, seasonYear))
  const seen = program.facts.map((fact) => ({ ...fact }))
  remembered.set(program.facts, { seasonYear, seen, readings })
  return readings
}

/** How a loop reads facts: `resolveFacts`, or a reader of its own. */
export type FactReader = (program: Program, seasonYear: number) => FactReadings

/**
 * Reads each list of facts once and a season, and takes it to stay as it was: for whoever asks of the same programs again
 * and again within one answer, where looking through all facts anew would cost as much as the fit itself.
 */
export function createFactReader(): FactReader {
  const known = new WeakMap<readonly ProgramFact[], Map<number, FactReadings>>()
  return (program, seasonYear) => {
    let seasons = known.get(program.facts)
    if (seasons === undefined) {
      seasons = new Map()
      known.set(program.facts, seasons)
    }
    let readings = seasons.get(seasonYear)
    if (readings === undefined) {
      readings = resolveFacts(program, seasonYear)
      seasons.set(seasonYear, readings)
    }
    return readings
  }
}

function isSeen(facts: readonly ProgramFact[], seen: readonly ProgramFact[]): boolean {
  if (facts.length !== seen.length) return false
  for (let index = 0; index < facts.length; index += 1) {
    const a = facts[index]
    const b = seen[index]
    if (a === undefined || b === undefined) return false
    if (a.value !== b.value || a.field !== b.field || a.scope !== b.scope || a.origin !== b.origin)
      return false
    if (a.year !== b.year || a.season !== b.season || a.statedOn !== b.statedOn || a.id !== b.id) return false
    if (a.source !== b.source || a.note !== b.note || a.confidence !== b.confidence) return false
  }
  return true
}

/** One field of a program for one season; a field without any claim reads as unknown. */
export function resolveFact(program: Program, field: FactField, seasonYear: number): FactReading {
  return read(
    field,
    program.facts.filter((fact) => fact.field === field),
    seasonYear,
  )
}
