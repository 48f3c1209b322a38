import { z } from 'zod'
import { isCalendarDate } from '@/lib/dates/calendar-date'
import { CONFIDENCES, confidenceOfKind, SOURCE_KINDS } from '@/lib/facts/source'

import { FACT_FIELDS, FACT_SCOPES, type FactField } from './fact'
import { PATHWAYS } from './pathway'

/*
 * What the shipped catalogue (`db/seed/facts`) must look like. A row that breaks a rule here stops the load with a
 * sentence: better an old catalogue than an invented fact.
 */

const year = z.int().min(1950).max(2100)
const text = z.string().trim().min(1)
const FIELDS = Object.keys(FACT_FIELDS) as [FactField, ...FactField[]]

/** What is wrong with a value for its field, or null. */
export function valueProblem(field: FactField, value: string | number): string | null {
  const spec = FACT_FIELDS[field]
  switch (spec.kind) {
    case 'choice':
      return (spec.options as readonly (string | number)[]).includes(value)
        ? null
        : `${field} is one of ${spec.options.join(', ')}`
    case 'number':
      return typeof value === 'number' ? null : `${field} is a number`
    case 'date':
      return isCalendarDate(value) ? null : `${field} is a day written 'YYYY-MM-DD'`
    case 'note':
      return typeof value === 'string' && value.trim() !== '' ? null : `${field} is a text`
  }
}

export const catalogueFactInput = z
  .strictObject({
    id: text,
    field: z.enum(FIELDS),
    value: z.union([text, z.number()]),
    scope: z.enum(FACT_SCOPES),
    /** The year of the statement; null when the copy read bears no date. */
    year: year.nullable(),
    season: year.nullable(),
    sourceKind: z.enum(SOURCE_KINDS).exclude(['told', 'own']),
    confidence: z.enum(CONFIDENCES).exclude(['unknown']),
    source: z.strictObject({ title: text, url: z.url().nullable() }),
    note: text.nullable(),
  })
  .check(({ value: fact, issues }) => {
    const refuse = (message: string) =>
      issues.push({ code: 'custom', input: fact, message: `${fact.id}: ${message}` })
    const problem = valueProblem(fact.field, fact.value)
    if (problem) refuse(problem)
    if (fact.confidence !== 'inferred' && fact.confidence !== confidenceOfKind(fact.sourceKind)) {
      refuse(`a source of kind ${fact.sourceKind} does not make a fact ${fact.confidence}`)
    }
    if (fact.source.url === null && fact.confidence !== 'inferred')
      refuse('has no source and is not marked inferred')
  })
export type CatalogueFactInput = z.infer<typeof catalogueFactInput>

export const catalogueProgramInput = z
  .strictObject({
    // 'own-' is the mark of a program that a person added.
    id: z.string().regex(/^(?!own-)[a-z0-9]+(-[a-z0-9]+)*$/),
    sponsor: text,
    name: text,
    city: text.nullable(),
    state: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .nullable(),
    pathway: z.enum(PATHWAYS),
    acgmeId: text.nullable(),
    nrmpCode: text.nullable(),
    url: z.url().nullable(),
    facts: z.array(catalogueFactInput),
  })
  .check(({ value: program, issues }) => {
    for (const fact of program.facts) {
      if (!fact.id.startsWith(`${program.id}/${fact.field}/`)) {
        issues.push({ code: 'custom', input: fact.id, message: `${fact.id} is not an id of ${program.id}` })
      }
    }
  })
export type CatalogueProgramInput = z.infer<typeof catalogueProgramInput>

export const leadInput = z.strictObject({
  id: z.string().regex(/^lead-[a-z0-9]+(-[a-z0-9]+)*$/),
  sponsor: text,
  city: text.nullable(),
  state: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .nullable(),
  found: text,
  pathways: z.array(z.enum(PATHWAYS)).min(1),
})
export type LeadInput = z.infer<typeof leadInput>

const header = { asOf: z.string().refine(isCalendarDate), about: text }

export const catalogueInput = z.strictObject({
  ...header,
  programs: z.array(catalogueProgramInput).refine(haveUniqueIds, 'two programs share an id'),
})
export const leadsInput = z.strictObject({
  ...header,
  leads: z.array(leadInput).refine(haveUniqueIds, 'two leads share an id'),
})

function haveUniqueIds(rows: readonly { id: string; facts?: readonly { id: string }[] }[]): boolean {
  const ids = rows.flatMap((row) => [row.id, ...(row.facts ?? []).map((fact) => fact.id)])
  return new Set(ids).size === ids.length
}
