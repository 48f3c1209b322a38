import { EASTERN } from '@/lib/dates/zones'
import type { DatedThing } from '@/lib/reminders/dated-thing'
import { event } from '@/lib/season/events'
import type { Season } from '@/lib/season/season'
import { type SoapEligibility, type SoapStepKey, soapSteps } from './desk'
import type { OutsideOfferRow } from './record'
import { STEP_WORDS } from './words'

/** The season's own dates already remind of these two. */
const SAID_ELSEWHERE: ReadonlySet<SoapStepKey> = new Set(['match_week_start', 'match_day'])
/** Of the day's rounds the first goes by itself; four mails would say one thing. */
const ALONE: ReadonlySet<SoapStepKey> = new Set(['soap_applications_open', 'soap_round_1'])

/**
 * The hours of SOAP to be reminded of. While it is open whether someone needs it, only the first: who may take part is
 * reminded of all, and who does not need it or may not, of none.
 */
export function soapThings(season: Season, { state }: Pick<SoapEligibility, 'state'>): DatedThing[] {
  if (state === 'not_needed' || state === 'not_eligible') return []
  return soapSteps(season, '1970-01-01T00:00:00.000Z').flatMap(({ key, at, endAt, status }) => {
    if (at === null || SAID_ELSEWHERE.has(key)) return []
    if (state === 'open' && key !== 'soap_applications_open') return []
    return [
      {
        kind: 'offer' as const,
        id: `${season.year}:${key}`,
        title: state === 'open' ? `${STEP_WORDS[key].label}, should you need it` : STEP_WORDS[key].label,
        urgency: state === 'eligible' && ALONE.has(key) ? ('urgent' as const) : ('ordinary' as const),
        href: '/soap',
        isProjected: status === 'projected',
        isDone: false,
        on: null,
        at,
        endAt,
        zone: EASTERN,
      },
    ]
  })
}

/** Answers that offers outside the Match wait for, and the withdrawal that an accepted one demands. */
export function outsideOfferThings(
  offers: readonly OutsideOfferRow[],
  { season, isRegistered }: { season: Season; isRegistered: boolean | null },
): DatedThing[] {
  const deadline = event(season, 'nrmp_rol_deadline')
  return offers.flatMap(({ id, name, answerBy, state, withdrawnOn }) => {
    const about = { kind: 'offer' as const, urgency: 'urgent' as const, href: '/soap#outside' }
    const things: DatedThing[] = []
    if (answerBy !== null) {
      things.push({
        ...about,
        id: `answer-${id}`,
        title: `Answer the offer: ${name}`,
        isProjected: false,
        isDone: state !== 'open',
        on: answerBy,
        at: null,
      })
    }
    if (deadline?.at && state === 'accepted' && isRegistered !== false) {
      things.push({
        ...about,
        id: `withdraw-${id}`,
        title: `Withdraw from the Match: you accepted ${name}`,
        isProjected: deadline.status === 'projected',
        isDone: withdrawnOn !== null,
        on: null,
        at: deadline.at,
        endAt: null,
        zone: EASTERN,
      })
    }
    return things
  })
}
