'use server'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { publicAction, viewerAction } from '@/app/_server/action'
import { ensureViewer, getViewer } from '@/app/_server/auth'
import { savedInPlace } from '@/app/_server/saved-in-place'
import { viewerZone } from '@/app/_server/zone'
import { withOwnScope } from '@/db/access'
import {
  addBankSnapshot,
  removeBankSnapshot,
  restoreBankSnapshot,
  saveBankSnapshot,
} from '@/db/queries/bank-snapshots'
import {
  resetForecastNumbers,
  resetForecastSource,
  saveForecastNumbers,
  saveForecastSource,
  saveTargetScore,
} from '@/db/queries/forecast-settings'
import {
  addPastedResults,
  addPracticeResult,
  listPracticeResults,
  removePastedResults,
  removePracticeResult,
  restorePracticeResult,
  savePracticeResult,
} from '@/db/queries/practice-results'
import { today } from '@/lib/dates/instant'
import { AppError } from '@/lib/errors/app-error'
import { PRACTICE_EXAMS, PRACTICE_KINDS } from '@/lib/exams/practice'
import { bankSnapshotInput } from '@/lib/exams/practice-detail-input'
import { practiceEntryInput } from '@/lib/exams/practice-entry-input'
import { readPracticeLine } from '@/lib/exams/practice-line'
import { lineProblemWords } from '@/lib/exams/practice-line-words'
import { readPaste, readyEntries } from '@/lib/exams/practice-paste'
import { pasteSummary } from '@/lib/exams/practice-paste-words'
import { forecastNumbersInput, sourceFormInput } from '@/lib/forecast/settings-input'
import { now } from '@/lib/io/clock'

const PAGE = '/exams/practice'
const OUT_OF_DATE = 'This form is out of date. Open the page again.'
const formId = z.guid(OUT_OF_DATE)
const created = z.object({ formId })
const edited = z.object({ id: z.guid(OUT_OF_DATE), version: z.coerce.number(OUT_OF_DATE).int(OUT_OF_DATE) })
/** The stamp of what the form was made from: see db/queries/stamp. */
const seen = z.object({ seen: z.string(OUT_OF_DATE) })
const one = z.object({ id: z.guid(OUT_OF_DATE) })

/** Forms send line ends in their own way. */
const sameText = (text: string) => text.replaceAll('\r\n', '\n').trim()

const todayIn = (zone: string) => today(now().toISOString(), zone)

export const logPracticeLineAction = publicAction(
  z.object({ line: z.string().max(1500), assumedExam: z.enum(PRACTICE_EXAMS, OUT_OF_DATE), formId }),
  async ({ line, assumedExam, formId }) => {
    const day = todayIn(await viewerZone(await getViewer()))
    const reading = readPracticeLine(line, { today: day, assumedExam })
    if (!reading.ok) {
      throw new AppError('invalid', {
        readerMessage: 'Nothing is saved yet.',
        fields: { line: reading.problems.map(lineProblemWords) },
      })
    }
    // Only now is there something to keep, and so somebody to keep it for.
    const viewer = await ensureViewer()
    await withOwnScope(viewer, (scope) => addPracticeResult(scope, reading.entry, { formId, today: day }))
    return savedInPlace(PAGE, `${PAGE}?done=added`, 'The result is in the log.')
  },
)

export const addPracticeResultAction = viewerAction(
  z.intersection(practiceEntryInput, created),
  async (viewer, { formId, ...input }) => {
    const day = todayIn(viewer.timeZone)
    await withOwnScope(viewer, (scope) => addPracticeResult(scope, input, { formId, today: day }))
    return savedInPlace(PAGE, `${PAGE}?done=added`, 'The result is in the log.')
  },
)

export const savePracticeResultAction = viewerAction(
  z.intersection(practiceEntryInput, edited),
  async (viewer, { id, version, ...input }) => {
    // Before the save: on a conflict the page then shows what the other window stored.
    revalidatePath('/exams/practice/[id]', 'page')
    const day = todayIn(viewer.timeZone)
    await withOwnScope(viewer, (scope) => savePracticeResult(scope, id, { input, version, today: day }))
    redirect(`${PAGE}?done=saved#results`)
  },
)

export const removePracticeResultAction = viewerAction(one, async (viewer, { id }) => {
  await withOwnScope(viewer, (scope) => removePracticeResult(scope, id))
  redirect(`${PAGE}?removed=${id}`)
})

export const restorePracticeResultAction = viewerAction(one, async (viewer, { id }) => {
  await withOwnScope(viewer, (scope) => restorePracticeResult(scope, id))
  redirect(`${PAGE}?done=restored`)
})

