/** A title or label within a sentence: its first letter small, unless it begins with an abbreviation. */
export function midSentence(label: string): string {
  return /^\p{Lu}{2}/u.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1)
}
