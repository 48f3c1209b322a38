import { along } from '../curve'
import type { Gate } from '../ledger'
import { RULES } from '../rules'
import { type GateContext, gate, numberOf, opener, readingOf } from './gate'

/** The first question of all: does it offer a place this season? Unknown until the program, or the person, says so. */
export function placeGate(context: GateContext): Gate {
  const reading = readingOf(context, 'offers_place_this_season')
  const params = { season: context.season.year }
  if (reading?.value === 'yes')
    return gate('place_this_season', 'met', 'offers_place', RULES.place, { params, reading })
  if (reading?.value === 'no') {
    return gate('place_this_season', 'closed', 'no_place', RULES.place, {
      params,
      reading,
      opener: opener('program_offers_place', params),
    })
  }
  const { likelihood } = context.policy
  const lastYear = readingOf(context, 'nrmp_last_year_with_position')
  const year = lastYear?.lastKnown ? numberOf(lastYear.lastKnown.value) : null
  const said = reading?.lastKnown?.value
  const bySaying = said === 'yes' || said === 'no' ? likelihood.placeLastKnown[said] : null
  return gate('place_this_season', 'unknown', 'place_not_known', RULES.place, {
    params: { season: context.season.year, lastYearWithPlace: year },
    reading,
    facts: [...(reading?.claims ?? []), ...(lastYear?.claims ?? [])],
    ask: 'program',
    likelihood:
      bySaying ??
      (year === null
        ? likelihood.placeNotSaid
        : along(likelihood.placeBySeasonsSince, context.season.year - year)),
  })
}

/** Not recruiting counts for the season it was said of; for any other it is a question. */
export function recruitingGate(context: GateContext): Gate | null {
  const reading = readingOf(context, 'recruiting')
  if (reading === null) return null
  const params = { season: context.season.year }
  if (reading.value === 'yes')
    return gate('recruiting', 'met', 'recruiting', RULES.recruiting, { params, reading })
  const place = readingOf(context, 'offers_place_this_season')
  const isPlaceConfirmed = place?.value === 'yes' && place.claims[0]?.origin !== 'catalogue'
  if (isPlaceConfirmed && reading.claims[0]?.origin === 'catalogue') {
    return gate('recruiting', 'met', 'offers_place', RULES.recruiting, { params, reading })
  }
  if (reading.value === 'no') {
    return gate('recruiting', 'closed', 'not_recruiting', RULES.recruiting, {
      params,
      reading,
      opener: opener('program_recruits', params),
    })
  }
  const said = reading.lastKnown?.value
  const isKnownWord = said === 'yes' || said === 'no' || said === 'planned'
  return gate(
    'recruiting',
    'unknown',
    said === 'planned' ? 'recruiting_later' : 'recruiting_not_known',
    RULES.recruiting,
    {
      params: { season: context.season.year, saidOfSeason: reading.lastKnown?.season ?? null },
      reading,
      ask: 'program',
      likelihood: isKnownWord
        ? context.policy.likelihood.recruitingLastKnown[said]
        : context.policy.likelihood.otherUnknown,
    },
  )
}

/** A passed deadline is a status, not "apply now"; it never closes what was applied to in time. */
export function deadlineGate(context: GateContext): Gate | null {
  const { season, today, appliedOn } = context
  const end =
    context.neededBy.what === 'rank_list_deadline'
      ? (season.closes ?? season.trainingStart)
      : season.trainingStart
  if (today > end) {
    return gate('deadline', 'closed', 'season_over', RULES.season, {
      params: { season: season.year, ended: end },
      opener: opener('next_season', { season: season.year + 1 }),
    })
  }
  const reading = readingOf(context, 'application_deadline')
  if (reading === null) return null
  const stated = reading.value ?? reading.lastKnown?.value ?? null
  const deadline = stated === null ? null : String(stated)
  if (deadline === null) return null
  // A season runs from the June before its Match year to the start of training.
  const isOfSeason = deadline >= `${season.year - 1}-06-01` && deadline <= season.trainingStart
  const params = { deadline, season: season.year }
  if (reading.value === null || !isOfSeason) {
    return gate('deadline', 'unknown', 'deadline_other_season', RULES.deadline, {
      params,
      reading,
      ask: 'program',
      likelihood: context.policy.likelihood.otherUnknown,
    })
  }
  if (today <= deadline) return gate('deadline', 'met', 'deadline_ahead', RULES.deadline, { params, reading })
  if (appliedOn !== null && appliedOn <= deadline) {
    return gate('deadline', 'met', 'applied_in_time', RULES.deadline, {
      params: { ...params, appliedOn },
      reading,
    })
  }
  return gate('deadline', 'closed', 'deadline_passed', RULES.deadline, {
    params,
    reading,
    opener: opener('next_season', { season: season.year + 1 }),
  })
}
