import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { addDays } from '@/lib/dates/calendar-date'
import type { Exam, ExamAttempt, Outcome } from '@/lib/exams/attempt'
import { earliestNextAttempt, mayAddAttempt } from '@/lib/exams/attempt-rules'

const TODAY = '2026-11-22'
let lastId = 0

function attempt(
  exam: Exam,
  takenOn: string,
  outcome: Outcome,
  rest: Partial<ExamAttempt> = {},
): ExamAttempt {
  lastId += 1
  return { id: `a${lastId}`, exam, takenOn, outcome, score: null, oet: null, ...rest }
}

function codes(attempts: readonly ExamAttempt[], candidate: ExamAttempt, today = TODAY) {
  const check = mayAddAttempt(attempts, candidate, { today })
  return check.ok ? [] : check.refusals.map((refusal) => refusal.code)
}

function warnings(
  attempts: readonly ExamAttempt[],
  candidate: ExamAttempt,
  certifiedOn: string | null = null,
) {
  const check = mayAddAttempt(attempts, candidate, { today: TODAY, certifiedOn })
  return check.ok ? check.warnings.map((warning) => warning.code) : ['refused']
}

const oet = (
  listening: number | null,
  reading: number | null,
  speaking: number | null,
  writing: number | null,
) => ({
  oet: { listening, reading, speaking, writing },
})

describe('one attempt on its own', () => {
  it.each<[string, ExamAttempt, string[]]>([
    [
      'a Step 1 number on the day that numbers ended',
      attempt('step1', '2022-01-26', 'pass', { score: 230 }),
      ['step1_number'],
    ],
    ['a Step 1 number on the day before', attempt('step1', '2022-01-25', 'pass', { score: 230 }), []],
    ['a Step 1 pass without a number', attempt('step1', '2024-05-02', 'pass'), []],
    ['a Step 1 pass at the standard of its day', attempt('step1', '2021-03-01', 'pass', { score: 194 }), []],
    [
      'a Step 1 pass below it',
      attempt('step1', '2021-03-01', 'pass', { score: 193 }),
      ['pass_below_standard'],
    ],
    ['a score of 0', attempt('step2ck', '2026-03-01', 'fail', { score: 0 }), ['score_range']],
    ['a score of 1', attempt('step2ck', '2026-03-01', 'fail', { score: 1 }), []],
    ['a score of 300', attempt('step2ck', '2026-03-01', 'pass', { score: 300 }), []],
    ['a score of 301', attempt('step2ck', '2026-03-01', 'pass', { score: 301 }), ['score_range']],
    [
      'a score that is not whole',
      attempt('step2ck', '2026-03-01', 'pass', { score: 240.5 }),
      ['score_range'],
    ],
    [
      '217 as a pass in 2026',
      attempt('step2ck', '2026-03-01', 'pass', { score: 217 }),
      ['pass_below_standard'],
    ],
    ['218 as a pass in 2026', attempt('step2ck', '2026-03-01', 'pass', { score: 218 }), []],
    ['218 as a fail in 2026', attempt('step2ck', '2026-03-01', 'fail', { score: 218 }), ['fail_at_standard']],
    [
      '214 as a pass on the last day of that standard',
      attempt('step2ck', '2025-06-30', 'pass', { score: 214 }),
      [],
    ],
    [
      '214 as a pass on the next day',
      attempt('step2ck', '2025-07-01', 'pass', { score: 214 }),
      ['pass_below_standard'],
    ],
    ['209 as a pass on 2022-06-30', attempt('step2ck', '2022-06-30', 'pass', { score: 209 }), []],
    [
      '209 as a pass on 2022-07-01',
      attempt('step2ck', '2022-07-01', 'pass', { score: 209 }),
      ['pass_below_standard'],
    ],
    [
      'a Step 2 CK of a year whose standard is not known',
      attempt('step2ck', '2010-05-01', 'pass', { score: 185 }),
      [],
    ],
    [
      '199 as a Step 3 pass in 2025',
      attempt('step3', '2025-02-01', 'pass', { score: 199 }),
      ['pass_below_standard'],
    ],
    [
      'a score while the result is awaited',
      attempt('step2ck', '2026-11-01', 'pending', { score: 240 }),
      ['score_without_result'],
    ],
    [
      'a score on a plan',
      attempt('step2ck', '2027-06-20', 'planned', { score: 240 }),
      ['score_without_result'],
    ],
    ['a plan for yesterday', attempt('step2ck', '2026-11-21', 'planned'), ['planned_in_past']],
    ['a plan for today', attempt('step2ck', TODAY, 'planned'), []],
    ['a plan in ten years', attempt('step3', '2036-11-22', 'planned'), []],
    ['a plan with a mistyped year', attempt('step2ck', '2099-07-05', 'planned'), ['planned_too_far']],
    ['a result in two days', attempt('step2ck', '2026-11-24', 'pass', { score: 240 }), ['taken_in_future']],
    [
      'OET parts on a Step',
      attempt('step2ck', '2026-03-01', 'pass', { score: 240, ...oet(400, null, null, null) }),
      ['not_for_this_exam'],
    ],
    ['a single score on OET', attempt('oet', '2026-03-01', 'pass', { score: 350 }), ['not_for_this_exam']],
    ['an OET pass at each minimum', attempt('oet', '2026-03-01', 'pass', oet(350, 350, 350, 300)), []],
    [
      '300 in writing on the last day of 350',
      attempt('oet', '2022-03-31', 'pass', oet(350, 350, 350, 300)),
      ['oet_pass_below_minimum'],
    ],
    ['300 in writing on the next day', attempt('oet', '2022-04-01', 'pass', oet(350, 350, 350, 300)), []],
    [
      '340 in speaking as a pass',
      attempt('oet', '2026-03-01', 'pass', oet(350, 350, 340, 300)),
      ['oet_pass_below_minimum'],
    ],
    [
      'an OET fail that meets every minimum',
      attempt('oet', '2026-03-01', 'fail', oet(400, 400, 400, 400)),
      ['oet_fail_meets_minimum'],
    ],
    [
      'an OET fail with a part not recorded',
      attempt('oet', '2026-03-01', 'fail', oet(400, 400, null, 400)),
      [],
    ],
    [
      'an OET part above 500',
      attempt('oet', '2026-03-01', 'pass', oet(510, 400, 400, 400)),
      ['oet_part_range'],
    ],
  ])('%s', (_, candidate, expected) => {
    expect(codes([], candidate)).toEqual(expected)
  })

  it('lets a person far to the east record an exam of their own day', () => {
    expect(codes([], attempt('step1', '2026-11-23', 'pending'))).toEqual([])
  })

  it('warns of Step 3 before the certificate and of a missing score, and refuses neither', () => {
    const step3 = attempt('step3', '2026-10-01', 'pass', { score: 220 })
    expect(warnings([], step3)).toEqual(['step3_before_certificate'])
    expect(warnings([], step3, '2026-09-01')).toEqual([])
    expect(warnings([], attempt('step2ck', '2026-03-01', 'pass'))).toEqual(['score_missing'])
    expect(warnings([], attempt('step1', '2026-03-01', 'pass'))).toEqual([])
  })
})

