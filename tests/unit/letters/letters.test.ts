import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayOne } from '@/lib/checklist/day-one'
import { addDays, weekday } from '@/lib/dates/calendar-date'
import { toZoned } from '@/lib/dates/instant'
import { askTime, isWorkDay, nextAsk } from '@/lib/letters/asking'
import { type Place, planPlaces } from '@/lib/letters/assignment'
import { briefAsks, briefChoices, briefDates, briefFacts, MOST_BRIEF_FACTS } from '@/lib/letters/brief'
import { letterCounts } from '@/lib/letters/counts'
import { COVERAGE_STATES, coverageOf, overUse, programCoverage, suggestSet } from '@/lib/letters/coverage'
import { letterDatedThings } from '@/lib/letters/dated-things'
import { COVERAGE_TOPICS, KNOWLEDGE, MOST_PER_PROGRAM, WORK_WEEKS } from '@/lib/letters/letter'
import { letterProblems, letterProblemWords, lettersSentence } from '@/lib/letters/problems'
import { inSeason, isFromBefore, type RecordedWay } from '@/lib/letters/season'
import { stageOf, stageProblems } from '@/lib/letters/stages'
import { formerAdvice, wayWords } from '@/lib/letters/way-words'
import { coverageSentences } from '@/lib/letters/words'
import { LETTER_AUTHORS } from '@/lib/profile/applicant'
import type { StoryItem } from '@/lib/story/items'
import { buildListed, checklistOf, graduateAtTheStart } from '@/tests/factories/checklist'
import { buildTracked } from '@/tests/factories/letter'
import { shippedSeason } from '@/tests/factories/season'

const day = fc.integer({ min: 0, max: 700 }).map((days) => addDays('2026-09-01', days))
const maybe = fc.option(day)
const tracked = fc
  .record({
    id: fc.uuid(),
    author: fc.constantFrom(...LETTER_AUTHORS),
    state: fc.constantFrom('in_hand' as const, 'promised' as const),
    topics: fc.subarray([...COVERAGE_TOPICS]),
    knowledge: fc.option(fc.constantFrom(...KNOWLEDGE)),
    week: fc.constantFrom(...WORK_WEEKS),
    requestedOn: maybe,
    uploadedOn: maybe,
    askedOn: fc.array(day, { maxLength: 4 }),
    askAgainOn: maybe,
  })
  .map((parts) => buildTracked(parts))
const several = fc.uniqueArray(tracked, { selector: ({ id }) => id, maxLength: 8 })

describe('letters for one program', () => {
  const places = fc
    .uniqueArray(fc.uuid(), { maxLength: MOST_PER_PROGRAM })
    .chain((ids) =>
      fc
        .shuffledSubarray([1, 2, 3, 4], { minLength: ids.length, maxLength: ids.length })
        .map((slots) => ids.map((letterId, index): Place => ({ letterId, slot: slots[index] ?? 0 }))),
    )

  test('are never more than ERAS’ four, whatever was there and whatever is wanted, and each has its own place', () => {
    fc.assert(
      fc.property(places, fc.array(fc.uuid(), { maxLength: 7 }), (current, extra) => {
        const wanted = [...current.slice(0, 2).map(({ letterId }) => letterId), ...extra]
        const plan = planPlaces(current, wanted)
        expect(plan.isRefused).toBe(new Set(wanted).size > 4)
        if (plan.isRefused) return
        const after = [...current.filter(({ letterId }) => !plan.remove.includes(letterId)), ...plan.add]
        expect(after.map(({ letterId }) => letterId).toSorted()).toEqual([...new Set(wanted)].toSorted())
        expect(after.length).toBeLessThanOrEqual(4)
        expect(new Set(after.map(({ slot }) => slot)).size).toBe(after.length)
        expect(after.every(({ slot }) => slot >= 1 && slot <= 4)).toBe(true)
      }),
    )
  })
})

