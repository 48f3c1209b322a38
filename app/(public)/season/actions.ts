'use server'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { viewerAction } from '@/app/_server/action'
import { withOwnScope } from '@/db/access'
import { chooseSeason } from '@/db/queries/cycles'
import { getSeason } from '@/db/queries/seasons'
import { today } from '@/lib/dates/instant'
import { AppError } from '@/lib/errors/app-error'
import { now } from '@/lib/io/clock'
import { cycleSeasons } from '@/lib/season/phase'

const seasonInput = z.object({ season: z.coerce.number().int() })

export const chooseSeasonAction = viewerAction(seasonInput, async (viewer, { season: year }) => {
  await withOwnScope(viewer, async (scope) => {
    const season = await getSeason(scope, year)
    const [choice] = cycleSeasons([season], today(now().toISOString(), viewer.timeZone))
    if (!choice?.canChoose)
      throw new AppError('invalid', { readerMessage: 'This season is over. Choose a later one.' })
    await chooseSeason(scope, year)
  })
  redirect(`/season?season=${year}&done=chosen`)
})
