import 'server-only'
import { eq } from 'drizzle-orm'
import type { CalendarDate } from '@/lib/dates/calendar-date'
import { AppError } from '@/lib/errors/app-error'
import { CHANGES, type Change, INSIGHTS, type Insight } from '@/lib/exams/additional-information'
import type { PassageChoices, PassageInput } from '@/lib/exams/additional-information-input'
import type { Exam } from '@/lib/exams/attempt'
import type { Scope } from '../access'
import { additionalInformation } from '../schema'
import { lockProfile } from './profile'

/** The person's own passage (B6) and what its draft is made from. `version` 0: nothing is saved yet. */
export type StoredPassage = {
  /** The attempt that it speaks of, by exam and day; null while none is chosen. */
  attempt: { exam: Exam; takenOn: CalendarDate } | null
  insights: readonly Insight[]
  changes: readonly Change[]
  stillDo: string
  passage: string
  version: number
}

export async function findAdditionalInformation(scope: Scope<'documents:read'>): Promise<StoredPassage> {
  const [row] = await scope.tx
    .select({
      exam: additionalInformation.exam,
      takenOn: additionalInformation.takenOn,
      insights: additionalInformation.insights,
      changes: additionalInformation.changes,
      stillDo: additionalInformation.stillDo,
      passage: additionalInformation.passage,
      version: additionalInformation.version,
    })
    .from(additionalInformation)
    .where(eq(additionalInformation.applicantId, scope.applicantId))
  if (!row) return { attempt: null, insights: [], changes: [], stillDo: '', passage: '', version: 0 }
  const { exam, takenOn, ...passage } = row
  return {
    ...passage,
    attempt: exam === null || takenOn === null ? null : { exam, takenOn },
    insights: INSIGHTS.filter((insight) => passage.insights.includes(insight)),
    changes: CHANGES.filter((change) => passage.changes.includes(change)),
  }
}

/** Keeps what a draft is made from; the passage itself stays as it is. */
export async function saveDraftChoices(
  scope: Scope<'documents:write'>,
  { attempt, insights, changes, stillDo }: PassageChoices,
): Promise<void> {
  const values = { ...attempt, insights: [...insights], changes: [...changes], stillDo }
  await scope.tx
    .insert(additionalInformation)
    .values({ ...values, applicantId: scope.applicantId })
    .onConflictDoUpdate({
      target: additionalInformation.applicantId,
      set: values,
      setWhere: eq(additionalInformation.applicantId, scope.applicantId),
    })
}

/** Saves the passage and returns its version; throws conflict when another window saved another text since `version`. */
export async function saveAdditionalInformation(
  scope: Scope<'documents:read' | 'documents:write'>,
  { attempt, passage }: PassageInput,
  version: number,
): Promise<number> {
  await lockProfile(scope)
  const stored = await findAdditionalInformation(scope)
  // The same text twice is no conflict; nor is a text where the other window saved choices alone.
  const isSame = stored.passage === passage || stored.passage === ''
  if (stored.version !== version && !isSame) throw new AppError('conflict')
  const values = { ...attempt, passage }
  const [saved] = await scope.tx
    .insert(additionalInformation)
    .values({ ...values, insights: [], changes: [], applicantId: scope.applicantId })
    .onConflictDoUpdate({
      target: additionalInformation.applicantId,
      set: { ...values, version: stored.version + 1 },
      setWhere: eq(additionalInformation.applicantId, scope.applicantId),
    })
    .returning({ version: additionalInformation.version })
  if (!saved) throw new AppError('not_found')
  return saved.version
}
