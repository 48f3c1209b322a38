import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { z } from 'zod'
import { catalogueInput, leadsInput } from '@/lib/programs/catalogue-input'
import { seasonsInput } from '@/lib/season/season-input'

export const FACTS_FOLDER = join(import.meta.dirname, 'facts')

const FILES = ['programs.json', 'leads.json', 'seasons.json'] as const

/** The data files as they lie on disk, and a hash of them all that tells one shipped version from another. */
export function readFactsFiles(folder: string) {
  const texts = FILES.map((name) => readFileSync(join(folder, name), 'utf8'))
  const hash = createHash('sha256').update(texts.join('\0')).digest('hex')
  const [programs = '', leads = '', seasons = ''] = texts
  return { hash, parse: () => parse({ programs, leads, seasons }) }
}

export type FactsFiles = ReturnType<typeof parse>

/** Throws with the file, the place and the reason when a row is not what it must be. */
function parse(texts: { programs: string; leads: string; seasons: string }) {
  return {
    programs: checked('programs.json', catalogueInput, texts.programs).programs,
    leads: checked('leads.json', leadsInput, texts.leads).leads,
    seasons: checked('seasons.json', seasonsInput, texts.seasons).seasons,
  }
}

function checked<S extends z.ZodType>(name: string, schema: S, text: string): z.output<S> {
  const result = schema.safeParse(JSON.parse(text))
  if (result.success) return result.data
  const [first] = result.error.issues
  throw new Error(`db/seed/facts/${name} cannot be loaded: ${first?.path.join('.')} ${first?.message}`)
}
