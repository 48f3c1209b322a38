import 'server-only'

/** Rows by the applicant whose they are, each without that column and in the order in which they came. */
export function byApplicant<R extends { applicantId: string }>(
  rows: readonly R[],
): ReadonlyMap<string, readonly Omit<R, 'applicantId'>[]> {
  const found = new Map<string, Omit<R, 'applicantId'>[]>()
  for (const { applicantId, ...row } of rows) {
    const known = found.get(applicantId)
    if (known) known.push(row)
    else found.set(applicantId, [row])
  }
  return found
}
