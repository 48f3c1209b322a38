import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Mark } from '@/lib/checklist/checklist'
import { templateItem } from '@/lib/checklist/template'
import { addDays } from '@/lib/dates/calendar-date'
import { certificationParts } from '@/lib/papers/certification'
import { paperDatedThings } from '@/lib/papers/dated-things'
import { PAPER_HOLDERS, PAPER_KEYS, type PaperTrack } from '@/lib/papers/paper'
import { isPaperDone, itemsOfStep, PAPERS, stepOfItem } from '@/lib/papers/papers'
import { LONG_WAIT_DAYS, paperProblems } from '@/lib/papers/problems'
import { heldUpBy, readPapers } from '@/lib/papers/state'
import { paperProblemWords, papersSentence } from '@/lib/papers/words'
import { ECFMG_STEPS } from '@/lib/profile/applicant'
import { buildAttempt } from '@/tests/factories/applicant'
import { checklistOf, graduateAtTheStart } from '@/tests/factories/checklist'

const TODAY = '2026-11-22'
const track = (paper: PaperTrack['paper'], overrides: Partial<PaperTrack> = {}): PaperTrack => ({
  paper,
  holder: 'school',
  since: '2026-11-01',
  expectedOn: null,
  version: 1,
  ...overrides,
})
const mark = (itemId: string): Mark => ({ itemId, doneOn: TODAY, notNeeded: '', ownDue: null, note: '' })
const graduate = graduateAtTheStart()
const steps = (...stepsDone: (typeof ECFMG_STEPS)[number][]) =>
  graduateAtTheStart({ ecfmg: { ...graduate.ecfmg, status: 'in_progress', stepsDone } })

function read(
  tracks: readonly PaperTrack[] = [],
  { applicant = graduate, today = TODAY, marks = [] as Mark[] } = {},
) {
  const papers = readPapers(checklistOf({ applicant, today, marks }), tracks)
  const problems = paperProblems(papers, { applicant, seasonYear: 2028, today })
  const of = (key: PaperTrack['paper']) => {
    const found = papers.find(({ paper }) => paper.key === key)
    if (!found) throw new Error(`no paper ${key}`)
    return found
  }
  return { papers, problems, of, texts: problems.map((one) => paperProblemWords(one).text) }
}

describe('the papers', () => {
  test('are each once, each with an item of the checklist that says when, why and how long', () => {
    expect(PAPERS.map(({ key }) => key)).toEqual([...PAPER_KEYS])
    for (const { items, key } of PAPERS)
      for (const id of items) expect(templateItem(id)?.takes.words, key).toBeTruthy()
  })

  test('a step and its items name each other', () => {
    for (const step of ECFMG_STEPS) {
      expect(itemsOfStep(step).length, step).toBeGreaterThan(0)
      for (const id of itemsOfStep(step)) expect(stepOfItem(id)).toBe(step)
    }
    expect(stepOfItem('photo')).toBeNull()
  })
})

describe('how a paper stands', () => {
  test('is what the profile and the checklist say, and never what was only sent off', () => {
    expect(read().of('mspe').state).toBe('open')
    expect(read([track('mspe')]).of('mspe')).toMatchObject({ state: 'waiting', age: 21, holder: 'school' })
    expect(read([track('mspe')], { marks: [mark('mspe')] }).of('mspe')).toMatchObject({
      state: 'done',
      canUndo: true,
      holdsUp: [],
    })
    expect(read([], { applicant: steps('credentials_verified') }).of('credentials')).toMatchObject({
      state: 'done',
      canUndo: true,
    })
    expect(read().of('fellowship_token').state).toBe('not_for_you')
  })

  test('a certificate answers for its steps, which cannot be taken back beside it', () => {
    const certified = graduateAtTheStart({
      ecfmg: {
        status: 'certified',
        stepsDone: null,
        certifiedOn: '2026-05-01',
        validUntil: null,
        permanent: true,
      },
    })
    for (const key of ['credentials', 'certificate'] as const)
      expect(read([], { applicant: certified }).of(key)).toMatchObject({ state: 'done', canUndo: false })
  })

  test('knows the item of a student from that of a graduate', () => {
    const student = graduateAtTheStart({ graduation: { status: 'enrolled', on: '2027-06-30' } })
    expect(read([], { applicant: student }).of('credentials').item.id).toBe('credentials_after_graduation')
    expect(read().of('credentials').item.id).toBe('credentials_verified')
  })

  test('what it holds up waits for it, is open, and comes in the order of days', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PAPERS.flatMap(({ items }) => items)), (id) => {
        const checklist = checklistOf()
        const held = heldUpBy(id, checklist)
        expect(held.map((one) => one.id)).not.toContain(id)
        const days = held.flatMap(({ on }) => (on === null ? [] : [on]))
        expect(days).toEqual(days.toSorted())
        for (const one of held)
          expect(checklist.items.find((item) => item.id === one.id)).toMatchObject({
            state: 'open',
            applies: 'yes',
          })
      }),
    )
    expect(heldUpBy('mspe', checklistOf()).map(({ id }) => id)).toContain('complete')
    expect(heldUpBy('credentials_verified', checklistOf()).map(({ id }) => id)).toContain('ecfmg_certificate')
  })
})