describe('what letters cover', () => {
  test('never gets worse by one more letter', () => {
    fc.assert(
      fc.property(several, tracked, (letters, more) => {
        const rank = (of: typeof letters) => coverageOf(of).map(({ state }) => COVERAGE_STATES.indexOf(state))
        const [before, after] = [rank(letters), rank([...letters, more])]
        expect(after.every((state, index) => state >= (before[index] ?? 0))).toBe(true)
      }),
    )
  })

  test('does not hang on the order of the letters', () => {
    fc.assert(
      fc.property(several, (letters) => {
        const states = (of: typeof letters) => coverageOf(of).map(({ state }) => state)
        expect(states(letters.toReversed())).toEqual(states(letters))
        const ids = (of: typeof letters) => suggestSet(of).map(({ id }) => id)
        expect(ids(letters.toReversed())).toEqual(ids(letters))
      }),
    )
  })

  test('a suggested set has each letter once, four at most, and leaves out none that would still add something', () => {
    fc.assert(
      fc.property(several, (letters) => {
        const set = suggestSet(letters)
        expect(new Set(set.map(({ id }) => id)).size).toBe(Math.min(letters.length, MOST_PER_PROGRAM))
        const first = set[0]
        const heard = (letter: (typeof letters)[number]) =>
          coverageOf([letter]).filter(({ state }) => state === 'covered').length
        // Of what is in hand the first one says the most, but for a US geneticist, who comes before equals and near-equals.
        if (first && !letters.some(({ author }) => author === 'us_geneticist') && heard(first) > 0) {
          const weight = (letter: (typeof letters)[number]) =>
            coverageOf([letter]).reduce((sum, { state }) => sum + COVERAGE_STATES.indexOf(state), 0)
          expect(Math.max(...letters.map(weight))).toBe(weight(first))
        }
      }),
    )
  })

  const of = (topic: (typeof COVERAGE_TOPICS)[number], overrides = {}) =>
    buildTracked({
      id: `${topic} ${JSON.stringify(overrides)}`,
      topics: [topic],
      state: 'in_hand',
      ...overrides,
    })

  test('says holes first, then what is thin or only promised, then what is said too often', () => {
    const letters = [
      of('reliability'),
      of('reliability', { author: 'home_clinician' }),
      of('reliability', { author: 'us_clinician' }),
      of('growth', { knowledge: 'little' }),
      of('complex_genetic_cases', { state: 'promised' }),
    ]
    const coverage = coverageOf(letters)
    expect(coverageSentences(coverage, overUse(coverage))).toEqual([
      'No letter speaks of: demanding content; biology and statistics; families and care.',
      'Only someone who knows you little speaks of: growth.',
      'Promised, and not in hand yet: complex cases.',
      '3 letters speak of reliability: one of them could speak of what is missing.',
    ])
  })

  test('calls nothing too much while nothing is missing', () => {
    const full = [1, 2, 3, 4].map((n) =>
      buildTracked({ id: String(n), state: 'in_hand', topics: [...COVERAGE_TOPICS] }),
    )
    const coverage = coverageOf(full)
    expect(overUse(coverage)).toEqual([])
    expect(coverageSentences(coverage, [])).toEqual(['Each of the six is in at least one letter in hand.'])
  })

  test('names for a program what it would not hear, and the letter that would add most', () => {
    const abroad = of('reliability', { author: 'home_clinician' })
    const geneticist = of('complex_genetic_cases')
    const families = of('families_and_care', { author: 'home_geneticist' })
    const read = programCoverage([abroad], [abroad, geneticist, families])
    expect(read).toMatchObject({ count: 1, room: 3, hasUsGeneticist: false, addNext: geneticist.id })
    expect(read.missing).toContain('families_and_care')
    expect(programCoverage([abroad, geneticist, families], [abroad, geneticist, families]).addNext).toBeNull()
  })
})