describe('attempts beside each other', () => {
  const three = [
    attempt('step1', '2023-01-10', 'fail'),
    attempt('step1', '2023-05-10', 'incomplete'),
    attempt('step1', '2023-10-20', 'fail'),
  ]

  it('lets a third attempt come within the year and a fourth not', () => {
    expect(codes(three.slice(0, 2), attempt('step1', '2023-10-20', 'fail'))).toEqual([])
    expect(codes(three, attempt('step1', '2023-12-20', 'pass'))).toEqual(['retake_interval'])
  })

  it('counts the fourth from the first attempt and from the last', () => {
    // Twelve months after the first is January 2024; six after the last is 20 April 2024, the later of the two.
    expect(codes(three, attempt('step1', '2024-04-19', 'pass'))).toEqual(['retake_interval'])
    expect(codes(three, attempt('step1', '2024-04-20', 'pass'))).toEqual([])
    expect(earliestNextAttempt(three, 'step1')).toMatchObject({ kind: 'from', from: '2024-04-20', left: 1 })
    const early = [
      attempt('step1', '2023-01-10', 'fail'),
      attempt('step1', '2023-02-10', 'fail'),
      attempt('step1', '2023-03-10', 'fail'),
    ]
    expect(earliestNextAttempt(early, 'step1')).toMatchObject({ kind: 'from', from: '2024-01-10' })
    expect(codes(early, attempt('step1', '2024-01-09', 'pass'))).toEqual(['retake_interval'])
    expect(codes(early, attempt('step1', '2024-01-10', 'pass'))).toEqual([])
  })

  it('refuses a fifth attempt, planned or taken, and names the limit', () => {
    const four = [...three, attempt('step1', '2024-06-01', 'fail')]
    expect(codes(four, attempt('step1', '2025-06-01', 'pass'))).toEqual(['attempt_limit'])
    expect(codes(four, attempt('step1', '2027-06-01', 'planned'))).toEqual(['attempt_limit'])
    const check = mayAddAttempt(four, attempt('step1', '2025-06-01', 'pass'), { today: TODAY })
    expect(check).toMatchObject({
      ok: false,
      refusals: [{ code: 'attempt_limit', limit: 4, field: 'takenOn' }],
    })
    expect(earliestNextAttempt(four, 'step1')).toEqual({ kind: 'never', exhausted: 'step1', limit: 4 })
  })

  it('knows that six were allowed until the middle of 2021', () => {
    const four = ['2015-01-10', '2015-06-10', '2016-06-10', '2017-06-10'].map((on) =>
      attempt('step1', on, 'fail'),
    )
    expect(codes(four, attempt('step1', '2018-06-10', 'pass', { score: 200 }))).toEqual([])
    expect(codes(four, attempt('step1', '2021-07-01', 'pass', { score: 200 }))).toEqual(['attempt_limit'])
  })

  it('ends eligibility for the other Steps after four without a pass', () => {
    const four = [...three, attempt('step1', '2024-06-01', 'fail')]
    expect(codes(four, attempt('step2ck', '2024-09-01', 'pass', { score: 240 }))).toEqual([
      'eligibility_ended',
    ])
    expect(codes(four, attempt('step2ck', '2023-09-01', 'pass', { score: 240 }))).toEqual([])
    expect(earliestNextAttempt(four, 'step2ck')).toMatchObject({ kind: 'never', exhausted: 'step1' })
    const waiting = [...three, attempt('step1', '2024-06-01', 'pending')]
    expect(codes(waiting, attempt('step2ck', '2024-09-01', 'pass', { score: 240 }))).toEqual([])
  })

  it('refuses a sitting after a pass, and a pass set before a later attempt', () => {
    const passed = attempt('step2ck', '2025-03-01', 'pass', { score: 230 })
    expect(codes([passed], attempt('step2ck', '2026-03-01', 'pass', { score: 250 }))).toEqual([
      'already_passed',
    ])
    expect(codes([attempt('step2ck', '2026-03-01', 'fail', { score: 200 })], passed)).toEqual([
      'already_passed',
    ])
    expect(codes([attempt('step2ck', '2024-03-01', 'fail', { score: 200 })], passed)).toEqual([])
    expect(earliestNextAttempt([passed], 'step2ck')).toEqual({ kind: 'passed', passedOn: '2025-03-01' })
  })

  it('lets OET be sat again after a pass, but not twice on one day', () => {
    const passed = attempt('oet', '2024-03-01', 'pass', oet(400, 400, 400, 400))
    expect(codes([passed], attempt('oet', '2026-03-01', 'fail', oet(400, 400, 200, 400)))).toEqual([])
    expect(codes([passed], attempt('oet', '2024-03-01', 'fail'))).toEqual(['same_day'])
  })

  it('refuses two attempts at one exam on one day, not at two exams', () => {
    const sat = attempt('step1', '2026-03-01', 'fail')
    expect(codes([sat], attempt('step1', '2026-03-01', 'fail'))).toEqual(['same_day'])
    expect(codes([sat], attempt('step2ck', '2026-03-01', 'fail'))).toEqual([])
  })

  it('takes an edit as a replacement of the same attempt', () => {
    const [first, ...others] = three
    expect(first).toBeDefined()
    if (!first) return
    expect(codes([first, ...others], { ...first, outcome: 'incomplete' })).toEqual([])
    expect(codes([first, ...others], { ...first, outcome: 'pass' })).toEqual(['already_passed'])
  })

  it('never lets a plan stand in the way of what happened', () => {
    const plan = attempt('step1', '2026-12-01', 'planned')
    const four = [...three, plan]
    expect(codes(four, attempt('step1', '2026-11-20', 'pass'))).toEqual([])
    expect(warnings(four, attempt('step1', '2026-11-20', 'pass'))).toEqual(['plan_no_longer_stands'])
  })

  it('does not blame an edit for what was already wrong', () => {
    const [first, ...others] = three
    const broken = [...three, attempt('step1', '2023-11-20', 'fail')]
    expect(first && others.length).toBe(2)
    if (!first) return
    expect(codes(broken, { ...first, outcome: 'incomplete' })).toEqual([])
    expect(codes(broken, { ...first, outcome: 'pass' })).toEqual(['already_passed'])
  })
})

