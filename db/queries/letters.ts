import 'server-only'
import { and, eq } from 'drizzle-orm'
import { formatDate } from '@/lib/dates/format'
import { AppError } from '@/lib/errors/app-error'
import { isUuid, type Scope } from '../access'
import { letters, letterTracks } from '../schema'
import { LETTER_COLUMNS, type LetterRow, lockProfile } from './profile'
import { openList, settleList } from './profile-lists'
import { stampOf } from './stamp'

type Rows = Pick<Scope, 'tx' | 'applicantId'>

export type LetterValues = Omit<LetterRow, 'id'>

/** One entry and the stamp that its edit form sends back; null when it is not this applicant's. */
export async function findLetter(
  scope: Scope<'profile:read'> | Scope<'profile:write'>,
  id: string,
): Promise<{ values: LetterRow; seen: string } | null> {
  if (!isUuid(id)) return null
  const [row] = await scope.tx.select(LETTER_COLUMNS).from(letters).where(mine(scope, id))
  return row ? { values: row, seen: stampOf(row) } : null
}

/** Adds one entry and returns its id. The same form sent twice adds it once. */
export async function addLetter(
  scope: Scope<'profile:write'>,
  values: LetterValues,
  formId: string,
): Promise<string> {
  await openList(scope, 'letters')
  const [made] = await scope.tx
    .insert(letters)
    .values({ ...settable(values), applicantId: scope.applicantId, formId })
    .onConflictDoUpdate({ target: [letters.applicantId, letters.formId], set: { formId } })
    .returning({ id: letters.id })
  if (!made) throw new AppError('not_found')
  return made.id
}

/** Saves one entry; throws conflict when it was changed since `seen`, and not to the same values. */
export async function saveLetter(
  scope: Scope<'profile:write'>,
  id: string,
  { values, seen }: { values: LetterValues; seen: string },
): Promise<void> {
  await lockProfile(scope)
  const stored = await findLetter(scope, id)
  if (!stored) throw new AppError('not_found')
  const next = settable(values)
  if (stored.seen !== seen && stored.seen !== stampOf({ id, ...next })) throw new AppError('conflict')
  if (next.state === 'promised') await refuseUploaded(scope, id)
  await scope.tx.update(letters).set(next).where(mine(scope, id))
}

/** A letter that is recorded as uploaded is in hand: one of the two must be corrected, and the person says which. */
async function refuseUploaded(scope: Rows, id: string): Promise<void> {
  const [track] = await scope.tx
    .select({ uploadedOn: letterTracks.uploadedOn })
    .from(letterTracks)
    .where(and(eq(letterTracks.letterId, id), eq(letterTracks.applicantId, scope.applicantId)))
  if (track?.uploadedOn) {
    throw new AppError('invalid', {
      fields: {
        state: [
          `It is recorded as uploaded on ${formatDate(track.uploadedOn)}: take that day out under Documents, Letters first`,
        ],
      },
    })
  }
}

/** Removes one entry; throws not_found when it is not this applicant's. */
export async function removeLetter(scope: Scope<'profile:write'>, id: string): Promise<void> {
  if (!isUuid(id)) throw new AppError('not_found')
  await lockProfile(scope)
  const [gone] = await scope.tx.delete(letters).where(mine(scope, id)).returning({ id: letters.id })
  if (!gone) throw new AppError('not_found')
  await settleList(scope, 'letters')
}

function mine(scope: Rows, id: string) {
  return and(eq(letters.id, id), eq(letters.applicantId, scope.applicantId))
}

/** The columns that a form may set, by name. */
function settable({ author, state, topics, writer }: LetterValues): LetterValues {
  return { author, state, topics, writer }
}
