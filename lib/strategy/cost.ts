import type { CalendarDate } from '@/lib/dates/calendar-date'
import { ERAS_TOKENS } from '@/lib/facts/ecfmg'
import { applicationFee, type FeeKind, type FeeTable, TRANSCRIPT_FEES } from '@/lib/facts/eras-fees'
import { MATCH_FEES, matchFeesFor } from '@/lib/facts/nrmp'
import { inForceOn, type Sourced } from '@/lib/facts/sourced'
import { isInMainMatch } from '@/lib/fit/season-reading'
import type { Program } from '@/lib/programs/fact'
import { PATHWAYS, type Pathway } from '@/lib/programs/pathway'
import { pathwayFeeTable } from '@/lib/programs/pathway-eras'
import { resolveFacts } from '@/lib/programs/resolve-fact'

/*
 * What a list costs, in whole US dollars. A fee table restarts with each specialty; the combined tracks and residencies
 * use ERAS' residency table, two-year and maternal-fetal genetics the fellowship table. What is not published for the
 * season is the newest one before it and is marked so; a price that was not found is a gap with a name, never zero.
 */

export const COST_ITEMS = [
  'applications',
  'transcript',
  'residency_token',
  'fellowship_token',
  'match_registration',
  'extra_ranks',
  'fellowship_match',
] as const
export type CostItem = (typeof COST_ITEMS)[number]

/** One line of the bill. `amount` null: the price was not found. `isForSeason` false: it is an earlier season's. */
export type CostLine = {
  item: CostItem
  pathway: Pathway | null
  programs: number
  amount: number | null
  /** What it comes to if it is used for every program counted here; null where the line has one amount. */
  ifAll: number | null
  isForSeason: boolean
  sourced: Pick<Sourced<unknown>, 'source' | 'confidence' | 'note'> | null
}

export type Cost = {
  season: number
  lines: readonly CostLine[]
  /** Of everything that applying costs and whose price is known. */
  total: number
  /** What ranking every program of the list in the Main Match would add; null where nothing, or where no price is known. */
  extraRanks: number | null
  /** How much of it are application fees. */
  applications: number
  /** Lines whose price was not found: the true total is higher. */
  unpriced: readonly CostItem[]
  /** Programs outside ERAS, whose price only the program can say. */
  outsideEras: readonly string[]
}

export type CostProgram = Pick<Program, 'id' | 'pathway' | 'facts'>

/** What the bill reads of a program. */
export type CostEntry = { id: string; pathway: Pathway; isThroughEras: boolean }

/** Reads programs once, for many bills. */
export function readForCost(programs: readonly CostProgram[], season: number): readonly CostEntry[] {
  return programs.map((program) => ({
    id: program.id,
    pathway: program.pathway,
    isThroughEras: isThroughEras(program, season),
  }))
}

/** The price of one season's list, with the lines that make it. The order of programs changes nothing. */
export function listCost(programs: readonly CostProgram[], season: number): Cost {
  return costOf(readForCost(programs, season), season)
}

/** The same for programs that were read already. */
export function costOf(entries: readonly CostEntry[], season: number): Cost {
  const outside = entries.filter((entry) => !entry.isThroughEras)
  const counted = countByPathway(entries.filter((entry) => entry.isThroughEras))
  const lines: CostLine[] = []
  for (const pathway of PATHWAYS) {
    const count = counted.get(pathway) ?? 0
    if (count > 0) lines.push(applicationLine(pathway, count, season))
  }
  const kinds = new Set([...counted.keys()].map(kindOf))
  if (counted.size > 0) lines.push(transcriptLine(season))
  if (kinds.has('residency')) lines.push(tokenLine(season))
  if (kinds.has('fellowship')) lines.push(unpricedLine('fellowship_token'))
  const inMatch = entries.filter((entry) => isInMainMatch(entry.pathway)).length
  if (inMatch > 0) lines.push(...matchLines(inMatch, season))
  if (kinds.has('fellowship')) lines.push(unpricedLine('fellowship_match'))
  return {
    season,
    lines,
    total: sum(lines),
    applications: sum(lines.filter((line) => line.item === 'applications')),
    extraRanks: lines.find((line) => line.item === 'extra_ranks')?.ifAll ?? null,
    unpriced: lines.filter((line) => line.amount === null && line.ifAll === null).map((line) => line.item),
    outsideEras: outside.map((entry) => entry.id).sort(),
  }
}

/** The fee steps of a table: the first program of each tier, where the next application costs differently. */
export function feeSteps(table: FeeTable): readonly { at: number; before: number; after: number }[] {
  return table.tiers
    .filter((tier) => tier.from > 1)
    .map((tier) => ({
      at: tier.from,
      before: applicationFee(table, tier.from - 1),
      after: applicationFee(table, tier.from),
    }))
}

export type NextApplication = {
  pathway: Pathway
  /** How many the list has in this specialty now, and what the next one adds to their fee. */
  programs: number
  adds: number | null
  isForSeason: boolean
  /** The next program number at which an application starts to cost something else; null beyond the last tier. */
  nextStepAt: number | null
  nextStepAdds: number | null
}