describe('whatever the history', () => {
  const history = fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 0, maxLength: 3 }).map((gaps) => {
    let on = '2022-02-01'
    return gaps.map((gap) => {
      on = addDays(on, gap)
      return attempt('step2ck', on, 'fail', { score: 200 })
    })
  })

  it('the earliest next day is allowed, and for a waiting time the day before is not', () => {
    fc.assert(
      fc.property(history, (attempts) => {
        const next = earliestNextAttempt(attempts, 'step2ck')
        if (next.kind !== 'from' && next.kind !== 'free') throw new Error(`unexpected ${next.kind}`)
        if (next.from === null) return
        expect(codes(attempts, attempt('step2ck', next.from, 'fail', { score: 200 }), '2030-01-01')).toEqual(
          [],
        )
        if (next.kind === 'from') {
          const early = attempt('step2ck', addDays(next.from, -1), 'fail', { score: 200 })
          expect(codes(attempts, early, '2030-01-01')).toContain('retake_interval')
        }
      }),
    )
  })

  it('the order in which attempts are listed changes nothing', () => {
    fc.assert(
      fc.property(history, fc.integer({ min: 1, max: 1800 }), (attempts, days) => {
        const candidate = attempt('step2ck', addDays('2022-02-01', days), 'pass', { score: 240 })
        expect(codes([...attempts].reverse(), candidate)).toEqual(codes(attempts, candidate))
      }),
    )
  })
})
