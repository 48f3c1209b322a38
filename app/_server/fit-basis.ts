import 'server-only'
import { type Scope, withOwnScope, withPublicScope } from '@/db/access'
import { loadApplicant } from '@/db/queries/applicant'
import { listEntries } from '@/db/queries/list'
import { listPrograms } from '@/db/queries/programs'
import { findCycleSeason, listSeasons } from '@/db/queries/seasons'
import type { CalendarDate } from '@/lib/dates/calendar-date'
import { today as todayIn } from '@/lib/dates/instant'
import { AppError } from '@/lib/errors/app-error'
import { now } from '@/lib/io/clock'
import type { ListEntry } from '@/lib/list/entry'
import type { Applicant } from '@/lib/profile/applicant'
import type { CatalogueProgram } from '@/lib/programs/catalogue-program'
import type { Cycle } from '@/lib/season/cycle'
import { cycleSeasons } from '@/lib/season/phase'
import type { Season } from '@/lib/season/season'
import type { SignedIn } from './auth'
import { viewerZone } from './zone'

/** What every page that shows standings needs, read in one transaction whose statements go out together. */
export type FitBasis = {
  today: CalendarDate
  /** The zone of the person's clocks. */
  zone: string
  season: Season
  programs: CatalogueProgram[]
  /** Null for a visitor: then nothing is evaluated. */
  person: { applicant: Applicant; cycle: Cycle | null; entries: ListEntry[] } | null
}

/**
 * The catalogue with the person's own programs, their profile, list and season. Who has not begun a cycle is shown the
 * season that people plan now.
 */
export async function readFitBasis(viewer: SignedIn | null): Promise<FitBasis> {
  return (await readFitBasisAnd(viewer, async () => null)).basis
}

/** What a page reads beside the basis, in the same transaction: its statements go out with the others. */
type Beside<T> = (scope: Scope, current: Promise<CycleSeason | null>) => Promise<T>
type CycleSeason = { cycle: Cycle; season: Season }

/** The basis, and for a person what `beside` reads with it. */
export async function readFitBasisAnd<T>(
  viewer: SignedIn | null,
  beside: Beside<T>,
): Promise<{ basis: FitBasis; beside: T | null }> {
  const zone = await viewerZone(viewer)
  const today = todayIn(now().toISOString(), zone)
  if (!viewer) {
    return withPublicScope(null, async (scope) => {
      const [programs, seasons] = await Promise.all([listPrograms(scope), listSeasons(scope)])
      const season = plannedSeason(seasons, today)
      return { basis: { today, zone, season, programs, person: null }, beside: null }
    })
  }
  return withOwnScope(viewer, async (scope) => {
    const asked = findCycleSeason(scope)
    const [current, applicant, entries, programs, found] = await Promise.all([
      asked,
      loadApplicant(scope),
      listEntries(scope),
      listPrograms(scope),
      beside(scope, asked),
    ])
    const season = current?.season ?? plannedSeason(await listSeasons(scope), today)
    const person = { applicant, cycle: current?.cycle ?? null, entries }
    return { basis: { today, zone, season, programs, person }, beside: found }
  })
}

/** The day that the person (or the visitor's browser) lives in. */
export async function viewerToday(viewer: SignedIn | null): Promise<CalendarDate> {
  return todayIn(now().toISOString(), await viewerZone(viewer))
}

/** The season that a cycle begun today is for: the first whose program review is still ahead. */
export function plannedSeason(seasons: readonly Season[], today: CalendarDate): Season {
  const planned = cycleSeasons(seasons, today).find((choice) => choice.isSuggested)?.season
  if (!planned) throw new AppError('unavailable', { logMessage: 'no season in the data can be planned' })
  return planned
}
