import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { addDays, daysBetween, weekday } from '@/lib/dates/calendar-date'
import { GENETICS_AREAS, type LoggedResult, type PracticeDetail } from '@/lib/exams/practice-detail'
import { DAY_MARKS, type DayMark, type StudyPlanInput, studyPlan, weeksOf } from '@/lib/study/plan'
import { studyPlanInput } from '@/lib/study/plan-input'
import { firstPlan, formsLeft } from '@/lib/study/plan-start'
import { daySentence, planSentence, weekSentence } from '@/lib/study/plan-words'
import { rotation } from '@/lib/study/rotation'
import { areasToBuild, geneticsProgress, talkingPoints, weakAreas } from '@/lib/study/talking-points'

const EXAM = '2027-06-28'
const START = '2027-04-05'

function input(overrides: Partial<StudyPlanInput> = {}): StudyPlanInput {
  return {
    exam: 'step2ck',
    examOn: EXAM,
    startOn: START,
    questionsLeft: 2400,
    mostPerDay: 80,
    restWeekday: 0,
    assessments: 3,
    weakSystems: ['neurology', 'renal'],
    weakTopics: ['biostatistics'],
    geneticsAreas: [...GENETICS_AREAS],
    ...overrides,
  }
}

const plan = (overrides: Partial<StudyPlanInput> = {}, marks: readonly DayMark[] = [], today = START) =>
  studyPlan(input(overrides), marks, today)
const dayOf = (found: ReturnType<typeof studyPlan>, on: string) => {
  const day = found.days.find((candidate) => candidate.on === on)
  if (!day) throw new Error(`no day ${on}`)
  return day
}

describe('a plan of twelve weeks', () => {
  const found = plan()

  it('ends with a light week and the exam', () => {
    expect(found.days).toHaveLength(85)
    expect(found.days.slice(-8).map((day) => day.kind)).toEqual([
      'light',
      'light',
      'light',
      'light',
      'light',
      'light',
      'rest',
      'exam',
    ])
    expect(found.days.slice(-8).every((day) => day.questions === 0)).toBe(true)
  })

  it('places three assessments, none on a rest day, counted back from the exam', () => {
    // 14, 28 and 42 days before Monday 28 June.
    expect(found.assessments).toEqual(['2027-05-17', '2027-05-31', '2027-06-14'])
    const onRest = plan({ restWeekday: 1 })
    expect(onRest.assessments).toEqual(['2027-05-16', '2027-05-30', '2027-06-13'])
    expect(plan({ startOn: '2027-06-10' }, [], '2027-06-10')).toMatchObject({ assessmentsOver: 2 })
    // Four weeks: a week apart instead of two.
    expect(plan({}, [], '2027-05-31').assessments).toEqual(['2027-05-31', '2027-06-07', '2027-06-14'])
  })

  it('covers the bank before the light week', () => {
    const total = found.days.reduce((sum, day) => sum + day.questions, 0)
    expect(total).toBe(2400)
    expect(found).toMatchObject({ pace: 'comfortable', questions: { done: 0, planned: 2400, over: 0 } })
    expect(planSentence(found)).toContain('21 June to 27 June 2027, is light')
  })

  it('says of a folded week what it holds: questions, a form, light days and the exam', () => {
    const weeks = weeksOf(found.days)
    const of = (on: string) => weekSentence(weeks.find((week) => week.some((day) => day.on === on)) ?? [])
    const inMay = found.days.filter(({ on }) => on >= '2027-05-17' && on <= '2027-05-23')
    const questions = inMay.reduce((sum, day) => sum + day.questions, 0)
    expect(of('2027-05-17')).toBe(`${questions} questions, practice assessment on 17 May`)
    expect(of('2027-06-22')).toBe('Light days')
    expect(of('2027-06-28')).toBe('Exam day on 28 June')
  })

  it('rests once in each of the last ten weeks', () => {
    const rests = found.days.filter((day) => day.kind === 'rest').map((day) => day.on)
    expect(rests).toHaveLength(10)
    expect(rests.every((on) => weekday(on) === 0)).toBe(true)
  })

  it('says what does not fit, with answers and no reproach', () => {
    const tight = plan({ questionsLeft: 9000 })
    expect(tight.pace).toBe('too_much')
    expect(tight.questions.over + tight.questions.planned).toBe(9000)
    expect(planSentence(tight)).toContain('each is a fair answer')
    expect(plan({ questionsLeft: 0 }).pace).toBe('done')
    expect(plan({ startOn: '2027-06-22' }, [], '2027-06-22').pace).toBe('no_time')
  })
})

