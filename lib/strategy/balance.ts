import { COMBINED_PEDIATRICS } from '@/lib/facts/training-structure'
import { createEvaluator } from '@/lib/fit/evaluate'
import { type Gate, type Ledger, STANDINGS, type Standing } from '@/lib/fit/ledger'
import type { Program } from '@/lib/programs/fact'
import { PATHWAYS, type Pathway } from '@/lib/programs/pathway'
import { type FactReadings, resolveFacts } from '@/lib/programs/resolve-fact'
import { folded } from '@/lib/programs/search'

import { listCost, savingOf, singleSavings } from './cost'
import { type Grounds, grounds } from './grounds'
import { groundsReader } from './grounds-for'
import { readProfile } from './profile-reading'
import { REGIONS, type Region, regionOf } from './regions'
import type { ListedProgram, StrategySetting } from './setting'
import { isOpen } from './standing-order'

/*
 * The list as a whole: how it spreads, what the article would add (F6, F8, D3), where effort is doubled, and what cannot
 * take this person this season. It counts and names; it gives no mark and no chance.
 */

export const SETTINGS = ['university', 'children_hospital', 'community_affiliated', 'government'] as const
export type ListSetting = (typeof SETTINGS)[number]

/** certain: nothing is open. yours: only the person's own steps are. to_ask: something rests on an answer of the program. */
export const CERTAINTIES = ['certain', 'yours', 'to_ask', 'not_open'] as const
export type Certainty = (typeof CERTAINTIES)[number]

export const GAP_CODES = [
  'combined_tracks',
  'img_history',
  'research_that_sponsors',
  'smaller_or_community',
  'range_of_universities',
  'backup',
  'open_now',
] as const
export type GapCode = (typeof GAP_CODES)[number]

export type Gap = {
  code: GapCode
  grounds: Grounds
  /** Programs of the catalogue that would fill it and are open to this person, best in the list's order first. */
  candidates: readonly string[]
}

/** A named share of the list. A null name stands for what is not known, which is a group of its own. */
export type Share<K extends string> = { name: K | null; count: number; programIds: readonly string[] }

export type ClosedProgram = {
  programId: string
  standing: Standing
  /** Why: the closed gates, or the pathway's. */
  gates: readonly Gate[]
  /** What leaving this one off would save by itself, in dollars. */
  saves: number
  isApplied: boolean
}

export type Balance = {
  total: number
  standings: readonly Share<Standing>[]
  pathways: readonly Share<Pathway>[]
  settings: readonly Share<ListSetting>[]
  regions: readonly Share<Region>[]
  states: readonly Share<string>[]
  certainty: readonly Share<Certainty>[]
  gaps: readonly Gap[]
  /** One sponsor with several programs on the list: one letter of interest, one conversation, several fees. */
  sameSponsor: readonly { sponsor: string; programIds: readonly string[] }[]
  cannotTake: readonly ClosedProgram[]
  /** What applying to all of these would cost, in dollars. */
  costOfClosed: number
  /** What the whole list costs, in dollars, of what has a price. */
  cost: number
}

export type Row = { program: Program; facts: FactReadings; ledger: Ledger; isApplied: boolean }

/** Reads a list as a whole. `catalogue` is where what is missing could come from; the order of neither matters. */
export function readBalance(
  setting: StrategySetting,
  programs: readonly ListedProgram[],
  catalogue: readonly Program[],
): Balance {
  const { year } = setting.season
  const { rows, others } = readRows(setting, programs, catalogue)
  const all = rows.map(({ program }) => program)
  const savesOf = singleSavings(all, year)
  const closed = rows.filter(({ ledger }) => !isOpen(ledger.standing))
  return {
    total: rows.length,
    standings: shares(rows, STANDINGS, ({ ledger }) => ledger.standing),
    pathways: shares(rows, PATHWAYS, ({ program }) => program.pathway),
    settings: shares(rows, SETTINGS, settingOf),
    regions: shares(rows, REGIONS, ({ program }) => regionOf(program.state)),
    states: shares(
      rows,
      [...new Set(all.flatMap(({ state }) => state ?? []))].sort(),
      ({ program }) => program.state,
    ),
    certainty: shares(rows, CERTAINTIES, ({ ledger }) => certaintyOf(ledger)),
    gaps: gapsOf(setting, rows, others),
    sameSponsor: sameSponsors(rows),
    cannotTake: closed.map(({ program, ledger, isApplied }) => ({
      programId: program.id,
      standing: ledger.standing,
      gates: ledger.gates.filter((gate) =>
        ledger.standing === 'closed' ? gate.state === 'closed' : gate.code === 'pathway',
      ),
      saves: savesOf(program),
      isApplied,
    })),
    costOfClosed: savingOf(all, new Set(closed.map(({ program }) => program.id)), year),
    cost: listCost(all, year).total,
  }
}

/** Programs that the same gates close in the same words, under that one cause: the most frequent first. */
export function byCause(closed: readonly ClosedProgram[]): readonly {
  standing: Standing
  gates: readonly Gate[]
  programs: readonly ClosedProgram[]
}[] {
  const causes = new Map<string, ClosedProgram[]>()
  for (const one of closed) {
    const said = one.gates.map(({ code, reason, params, opener, rule }) => [
      code,
      reason,
      params,
      opener,
      rule,
    ])
    const key = JSON.stringify([one.standing, said])
    causes.set(key, [...(causes.get(key) ?? []), one])
  }
  return [...causes.values()]
    .sort((a, b) => b.length - a.length)
    .flatMap((programs) => {
      const [first] = programs
      return first ? [{ standing: first.standing, gates: first.gates, programs }] : []
    })
}