describe('asking again', () => {
  test('is never suggested for a day off, nor before the last asking, nor once the letter is there', () => {
    fc.assert(
      fc.property(tracked, maybe, (letter, needBy) => {
        const next = nextAsk(letter, needBy)
        if (letter.uploadedOn !== null || (letter.askAgainOn === null && letter.requestedOn === null)) {
          expect(next).toBeNull()
        } else if (letter.askAgainOn !== null) {
          expect(next).toEqual({ on: letter.askAgainOn, isOwn: true })
        } else {
          const on = next?.on ?? ''
          expect(isWorkDay(on, letter.week)).toBe(true)
          expect([letter.requestedOn ?? '', ...letter.askedOn].every((earlier) => earlier < on)).toBe(true)
        }
      }),
    )
  })

  test.each([
    // A Monday; two weeks later is a Monday again.
    ['2026-11-02', null, 'mon_fri', '2026-11-16'],
    // Needed within six weeks: a week later.
    ['2026-11-02', '2026-12-01', 'mon_fri', '2026-11-09'],
    // Friday and Saturday are off where the week begins on Sunday.
    ['2026-11-06', null, 'sun_thu', '2026-11-22'],
    ['2026-11-07', null, 'mon_fri', '2026-11-23'],
    ['2026-11-07', null, 'mon_sat', '2026-11-21'],
  ] as const)('requested on %s, needed by %s, %s: again on %s', (requestedOn, needBy, week, on) => {
    expect(nextAsk(buildTracked({ requestedOn, week }), needBy)).toEqual({ on, isOwn: false })
  })

  test('happens within the writer’s working hours, and while the person is up where the clocks allow', () => {
    const zones = fc.constantFrom(
      'Asia/Kathmandu',
      'America/Denver',
      'Europe/Kyiv',
      'Pacific/Kiritimati',
      'UTC',
    )
    fc.assert(
      fc.property(day, zones, zones, (on, writer, own) => {
        const { at, isUp } = askTime(on, { writer, own })
        const there = toZoned(at, writer)
        expect(there.date).toBe(on)
        expect(there.time >= '09:00' && there.time < '17:00').toBe(true)
        const here = toZoned(at, own).time
        expect(here >= '07:00' && here < '22:00').toBe(isUp)
      }),
    )
    expect(askTime('2026-11-16', { writer: 'America/Denver', own: 'Asia/Kathmandu' })).toEqual({
      at: '2026-11-16T16:00:00.000Z',
      isUp: true,
    })
  })

  test('is a dated thing on the writer’s clock, and a day where their zone is not said', () => {
    const letter = buildTracked({ requestedOn: '2026-11-02', writer: 'Prof. Lee', zone: 'America/Denver' })
    const options = { needBy: null, own: 'UTC' }
    expect(letterDatedThings([letter], options)).toMatchObject([
      {
        kind: 'follow_up',
        title: 'Ask again for the letter: Prof. Lee',
        on: null,
        at: '2026-11-16T16:00:00.000Z',
        zone: 'America/Denver',
      },
    ])
    expect(letterDatedThings([{ ...letter, zone: null }], options)).toMatchObject([{ on: '2026-11-16' }])
    expect(letterDatedThings([{ ...letter, uploadedOn: '2026-11-09' }], options)).toEqual([])
  })

  test('weeks are what they are called', () => {
    expect(weekday('2026-11-22')).toBe(0)
    expect(isWorkDay('2026-11-22', 'sun_thu')).toBe(true)
    expect(isWorkDay('2026-11-22', 'mon_sat')).toBe(false)
  })
})

describe('stages', () => {
  const days = { createdOn: null, confirmedOn: null, requestedOn: null, uploadedOn: null }

  test('the furthest one that is recorded counts, and a planned program is no assignment yet', () => {
    expect(stageOf(buildTracked())).toBeNull()
    const requested = buildTracked({ createdOn: '2026-10-01', requestedOn: '2026-10-03' })
    expect(stageOf(requested)).toBe('requested')
    const place = { entryId: 'e', programId: 'p' }
    expect(stageOf({ ...requested, assignments: [{ ...place, assignedOn: null }] })).toBe('requested')
    expect(stageOf({ ...requested, assignments: [{ ...place, assignedOn: '2026-11-01' }] })).toBe('assigned')
  })

  test('a day ahead and one before an earlier stage are refused at their fields; a gap is not', () => {
    const today = '2026-11-22'
    expect(stageProblems({ ...days, uploadedOn: today }, today)).toEqual([])
    expect(stageProblems({ ...days, requestedOn: '2026-11-23' }, today)).toMatchObject([
      { field: 'requestedOn' },
    ])
    expect(stageProblems({ ...days, createdOn: '2026-10-05', uploadedOn: '2026-10-01' }, today)).toEqual([
      { field: 'uploadedOn', message: 'It cannot be uploaded before it was created: check the two days' },
    ])
  })
})

