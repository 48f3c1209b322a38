import type { CatalogueProgram } from './catalogue-program'
import { stateName } from './states'

/**
 * Text as it is compared: small letters, no accents, one blank between words. 'José', 'JOSE' and 'Jose' are the same;
 * so are letters that Unicode does not take apart, such as 'ø' and 'ß'.
 */
export function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[øðłßæœıþ]/g, (letter) => UNDIVIDED[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

const UNDIVIDED: Readonly<Record<string, string>> = {
  ø: 'o',
  ð: 'd',
  ł: 'l',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  þ: 'th',
}

type Searched = Pick<CatalogueProgram, 'sponsor' | 'name' | 'city' | 'state' | 'acgmeId' | 'nrmpCode'>

/**
 * Programs that hold every word of the query, in their sponsor, name, city, state (name or code), ACGME or NRMP number.
 * A word matches from the beginning of a word, so 'ut' finds Utah and not the University of South Carolina; numbers match
 * anywhere. An empty query finds all.
 */
export function searchPrograms<P extends Searched>(programs: readonly P[], query: string): P[] {
  const words = folded(query).split(' ').filter(Boolean)
  if (words.length === 0) return [...programs]
  return programs.filter((program) => {
    const text = ` ${folded(
      [program.sponsor, program.name, program.city, program.state, program.state && stateName(program.state)]
        .filter(Boolean)
        .join(' '),
    )}`
    const numbers = `${program.acgmeId ?? ''} ${program.nrmpCode ?? ''}`.toLowerCase()
    return words.every((word) => text.includes(` ${word}`) || (/\d/.test(word) && numbers.includes(word)))
  })
}
