import 'server-only'
import { and, eq } from 'drizzle-orm'
import { AppError } from '@/lib/errors/app-error'
import { isUuid, type Scope } from '../access'
import { publications } from '../schema'
import { lockProfile, PUBLICATION_COLUMNS, type PublicationRow } from './profile'
import { openList, settleList } from './profile-lists'
import { stampOf } from './stamp'

type Rows = Pick<Scope, 'tx' | 'applicantId'>

export type PublicationValues = Omit<PublicationRow, 'id'>

/** One entry and the stamp that its edit form sends back; null when it is not this applicant's. */
export async function findPublication(
  scope: Scope<'profile:read'> | Scope<'profile:write'>,
  id: string,
): Promise<{ values: PublicationRow; seen: string } | null> {
  if (!isUuid(id)) return null
  const [row] = await scope.tx.select(PUBLICATION_COLUMNS).from(publications).where(mine(scope, id))
  return row ? { values: row, seen: stampOf(row) } : null
}

/** Adds one entry. The same form sent twice adds it once. */
export async function addPublication(
  scope: Scope<'profile:write'>,
  values: PublicationValues,
  formId: string,
): Promise<void> {
  await openList(scope, 'publications')
  await scope.tx
    .insert(publications)
    .values({ ...settable(values), applicantId: scope.applicantId, formId })
    .onConflictDoNothing()
}

/** Saves one entry; throws conflict when it was changed since `seen`, and not to the same values. */
export async function savePublication(
  scope: Scope<'profile:write'>,
  id: string,
  { values, seen }: { values: PublicationValues; seen: string },
): Promise<void> {
  await lockProfile(scope)
  const stored = await findPublication(scope, id)
  if (!stored) throw new AppError('not_found')
  const next = settable(values)
  if (stored.seen !== seen && stored.seen !== stampOf({ id, ...next })) throw new AppError('conflict')
  await scope.tx.update(publications).set(next).where(mine(scope, id))
}

/** Removes one entry; throws not_found when it is not this applicant's. */
export async function removePublication(scope: Scope<'profile:write'>, id: string): Promise<void> {
  if (!isUuid(id)) throw new AppError('not_found')
  await lockProfile(scope)
  const [gone] = await scope.tx.delete(publications).where(mine(scope, id)).returning({ id: publications.id })
  if (!gone) throw new AppError('not_found')
  await settleList(scope, 'publications')
}

function mine(scope: Rows, id: string) {
  return and(eq(publications.id, id), eq(publications.applicantId, scope.applicantId))
}

/** The columns that a form may set, by name. */
function settable({ field, kind, author, state, title }: PublicationValues): PublicationValues {
  return { field, kind, author, state, title }
}
