import 'server-only'
import { and, asc, eq } from 'drizzle-orm'
import { AppError } from '@/lib/errors/app-error'
import type { PaperKey, PaperTrack } from '@/lib/papers/paper'
import type { Scope } from '../access'
import { paperTracks as tracks } from '../schema'

const COLUMNS = {
  paper: tracks.paper,
  holder: tracks.holder,
  since: tracks.since,
  expectedOn: tracks.expectedOn,
  version: tracks.version,
}

/** Where each paper lies and since when, as recorded. */
export async function listPaperTracks(scope: Scope<'documents:read'>): Promise<PaperTrack[]> {
  return scope.tx
    .select(COLUMNS)
    .from(tracks)
    .where(eq(tracks.applicantId, scope.applicantId))
    .orderBy(asc(tracks.paper))
}

/**
 * Saves where a paper lies. `version` is the one that the form was made from, 0 where nothing was recorded; a stale one is
 * refused as a conflict, a resend of what is stored is not.
 */
export async function savePaperTrack(
  scope: Scope<'documents:read' | 'documents:write'>,
  { paper, version, ...values }: PaperTrack,
): Promise<void> {
  const { tx, applicantId } = scope
  const [saved] =
    version === 0
      ? await tx
          .insert(tracks)
          .values({ applicantId, paper, ...values })
          .onConflictDoNothing({ target: [tracks.applicantId, tracks.paper] })
          .returning({ id: tracks.id })
      : await tx
          .update(tracks)
          .set({ ...values, version: version + 1 })
          .where(and(mine(scope, paper), eq(tracks.version, version)))
          .returning({ id: tracks.id })
  if (saved) return
  const [now] = await tx.select(COLUMNS).from(tracks).where(mine(scope, paper))
  const isSame =
    now?.holder === values.holder && now.since === values.since && now.expectedOn === values.expectedOn
  if (!isSame) throw new AppError('conflict')
}

function mine(scope: Scope<'documents:read'>, paper: PaperKey) {
  return and(eq(tracks.applicantId, scope.applicantId), eq(tracks.paper, paper))
}
