import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Checklist, Mark, OwnItem } from '@/lib/checklist/checklist'
import { datedItems } from '@/lib/checklist/dated-items'
import { dayOne } from '@/lib/checklist/day-one'
import { dueReason, dueWords, hrefOf } from '@/lib/checklist/item-words'
import { datesOf, movedDates, movedItems, readSeenDates } from '@/lib/checklist/season-dates'
import { checklistSentence } from '@/lib/checklist/sentence'
import { TEMPLATE } from '@/lib/checklist/template'
import { byTime, farDays, timeGroup } from '@/lib/checklist/time-groups'
import { addDays, isCalendarDate } from '@/lib/dates/calendar-date'
import { ENTRY_STATUSES } from '@/lib/list/status'
import { EMPTY_APPLICANT } from '@/lib/profile/empty-applicant'
import { PATHWAYS } from '@/lib/programs/pathway'
import { buildLetter } from '@/tests/factories/applicant'
import { buildListed, checklistOf, graduateAtTheStart } from '@/tests/factories/checklist'
import { buildSeason, NOT_ANNOUNCED, shippedSeason } from '@/tests/factories/season'
import { applicants } from '../fit/arbitraries'

const mark = (itemId: string, overrides: Partial<Mark> = {}): Mark => ({
  itemId,
  doneOn: null,
  notNeeded: '',
  ownDue: null,
  note: '',
  ...overrides,
})
const own = (id: string, overrides: Partial<OwnItem> = {}): OwnItem => ({
  id,
  title: `Item ${id}`,
  dueOn: null,
  note: '',
  waitsFor: null,
  doneOn: null,
  ...overrides,
})
const find = (checklist: Checklist, id: string) => {
  const found = checklist.items.find((item) => item.id === id)
  if (!found) throw new Error(`no item ${id}`)
  return found
}