describe('life happens', () => {
  const today = '2027-04-12'

  it('moves a sick day’s questions on to the days ahead', () => {
    const before = plan({}, [], today)
    const after = plan({}, [{ on: '2027-04-13', kind: 'sick', questions: null }], today)
    expect(dayOf(after, '2027-04-13')).toMatchObject({ kind: 'away', questions: 0 })
    expect(after.questions.planned).toBe(before.questions.planned)
    expect(daySentence(dayOf(after, '2027-04-13'))).toContain('The plan has moved on for you')
  })

  it('halves the day of a night shift and the day after', () => {
    const found = plan({}, [{ on: '2027-04-13', kind: 'night_shift', questions: null }], today)
    expect(dayOf(found, '2027-04-13').kind).toBe('half')
    expect(dayOf(found, '2027-04-14').kind).toBe('half')
    expect(dayOf(found, '2027-04-15').kind).toBe('study')
    const half = dayOf(found, '2027-04-13').questions
    expect(Math.abs(half * 2 - dayOf(found, '2027-04-15').questions)).toBeLessThanOrEqual(2)
  })

  it('counts ticked days as done and asks for that much less', () => {
    const marks: DayMark[] = [
      { on: '2027-04-05', kind: 'done', questions: 40 },
      { on: '2027-04-12', kind: 'done', questions: 60 },
    ]
    const found = plan({}, marks, today)
    expect(found.questions).toMatchObject({ done: 100, planned: 2300 })
    expect(daySentence(dayOf(found, '2027-04-12'))).toBe('Done: 60 questions.')
  })

  it('never speaks of what was not done', () => {
    const found = plan({}, [], '2027-05-20')
    const texts = [planSentence(found), ...found.days.map(daySentence)].join(' ').toLowerCase()
    expect(texts).not.toMatch(/missed|behind|late\b|fail|should have|overdue|streak/)
    expect(daySentence(dayOf(found, '2027-04-20'))).toBe('Past.')
  })
})

const marks = fc.array(
  fc.record({
    on: fc.integer({ min: 0, max: 84 }).map((n) => addDays(START, n)),
    kind: fc.constantFrom(...DAY_MARKS),
    questions: fc.option(fc.integer({ min: 0, max: 90 })),
  }),
  { maxLength: 30 },
)

describe('whatever is marked', () => {
  it('the questions add up, no rest day is given up, and the last week stays light', () => {
    fc.assert(
      fc.property(
        marks,
        fc.integer({ min: 0, max: 84 }),
        fc.integer({ min: 0, max: 6 }),
        fc.integer({ min: 0, max: 5000 }),
        (marked, day, restWeekday, questionsLeft) => {
          const today = addDays(START, day)
          const found = plan({ restWeekday, questionsLeft }, marked, today)
          const { done, planned, over } = found.questions
          expect(planned + over).toBe(Math.max(0, questionsLeft - done))
          const open = found.days.filter((each) => each.on >= today && !each.isDone)
          expect(open.reduce((sum, each) => sum + each.questions, 0)).toBe(planned)
          for (const each of open) {
            expect(each.questions).toBeGreaterThanOrEqual(0)
            const left = daysBetween(each.on, EXAM)
            if (left > 0 && left <= 70 && weekday(each.on) === restWeekday)
              expect(['rest', 'away']).toContain(each.kind)
            if (left > 0 && left <= 7) expect(each.questions).toBe(0)
            if (each.kind === 'study') expect(each.questions).toBeLessThanOrEqual(80)
            if (each.kind === 'half') expect(each.questions).toBeLessThanOrEqual(40)
          }
          expect(found.assessments.length + found.assessmentsOver).toBe(3)
          expect(found.assessments.every((on) => on >= today)).toBe(true)
        },
      ),
    )
  })

  it('the exam day stays, and each of the last ten weeks keeps its day of rest or one off', () => {
    fc.assert(
      fc.property(marks, fc.integer({ min: 0, max: 84 }), (marked, day) => {
        const today = addDays(START, day)
        const found = plan({}, marked, today)
        expect(found.days.at(-1)).toMatchObject({ on: EXAM, kind: 'exam' })
        expect(found.days).toHaveLength(85)
        const free = found.days.filter(
          ({ on }) => on >= today && on < EXAM && weekday(on) === 0 && daysBetween(on, EXAM) <= 70,
        )
        expect(free.every(({ kind }) => kind === 'rest' || kind === 'away')).toBe(true)
        if (day <= 14) expect(free).toHaveLength(10)
      }),
    )
  })

  it('a sick day more never moves an assessment after the last two weeks or onto a day of rest', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 70 }), { maxLength: 20 }), (sick) => {
        const marked = sick.map((n): DayMark => ({ on: addDays(START, n), kind: 'sick', questions: null }))
        const found = plan({}, marked)
        for (const on of found.assessments) {
          expect(daysBetween(on, EXAM)).toBeGreaterThanOrEqual(14)
          expect(weekday(on)).not.toBe(0)
          expect(marked.map((mark) => mark.on)).not.toContain(on)
        }
      }),
    )
  })

  it('ticking a day leaves the other days’ areas where they are', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), (n) => {
        const on = addDays(START, n)
        const before = plan()
        const after = plan({}, [{ on, kind: 'done', questions: dayOf(before, on).questions }])
        const areas = (found: typeof before) =>
          found.days.filter((day) => day.kind === 'study' && day.on > on).map((day) => [day.on, day.focus])
        if (dayOf(before, on).kind === 'study') expect(areas(after)).toEqual(areas(before))
      }),
    )
  })

  it('runs over leap day and the turn of the year', () => {
    const found = studyPlan(input({ startOn: '2027-12-20', examOn: '2028-03-13' }), [], '2027-12-20')
    expect(found.days.map((day) => day.on)).toContain('2028-02-29')
    expect(found.days).toHaveLength(85)
    expect(weeksOf(found.days).every((week) => week.length <= 7)).toBe(true)
    expect(weeksOf(found.days).flat()).toEqual(found.days)
  })
})

