import 'server-only'
import { type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'

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

/**
 * Whether a row is one of these applicants'. The ids travel as one array: a statement is then the same text for one as for
 * thirty, and prepared once.
 */
export function isOneOf(column: PgColumn, applicantIds: readonly string[]): SQL {
  return sql`${column} = any(${`{${applicantIds.join(',')}}`}::uuid[])`
}