describe('named problems', () => {
  test('none while nothing is late, and a long wait is said with who has it', () => {
    expect(read().texts).toEqual([])
    expect(read([track('mspe')]).texts).toEqual([])
    const long = track('mspe', { since: addDays(TODAY, -LONG_WAIT_DAYS) })
    expect(read([long]).texts).toEqual(['MSPE (dean’s letter): with your school for 30 days'])
    // With oneself nothing needs asking.
    expect(read([{ ...long, holder: 'me' }]).texts).toEqual([])
  })

  test('a day that comes after the planned one says what it costs, the first thing by name and day', () => {
    const { problems } = read([track('mspe', { expectedOn: '2027-09-25' })])
    expect(problems.map(paperProblemWords)).toEqual([
      {
        text: 'MSPE (dean’s letter): comes too late',
        detail:
          'expected by 25 September 2027; planned for 25 August 2027; too late for “Complete and submitted 48 hours before review opens” (20 September 2027)',
        href: '/documents/papers#mspe',
      },
    ])
  })

  test('a planned day that is over is late, an expected one that is over is asked after', () => {
    const late = read([], { today: '2027-08-30' }).texts
    expect(late).toContain('MSPE (dean’s letter): past its planned day')
    expect(read([track('mspe', { expectedOn: '2026-11-20' })]).texts).toEqual([
      'MSPE (dean’s letter): expected and not there',
    ])
  })

  test('an OET that is older than the Pathways of the season take is named, unless it was accepted', () => {
    const applicant = graduateAtTheStart({
      attempts: [
        buildAttempt({ exam: 'step1', takenOn: '2026-05-04' }),
        buildAttempt({ id: 'oet', exam: 'oet', takenOn: '2025-06-01', score: null }),
      ],
    })
    expect(read([], { applicant }).problems.map(paperProblemWords)[0]).toMatchObject({
      text: 'Your OET result is older than this season’s Pathways take',
      detail: expect.stringContaining('tests from 1 January 2026 on count'),
    })
    const accepted = { ...applicant, ecfmg: steps('pathway_applied', 'pathway_accepted').ecfmg }
    expect(read([], { applicant: accepted }).problems.map(({ code }) => code)).not.toContain('oet_too_old')
  })

  test('whatever is recorded, done papers and those that do not apply are no problem', () => {
    const tracks = fc.uniqueArray(fc.constantFrom(...PAPER_KEYS)).chain((keys) =>
      fc.tuple(
        ...keys.map((paper) =>
          fc.record({
            paper: fc.constant(paper),
            holder: fc.option(fc.constantFrom(...PAPER_HOLDERS)),
            since: fc.option(fc.integer({ min: -400, max: 0 }).map((days) => addDays(TODAY, days))),
            expectedOn: fc.option(fc.integer({ min: -100, max: 700 }).map((days) => addDays(TODAY, days))),
            version: fc.constant(1),
          }),
        ),
      ),
    )
    fc.assert(
      fc.property(tracks, (recorded) => {
        const { problems, papers } = read(recorded, { marks: [mark('mspe'), mark('photo')] })
        for (const { paper } of problems) expect(['open', 'waiting']).toContain(paper.state)
        expect(new Set(problems.map(({ paper }) => paper.paper.key)).size).toBe(problems.length)
        expect(papersSentence(papers, problems)).toMatch(/papers are done/)
      }),
    )
  })
})

test('the certificate has five parts; a Step 2 CK that was only sat is none of them', () => {
  const state = (applicant: typeof graduate, marks: Mark[] = []) =>
    Object.fromEntries(
      certificationParts(checklistOf({ applicant, marks }), applicant).map(({ part, state: how }) => [
        part,
        how,
      ]),
    )
  expect(state(graduate)).toEqual({
    // Whoever sat a Step was taken by ECFMG with that school.
    school: 'done',
    credentials: 'open',
    exams: 'open',
    clinical_skills: 'open',
    english: 'open',
  })
  const both = [
    buildAttempt({ exam: 'step1', takenOn: '2026-05-04' }),
    buildAttempt({ id: 'b', exam: 'step2ck', takenOn: '2026-09-01', outcome: 'pending', score: null }),
  ]
  expect(state({ ...graduate, attempts: both }).exams).toBe('open')
  const passed = both.map((one) =>
    one.exam === 'step2ck' ? { ...one, outcome: 'pass' as const, score: 240 } : one,
  )
  expect(state({ ...graduate, attempts: passed }).exams).toBe('done')
  expect(state({ ...graduate, ecfmg: { ...graduate.ecfmg, stepsDone: null } })).toMatchObject({
    credentials: 'unknown',
    clinical_skills: 'unknown',
  })
  expect(state(steps('pathway_applied', 'pathway_accepted')).clinical_skills).toBe('done')
})

test('a day on which a paper is expected is reminded of until it is there', () => {
  const expected = track('mspe', { expectedOn: '2027-01-15' })
  const open = checklistOf()
  const done = checklistOf({ marks: [mark('mspe')] })
  expect(paperDatedThings([expected, track('photo')], (key) => isPaperDone(key, open))).toMatchObject([
    { title: 'Ask after: MSPE (dean’s letter)', on: '2027-01-15', isDone: false },
  ])
  expect(paperDatedThings([expected], (key) => isPaperDone(key, done))[0]?.isDone).toBe(true)
})
