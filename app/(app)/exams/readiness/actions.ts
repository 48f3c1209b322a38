'use server'
import { viewerAction } from '@/app/_server/action'
import { savedInPlace } from '@/app/_server/saved-in-place'
import { withOwnScope } from '@/db/access'
import { saveHabits, saveLowPassBand } from '@/db/queries/readiness'
import { habitsInput, lowPassBandInput } from '@/lib/readiness/readiness-input'

const PAGE = '/exams/readiness'

export const saveHabitsAction = viewerAction(habitsInput, async (viewer, { habits }) => {
  await withOwnScope(viewer, (scope) => saveHabits(scope, habits))
  return savedInPlace(PAGE, `${PAGE}?done=habits#step2ck`, 'Your habits are saved.')
})

export const saveLowPassBandAction = viewerAction(lowPassBandInput, async (viewer, { from, to }) => {
  const band = from === null || to === null ? null : { from, to }
  await withOwnScope(viewer, (scope) => saveLowPassBand(scope, band))
  return savedInPlace(
    PAGE,
    `${PAGE}?done=band#step1`,
    band ? 'The band is saved.' : 'The default band is taken.',
  )
})