describe('named problems', () => {
  const today = '2026-11-22'
  const programs = [{ entryId: 'a' }, { entryId: 'b' }]
  const found = (letters: Parameters<typeof letterProblems>[0]['letters'], needBy: string | null = null) =>
    letterProblems({ letters, programs, needBy, today }).map((one) => letterProblemWords(one).text)
  const place = (entryId: string, assignedOn: string | null = today) => ({
    entryId,
    programId: entryId,
    assignedOn,
  })

  test('two letters uploaded but unassigned are said as that, a planned program or not', () => {
    const uploaded = buildTracked({ state: 'in_hand', uploadedOn: '2026-11-01', waiver: 'waived' })
    expect(found([uploaded, { ...uploaded, id: '2', assignments: [place('a', null)] }])).toEqual([
      '2 letters uploaded but unassigned',
    ])
    expect(found([{ ...uploaded, assignments: [place('a')] }])).toEqual([])
    // Without a program there is nothing to assign it to.
    expect(letterProblems({ letters: [uploaded], programs: [], needBy: null, today })).toEqual([])
  })

  test('near the day, a program without a letter and a letter without an upload are named', () => {
    const served = buildTracked({ state: 'in_hand', uploadedOn: '2026-11-01', assignments: [place('a')] })
    const empty = buildTracked({ id: '2', assignments: [place('b')], requestedOn: '2026-11-16' })
    expect(found([served, empty], '2026-12-20')).toEqual([
      '1 letter assigned but not uploaded',
      '1 program has no uploaded letter',
    ])
    expect(found([served, empty], '2027-08-01')).toEqual([])
  })

  test('a request that is silent, one that was never sent, and a letter in hand without its upload', () => {
    expect(found([buildTracked({ requestedOn: '2026-11-02', waiver: 'kept' })])).toEqual([
      '1 letter to ask for again',
    ])
    expect(
      found([buildTracked({ requestedOn: '2026-11-02', askedOn: ['2026-11-20'], waiver: 'kept' })]),
    ).toEqual([])
    expect(found([buildTracked({ createdOn: '2026-11-01', waiver: 'waived' })])).toEqual([
      '1 letter entered in MyERAS and not requested',
    ])
    expect(found([buildTracked({ state: 'in_hand' })])).toEqual(['1 letter in hand, with no upload recorded'])
  })

  test('one sentence says the weightiest and how many are where', () => {
    const uploaded = buildTracked({ state: 'in_hand', uploadedOn: '2026-11-01' })
    const letters = [uploaded, buildTracked({ id: '2' })]
    expect(lettersSentence([], [])).toBe('No letter is entered yet.')
    expect(lettersSentence(letters, letterProblems({ letters, programs, needBy: null, today }))).toBe(
      '1 letter uploaded but unassigned. 2 letters, 1 uploaded.',
    )
    expect(lettersSentence([buildTracked()], [])).toBe(
      '1 letter, none uploaded. Nothing about them waits for you today.',
    )
  })
})

