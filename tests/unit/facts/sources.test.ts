import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { isCalendarDate } from '@/lib/dates/calendar-date'
import { CONFIDENCES } from '@/lib/facts/source'
import type { Sourced } from '@/lib/facts/sourced'

const FOLDER = resolve(import.meta.dirname, '../../../lib/facts')
/** Definitions without a published value of their own. */
const PLAIN = ['source.ts', 'sourced.ts']
const files = readdirSync(FOLDER).filter((name) => name.endsWith('.ts') && !PLAIN.includes(name))

const isSourced = (value: unknown): value is Sourced<unknown> =>
  typeof value === 'object' &&
  value !== null &&
  'value' in value &&
  'confidence' in value &&
  'source' in value

/** Every sourced value that a module exports, in lists and in records too. */
function sourcedIn(value: unknown, path: string): { path: string; entry: Sourced<unknown> }[] {
  if (isSourced(value)) return [{ path, entry: value }]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => sourcedIn(inner, `${path}.${key}`))
}

describe.each(files)('%s', (name) => {
  test('every value has its source, its confidence and possible dates', async () => {
    const entries = sourcedIn(await import(join(FOLDER, name)), name)
    expect(entries.length, 'a file of facts holds at least one').toBeGreaterThan(0)
    for (const { path, entry } of entries) {
      const { from, to, confidence, source, note } = entry
      expect(CONFIDENCES, path).toContain(confidence)
      expect(source.title.trim(), path).not.toBe('')
      if (source.url !== null) expect(() => new URL(source.url ?? ''), path).not.toThrow()
      if (confidence === 'official') expect(source.url, path).not.toBeNull()
      if (confidence === 'unknown') expect(note ?? source.title, path).not.toBe('')
      for (const day of [from, to]) if (day !== null) expect(isCalendarDate(day), `${path} ${day}`).toBe(true)
      if (from !== null && to !== null) expect(from <= to, path).toBe(true)
    }
  })

  test('a list of entries for one thing never overlaps in time', async () => {
    const module: Record<string, unknown> = await import(join(FOLDER, name))
    for (const [key, list] of Object.entries(module)) {
      if (!Array.isArray(list) || list.length < 2 || !list.every(isSourced)) continue
      // Lists of things that stand side by side: their entries are no succession in time.
      if (['DATED_VISA_ITEMS', 'CONTEXT_FIGURES', 'PATHWAYS_DEADLINES'].includes(key)) continue
      for (const [index, entry] of list.entries()) {
        const next = list[index + 1]
        if (next)
          expect(entry.to !== null && next.from !== null && entry.to < next.from, `${key} ${index}`).toBe(
            true,
          )
      }
    }
  })
})

test('no country is named among the visa rules', () => {
  const text = readFileSync(join(FOLDER, 'visa-rules.ts'), 'utf8')
  const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' })
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  const countries = letters
    .flatMap((a) => letters.map((b) => names.of(a + b)))
    .filter((name) => name !== undefined && !name.startsWith('United States'))
  expect(countries.length).toBeGreaterThan(200)
  const named = countries.filter((name) => text.includes(name ?? ''))
  expect(named).toEqual([])
})

test('no rule of fit, timing or season reads the outcome figures', () => {
  const lib = resolve(FOLDER, '..')
  const readers = readdirSync(lib, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .filter((name) => /facts\/(context-figures|exam-norms)'/.test(readFileSync(join(lib, name), 'utf8')))
  expect(readers).toEqual([])
})