/** The list by id, and what of the catalogue is open to the person and not on it, best first. */
export function readRows(
  setting: StrategySetting,
  programs: readonly ListedProgram[],
  catalogue: readonly Program[],
): { rows: readonly Row[]; others: readonly Row[] } {
  const evaluate = createEvaluator(setting)
  const row = ({ program, appliedOn }: ListedProgram): Row => ({
    program,
    facts: (setting.facts ?? resolveFacts)(program, setting.season.year),
    ledger: evaluate(program, appliedOn),
    isApplied: appliedOn !== null,
  })
  const listed = new Set(programs.map(({ program }) => program.id))
  return {
    rows: [...programs].sort((a, b) => (a.program.id < b.program.id ? -1 : 1)).map(row),
    others: catalogue
      .filter(({ id }) => !listed.has(id))
      .map((program) => row({ program, appliedOn: null }))
      .filter(({ ledger }) => isOpen(ledger.standing))
      .sort((a, b) => b.ledger.sortKey - a.ledger.sortKey || (a.program.id < b.program.id ? -1 : 1)),
  }
}

function shares<K extends string>(
  rows: readonly Row[],
  names: readonly K[],
  nameOf: (row: Row) => K | null,
): readonly Share<K>[] {
  const grouped = new Map<K | null, string[]>()
  for (const row of rows) {
    const name = nameOf(row)
    const group = grouped.get(name)
    if (group) group.push(row.program.id)
    else grouped.set(name, [row.program.id])
  }
  return [...names, null].flatMap((name) => {
    const programIds = grouped.get(name)
    return programIds === undefined ? [] : [{ name, count: programIds.length, programIds }]
  })
}

function settingOf({ facts }: Row): ListSetting | null {
  const value = facts.get('setting')?.lastKnown?.value
  return SETTINGS.find((known) => known === value) ?? null
}

/** How much of a program's standing rests on what nobody has said yet. */
export function certaintyOf({ standing, conditions }: Pick<Ledger, 'standing' | 'conditions'>): Certainty {
  if (!isOpen(standing)) return 'not_open'
  if (conditions.some((condition) => condition.ask === 'program')) return 'to_ask'
  return conditions.length > 0 ? 'yours' : 'certain'
}

const isCombined = ({ program }: Row) => program.pathway === 'peds_mgg' || program.pathway === 'im_mgg'
const isBackup = ({ program }: Row) =>
  program.pathway === 'pediatrics' || program.pathway === 'internal_medicine'
const saysImgs = ({ facts }: Row) => {
  const claim = facts.get('img_in_program')?.lastKnown ?? facts.get('img_applications_addressed')?.lastKnown
  return claim?.value === 'yes' && (claim.scope === 'program' || claim.origin !== 'catalogue')
}
const isResearchHeavy = ({ facts }: Row) => facts.get('research_orientation')?.lastKnown?.value === 'high'
const isSmaller = ({ facts }: Row) =>
  facts.get('setting')?.lastKnown?.value === 'community_affiliated' ||
  facts.get('size_class')?.lastKnown?.value === 'small'

/** Below this many programs "only the top" says nothing about a list. Ours. */
const ENOUGH_FOR_RANGE = 4

/** What the article would add to this list (F6, F8, D3), in the order in which to look at it. */
export function gapsOf(
  setting: StrategySetting,
  rows: readonly Row[],
  others: readonly Row[],
): readonly Gap[] {
  const { applicant } = setting
  const { band, hasFail } = readProfile(applicant)
  const isBroader = hasFail || band === 'possible' || band === 'below_220'
  const visa = applicant.visa
  const sponsors = ({ facts }: Row) =>
    (visa.acceptable ?? ['j1', 'h1b']).some(
      (kind) => facts.get(kind === 'j1' ? 'j1_accepted' : 'h1b_accepted')?.lastKnown?.value === 'yes',
    )
  const concerning = groundsReader(applicant)
  const gaps: Gap[] = []
  const add = (code: GapCode, on: Grounds, fits: ((row: Row) => boolean) | null) =>
    gaps.push({
      code,
      grounds: concerning(on),
      candidates: fits === null ? [] : others.filter(fits).map(({ program }) => program.id),
    })
  const open = rows.filter(({ ledger }) => isOpen(ledger.standing))
  if (open.length === 0) add('open_now', grounds(['F6']), () => true)
  if (!open.some(isCombined))
    add('combined_tracks', grounds(['D3', 'C5'], COMBINED_PEDIATRICS.source), isCombined)
  if (isBroader && !open.some(saysImgs)) add('img_history', grounds(['D3', 'F2']), saysImgs)
  if (isBroader && visa.need === 'needs_visa' && !open.some((row) => isResearchHeavy(row) && sponsors(row))) {
    add('research_that_sponsors', grounds(['D3', 'F4']), (row) => isResearchHeavy(row) && sponsors(row))
  }
  if (!open.some(isSmaller)) add('smaller_or_community', grounds(['F6', 'F3']), isSmaller)
  if (open.length >= ENOUGH_FOR_RANGE && open.every(isResearchHeavy)) {
    add('range_of_universities', grounds(['F6']), (row) => !isResearchHeavy(row) && isCombined(row))
  }
  if (!rows.some(isBackup)) add('backup', grounds(['F8']), isBackup)
  return gaps
}

function sameSponsors(rows: readonly Row[]): Balance['sameSponsor'] {
  const grouped = new Map<string, { sponsor: string; programIds: string[] }>()
  for (const { program } of rows) {
    const key = folded(program.sponsor)
    const group = grouped.get(key)
    if (group) group.programIds.push(program.id)
    else grouped.set(key, { sponsor: program.sponsor, programIds: [program.id] })
  }
  return [...grouped.values()].filter(({ programIds }) => programIds.length > 1)
}
