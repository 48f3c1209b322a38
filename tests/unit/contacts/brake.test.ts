import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { brakeFor, MOST_WAITING, SPACING_DAYS } from '@/lib/contacts/brake'
import { CONTACT_KINDS, CONTACT_OUTCOMES, type Contact } from '@/lib/contacts/contact'
import { brakeWords } from '@/lib/contacts/words'
import { addDays } from '@/lib/dates/calendar-date'
import { eventOn } from '@/lib/season/events'
import { shippedSeason } from '@/tests/factories/season'

const season = shippedSeason(2027)
const TODAY = '2026-10-20'

let next = 0
const contact = (with_: Partial<Contact> = {}): Contact => {
  next += 1
  return {
    id: `contact-${next}`,
    programId: 'a',
    on: '2026-10-01',
    kind: 'question',
    direction: 'sent',
    channel: 'email',
    outcome: 'waiting',
    followUpOn: null,
    ...with_,
  }
}
const brake = (contacts: readonly Contact[], with_: Partial<Parameters<typeof brakeFor>[0]> = {}) =>
  brakeFor({
    contacts,
    programId: 'a',
    kind: 'question',
    thankYouPolicy: null,
    season,
    today: TODAY,
    ...with_,
  })
const codes = (...args: Parameters<typeof brake>) => brake(...args).reasons.map(({ code }) => code)

describe('writing sparingly (F7)', () => {
  test('the first message is free', () => {
    expect(brake([])).toEqual({ state: 'free', reasons: [], freeOn: null })
  })
  test('a second waits three weeks from the first, and is free on the day', () => {
    const first = contact({ on: '2026-10-01' })
    expect(brake([first], { today: '2026-10-21' })).toMatchObject({ state: 'wait', freeOn: '2026-10-22' })
    expect(brake([first], { today: '2026-10-22' }).state).toBe('free')
  })
  test('a third is advised against', () => {
    expect(codes([contact({ on: '2026-07-01' }), contact({ on: '2026-08-15' })])).toEqual(['enough_for_one'])
  })
  test('what the program wrote last may be answered at once', () => {
    expect(
      brake([contact({ on: '2026-10-18' }), contact({ on: '2026-10-19', direction: 'received' })]).state,
    ).toBe('free')
  })
  test('five others that have not answered are enough, until the wait is over', () => {
    const others = Array.from({ length: MOST_WAITING }, (_, n) =>
      contact({ programId: `other-${n}`, on: '2026-10-10' }),
    )
    expect(codes(others)).toEqual(['many_waiting'])
    expect(codes(others.slice(1))).toEqual([])
    expect(codes(others, { today: '2026-11-01' })).toEqual([])
  })
  test('a program that wants no thank-you gets none; one is enough for the others', () => {
    expect(brake([], { kind: 'thank_you', thankYouPolicy: 'not_wanted' }).state).toBe('stop')
    expect(
      brake([contact({ on: '2026-10-19' })], { kind: 'thank_you', thankYouPolicy: 'welcome' }).state,
    ).toBe('free')
    expect(codes([contact({ kind: 'thank_you' })], { kind: 'thank_you' })).toEqual(['thanked_already'])
  })
  test('whoever asked not to be written to is left alone, even after they wrote', () => {
    const asked = contact({ outcome: 'told_not_to_write' })
    expect(brake([asked, contact({ direction: 'received', on: '2026-10-19' })]).state).toBe('stop')
  })
  test('a letter of intent to two programs cannot be true twice', () => {
    expect(
      codes([contact({ programId: 'b', kind: 'letter_of_intent', outcome: 'none_needed' })], {
        kind: 'letter_of_intent',
      }),
    ).toEqual(['intent_elsewhere'])
  })
})

describe('Match Week (NRMP)', () => {
  const monday = eventOn(season, 'match_week_start') ?? ''
  const end = eventOn(season, 'soap_ends') ?? ''
  test.each([
    [addDays(monday, -1), 'free'],
    [monday, 'stop'],
    [end, 'stop'],
    [addDays(end, 1), 'free'],
  ])('%s: %s', (today, state) => {
    expect(brake([], { today }).state).toBe(state)
    expect(
      brake([contact({ on: addDays(today, -1), direction: 'received' })], { today, kind: 'answer' }).state,
    ).toBe(state)
  })
  test('letters after the rank lists closed are said to be too late', () => {
    const closed = eventOn(season, 'nrmp_rol_deadline') ?? ''
    expect(codes([], { today: closed, kind: 'letter_of_intent' })).toEqual([])
    expect(codes([], { today: addDays(closed, 1), kind: 'letter_of_intent' })).toEqual(['rank_list_closed'])
  })
})

describe('always', () => {
  const contacts = fc.array(
    fc.record({
      programId: fc.constantFrom('a', 'b', null),
      on: fc.integer({ min: 0, max: 120 }).map((days) => addDays('2026-07-01', days)),
      kind: fc.constantFrom(...CONTACT_KINDS),
      direction: fc.constantFrom('sent' as const, 'received' as const),
      outcome: fc.constantFrom(...CONTACT_OUTCOMES),
    }),
    { maxLength: 20 },
  )
  test('a stop has a rule, advice has a reason, and each reason is a sentence', () => {
    fc.assert(
      fc.property(contacts, fc.constantFrom(...CONTACT_KINDS), (all, kind) => {
        const { state, reasons } = brake(
          all.map((one) => contact(one)),
          { kind },
        )
        expect(state === 'stop').toBe(reasons.some(({ blocks }) => blocks))
        expect(state === 'free').toBe(reasons.length === 0)
        for (const reason of reasons) expect(brakeWords(reason)).toMatch(/\.$|\)\.$/)
      }),
    )
  })
  test('waiting is enough: after the spacing no message is too soon', () => {
    fc.assert(
      fc.property(contacts, (all) => {
        const today = addDays('2026-10-29', SPACING_DAYS)
        expect(
          codes(
            all.map((one) => contact(one)),
            { today },
          ),
        ).not.toContain('too_soon')
      }),
    )
  })
})