describe.each([
  ['Asia/Kathmandu', -345],
  ['Pacific/Marquesas', 570],
  ['America/New_York', 240],
])('on a machine in %s', (machine, offset) => {
  const before = process.env.TZ
  beforeAll(() => {
    process.env.TZ = machine
    expect(new Date(2027, 6, 1).getTimezoneOffset()).toBe(offset)
  })
  afterAll(() => {
    if (before === undefined) delete process.env.TZ
    else process.env.TZ = before
  })

  it.each([
    ['2027-01-18', '2027-04-12'],
    ['2027-09-06', '2027-11-29'],
    ['2027-12-20', '2028-03-13'],
  ])('no day is lost or doubled from %s to %s', (startOn, examOn) => {
    const { days } = studyPlan(input({ startOn, examOn }), [], startOn)
    expect(days).toHaveLength(85)
    expect(days.every((day, n) => n === 0 || daysBetween(days[n - 1]?.on ?? '', day.on) === 1)).toBe(true)
    expect(days.filter((day) => day.kind === 'rest').every((day) => weekday(day.on) === 0)).toBe(true)
  })
})

describe('rotation', () => {
  it('brings every weak area and every genetics area round', () => {
    const order = rotation(input())
    const areas = new Set(order.map((focus) => focus.area))
    expect([...areas].toSorted()).toEqual(
      ['biostatistics', 'neurology', 'renal', ...GENETICS_AREAS].toSorted(),
    )
    const seen = new Set(plan().days.flatMap((day) => (day.focus ? day.focus.area : [])))
    expect(seen).toEqual(areas)
  })

  it('adds the foundation subjects for Step 1', () => {
    const areas = rotation({
      exam: 'step1',
      weakSystems: [],
      weakTopics: ['genetics'],
      geneticsAreas: [],
    }).map((focus) => focus.area)
    expect(areas).toEqual(['genetics', 'molecular_biology', 'biochemistry', 'embryology'])
  })
})