/** What one more application costs in a specialty that has that many already. */
export function nextApplication(pathway: Pathway, programs: number, season: number): NextApplication {
  const found = pathwayFeeTable(pathway, season)
  if (found === null) {
    return { pathway, programs, adds: null, isForSeason: false, nextStepAt: null, nextStepAdds: null }
  }
  const table = found.table.value
  const step = feeSteps(table).find(({ at }) => at > programs + 1) ?? null
  return {
    pathway,
    programs,
    adds: applicationFee(table, programs + 1) - applicationFee(table, programs),
    isForSeason: found.isForSeason,
    nextStepAt: step?.at ?? null,
    nextStepAdds: step === null ? null : step.after - step.before,
  }
}

/** What applying to exactly these programs would save if they were left off the list. */
export function savingOf(
  programs: readonly CostProgram[],
  left: ReadonlySet<string>,
  season: number,
): number {
  return (
    listCost(programs, season).total -
    listCost(
      programs.filter(({ id }) => !left.has(id)),
      season,
    ).total
  )
}

/**
 * What leaving any one program off would save. The bill depends on counts alone, so programs of one pathway, through ERAS
 * or outside it, save the same: each kind is priced once, whatever the length of the list.
 */
export function singleSavings(
  programs: readonly CostProgram[],
  season: number,
): (program: CostProgram) => number {
  const known = new Map<string, number>()
  return (program) => {
    const kind = `${program.pathway} ${isThroughEras(program, season)}`
    const held = known.get(kind)
    if (held !== undefined) return held
    const saves = savingOf(programs, new Set([program.id]), season)
    known.set(kind, saves)
    return saves
  }
}

function kindOf(pathway: Pathway): FeeKind | 'none' {
  if (pathway === 'lab_genetics') return 'none'
  return pathway === 'mgg' || pathway === 'mfm_mgg' ? 'fellowship' : 'residency'
}

/** A two-year program may take applications outside ERAS; only its own word says so, and while unknown the fee is counted. */
function isThroughEras(program: CostProgram, season: number): boolean {
  if (kindOf(program.pathway) === 'none') return false
  const facts = resolveFacts({ ...BARE, ...program }, season)
  if (facts.get('participates_eras')?.value === 'no') return false
  return facts.get('eras_cycle')?.value !== 'none'
}

const BARE = { sponsor: '', name: '', city: null, state: null, isOwn: false }

function countByPathway(programs: readonly CostEntry[]): ReadonlyMap<Pathway, number> {
  const counted = new Map<Pathway, number>()
  for (const { pathway } of programs) counted.set(pathway, (counted.get(pathway) ?? 0) + 1)
  return counted
}

function applicationLine(pathway: Pathway, programs: number, season: number): CostLine {
  const found = pathwayFeeTable(pathway, season)
  return {
    item: 'applications',
    pathway,
    programs,
    amount: found === null ? null : applicationFee(found.table.value, programs),
    ifAll: null,
    isForSeason: found?.isForSeason ?? false,
    sourced: found?.table ?? null,
  }
}

/** A day in the middle of the season's application time, to find which price is in force. */
function applyingDay(season: number): CalendarDate {
  return `${season - 1}-09-01`
}

function transcriptLine(season: number): CostLine {
  return priced('transcript', inForceOn(TRANSCRIPT_FEES, applyingDay(season)), (value) => value, season)
}

function tokenLine(season: number): CostLine {
  return priced('residency_token', inForceOn(ERAS_TOKENS, applyingDay(season)), ({ fee }) => fee, season)
}

/** A price without an end is carried on; it is the season's own only while it began with that season. */
function priced<T>(
  item: CostItem,
  found: Sourced<T> | null,
  amountOf: (value: T) => number,
  season: number,
): CostLine {
  if (found === null) return unpricedLine(item)
  return {
    item,
    pathway: null,
    programs: 0,
    amount: amountOf(found.value),
    ifAll: null,
    isForSeason: found.from !== null && found.from >= `${season - 1}-06-01`,
    sourced: found,
  }
}

function unpricedLine(item: CostItem): CostLine {
  return { item, pathway: null, programs: 0, amount: null, ifAll: null, isForSeason: false, sourced: null }
}

/** NRMP registration once; beyond the ranks included each further program that is ranked costs, as last published. */
function matchLines(programs: number, season: number): CostLine[] {
  const found = matchFeesFor(season)
  if (found === null) return [unpricedLine('match_registration')]
  const { fees, isForSeason } = found
  const lines: CostLine[] = [
    {
      item: 'match_registration',
      pathway: null,
      programs: 0,
      amount: fees.value.registration,
      ifAll: null,
      isForSeason,
      sourced: fees,
    },
  ]
  const priced = [fees, ...[...MATCH_FEES].reverse()].find((known) => known.value.ranksIncluded !== null)
  const extra = programs - (priced?.value.ranksIncluded ?? programs)
  if (priced === undefined || extra <= 0) return lines
  // How many of the programs are ranked in the end is not known now: the price stands beside the bill and not in its sum.
  const { extraRankEach } = priced.value
  lines.push({
    item: 'extra_ranks',
    pathway: null,
    programs: extra,
    amount: null,
    ifAll: extraRankEach === null ? null : extra * extraRankEach,
    isForSeason: priced.value.season === season,
    sourced: priced,
  })
  return lines
}

function sum(lines: readonly CostLine[]): number {
  return lines.reduce((total, line) => total + (line.amount ?? 0), 0)
}