/** First reads what was pasted and shows it; saves what can be saved when the very same text is confirmed. */
export const pastePracticeAction = publicAction(
  z.object({
    rows: z.string().max(200_000, 'This is too much for one paste. Take up to 300 rows at a time.'),
    /** The text that was shown as checked; anything else is read anew instead of saved. */
    checked: z.string().optional(),
    step: z.enum(['check', 'save'], OUT_OF_DATE),
    assumedExam: z.enum(PRACTICE_EXAMS, OUT_OF_DATE),
    formId,
  }),
  async ({ rows, checked, step, assumedExam, formId }) => {
    const known = await getViewer()
    const day = todayIn(await viewerZone(known))
    const log = known ? await withOwnScope(known, listPracticeResults) : []
    const pasted = readPaste(rows, { today: day, assumedExam }, log)
    if (pasted.rows.length === 0) {
      throw new AppError('invalid', {
        readerMessage: 'Nothing is saved yet.',
        fields: { rows: ['Paste at least one row.'] },
      })
    }
    const entries = readyEntries(pasted)
    if (step === 'check' || sameText(rows) !== sameText(checked ?? '') || entries.length === 0) {
      return { status: 'preview', message: pasteSummary(pasted), values: { rows, checked: rows } }
    }
    const viewer = await ensureViewer()
    await withOwnScope(viewer, (scope) => addPastedResults(scope, entries, { pasteId: formId, today: day }))
    redirect(`${PAGE}?pasted=${formId}`)
  },
)

export const undoPasteAction = viewerAction(one, async (viewer, { id }) => {
  await withOwnScope(viewer, (scope) => removePastedResults(scope, id))
  redirect(`${PAGE}?done=paste-undone`)
})

export const addBankSnapshotAction = viewerAction(
  z.intersection(bankSnapshotInput, created),
  async (viewer, { formId, ...input }) => {
    const day = todayIn(viewer.timeZone)
    await withOwnScope(viewer, (scope) => addBankSnapshot(scope, input, { formId, today: day }))
    return savedInPlace(PAGE, `${PAGE}?done=bank-added#bank`, 'The snapshot is saved.')
  },
)

export const saveBankSnapshotAction = viewerAction(
  z.intersection(bankSnapshotInput, edited),
  async (viewer, { id, version, ...input }) => {
    revalidatePath('/exams/practice/bank/[id]', 'page')
    const day = todayIn(viewer.timeZone)
    await withOwnScope(viewer, (scope) => saveBankSnapshot(scope, id, { input, version, today: day }))
    redirect(`${PAGE}?done=bank-saved#bank`)
  },
)

export const removeBankSnapshotAction = viewerAction(one, async (viewer, { id }) => {
  await withOwnScope(viewer, (scope) => removeBankSnapshot(scope, id))
  redirect(`${PAGE}?bankRemoved=${id}`)
})

export const restoreBankSnapshotAction = viewerAction(one, async (viewer, { id }) => {
  await withOwnScope(viewer, (scope) => restoreBankSnapshot(scope, id))
  redirect(`${PAGE}?done=bank-restored#bank`)
})

export const saveForecastSourceAction = viewerAction(
  z.intersection(sourceFormInput, seen),
  async (viewer, { kind, ...change }) => {
    // Before the save: on a conflict the page then shows what the other window stored.
    revalidatePath(`${PAGE}/numbers`)
    await withOwnScope(viewer, (scope) => saveForecastSource(scope, kind, change))
    return savedInPlace(
      `${PAGE}/numbers`,
      `${PAGE}/numbers?done=saved#${kind}`,
      'Saved. The forecast uses it.',
    )
  },
)

export const resetForecastSourceAction = viewerAction(
  z.object({ kind: z.enum(PRACTICE_KINDS, OUT_OF_DATE) }),
  async (viewer, { kind }) => {
    await withOwnScope(viewer, (scope) => resetForecastSource(scope, kind))
    redirect(`${PAGE}/numbers?done=reset#${kind}`)
  },
)

export const saveForecastNumbersAction = viewerAction(
  z.intersection(forecastNumbersInput, seen),
  async (viewer, numbers) => {
    revalidatePath(`${PAGE}/numbers`)
    await withOwnScope(viewer, (scope) => saveForecastNumbers(scope, numbers))
    return savedInPlace(`${PAGE}/numbers`, `${PAGE}/numbers?done=saved#all`, 'Saved. The forecast uses it.')
  },
)

export const resetForecastNumbersAction = viewerAction(z.object({}), async (viewer) => {
  await withOwnScope(viewer, resetForecastNumbers)
  redirect(`${PAGE}/numbers?done=reset#all`)
})

export const saveTargetAction = viewerAction(
  z.object({
    targetScore: z
      .string()
      .trim()
      .regex(/^\d{0,3}$/, 'Enter the target as three digits, or leave it empty.')
      .transform((value) => (value === '' ? null : Number(value))),
  }),
  async (viewer, { targetScore }) => {
    await withOwnScope(viewer, (scope) => saveTargetScore(scope, targetScore))
    return savedInPlace(PAGE, `${PAGE}?done=target#forecast`, 'The target is saved.')
  },
)
