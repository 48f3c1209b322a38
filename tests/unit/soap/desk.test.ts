import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toZoned } from '@/lib/dates/instant'
import {
  applicationsLeft,
  isContactBarred,
  offerClock,
  SOAP_ROUNDS,
  soapEligibility,
  soapSteps,
} from '@/lib/soap/desk'
import { readOutsideOffer } from '@/lib/soap/outside-offer'
import { NOT_ANNOUNCED, shippedSeason } from '@/tests/factories/season'

const season = shippedSeason(2027)

describe('who may take part in SOAP (NRMP)', () => {
  const yes = { isRegistered: true, isVerified: true, result: 'not_matched' } as const
  test.each([
    [yes, 'eligible', []],
    [{ ...yes, result: 'partly_matched' }, 'eligible', []],
    [{ ...yes, result: 'matched' }, 'not_needed', ['matched']],
    [{ ...yes, isVerified: false }, 'not_eligible', ['not_verified']],
    [
      { isRegistered: false, isVerified: false, result: null },
      'not_eligible',
      ['not_registered', 'not_verified'],
    ],
    [{ ...yes, result: null }, 'open', ['result_unknown']],
    [
      { isRegistered: null, isVerified: null, result: 'not_matched' },
      'open',
      ['registration_unknown', 'verification_unknown'],
    ],
  ] as const)('%j: %s', (standing, state, reasons) => {
    expect(soapEligibility(standing)).toEqual({ state, reasons })
  })
})

describe('the hours of Match Week 2027, in both clocks', () => {
  test('the second round is from noon to two Eastern: a quarter to ten to a quarter to midnight in Kathmandu', () => {
    const { endsAt } = offerClock(season, 'soap_round_2', '2027-03-18T16:30:00Z')
    expect(endsAt && toZoned(endsAt, 'Asia/Kathmandu')).toEqual({ date: '2027-03-18', time: '23:45' })
    expect(endsAt && toZoned(endsAt, 'America/New_York')).toEqual({ date: '2027-03-18', time: '14:00' })
  })
  test.each([
    ['2027-03-18T15:59:59Z', 'not_yet', 0],
    ['2027-03-18T16:00:00Z', 'open', 120],
    ['2027-03-18T17:58:30Z', 'open', 1],
    ['2027-03-18T18:00:00Z', 'ended', 0],
  ])('at %s the offer of round two is %s', (now, state, minutesLeft) => {
    expect(offerClock(season, 'soap_round_2', now)).toMatchObject({ state, minutesLeft })
  })
  test.each([
    ['2027-03-15T13:59:00Z', 'match_week_start', null, false],
    ['2027-03-15T14:00:00Z', 'soap_applications_open', null, true],
    ['2027-03-18T13:30:00Z', 'soap_round_2', 'soap_round_1', true],
    ['2027-03-19T00:59:00Z', 'soap_ends', null, true],
    ['2027-03-19T01:00:00Z', 'match_day', null, false],
  ])('at %s %s comes next', (now, next, on, barred) => {
    const steps = soapSteps(season, now)
    expect(steps.find(({ state }) => state === 'next')?.key ?? null).toBe(next)
    expect(steps.find(({ state }) => state === 'now')?.key ?? null).toBe(on)
    expect(isContactBarred(season, now)).toBe(barred)
  })
  test('a step that is not announced is listed and never placed', () => {
    const events = season.events.map((one) =>
      one.key === 'soap_round_4' ? { ...one, ...NOT_ANNOUNCED } : one,
    )
    expect(
      soapSteps({ ...season, events }, '2027-03-18T23:00:00Z').find(({ key }) => key === 'soap_round_4')
        ?.state,
    ).toBe('undated')
    expect(offerClock({ ...season, events }, 'soap_round_4', '2027-03-18T23:00:00Z').state).toBe('undated')
  })
  test('at any moment at most one step is on and at most one is next, and time only moves steps on', () => {
    const order = ['ahead', 'next', 'now', 'past']
    const moment = fc.integer({
      min: Date.parse('2027-03-10T00:00:00Z'),
      max: Date.parse('2027-03-25T00:00:00Z'),
    })
    fc.assert(
      fc.property(moment, moment, (a, b) => {
        const [first, later] = [Math.min(a, b), Math.max(a, b)].map((at) =>
          soapSteps(season, new Date(at).toISOString()),
        )
        expect(first?.filter(({ state }) => state === 'now').length).toBeLessThanOrEqual(1)
        expect(first?.filter(({ state }) => state === 'next').length).toBeLessThanOrEqual(1)
        for (const [index, step] of (first ?? []).entries()) {
          expect(order.indexOf(later?.[index]?.state ?? '')).toBeGreaterThanOrEqual(order.indexOf(step.state))
        }
      }),
    )
  })
  test('every round lasts two hours', () => {
    for (const round of SOAP_ROUNDS) {
      const step = soapSteps(season, '2027-03-01T00:00:00Z').find(({ key }) => key === round)
      expect(Date.parse(step?.endAt ?? '') - Date.parse(step?.at ?? '')).toBe(2 * 3_600_000)
    }
  })
  test('forty-five applications in all', () => {
    expect([0, 44, 45, 60].map(applicationsLeft)).toEqual([45, 1, 0, 0])
  })
})

describe('an offer outside the Match (NRMP)', () => {
  const offer = { answerBy: null, state: 'open', hasWithdrawn: false } as const
  const before = { season, now: '2027-03-04T01:59:00Z', isRegistered: true }
  const after = { ...before, now: '2027-03-04T02:00:00Z' }
  test.each([
    ['may be accepted before the deadline', offer, before, 'free'],
    ['accepted, it asks for the withdrawal', { ...offer, state: 'accepted' }, before, 'withdraw'],
    ['withdrawn, nothing is owed', { ...offer, state: 'accepted', hasWithdrawn: true }, before, 'settled'],
    ['declined, nothing is owed', { ...offer, state: 'declined' }, after, 'settled'],
    ['after the deadline a match would bind', offer, after, 'bound'],
    ['accepted without withdrawing in time', { ...offer, state: 'accepted' }, after, 'bound'],
    [
      'never registered, never bound',
      { ...offer, state: 'accepted' },
      { ...after, isRegistered: false },
      'settled',
    ],
  ] as const)('%s', (_, one, moment, state) => {
    expect(readOutsideOffer(one, moment)).toMatchObject({
      state,
      withdrawBy: expect.stringMatching(/^2027-03-0[34]T/),
    })
  })
})
