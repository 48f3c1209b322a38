'use server'
import { viewerAction } from '@/app/_server/action'
import { currentOrNewCycle } from '@/app/_server/begin-cycle'
import { viewerToday } from '@/app/_server/fit-basis'
import { savedInPlace } from '@/app/_server/saved-in-place'
import { withOwnScope } from '@/db/access'
import { markDone } from '@/db/queries/checklist'
import { setEcfmgStep } from '@/db/queries/ecfmg-steps'
import { savePaperTrack } from '@/db/queries/papers'
import { AppError } from '@/lib/errors/app-error'
import { paperDoneInput, paperTrackInput } from '@/lib/papers/paper-input'
import { paperOf } from '@/lib/papers/papers'

const PAGE = '/documents/papers'

/** Ticks a paper where it is known: a step of the profile, and the checklist's item for its day. */
export const paperDoneAction = viewerAction(paperDoneInput, async (viewer, { paper: key, itemId, done }) => {
  const paper = paperOf(key)
  if (paper.recordedAt !== null || !paper.items.includes(itemId)) throw new AppError('not_found')
  const today = await viewerToday(viewer)
  const doneOn = done === 'yes' ? today : null
  await withOwnScope(viewer, async (scope) => {
    const { id: cycleId } = await currentOrNewCycle(scope, today)
    if (paper.step) await setEcfmgStep(scope, { cycleId, step: paper.step, itemId, doneOn })
    else await markDone(scope, { cycleId, itemId, doneOn })
  })
  return savedInPlace(PAGE, `${PAGE}#${key}`, done === 'yes' ? 'Done.' : 'Open again.')
})

export const savePaperTrackAction = viewerAction(paperTrackInput, async (viewer, track) => {
  if (track.since !== null && track.since > (await viewerToday(viewer))) {
    throw new AppError('invalid', {
      fields: { since: ['This day is still ahead: enter it once it has happened'] },
    })
  }
  await withOwnScope(viewer, (scope) => savePaperTrack(scope, track))
  return savedInPlace(PAGE, `${PAGE}?done=saved#${track.paper}`, 'Saved.')
})
