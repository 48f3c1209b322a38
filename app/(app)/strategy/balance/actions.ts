'use server'
import { redirect } from 'next/navigation'
import { viewerAction } from '@/app/_server/action'
import { currentOrNewCycle } from '@/app/_server/begin-cycle'
import { viewerToday } from '@/app/_server/fit-basis'
import { withOwnScope } from '@/db/access'
import { dismissSuggestion, recallSuggestion } from '@/db/queries/dismissals'
import { getProgram } from '@/db/queries/programs'
import { dismissInput, recallInput } from '@/lib/strategy/suggestion-input'

export const dismissAction = viewerAction(dismissInput, async (viewer, { programId, reason }) => {
  const today = await viewerToday(viewer)
  await withOwnScope(viewer, async (scope) => {
    const { id } = await getProgram(scope, programId)
    const cycle = await currentOrNewCycle(scope, today)
    await dismissSuggestion(scope, { cycleId: cycle.id, programId: id, reason })
  })
  redirect('/strategy/balance?done=dismissed#suggestions')
})

export const recallAction = viewerAction(recallInput, async (viewer, { programId }) => {
  await withOwnScope(viewer, (scope) => recallSuggestion(scope, programId))
  redirect('/strategy/balance?done=recalled#suggestions')
})