describe('genetics areas', () => {
  const details: PracticeDetail[] = [
    {
      resultId: 'a',
      isMixed: true,
      weakSystems: null,
      weakTopics: null,
      genetics: [
        { area: 'prenatal', questions: 30, percent: 80 },
        { area: 'metabolism', questions: 30, percent: 50 },
        { area: 'dysmorphology', questions: 5, percent: 100 },
        { area: 'cancer_genetics', questions: null, percent: 90 },
      ],
    },
    {
      resultId: 'b',
      isMixed: null,
      weakSystems: null,
      weakTopics: null,
      genetics: [{ area: 'prenatal', questions: 10, percent: 60 }],
    },
  ]

  it('adds up by questions and calls strong only what rests on enough of them', () => {
    expect(geneticsProgress(details).map(({ area, percent, state }) => [area, percent, state])).toEqual([
      ['metabolism', 50, 'building'],
      ['dysmorphology', 100, 'few_questions'],
      ['prenatal', 75, 'strong'],
      ['cancer_genetics', null, 'not_said'],
      ['pharmacogenomics', null, 'not_said'],
    ])
    expect(areasToBuild(details)).not.toContain('prenatal')
  })

  it('turns strong areas into prompts for an interview', () => {
    const [point, ...others] = talkingPoints(details)
    expect(others).toEqual([])
    expect(point).toMatchObject({
      area: 'prenatal',
      evidence: '75 per cent of 40 practice questions were right.',
    })
    expect(point?.prompts.length).toBeGreaterThan(1)
  })

  it('lists weak areas by how often and how lately they were named', () => {
    expect(
      weakAreas([
        { on: '2027-04-01', areas: ['renal', 'skin'] },
        { on: '2027-05-01', areas: ['renal', 'psychiatry'] },
        { on: '2027-05-02', areas: null },
      ]).map((weak) => weak.area),
    ).toEqual(['renal', 'psychiatry', 'skin'])
  })
})

describe('a first plan', () => {
  const logged = (change: Partial<LoggedResult>): LoggedResult => ({
    id: change.takenOn ?? START,
    exam: 'step2ck',
    kind: 'nbme_ccssa',
    takenOn: START,
    score: 230,
    percent: null,
    isTimed: true,
    form: '',
    isMixed: null,
    weakSystems: null,
    weakTopics: null,
    genetics: [],
    note: '',
    version: 1,
    ...change,
  })

  it('takes the weak areas of that exam from the log, and the forms still to sit', () => {
    const results = [
      logged({ takenOn: '2027-03-01', weakSystems: ['renal', 'neurology'], weakTopics: ['ethics'] }),
      logged({ takenOn: '2027-03-10', weakSystems: ['renal'], kind: 'uwsa' }),
      logged({ takenOn: '2027-03-12', exam: 'step1', kind: 'nbme_cbssa', weakSystems: ['skin'] }),
    ]
    expect(firstPlan({ exam: 'step2ck', examOn: EXAM, today: START, results })).toMatchObject({
      examOn: EXAM,
      startOn: START,
      weakSystems: ['renal', 'neurology'],
      weakTopics: ['ethics'],
      assessments: 2,
      questionsLeft: null,
    })
  })

  it('places fewer forms as they are sat, never fewer than none', () => {
    const wanted = { exam: 'step2ck', startOn: START, assessments: 2 } as const
    const sat = (...days: string[]) => days.map((takenOn) => logged({ takenOn }))
    expect(formsLeft(wanted, sat('2027-04-01'))).toBe(2)
    expect(formsLeft(wanted, sat('2027-04-01', START))).toBe(1)
    expect(formsLeft(wanted, sat('2027-04-06', '2027-04-20', '2027-05-20'))).toBe(0)
    expect(formsLeft(wanted, [logged({ kind: 'uwsa', takenOn: '2027-05-01' })])).toBe(2)
  })
})

it('the form takes one box as well as several, and refuses a plan of more than two years', () => {
  const form = {
    exam: 'step2ck',
    examOn: EXAM,
    startOn: START,
    questionsLeft: '2400',
    mostPerDay: '80',
    restWeekday: '0',
    assessments: '3',
    weakSystems: 'renal',
    weakTopics: ['ethics', 'surgery'],
  }
  expect(studyPlanInput.parse(form)).toMatchObject({
    weakSystems: ['renal'],
    weakTopics: ['ethics', 'surgery'],
    geneticsAreas: [],
  })
  expect(studyPlanInput.safeParse({ ...form, mostPerDay: '0' }).success).toBe(false)
  expect(studyPlanInput.safeParse({ ...form, startOn: '2025-06-01' }).success).toBe(false)
  expect(studyPlanInput.safeParse({ ...form, weakSystems: ['liver'] }).success).toBe(false)
})

it('the form refuses a start after the exam', () => {
  const form = { ...input(), questionsLeft: '2400', mostPerDay: '80', restWeekday: '0', assessments: '3' }
  expect(studyPlanInput.safeParse(form).success).toBe(true)
  expect(studyPlanInput.safeParse({ ...form, startOn: '2027-07-01' }).success).toBe(false)
  expect(studyPlanInput.safeParse({ ...form, restWeekday: '7' }).success).toBe(false)
})
