/** Places in a draft, in brackets, that still wait for the person's own words. */
export function placeholdersIn(text: string): string[] {
  return text.match(/\[[^\]\n]{3,}\]/g) ?? []
}
