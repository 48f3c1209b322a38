import { describe, expect, test } from 'vitest'
import { thingsWhilePaused } from '@/lib/reminders/pause'
import { seasonThings } from '@/lib/reminders/season-things'
import { isPausedAfterResult } from '@/lib/season/match-result'
import { outsideOfferThings, soapThings } from '@/lib/soap/dated-things'
import { stepAfterResult } from '@/lib/soap/next-step'
import type { OutsideOfferRow } from '@/lib/soap/record'
import { NO_SOAP_RECORD } from '@/lib/soap/record'
import { knownStanding } from '@/lib/soap/standing'
import { otherProgramsFrom, soapWeek } from '@/lib/soap/week'
import { NOT_ANNOUNCED, shippedSeason } from '@/tests/factories/season'

const season = shippedSeason(2027)

describe('what the product knows of someone’s standing for SOAP', () => {
  const nothing = { record: NO_SOAP_RECORD, statuses: [], doneItems: new Set<string>(), outcome: null }
  test('nothing said and nothing known stays unknown', () => {
    expect(knownStanding(nothing).standing).toEqual({ isRegistered: null, isVerified: null, result: null })
  })
  test('the checklist and the list answer what nobody said', () => {
    const doneItems = new Set(['nrmp_registration', 'ecfmg_verification'])
    expect(knownStanding({ ...nothing, doneItems, statuses: ['not_matched'] })).toEqual({
      standing: { isRegistered: true, isVerified: true, result: 'not_matched' },
      from: { isRegistered: 'list', isVerified: 'checklist', result: 'list' },
    })
  })
  test('the person’s own word wins over both', () => {
    const record = { ...NO_SOAP_RECORD, isVerified: false, result: 'partly_matched' as const }
    const { standing } = knownStanding({
      record,
      statuses: ['not_matched'],
      doneItems: new Set(['ecfmg_verification']),
      outcome: 'matched',
    })
    expect(standing).toEqual({ isRegistered: true, isVerified: false, result: 'partly_matched' })
  })
})

describe('Match Week as a page shows it', () => {
  test.each([
    ['2026-11-22T12:00:00Z', 'ahead', null, 'match_week_start'],
    ['2027-03-15T14:00:00Z', 'week', null, 'soap_applications_open'],
    ['2027-03-18T13:30:00Z', 'week', 'soap_round_1', 'soap_round_2'],
    ['2027-03-18T15:30:00Z', 'week', null, 'soap_round_2'],
    ['2027-03-19T01:00:00Z', 'week', null, 'match_day'],
    ['2027-03-19T16:00:00Z', 'over', null, null],
  ])('at %s it is %s', (now, phase, on, next) => {
    const week = soapWeek(season, now)
    expect([week.phase, week.on?.key ?? null, week.next?.key ?? null]).toEqual([phase, on, next])
  })
  test('a week that nobody announced is undated, and names no hour', () => {
    const events = season.events.map((event) => ({ ...event, ...NOT_ANNOUNCED }))
    expect(soapWeek({ ...season, events }, '2027-03-18T13:30:00Z').phase).toBe('undated')
    expect(otherProgramsFrom({ ...season, events })).toBeNull()
  })
  test('programs outside the Match may be approached from Tuesday 08:00 Eastern, summer time', () => {
    expect(otherProgramsFrom(season)).toBe('2027-03-16T12:00:00.000Z')
  })
})

describe('the pause after an unmatched result', () => {
  const unmatched = { result: 'not_matched', outcome: null, hasPosition: false, resumedOn: null } as const
  test.each([
    ['not matched', unmatched, true],
    ['closed as not matched', { ...unmatched, result: null, outcome: 'not_matched' }, true],
    ['a position since', { ...unmatched, hasPosition: true }, false],
    ['asked to see everything again', { ...unmatched, resumedOn: '2027-03-20' }, false],
    ['matched', { ...unmatched, result: 'matched' }, false],
    ['partly matched', { ...unmatched, result: 'partly_matched' }, false],
    ['no result yet', { ...unmatched, result: null }, false],
    ['did not apply', { ...unmatched, result: null, outcome: 'did_not_apply' }, false],
  ] as const)('%s: %s', (_, state, isPaused) => {
    expect(isPausedAfterResult(state)).toBe(isPaused)
  })
  test('mail then speaks of SOAP and offers alone', () => {
    const soap = soapThings(season, { state: 'eligible' })
    expect(thingsWhilePaused([...seasonThings(season), ...soap])).toEqual(soap)
    expect(soap.length).toBeGreaterThan(4)
  })
  test.each([
    [{ state: 'eligible', phase: 'week' }, 'soap'],
    [{ state: 'open', phase: 'week' }, 'answer_soap'],
    [{ state: 'not_eligible', phase: 'week' }, 'other_programs'],
    [{ state: 'eligible', phase: 'over' }, 'unfilled_list'],
    [{ state: 'eligible', phase: 'over', today: '2027-05-02' }, 'close_cycle'],
    [{ state: 'eligible', phase: 'over', outcome: 'not_matched' }, 'next_cycle'],
  ] as const)('the next step for %j is %s', (some, step) => {
    const rest = { outcome: null, today: '2027-04-01', unfilledUntil: '2027-05-01' }
    expect(stepAfterResult({ ...rest, ...some })).toBe(step)
  })
})

describe('what reminders know of SOAP and offers', () => {
  test('who does not need SOAP or may not take part is reminded of nothing; while open, of the first hour alone', () => {
    expect(soapThings(season, { state: 'not_needed' })).toEqual([])
    expect(soapThings(season, { state: 'not_eligible' })).toEqual([])
    expect(soapThings(season, { state: 'open' }).map(({ id }) => id)).toEqual(['2027:soap_applications_open'])
  })
  const offer: OutsideOfferRow = {
    id: 'o1',
    entryId: null,
    name: 'Ohio',
    offeredOn: '2026-11-20',
    answerBy: '2026-12-01',
    state: 'open',
    decidedOn: null,
    withdrawnOn: null,
    note: '',
  }
  const things = (some: Partial<OutsideOfferRow>, isRegistered: boolean | null = true) =>
    outsideOfferThings([{ ...offer, ...some }], { season, isRegistered }).map(({ id, on, at, isDone }) => [
      id,
      on ?? at,
      isDone,
    ])
  test('an open offer waits for its answer; accepted, for the withdrawal before the rank list deadline', () => {
    expect(things({})).toEqual([['answer-o1', '2026-12-01', false]])
    expect(things({ state: 'accepted' })).toEqual([
      ['answer-o1', '2026-12-01', true],
      ['withdraw-o1', '2027-03-04T02:00:00.000Z', false],
    ])
    expect(things({ state: 'accepted', withdrawnOn: '2026-12-02' }).at(-1)).toEqual([
      'withdraw-o1',
      '2027-03-04T02:00:00.000Z',
      true,
    ])
    expect(things({ state: 'accepted', answerBy: null }, false)).toEqual([])
  })
})
