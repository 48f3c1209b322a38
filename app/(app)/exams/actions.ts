'use server'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { viewerAction } from '@/app/_server/action'
import { savedInPlace } from '@/app/_server/saved-in-place'
import { withOwnScope } from '@/db/access'
import { addExamAttempt, removeExamAttempt, saveExamAttempt, saveNoAttempts } from '@/db/queries/exams'
import { today } from '@/lib/dates/instant'
import { isNews } from '@/lib/exams/after-result'
import { examAttemptInput } from '@/lib/exams/attempt-input'
import { now } from '@/lib/io/clock'

const OUT_OF_DATE = 'This form is out of date. Open the page again.'
const created = z.object({ formId: z.guid(OUT_OF_DATE) })
const edited = z.object({ id: z.guid(OUT_OF_DATE), version: z.coerce.number(OUT_OF_DATE).int(OUT_OF_DATE) })
const removed = z.object({ id: z.guid(OUT_OF_DATE) })

export const addExamAttemptAction = viewerAction(
  z.intersection(examAttemptInput, created),
  async (viewer, { formId, ...input }) => {
    const day = today(now().toISOString(), viewer.timeZone)
    const id = await withOwnScope(viewer, (scope) => addExamAttempt(scope, input, { formId, today: day }))
    if (isNews(input, day)) redirect(`/exams/after/${id}?done=attempt-added`)
    return savedInPlace('/exams', `/exams?done=attempt-added#${input.exam}`, 'The sitting is saved.')
  },
)

export const saveExamAttemptAction = viewerAction(
  z.intersection(examAttemptInput, edited),
  async (viewer, { id, version, ...input }) => {
    // Before the save: on a conflict the page then shows what the other window stored.
    revalidatePath('/exams/attempts/[id]', 'page')
    const day = today(now().toISOString(), viewer.timeZone)
    const { isSettled } = await withOwnScope(viewer, (scope) =>
      saveExamAttempt(scope, id, { input, version, today: day }),
    )
    if (isSettled) redirect(`/exams/after/${id}?done=attempt-saved`)
    redirect(`/exams?done=attempt-saved#${input.exam}`)
  },
)

export const removeExamAttemptAction = viewerAction(removed, async (viewer, { id }) => {
  await withOwnScope(viewer, (scope) => removeExamAttempt(scope, id))
  redirect('/exams?done=attempt-removed')
})

export const saveNoAttemptsAction = viewerAction(
  z.object({ recorded: z.enum(['none', ''], 'Choose one of the two.') }),
  async (viewer, { recorded }) => {
    await withOwnScope(viewer, (scope) => saveNoAttempts(scope, recorded || null))
    return savedInPlace('/exams', '/exams?done=none-saved', 'Saved.')
  },
)