describe('the template', () => {
  const keys = TEMPLATE.map(({ key }) => key)

  test('names each item once, and waits only for items that exist, without a circle', () => {
    expect(new Set(keys).size).toBe(keys.length)
    const settled = new Set<string>()
    for (let left = [...TEMPLATE]; left.length > 0; ) {
      const ready = left.filter(({ waitsFor }) => waitsFor.every((key) => settled.has(key)))
      expect(ready.length, left.map(({ key }) => key).join()).toBeGreaterThan(0)
      for (const { key } of ready) settled.add(key)
      left = left.filter((one) => !ready.includes(one))
    }
  })

  test('says of every item why, how long it takes abroad, and when', () => {
    for (const { key, why, takes, due, title, href } of TEMPLATE) {
      expect(why.length, key).toBeGreaterThan(40)
      expect(takes.words, key).not.toBe('')
      expect(due, key).not.toBeNull()
      expect(title, key).not.toMatch(/[.!]$/)
      expect(href, key).toMatch(/^\//)
    }
  })

  test('has everything that the season desk was asked for', () => {
    expect(keys).toEqual(
      expect.arrayContaining([
        ...[
          'one_name',
          'world_directory',
          'ecfmg_application',
          'observership',
          'visitor_visa',
          'gaps_explained',
        ],
        ...[
          'letters_translated',
          'seven_years',
          'certificate_end',
          'eras_token',
          'photo',
          'school_transcript',
        ],
        ...[
          'mspe',
          'statement',
          'letters_uploaded',
          'step2ck',
          'step3',
          'signals',
          'complete',
          'scores_resent',
        ],
        ...['nrmp_registration', 'ecfmg_verification', 'contract_in_writing', 'rank_list', 'soap_ready'],
        ...['contract_signed', 'liaison_file', 'statement_of_need', 'ds2019', 'sevis', 'visa_interview'],
      ]),
    )
  })
})

const anyDay = fc.integer({ min: 0, max: 1100 }).map((days) => addDays('2025-09-01', days))
const anyMark = fc.record({
  itemId: fc.constantFrom(...TEMPLATE.map(({ key }) => key)),
  doneOn: fc.option(anyDay),
  notNeeded: fc.constantFrom('', 'Not for me'),
  ownDue: fc.option(anyDay),
  note: fc.constant(''),
})
const anyOwn = fc.array(
  fc.record({
    dueOn: fc.option(anyDay),
    waitsFor: fc.option(
      fc.constantFrom('statement', 'complete', 'rank_list', 'own.0', 'own.1', 'own.2', 'no_such_item'),
    ),
    doneOn: fc.option(anyDay),
  }),
  { maxLength: 3 },
)
const anyInput = fc
  .record({
    applicant: applicants,
    pathways: fc.array(fc.constantFrom(...PATHWAYS), { maxLength: 4 }),
    status: fc.constantFrom(...ENTRY_STATUSES),
    season: fc.constantFrom(
      shippedSeason(2027),
      shippedSeason(2028),
      buildSeason(2029),
      buildSeason(2029, { eras_program_review_opens: NOT_ANNOUNCED, eras_submit_opens: NOT_ANNOUNCED }),
    ),
    marks: fc.uniqueArray(anyMark, { selector: ({ itemId }) => itemId, maxLength: 12 }),
    own: anyOwn,
    today: anyDay,
  })
  .map(({ pathways, status, own: items, ...input }) => ({
    ...input,
    programs: pathways.map((pathway, index) => buildListed(pathway, { programId: `p${index}`, status })),
    ownItems: items.map((item, index) => own(String(index), item)),
  }))

test('a rank list that is certified as it stands ends its item, on its own day', () => {
  const of = (rankCertifiedOn: string | null) => find(checklistOf({ rankCertifiedOn }), 'rank_list')
  expect(of('2028-02-20')).toMatchObject({
    state: 'done',
    done: { how: 'known', on: '2028-02-20', code: 'rank_certified' },
  })
  expect(of(null).state).toBe('open')
})

describe('whatever a person has said', () => {
  test('no open item is due before what it waits for, unless a day that is not ours says so and the item tells', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const checklist = checklistOf(input)
        const { leading, today } = checklist.facts
        for (const item of checklist.items) {
          const { on } = item.due
          if (item.state !== 'open' || item.applies === 'no' || on === null) continue
          if (item.calendar !== null && item.calendar !== leading?.calendar && on < today) continue
          for (const { id } of item.waitsFor) {
            const other = find(checklist, id)
            if (other.state !== 'open' || other.due.on === null || other.due.on <= on) continue
            expect(item.clash, `${item.id} on ${on} waits for ${id} on ${other.due.on}`).not.toBeNull()
            expect((item.clash?.on ?? '') >= other.due.on).toBe(true)
          }
        }
      }),
      { numRuns: 120 },
    )
  })

  test('the same input gives the same list, in any order of marks, programs and own items', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const turned = {
          ...input,
          marks: input.marks.toReversed(),
          programs: input.programs.toReversed(),
          ownItems: input.ownItems,
        }
        expect(checklistOf(turned).items).toEqual(checklistOf(input).items)
      }),
      { numRuns: 30 },
    )
  })

  test('ids are unique, days are days, and every word is there', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const checklist = checklistOf(input)
        expect(new Set(checklist.items.map(({ id }) => id)).size).toBe(checklist.items.length)
        for (const item of checklist.items) {
          expect(item.due.on === null || isCalendarDate(item.due.on)).toBe(true)
          expect(`${dueWords(item)} ${dueReason(item)}`).not.toMatch(/undefined|null|NaN/)
          expect(hrefOf(item)).toMatch(/^\//)
          if (item.applies === 'no' || item.applies === 'unknown') expect(item.because).not.toBeNull()
        }
        expect(checklistSentence(checklist, dayOne(checklist))).toMatch(/^[A-Z0-9].*\.$/)
        const grouped = byTime(checklist.items, checklist.today, farDays(checklist)).flatMap(
          ({ items }) => items,
        )
        expect(grouped).toHaveLength(checklist.items.length)
      }),
      { numRuns: 60 },
    )
  })

  test('a day set by hand is the day, whatever the season does', () => {
    fc.assert(
      fc.property(anyInput, anyDay, (input, day) => {
        const marks = [mark('statement', { ownDue: day })]
        expect(find(checklistOf({ ...input, marks }), 'statement').due).toMatchObject({
          on: day,
          isOwn: true,
        })
      }),
      { numRuns: 30 },
    )
  })
})

describe('where nothing is said', () => {
  const checklist = checklistOf({ applicant: EMPTY_APPLICANT, programs: [] })

  test('what hangs on it may apply, and the reason is named; what everyone needs applies', () => {
    expect(find(checklist, 'visitor_visa')).toMatchObject({ applies: 'unknown', because: 'needs_visa' })
    expect(find(checklist, 'oet')).toMatchObject({ applies: 'unknown', because: 'not_certified' })
    expect(find(checklist, 'statement').applies).toBe('yes')
    expect(find(checklist, 'nrmp_registration').applies).toBe('yes')
    expect(checklist.facts.calendars).toMatchObject([{ calendar: 'main', reason: 'nothing_said' }])
  })

  test('nobody is reminded of what only may apply', () => {
    const reminded = datedItems(checklist).map(({ id }) => id)
    expect(reminded).toContain('statement')
    expect(reminded).not.toContain('step3')
    expect(reminded).not.toContain('visitor_visa')
  })
})

