import 'server-only'
import { eq } from 'drizzle-orm'
import { AppError } from '@/lib/errors/app-error'
import { SENTENCE_ROLES, type SentenceRole, type StorySentence } from '@/lib/story/sentence'
import type { Scope } from '../access'
import { storySentences } from '../schema'
import { lockProfile } from './profile'

/** A sentence as it is stored; `version` 0: nothing is saved yet. */
export type StoredSentence = StorySentence & { version: number }

/** All three in their order, the unwritten ones empty. */
export async function listStorySentences(scope: Scope<'story:read'>): Promise<readonly StoredSentence[]> {
  const rows = await scope.tx
    .select({
      role: storySentences.role,
      text: storySentences.text,
      evidence: storySentences.evidence,
      version: storySentences.version,
    })
    .from(storySentences)
    .where(eq(storySentences.applicantId, scope.applicantId))
  return SENTENCE_ROLES.map(
    (role) => rows.find((row) => row.role === role) ?? { role, text: '', evidence: [], version: 0 },
  )
}

/** Saves one sentence with its grounds; throws conflict when another window saved something else since `version`. */
export async function saveStorySentence(
  scope: Scope<'story:read' | 'story:write'>,
  {
    role,
    text,
    evidence,
    version,
  }: { role: SentenceRole; text: string; evidence: readonly string[]; version: number },
): Promise<void> {
  await lockProfile(scope)
  const stored = (await listStorySentences(scope)).find((one) => one.role === role)
  const isSame = stored?.text === text && stored.evidence.join(' ') === evidence.join(' ')
  if (isSame && stored.version > 0) return
  if (stored && stored.version !== version) throw new AppError('conflict')
  const values = { text, evidence: [...evidence], version: (stored?.version ?? 0) + 1 }
  await scope.tx
    .insert(storySentences)
    .values({ ...values, role, applicantId: scope.applicantId })
    .onConflictDoUpdate({
      target: [storySentences.applicantId, storySentences.role],
      set: values,
      setWhere: eq(storySentences.applicantId, scope.applicantId),
    })
}
