'use server'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { publicAction, viewerAction } from '@/app/_server/action'
import { getViewer, startGuest } from '@/app/_server/auth'
import { withOwnScope } from '@/db/access'
import { endSample, fillWithSample } from '@/db/queries/sample'
import { listSeasons } from '@/db/queries/seasons'
import { today } from '@/lib/dates/instant'
import { now } from '@/lib/io/clock'
import { cycleSeasons } from '@/lib/season/phase'

/** Whoever has a session keeps it: their own work is never covered by the sample. */
export const startSampleAction = publicAction(z.object({}), async () => {
  if (await getViewer()) redirect('/home')
  const guest = await startGuest({ isSample: true })
  await withOwnScope(guest, async (scope) => {
    const choices = cycleSeasons(await listSeasons(scope), today(now().toISOString(), guest.timeZone))
    const season = choices.find((choice) => choice.isSuggested)?.season
    if (season) await fillWithSample(scope, season.year)
  })
  redirect('/home')
})

export const endSampleAction = viewerAction(z.object({}), async (viewer) => {
  await withOwnScope(viewer, endSample)
  redirect('/profile')
})