describe('what is done', () => {
  test('is derived from the profile, and not asked twice', () => {
    const checklist = checklistOf({
      applicant: graduateAtTheStart({
        letters: [buildLetter(), buildLetter({ author: 'home_clinician' }), buildLetter()],
        ecfmg: {
          status: 'in_progress',
          stepsDone: ['application', 'credentials_verified', 'pathway_applied'],
          certifiedOn: null,
          validUntil: null,
          permanent: null,
        },
      }),
    })
    for (const id of [
      'world_directory',
      'ecfmg_application',
      'credentials_verified',
      'pathway_application',
      'letters_asked',
      'us_geneticist_letter',
      'letters_uploaded',
    ])
      expect(find(checklist, id).done, id).toMatchObject({ how: 'known' })
    expect(find(checklist, 'step1').done).toEqual({ how: 'known', on: '2026-05-04', code: 'step1_passed' })
    expect(find(checklist, 'step2ck').done).toBeNull()
  })

  test('having applied finishes the application, of that calendar alone', () => {
    const programs = [
      buildListed('peds_mgg', { status: 'applied' }),
      buildListed('mgg', { calendars: ['december'] }),
    ]
    const applicant = graduateAtTheStart({
      training: { ...graduateAtTheStart().training, acgmeMonths: 24 },
    })
    const checklist = checklistOf({ applicant, programs, today: '2027-09-21' })
    expect(find(checklist, 'complete').state).toBe('done')
    expect(find(checklist, 'complete.december').state).toBe('open')
  })

  test('can be marked with a day, or as not needed with a reason', () => {
    const checklist = checklistOf({
      marks: [
        mark('one_name', { doneOn: '2026-11-20' }),
        mark('visitor_visa', { notNeeded: 'I live next to the border' }),
      ],
    })
    expect(find(checklist, 'one_name').done).toEqual({ how: 'marked', on: '2026-11-20' })
    expect(find(checklist, 'visitor_visa').state).toBe('not_needed')
    expect(datedItems(checklist).map(({ id }) => id)).not.toContain('visitor_visa')
  })
})

describe('dated items for reminders', () => {
  test('say which days are doors that close, which are the person’s own, and which only our margin', () => {
    const items = datedItems(
      checklistOf({
        marks: [mark('statement', { ownDue: '2027-07-15' })],
        ownItems: [own('visa', { dueOn: '2027-01-10' })],
      }),
    )
    const urgency = Object.fromEntries(items.map((item) => [item.id, item.urgency]))
    expect(urgency).toMatchObject({
      rank_list: 'deadline',
      nrmp_registration: 'deadline',
      photo: 'plan',
      complete: 'plan',
      statement: 'fixed',
      'own.visa': 'fixed',
    })
    expect(items.map(({ on }) => on)).toEqual(items.map(({ on }) => on).toSorted())
  })
})

describe('day one', () => {
  test('names nothing ten months before, and counts what is left', () => {
    const checklist = checklistOf()
    const day = dayOne(checklist)
    expect(day).toMatchObject({
      phase: 'ahead',
      submitOn: '2027-09-01',
      reviewOn: '2027-09-22',
      blockers: [],
    })
    expect(checklistSentence(checklist, day)).toBe(
      'Nothing blocks submission on day one yet; eleven things are left to do for it.',
    )
  })

  test('names eight weeks before it what is missing, each with the place where it is mended', () => {
    const checklist = checklistOf({
      today: '2027-07-20',
      applicant: graduateAtTheStart({
        letters: [buildLetter(), buildLetter({ state: 'promised' })],
        attempts: [
          { id: 'a', exam: 'step1', takenOn: '2026-05-04', outcome: 'pass', score: null, oet: null },
          { id: 'b', exam: 'step2ck', takenOn: '2027-06-20', outcome: 'pass', score: 240, oet: null },
        ],
      }),
      marks: ['photo', 'mspe', 'school_transcript', 'statement', 'application_form', 'gaps_explained'].map(
        (key) => mark(key, { doneOn: '2027-07-01' }),
      ),
    })
    const day = dayOne(checklist)
    const named = Object.fromEntries((day?.blockers ?? []).map(({ id, ...rest }) => [id, rest]))
    expect(Object.keys(named).toSorted()).toEqual([
      'eras_token',
      'letters_assigned',
      'letters_uploaded',
      'program_list',
    ])
    expect(named.letters_uploaded).toMatchObject({
      text: 'Fewer than three letters are in hand',
      detail: '1 of 3 in hand, 1 promised and not in hand yet',
      href: '/documents/letters',
    })
    expect(checklistSentence(checklist, day)).toBe('Four things block submission on day one.')
  })

  test('says of an exam day that misses review which day would not', () => {
    const checklist = checklistOf({
      applicant: graduateAtTheStart({
        attempts: [
          { id: 'a', exam: 'step1', takenOn: '2026-05-04', outcome: 'pass', score: null, oet: null },
          { id: 'b', exam: 'step2ck', takenOn: '2027-09-10', outcome: 'planned', score: null, oet: null },
        ],
      }),
    })
    const blockers = dayOne(checklist)?.blockers ?? []
    expect(blockers).toMatchObject([
      { id: 'step2ck', text: 'Your Step 2 CK day misses program review', href: '/exams' },
    ])
    expect(blockers[0]?.detail).toContain('25 July 2027')
    expect(checklistSentence(checklist, dayOne(checklist))).toBe('One thing blocks submission on day one.')
  })

  test('leaves what served the Match behind after Match Day, and keeps the papers that follow', () => {
    const checklist = checklistOf({
      today: '2028-03-18',
      programs: [buildListed('peds_mgg', { status: 'matched' })],
    })
    expect(find(checklist, 'rank_list')).toMatchObject({ applies: 'no', because: 'match_over' })
    expect(find(checklist, 'statement').applies).toBe('no')
    expect(find(checklist, 'ds2019').applies).toBe('yes')
    expect(checklistSentence(checklist, dayOne(checklist))).toMatch(/^The Match of this season is over\. /)
    const unmatched = checklistOf({
      today: '2028-03-18',
      programs: [buildListed('peds_mgg', { status: 'not_matched' })],
    })
    expect(find(unmatched, 'ds2019')).toMatchObject({ applies: 'no', because: 'may_match' })
  })

  test('turns to what programs read once submission is open, and is over when they read', () => {
    const on = (today: string) => dayOne(checklistOf({ today }))
    expect(on('2027-09-01')?.phase).toBe('open')
    expect(on('2027-09-22')).toMatchObject({ phase: 'reading', blockers: [] })
    const unplaced = buildSeason(2029, { eras_submit_opens: NOT_ANNOUNCED })
    expect(dayOne(checklistOf({ season: unplaced }))?.phase).toBe('not_announced')
  })
})

