import 'server-only'
import { and, eq } from 'drizzle-orm'
import { AppError } from '@/lib/errors/app-error'
import { isUuid, type Scope } from '../access'
import { researchExperiences } from '../schema'
import { lockProfile, RESEARCH_COLUMNS, type ResearchRow } from './profile'
import { openList, settleList } from './profile-lists'
import { stampOf } from './stamp'

type Rows = Pick<Scope, 'tx' | 'applicantId'>

export type ResearchExperienceValues = Omit<ResearchRow, 'id'>

/** One entry and the stamp that its edit form sends back; null when it is not this applicant's. */
export async function findResearchExperience(
  scope: Scope<'profile:read'> | Scope<'profile:write'>,
  id: string,
): Promise<{ values: ResearchRow; seen: string } | null> {
  if (!isUuid(id)) return null
  const [row] = await scope.tx.select(RESEARCH_COLUMNS).from(researchExperiences).where(mine(scope, id))
  return row ? { values: row, seen: stampOf(row) } : null
}

/** Adds one entry. The same form sent twice adds it once. */
export async function addResearchExperience(
  scope: Scope<'profile:write'>,
  values: ResearchExperienceValues,
  formId: string,
): Promise<void> {
  await openList(scope, 'research')
  await scope.tx
    .insert(researchExperiences)
    .values({ ...settable(values), applicantId: scope.applicantId, formId })
    .onConflictDoNothing()
}

/** Saves one entry; throws conflict when it was changed since `seen`, and not to the same values. */
export async function saveResearchExperience(
  scope: Scope<'profile:write'>,
  id: string,
  { values, seen }: { values: ResearchExperienceValues; seen: string },
): Promise<void> {
  await lockProfile(scope)
  const stored = await findResearchExperience(scope, id)
  if (!stored) throw new AppError('not_found')
  const next = settable(values)
  if (stored.seen !== seen && stored.seen !== stampOf({ id, ...next })) throw new AppError('conflict')
  await scope.tx.update(researchExperiences).set(next).where(mine(scope, id))
}

/** Removes one entry; throws not_found when it is not this applicant's. */
export async function removeResearchExperience(scope: Scope<'profile:write'>, id: string): Promise<void> {
  if (!isUuid(id)) throw new AppError('not_found')
  await lockProfile(scope)
  const [gone] = await scope.tx
    .delete(researchExperiences)
    .where(mine(scope, id))
    .returning({ id: researchExperiences.id })
  if (!gone) throw new AppError('not_found')
  await settleList(scope, 'research')
}

function mine(scope: Rows, id: string) {
  return and(eq(researchExperiences.id, id), eq(researchExperiences.applicantId, scope.applicantId))
}

/** The columns that a form may set, by name. */
function settable({
  field,
  role,
  months,
  isInUs,
  topic,
}: ResearchExperienceValues): ResearchExperienceValues {
  return { field, role, months, isInUs, topic }
}
