import 'server-only'
import { and, eq } from 'drizzle-orm'
import { AppError } from '@/lib/errors/app-error'
import { isUuid, type Scope } from '../access'
import { clinicalExperiences } from '../schema'
import { CLINICAL_COLUMNS, type ClinicalRow, lockProfile } from './profile'
import { openList, settleList } from './profile-lists'
import { stampOf } from './stamp'

type Rows = Pick<Scope, 'tx' | 'applicantId'>

export type ClinicalExperienceValues = Omit<ClinicalRow, 'id'>

/** One entry and the stamp that its edit form sends back; null when it is not this applicant's. */
export async function findClinicalExperience(
  scope: Scope<'profile:read'> | Scope<'profile:write'>,
  id: string,
): Promise<{ values: ClinicalRow; seen: string } | null> {
  if (!isUuid(id)) return null
  const [row] = await scope.tx.select(CLINICAL_COLUMNS).from(clinicalExperiences).where(mine(scope, id))
  return row ? { values: row, seen: stampOf(row) } : null
}

/** Adds one entry. The same form sent twice adds it once. */
export async function addClinicalExperience(
  scope: Scope<'profile:write'>,
  values: ClinicalExperienceValues,
  formId: string,
): Promise<void> {
  await openList(scope, 'clinical')
  await scope.tx
    .insert(clinicalExperiences)
    .values({ ...settable(values), applicantId: scope.applicantId, formId })
    .onConflictDoNothing()
}

/** Saves one entry; throws conflict when it was changed since `seen`, and not to the same values. */
export async function saveClinicalExperience(
  scope: Scope<'profile:write'>,
  id: string,
  { values, seen }: { values: ClinicalExperienceValues; seen: string },
): Promise<void> {
  await lockProfile(scope)
  const stored = await findClinicalExperience(scope, id)
  if (!stored) throw new AppError('not_found')
  const next = settable(values)
  if (stored.seen !== seen && stored.seen !== stampOf({ id, ...next })) throw new AppError('conflict')
  await scope.tx.update(clinicalExperiences).set(next).where(mine(scope, id))
}

/** Removes one entry; throws not_found when it is not this applicant's. */
export async function removeClinicalExperience(scope: Scope<'profile:write'>, id: string): Promise<void> {
  if (!isUuid(id)) throw new AppError('not_found')
  await lockProfile(scope)
  const [gone] = await scope.tx
    .delete(clinicalExperiences)
    .where(mine(scope, id))
    .returning({ id: clinicalExperiences.id })
  if (!gone) throw new AppError('not_found')
  await settleList(scope, 'clinical')
}

function mine(scope: Rows, id: string) {
  return and(eq(clinicalExperiences.id, id), eq(clinicalExperiences.applicantId, scope.applicantId))
}

/** The columns that a form may set, by name. */
function settable({ kind, specialty, place, weeks }: ClinicalExperienceValues): ClinicalExperienceValues {
  return { kind, specialty, place, weeks }
}
