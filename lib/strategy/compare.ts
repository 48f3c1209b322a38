import { createEvaluator } from '@/lib/fit/evaluate'
import {
  FACTOR_CODES,
  type Factor,
  type FactorCode,
  GATE_CODES,
  type Gate,
  type GateCode,
  type Ledger,
} from '@/lib/fit/ledger'
import { FACT_FIELDS, type FactField } from '@/lib/programs/fact'
import { type FactReading, resolveFacts } from '@/lib/programs/resolve-fact'

import { nextApplication } from './cost'
import { type Region, regionOf } from './regions'
import type { ListedProgram, StrategySetting } from './setting'

/** Fewer is no comparison, more does not fit a page or a mind. */
export const COMPARED = { least: 2, most: 4 } as const

/** One line of the comparison: a cell for each program in their order, null where it has none. */
export type ComparedLine<K, T> = {
  code: K
  cells: readonly (T | null)[]
  /** Whether the programs differ here; a cell that is not known differs from one that is. */
  differs: boolean
  /** Whether one cell can stand for all: the same answer, of facts also from the same kind of source and year. */
  isSame: boolean
}

export type Comparison = {
  programIds: readonly string[]
  ledgers: readonly Ledger[]
  regions: readonly (Region | null)[]
  /** What the first application of each pathway costs, from its own table; null outside ERAS. */
  firstFees: readonly (number | null)[]
  /** Only fields that at least one of them has a claim for, in the order of a program's page. */
  facts: readonly ComparedLine<FactField, FactReading>[]
  /** Fields that none of them has a claim for: to be asked of all. */
  unknownForAll: readonly FactField[]
  gates: readonly ComparedLine<GateCode, Gate>[]
  factors: readonly ComparedLine<FactorCode, Factor>[]
}

const NAMES_ONLY: ReadonlySet<FactField> = new Set([
  'acgme_program_id',
  'nrmp_program_code',
  'official_url',
  'existence',
])
const FIELDS = (Object.keys(FACT_FIELDS) as FactField[]).filter((field) => !NAMES_ONLY.has(field))

/** Two to four programs side by side, in the order given. Throws RangeError on another number, or one program twice. */
export function comparePrograms(setting: StrategySetting, programs: readonly ListedProgram[]): Comparison {
  const ids = programs.map(({ program }) => program.id)
  if (programs.length < COMPARED.least || programs.length > COMPARED.most || new Set(ids).size < ids.length) {
    throw new RangeError(`Compare ${COMPARED.least} to ${COMPARED.most} different programs`)
  }
  const evaluate = createEvaluator(setting)
  const { year } = setting.season
  const ledgers = programs.map(({ program, appliedOn }) => evaluate(program, appliedOn))
  const readings = programs.map(({ program }) => (setting.facts ?? resolveFacts)(program, year))
  const factLine = (field: FactField) => {
    const cells = readings.map((facts) => facts.get(field) ?? null)
    return {
      code: field,
      cells,
      differs: areDifferent(cells, (cell) => cell.lastKnown?.value),
      isSame: !areDifferent(cells, claimsKey),
    }
  }
  const isKnown = (field: FactField) => readings.some((facts) => facts.has(field))
  return {
    programIds: ids,
    ledgers,
    regions: programs.map(({ program }) => regionOf(program.state)),
    firstFees: programs.map(({ program }) => nextApplication(program.pathway, 0, year).adds),
    facts: FIELDS.filter(isKnown).map(factLine),
    unknownForAll: FIELDS.filter((field) => !isKnown(field) && FACT_FIELDS[field].kind !== 'note'),
    gates: GATE_CODES.flatMap((code) => {
      const cells = ledgers.map(({ gates }) => gates.find((gate) => gate.code === code) ?? null)
      if (cells.every((cell) => cell === null)) return []
      return [{ code, cells, ...bothWays(areDifferent(cells, gateKey)) }]
    }),
    factors: FACTOR_CODES.map((code) => {
      const cells = ledgers.map(({ factors }) => factors.find((factor) => factor.code === code) ?? null)
      return { code, cells, ...bothWays(areDifferent(cells, factorKey)) }
    }),
  }
}

function bothWays(differs: boolean) {
  return { differs, isSame: !differs }
}

/** Two published minimums, both met, are two answers: what a gate says counts, not only its state. */
function gateKey({ state, reason, params }: Gate): string {
  return JSON.stringify([state, reason, params])
}

function factorKey({ contribution, low, high, reading, outcome }: Factor): string {
  return JSON.stringify([contribution, low, high, reading, outcome])
}

function claimsKey({ claims }: FactReading): string {
  return JSON.stringify(
    claims.map(({ value, origin, scope, year, age }) => [value, origin, scope, year, age]),
  )
}

function areDifferent<T>(
  cells: readonly (T | null)[],
  keyOf: (cell: T) => string | number | undefined,
): boolean {
  return new Set(cells.map((cell) => (cell === null ? null : keyOf(cell)))).size > 1
}
