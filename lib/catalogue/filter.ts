import { STANDINGS, type Standing } from '@/lib/fit/ledger'
import type { CatalogueProgram } from '@/lib/programs/catalogue-program'
import type { FactField } from '@/lib/programs/fact'
import { PATHWAYS, type Pathway } from '@/lib/programs/pathway'
import { type FactReading, resolveFact } from '@/lib/programs/resolve-fact'
import { searchPrograms } from '@/lib/programs/search'

/** What one may ask the catalogue about a visa: the claim that counts first, whatever its age, or that there is none. */
export const VISA_FILTERS = ['yes', 'case_by_case', 'no', 'unknown'] as const
export type VisaFilter = (typeof VISA_FILTERS)[number]

/** The questions that every applicant has to a program. A limit that is not published is not among them: it does not exist. */
export const KEY_QUESTIONS = [
  'offers_place_this_season',
  'j1_accepted',
  'h1b_accepted',
  'resident_pay_from_training_grant',
  'us_clinical_experience',
  'img_in_program',
] as const satisfies readonly FactField[]
export type KeyQuestion = (typeof KEY_QUESTIONS)[number]

export const CATALOGUE_ORDERS = ['sponsor', 'state', 'standing'] as const
export type CatalogueOrder = (typeof CATALOGUE_ORDERS)[number]

export type CatalogueFilter = {
  query: string
  pathway: Pathway | null
  state: string | null
  j1: VisaFilter | null
  h1b: VisaFilter | null
  standing: Standing | null
  unknown: KeyQuestion | null
  order: CatalogueOrder
}

/** The filter that a URL holds. What it does not know it drops, so that an old or mistyped link still shows programs. */
export function readCatalogueFilter(
  params: Readonly<Record<string, string | string[] | undefined>>,
): CatalogueFilter {
  const text = (name: string) => {
    const value = params[name]
    return (Array.isArray(value) ? value[0] : value)?.trim() ?? ''
  }
  const oneOf = <T extends string>(name: string, options: readonly T[]): T | null =>
    options.find((option) => option === text(name)) ?? null
  return {
    query: text('q').slice(0, 200),
    pathway: oneOf('pathway', PATHWAYS),
    state: /^[A-Z]{2}$/.test(text('state')) ? text('state') : null,
    j1: oneOf('j1', VISA_FILTERS),
    h1b: oneOf('h1b', VISA_FILTERS),
    standing: oneOf('standing', STANDINGS),
    unknown: oneOf('unknown', KEY_QUESTIONS),
    order: oneOf('order', CATALOGUE_ORDERS) ?? 'sponsor',
  }
}

/** A program with what a row of the catalogue shows of it. Standing and sort key are there for a person with a profile. */
export type CatalogueRow = {
  program: CatalogueProgram
  j1: FactReading
  h1b: FactReading
  unknown: readonly KeyQuestion[]
  standing: Standing | null
  sortKey: number
}

/** The row of a program for one season, without a person's reading. */
export function catalogueRow(program: CatalogueProgram, seasonYear: number): CatalogueRow {
  const known = new Set(program.facts.map(({ field }) => field))
  return {
    program,
    j1: resolveFact(program, 'j1_accepted', seasonYear),
    h1b: resolveFact(program, 'h1b_accepted', seasonYear),
    unknown: KEY_QUESTIONS.filter((field) => !known.has(field)),
    standing: null,
    sortKey: 0,
  }
}

/** The rows that match, in the order asked for. Filters narrow together; standing is ignored where rows have none. */
export function filterCatalogue<Row extends CatalogueRow>(
  rows: readonly Row[],
  filter: CatalogueFilter,
): Row[] {
  const found = new Set(
    searchPrograms(
      rows.map(({ program }) => program),
      filter.query,
    ),
  )
  return rows
    .filter(
      (row) =>
        found.has(row.program) &&
        (filter.pathway === null || row.program.pathway === filter.pathway) &&
        (filter.state === null || row.program.state === filter.state) &&
        (filter.j1 === null || visaAnswer(row.j1) === filter.j1) &&
        (filter.h1b === null || visaAnswer(row.h1b) === filter.h1b) &&
        (filter.standing === null || row.standing === null || row.standing === filter.standing) &&
        (filter.unknown === null || row.unknown.includes(filter.unknown)),
    )
    .sort((a, b) => inOrder(a, b, filter.order))
}

/** What is known of a visa: the claim that counts first, or 'unknown'. */
export function visaAnswer(reading: FactReading): VisaFilter {
  return VISA_FILTERS.find((answer) => answer === reading.lastKnown?.value) ?? 'unknown'
}

function inOrder(a: CatalogueRow, b: CatalogueRow, order: CatalogueOrder): number {
  const bySponsor =
    compare(a.program.sponsor, b.program.sponsor) ||
    compare(a.program.name, b.program.name) ||
    compare(a.program.id, b.program.id)
  switch (order) {
    case 'sponsor':
      return bySponsor
    case 'state':
      // Programs without a state come last.
      return compare(a.program.state ?? '~', b.program.state ?? '~') || bySponsor
    case 'standing':
      return b.sortKey - a.sortKey || bySponsor
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
