'use server'
import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { viewerAction } from '@/app/_server/action'
import { currentOrNewCycle } from '@/app/_server/begin-cycle'
import { viewerToday } from '@/app/_server/fit-basis'
import { savedInPlace } from '@/app/_server/saved-in-place'
import { withOwnScope } from '@/db/access'
import { saveTimingPlan } from '@/db/queries/timing-plans'
import { timingPlanInput } from '@/lib/timing/plan-input'

const OUT_OF_DATE = 'This form is out of date. Open the page again.'
const version = z.coerce.number(OUT_OF_DATE).int(OUT_OF_DATE).min(0, OUT_OF_DATE)

export const keepTimingPlanAction = viewerAction(
  z.object({ version }).and(timingPlanInput),
  async (viewer, { version, ...plan }) => {
    // Before the save: on a conflict the page then shows what the other window kept.
    revalidatePath('/exams/timing')
    const today = await viewerToday(viewer)
    await withOwnScope(viewer, async (scope) => {
      const cycle = await currentOrNewCycle(scope, today)
      await saveTimingPlan(scope, { cycleId: cycle.id, plan, version })
    })
    return savedInPlace('/exams/timing', '/exams/timing?done=kept#dates-title', 'These dates are kept.')
  },
)
