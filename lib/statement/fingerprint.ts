import { plain } from './sentences'

/**
 * A short mark of a text's words alone: a changed comma, capital or space leaves it as it is. FNV-1a, 32 bits, in base 36.
 * It recognises a sentence or paragraph within one person's own text; it is no proof of anything.
 */
export function fingerprint(text: string): string {
  const words = plain(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  let hash = 0x811c9dc5
  for (let index = 0; index < words.length; index += 1) {
    hash = Math.imul(hash ^ words.charCodeAt(index), 0x01000193)
  }
  return (hash >>> 0).toString(36)
}