describe('when the season’s dates move', () => {
  const before = shippedSeason(2028)
  const seen = datesOf(before)
  const moved = {
    ...before,
    events: before.events.map((event) => {
      if (event.key === 'eras_submit_opens') return { ...event, on: '2027-09-08', at: null }
      if (event.key === 'eras_program_review_opens')
        return { ...event, on: '2027-09-29', at: null, status: 'published' as const, rule: null }
      if (event.key === 'match_day') return { ...event, status: 'published' as const, rule: null }
      return event
    }),
  }

  test('they are told from when to when; a day that stayed is told as confirmed', () => {
    expect(movedDates(seen, before)).toEqual([])
    expect(movedDates(seen, moved)).toMatchObject([
      { key: 'eras_submit_opens', from: '2027-09-01', to: '2027-09-08', isConfirmed: false },
      { key: 'eras_program_review_opens', from: '2027-09-22', to: '2027-09-29', isConfirmed: false },
      { key: 'match_day', from: '2028-03-17', to: '2028-03-17', isConfirmed: true },
    ])
  })

  test('items follow, and what was set by hand stays', () => {
    const input = {
      applicant: graduateAtTheStart(),
      programs: [buildListed('peds_mgg')],
      season: moved,
      marks: [mark('statement', { ownDue: '2027-08-01' }), mark('photo', { doneOn: '2026-11-01' })],
      ownItems: [own('mine', { dueOn: '2027-05-05' })],
      today: '2026-11-22',
    }
    const items = new Map(movedItems(seen, input).map((item) => [item.id, item]))
    expect(items.get('complete')).toMatchObject({ from: '2027-09-20', to: '2027-09-27', keptOn: null })
    expect(items.get('statement')).toMatchObject({
      from: '2027-08-18',
      to: '2027-08-25',
      keptOn: '2027-08-01',
    })
    expect(items.has('photo')).toBe(false)
    expect(items.has('own.mine')).toBe(false)
    expect(items.has('rank_list')).toBe(false)
  })

  test('survive being stored and read back', () => {
    expect(readSeenDates(JSON.parse(JSON.stringify(seen)))).toEqual(seen)
    expect(readSeenDates(null)).toBeNull()
    expect(readSeenDates({ match_day: { on: 7 }, no_such_event: { on: null } })).toEqual({})
  })
})

test.each([
  ['2026-11-21', 'past'],
  ['2026-11-22', 'week'],
  ['2026-11-29', 'week'],
  ['2026-11-30', 'month'],
  ['2026-12-20', 'month'],
  ['2026-12-21', 'quarter'],
  ['2027-02-21', 'quarter'],
  ['2027-02-22', 'before_submission'],
  ['2027-09-01', 'before_submission'],
  ['2027-09-02', 'before_match'],
  ['2028-03-17', 'before_match'],
  ['2028-03-18', 'after_match'],
  [null, 'undated'],
])('an item due on %s is shown under %s on 22 November 2026', (on, group) => {
  expect(timeGroup(on, '2026-11-22', { submitOn: '2027-09-01', matchOn: '2028-03-17' })).toBe(group)
})