describe('the brief for a writer', () => {
  const item = (key: string, part: StoryItem['part']): StoryItem => ({
    key,
    part,
    label: `Label of ${key}`,
    clause: '',
    noun: '',
    span: null,
  })
  const items = [
    item('attempt:step1:2024-11-12', 'step1'),
    item('attempt:step2ck:2026-06-23', 'step2ck'),
    item('clinical:a', 'us_experience'),
    item('letter:b', 'letters'),
    ...Array.from({ length: 12 }, (_, index) => item(`research:${index}`, 'research')),
  ]

  test('shows no exam and no other letter, what was chosen while it is true, and no more than a page holds', () => {
    expect(briefFacts(items, null)).toHaveLength(MOST_BRIEF_FACTS)
    expect(briefChoices(items).map(({ part }) => part)).not.toEqual(
      expect.arrayContaining(['step1', 'step2ck', 'letters']),
    )
    const chosen = ['clinical:a', 'attempt:step2ck:2026-06-23', 'research:gone']
    expect(briefFacts(items, chosen).map(({ key }) => key)).toEqual(['clinical:a'])
    expect(briefFacts(items, [])).toEqual([])
  })

  test('asks first for what no other letter says, then for what was agreed, and only asks', () => {
    const letter = buildTracked({ id: 'mine', topics: ['reliability'] })
    const other = buildTracked({ id: 'other', topics: ['reliability', 'growth', 'complex_genetic_cases'] })
    const asks = briefAsks(letter, [letter, other])
    expect(asks.map(({ topic }) => topic)).toEqual([
      'demanding_content',
      'molecular_and_statistics',
      'families_and_care',
      'reliability',
    ])
    expect(asks.map(({ isMissingElsewhere }) => isMissingElsewhere)).toEqual([true, true, true, false])
    for (const { question } of briefAsks(letter, [letter])) expect(question).toMatch(/\?$/)
    expect(briefAsks(letter, [letter])).toHaveLength(COVERAGE_TOPICS.length)
  })

  test('names days on the writer’s clock, Eastern time where their zone is not said, and what is only expected', () => {
    const dates = (zone: string | null) =>
      briefDates(shippedSeason(2028), { needBy: '2027-09-08', zone }).map(({ when, note }) => [when, note])
    expect(dates('Asia/Kathmandu')).toEqual([
      ['8 September 2027', null],
      ['1 Sep 2027, 18:45 in Kathmandu', 'expected, not announced yet'],
      ['22 Sep 2027, 18:45 in Kathmandu', 'expected, not announced yet'],
    ])
    expect(dates(null)[1]?.[0]).toBe('1 Sep 2027, 09:00 ET')
  })
})

test('the checklist names letters that are uploaded but unassigned, and is done when each program has one', () => {
  const place = { entryId: 'e', assignedOn: '2027-08-20' }
  const uploaded = (id: string, programId: string | null) =>
    buildTracked({
      id,
      state: 'in_hand',
      uploadedOn: '2027-08-01',
      assignments: programId === null ? [] : [{ ...place, programId }],
    })
  const read = (letters: ReturnType<typeof uploaded>[]) =>
    checklistOf({
      today: '2027-08-25',
      programs: [buildListed('peds_mgg', { programId: 'p' })],
      letters: letterCounts(letters),
    })
  const open = read([uploaded('a', null), uploaded('b', null)])
  expect(dayOne(open)?.blockers.find(({ id }) => id === 'letters_assigned')).toMatchObject({
    text: '2 letters uploaded but unassigned',
    href: '/documents/letters/coverage',
  })
  const done = read([uploaded('a', 'p'), uploaded('b', null)])
  expect(done.items.find(({ id }) => id === 'letters_assigned')).toMatchObject({ state: 'done' })
  // A letter that is meant for the program and was never uploaded is read by nobody.
  const unread = read([{ ...uploaded('a', 'p'), uploadedOn: null }])
  expect(unread.items.find(({ id }) => id === 'letters_assigned')).toMatchObject({ state: 'open' })
})

