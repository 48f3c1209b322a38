'use server'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { viewerAction } from '@/app/_server/action'
import { savedInPlace } from '@/app/_server/saved-in-place'
import { withOwnScope } from '@/db/access'
import { removeStudyPlan, saveDayMarks, saveStudyPlan } from '@/db/queries/study-plans'
import { PRACTICE_EXAMS } from '@/lib/exams/practice'
import { dayMarksInput, studyPlanInput } from '@/lib/study/plan-input'

const PAGE = '/exams/plan'
const OUT_OF_DATE = 'This form is out of date. Open the page again.'

export const saveStudyPlanAction = viewerAction(
  z.intersection(
    studyPlanInput,
    // Empty while no plan is stored.
    z.object({ version: z.string(OUT_OF_DATE).regex(/^\d*$/, OUT_OF_DATE) }),
  ),
  async (viewer, { version, ...input }) => {
    // Before the save: on a conflict the page then shows what the other window stored.
    revalidatePath(PAGE)
    await withOwnScope(viewer, (scope) =>
      saveStudyPlan(scope, input, version === '' ? null : Number(version)),
    )
    redirect(`${PAGE}?exam=${input.exam}&done=plan`)
  },
)

export const saveDayMarksAction = viewerAction(
  dayMarksInput.extend({ planId: z.guid(OUT_OF_DATE), exam: z.enum(PRACTICE_EXAMS, OUT_OF_DATE) }),
  async (viewer, { planId, exam, ...marks }) => {
    await withOwnScope(viewer, (scope) => saveDayMarks(scope, planId, marks))
    const message = marks.kinds.length === 0 ? 'Nothing is said of this day.' : 'Saved.'
    return savedInPlace(
      PAGE,
      `${PAGE}?exam=${exam}&day=${marks.on}&done=day#day`,
      `${message} The days ahead are laid anew.`,
    )
  },
)

export const removeStudyPlanAction = viewerAction(
  z.object({ planId: z.guid(OUT_OF_DATE) }),
  async (viewer, { planId }) => {
    await withOwnScope(viewer, (scope) => removeStudyPlan(scope, planId))
    redirect(`${PAGE}?done=removed`)
  },
)
