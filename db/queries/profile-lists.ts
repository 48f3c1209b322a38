import 'server-only'
import { eq } from 'drizzle-orm'
import { AppError } from '@/lib/errors/app-error'
import type { Scope } from '../access'
import { applicantProfiles, clinicalExperiences, letters, publications, researchExperiences } from '../schema'
import { lockProfile, type ProfileList, RECORDED_COLUMNS, type Recorded } from './profile'

/** More entries than anyone has, and few enough that one account cannot fill the disk. */
const MOST_ENTRIES = 100

const TABLES = {
  clinical: clinicalExperiences,
  research: researchExperiences,
  publications,
  letters,
} as const

/**
 * Records "I have none" (or takes it back with null). Nothing is cleared silently: while entries exist, "none" is
 * refused as `invalid` with the number of entries to remove first.
 */
export async function saveListRecorded(
  scope: Scope<'profile:write'>,
  list: ProfileList,
  recorded: 'none' | null,
): Promise<void> {
  await lockProfile(scope)
  const count = await countEntries(scope, list)
  if (count > 0) {
    if (recorded === null) return
    const entries = count === 1 ? 'the one entry' : `the ${count} entries`
    throw new AppError('invalid', {
      readerMessage: 'Nothing was cleared.',
      fields: {
        recorded: [`Remove ${entries} of this section first, then say that you have none.`],
      },
    })
  }
  await setRecorded(scope, list, recorded)
}

/** Before an entry is added: holds the profile row, notes that the list speaks for itself, and stops at the limit. */
export async function openList(scope: Scope<'profile:write'>, list: ProfileList): Promise<void> {
  await lockProfile(scope)
  const [count] = await Promise.all([countEntries(scope, list), setRecorded(scope, list, 'listed')])
  if (count >= MOST_ENTRIES) {
    throw new AppError('limit', {
      readerMessage: `This list holds ${MOST_ENTRIES} entries at most. Remove one to add another.`,
    })
  }
}

/** After an entry is removed: an empty list is "not said" again, since nobody said "none". */
export async function settleList(scope: Scope<'profile:write'>, list: ProfileList): Promise<void> {
  if ((await countEntries(scope, list)) === 0) await setRecorded(scope, list, null)
}

function countEntries(scope: Scope<'profile:write'>, list: ProfileList): Promise<number> {
  const table = TABLES[list]
  return scope.tx.$count(table, eq(table.applicantId, scope.applicantId))
}

async function setRecorded(
  scope: Scope<'profile:write'>,
  list: ProfileList,
  recorded: Recorded,
): Promise<void> {
  await scope.tx
    .update(applicantProfiles)
    .set({ [RECORDED_COLUMNS[list]]: recorded })
    .where(eq(applicantProfiles.applicantId, scope.applicantId))
}
