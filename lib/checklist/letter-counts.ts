/** What the documents know of letters, counted for the checklist. */
export type LetterCounts = {
  uploaded: number
  /** Written, but in MyERAS in an earlier season only. */
  fromBefore: number
  /** Uploaded, and assigned to no program. */
  unassigned: number
  /** The programs that an uploaded letter is assigned to. */
  servedPrograms: ReadonlySet<string>
}

/** The named problem; '' where every uploaded letter is assigned somewhere. */
export function unassignedWords({ unassigned }: Pick<LetterCounts, 'unassigned'>): string {
  if (unassigned === 0) return ''
  return `${unassigned} ${unassigned === 1 ? 'letter' : 'letters'} uploaded but unassigned`
}
