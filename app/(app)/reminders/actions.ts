'use server'
import { accountAction } from '@/app/_server/account-action'
import { savedInPlace } from '@/app/_server/saved-in-place'
import { withOwnScope } from '@/db/access'
import { getDatedThing } from '@/db/queries/open-reminders'
import { saveThingSetting } from '@/db/queries/reminder-settings'
import { now } from '@/lib/io/clock'
import { snoozeInput, thingInput, thingLadderInput } from '@/lib/reminders/reminder-input'

export const snoozeAction = accountAction(snoozeInput, async (viewer, { until, ...thing }) => {
  await withOwnScope(viewer, async (scope) => {
    await getDatedThing(scope, thing, now().toISOString())
    await saveThingSetting(scope, thing, { snoozedUntil: until })
  })
  return savedInPlace('/reminders', '/reminders?done=snoozed', 'Put off.')
})

export const doneAction = accountAction(thingInput, async (viewer, thing) => {
  await withOwnScope(viewer, async (scope) => {
    await getDatedThing(scope, thing, now().toISOString())
    await saveThingSetting(scope, thing, { doneAt: now() })
  })
  return savedInPlace('/reminders', '/reminders?done=done', 'Marked as done.')
})

/** Takes back "done" and "put off". */
export const takeUpAction = accountAction(thingInput, async (viewer, thing) => {
  await withOwnScope(viewer, async (scope) => {
    await getDatedThing(scope, thing, now().toISOString())
    await saveThingSetting(scope, thing, { doneAt: null, snoozedUntil: null })
  })
  return savedInPlace('/reminders', '/reminders?done=taken-up', 'Taken up again.')
})

export const saveThingLadderAction = accountAction(
  thingLadderInput,
  async (viewer, { steps, follow, ...thing }) => {
    await withOwnScope(viewer, async (scope) => {
      await getDatedThing(scope, thing, now().toISOString())
      await saveThingSetting(scope, thing, { steps: follow ? null : steps })
    })
    return savedInPlace('/reminders', '/reminders?done=ladder', 'Saved.')
  },
)
