'use server'
import { redirect } from 'next/navigation'
import { viewerAction } from '@/app/_server/action'
import { viewerToday } from '@/app/_server/fit-basis'
import { withOwnScope } from '@/db/access'
import { closeCycle, getCycle } from '@/db/queries/cycles'
import { startFromCycle } from '@/db/queries/reapply'
import { getSeason } from '@/db/queries/seasons'
import { AppError } from '@/lib/errors/app-error'
import { closeCycleInput, cycleRefInput, startNextInput } from '@/lib/season/closing-input'
import { cycleSeasons } from '@/lib/season/phase'

export const closeCycleAction = viewerAction(closeCycleInput, async (viewer, { cycleId, ...closing }) => {
  if (closing.on > (await viewerToday(viewer))) {
    throw new AppError('invalid', { fields: { on: ['This day is still ahead: enter the day it ended'] } })
  }
  await withOwnScope(viewer, (scope) => closeCycle(scope, cycleId, closing))
  redirect(`/cycles/${cycleId}?done=closed`)
})

export const reopenCycleAction = viewerAction(cycleRefInput, async (viewer, { cycleId }) => {
  await withOwnScope(viewer, (scope) => closeCycle(scope, cycleId, null))
  redirect(`/cycles/${cycleId}?done=reopened`)
})

export const startNextAction = viewerAction(startNextInput, async (viewer, { cycleId, season, entries }) => {
  const today = await viewerToday(viewer)
  await withOwnScope(viewer, async (scope) => {
    const former = await getCycle(scope, cycleId)
    const [choice] = cycleSeasons([await getSeason(scope, season)], today)
    if (!choice?.canChoose || season <= former.seasonYear) {
      throw new AppError('invalid', { fields: { season: ['Choose a later season that is not over'] } })
    }
    await startFromCycle(scope, { cycleId, seasonYear: season, entryIds: entries })
  })
  redirect('/list?done=begun')
})