describe('a letter over seasons', () => {
  const OPENS = { on: '2027-06-02', isProjected: true } as const
  const way = (overrides: Partial<RecordedWay> = {}): RecordedWay => ({
    createdOn: null,
    confirmedOn: null,
    requestedOn: null,
    uploadedOn: null,
    askedOn: [],
    askAgainOn: null,
    formerUploadedOn: null,
    ...overrides,
  })
  const last = way({ createdOn: '2026-07-20', requestedOn: '2026-07-21', uploadedOn: '2026-08-19' })
  const letter = (recorded: RecordedWay) => buildTracked({ state: 'in_hand', ...inSeason(recorded, OPENS) })

  test('keeps its upload as one of an earlier season, and has every stage before it again', () => {
    const before = letter(last)
    expect(stageOf(before)).toBeNull()
    expect(isFromBefore(before)).toBe(true)
    expect(before.former).toEqual({ uploadedOn: '2026-08-19', opensOn: '2027-06-02', isProjected: true })
    expect(wayWords(before)).toBe('Uploaded on 19 August 2026, for an earlier season')
    expect(letterCounts([before])).toMatchObject({ uploaded: 0, unassigned: 0, fromBefore: 1 })
    expect(nextAsk(before, '2027-09-08')).toBeNull()
  })

  test('belongs to this season from the day on which MyERAS opens', () => {
    const today = letter(way({ uploadedOn: '2027-06-02' }))
    expect(today.former).toBeNull()
    expect(stageOf(today)).toBe('uploaded')
    expect(letterCounts([today])).toMatchObject({ uploaded: 1, fromBefore: 0 })
  })

  test('that was imported still says when it was first uploaded', () => {
    const imported = letter(way({ uploadedOn: '2027-06-10', formerUploadedOn: '2026-08-19' }))
    expect(isFromBefore(imported)).toBe(false)
    expect(wayWords(imported)).toBe('Uploaded on 10 June 2027')
    expect(formerAdvice(imported, '2027-06-11')?.join(' ')).toContain('first uploaded on 19 August 2026')
  })

  test('is named as a problem once MyERAS is open, never as an upload that was not recorded', () => {
    const letters = [letter(last), letter(way({ requestedOn: '2026-09-01' }))]
    const codesOn = (today: string) =>
      letterProblems({ letters, programs: [{ entryId: 'a' }], needBy: null, today }).map(({ code }) => code)
    expect(codesOn('2027-06-01')).toEqual([])
    expect(codesOn('2027-06-02')).toEqual(['from_before', 'request_lapsed'])
    expect(formerAdvice(letters[0] ?? buildTracked(), '2027-06-01')?.[1]).toContain(
      'From 2 June 2027 (expected, not announced yet)',
    )
    expect(letterDatedThings(letters.slice(0, 1), { needBy: null, own: 'Asia/Kolkata' })).toMatchObject([
      { on: '2027-06-02', isProjected: true },
    ])
    expect(lettersSentence(letters, [])).toContain('none uploaded for this season, 1 for an earlier one')
  })

  test('is no letter in hand for the checklist until it is there again', () => {
    const written = Array.from({ length: 3 }, () => ({
      author: 'home_geneticist' as const,
      state: 'in_hand' as const,
      topics: [],
    }))
    const isDone = (days: RecordedWay) => {
      const checklist = checklistOf({
        applicant: graduateAtTheStart({ letters: written }),
        letters: letterCounts([letter(days), letter(days), letter(days)]),
      })
      return checklist.items.find(({ id }) => id === 'letters_uploaded')?.state === 'done'
    }
    expect(isDone(last)).toBe(false)
    expect(isDone(way({ uploadedOn: '2027-06-10' }))).toBe(true)
  })

  test('is shown whole or not at all, and going back to its season shows it again', () => {
    fc.assert(
      fc.property(fc.record({ requestedOn: maybe, uploadedOn: maybe, formerUploadedOn: maybe }), (days) => {
        const recorded = way(days)
        const read = inSeason(recorded, OPENS)
        const shown = [read.requestedOn, read.uploadedOn].filter((on) => on !== null)
        expect(shown.length === 0 || shown.some((on) => on >= OPENS.on)).toBe(true)
        expect(inSeason(recorded, { on: null, isProjected: false })).toMatchObject({
          requestedOn: recorded.requestedOn,
          uploadedOn: recorded.uploadedOn,
        })
      }),
    )
    expect(
      inSeason(way({ formerUploadedOn: '2026-08-19' }), { on: '2026-06-03', isProjected: false }),
    ).toMatchObject({
      uploadedOn: '2026-08-19',
      former: null,
    })
  })
})
