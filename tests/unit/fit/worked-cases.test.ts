import { describe, expect, it } from 'vitest'

import { evaluateFit } from '@/lib/fit/evaluate'
import type { GateCode, GateReason, GateState, Ledger, Standing } from '@/lib/fit/ledger'
import { FIT_POLICY } from '@/lib/fit/policy'
import { standingSentence } from '@/lib/fit/words'
import type { Applicant } from '@/lib/profile/applicant'
import type { Program } from '@/lib/programs/fact'
import {
  buildApplicant,
  buildAttempt,
  buildClinical,
  buildEmptyApplicant,
  buildLetter,
  buildPublication,
  buildResearch,
} from '@/tests/factories/applicant'
import { buildFact, buildOpenProgram, buildProgram } from '@/tests/factories/program'
import { buildSeason, NOT_ANNOUNCED, shippedSeason } from '@/tests/factories/season'
import { shippedProgram } from '@/tests/factories/shipped-catalogue'

/*
 * Worked cases: one person, one program, what the real engine must answer and why. The season is 2028 (training starts
 * on 1 July 2028) and the day 2026-11-22 unless a case says otherwise.
 */

const TODAY = '2026-11-22'
const season = buildSeason(2028)

function fitOf(
  applicant: Applicant,
  program: Program,
  options: { today?: string; season?: typeof season } = {},
): Ledger {
  return evaluateFit({
    applicant,
    program,
    season: options.season ?? season,
    policy: FIT_POLICY,
    today: options.today ?? TODAY,
  })
}

function gateOf(ledger: Ledger, code: GateCode) {
  return ledger.gates.find((gate) => gate.code === code) ?? null
}

const step1 = buildAttempt({ exam: 'step1', takenOn: '2025-03-10' })
const scored = (score: number) => ({ attempts: [step1, buildAttempt({ takenOn: '2026-06-20', score })] })
const noResearch = { research: [], publications: [] }
const strongResearch = { research: [buildResearch({ months: 24 })], publications: [buildPublication()] }
const nothingElse = { clinical: [], letters: [], niches: [] }
const strongRest: Partial<Applicant> = {
  clinical: [buildClinical({ kind: 'elective', weeks: 12 })],
  letters: [
    buildLetter(),
    buildLetter(),
    buildLetter({ author: 'us_clinician', topics: ['growth', 'reliability'] }),
  ],
}
const mgg = (program: Partial<Program> = {}) => buildOpenProgram({ pathway: 'mgg', ...program })
const visa = (change: Partial<Applicant['visa']>): Pick<Applicant, 'visa'> => ({
  visa: { need: 'needs_visa', acceptable: ['j1'], j1YearsUsed: 0, entryLimitMayApply: null, ...change },
})
const training = (change: Partial<Applicant['training']>): Pick<Applicant, 'training'> => ({
  training: { ...buildApplicant().training, ...change },
})

type Case = {
  name: string
  person: Partial<Applicant>
  program: Program
  standing: Standing
  gates?: Partial<Record<GateCode, [GateState, GateReason] | null>>
  says?: RegExp
}

const CASES: readonly Case[] = [
  // The article's ranges (C4, G1), at a program that is open in every way
  {
    name: 'G1: 246 with experience and research is strong',
    person: { ...scored(246), ...strongResearch, ...strongRest },
    program: buildOpenProgram(),
    standing: 'strong',
    says: /^Strong\.$/,
  },
  {
    name: 'G1: 240 with a year of research and an observership is solid',
    person: {},
    program: buildOpenProgram(),
    standing: 'solid',
  },
  {
    name: 'G1: 226 with a year of research is possible',
    person: scored(226),
    program: buildOpenProgram(),
    standing: 'possible',
  },
  {
    name: 'G3: 226 with two years of genetics research and a paper is solid',
    person: { ...scored(226), ...strongResearch },
    program: buildOpenProgram(),
    standing: 'solid',
  },
  {
    name: 'C4: 226 without research is a reach',
    person: { ...scored(226), ...noResearch },
    program: buildOpenProgram(),
    standing: 'reach',
  },
  {
    name: 'G3, A4: 252 without research, experience or letters is a reach',
    person: { ...scored(252), ...noResearch, ...nothingElse },
    program: buildOpenProgram(),
    standing: 'reach',
  },
  {
    name: 'C5: 219 without anything else is a reach',
    person: { ...scored(219), ...noResearch },
    program: buildOpenProgram(),
    standing: 'reach',
  },
  {
    name: 'C5: 219 with two years of genetics research and a paper is possible, never closed',
    person: { ...scored(219), ...strongResearch },
    program: buildOpenProgram(),
    standing: 'possible',
  },
  // Exams (DESIGN 2.2)
  {
    name: '214 on 2025-06-30 is a pass',
    person: { attempts: [step1, buildAttempt({ takenOn: '2025-06-30', score: 214 })] },
    program: buildOpenProgram(),
    standing: 'possible',
    gates: { step2ck: ['met', 'exam_passed'] },
  },
  {
    name: '214 on 2025-07-01 is a fail, even recorded as a pass',
    person: { attempts: [step1, buildAttempt({ takenOn: '2025-07-01', score: 214 })] },
    program: buildOpenProgram(),
    standing: 'reach',
    gates: { step2ck: ['not_yet', 'exam_not_passed'] },
    says: /if you pass Step 2 CK by 1 March 2028/,
  },
  {
    name: 'four attempts at Step 1 without a pass end it',
    person: {
      attempts: ['2022-01-05', '2022-09-05', '2023-05-05', '2024-05-05'].map((takenOn) =>
        buildAttempt({ exam: 'step1', takenOn, outcome: 'fail' }),
      ),
    },
    program: buildOpenProgram(),
    standing: 'closed',
    gates: { step1: ['closed', 'exam_no_attempt_left'] },
  },
  {
    name: 'the ECFMG certificate stands for passes that are not entered',
    person: { attempts: null },
    program: buildOpenProgram(),
    standing: 'possible',
    gates: { step1: ['met', 'certified'], step2ck: ['met', 'certified'] },
  },
  {
    name: 'Step 2 CK still planned is a condition with its date, not a closed door',
    person: {
      ecfmg: { ...buildApplicant().ecfmg, status: 'in_progress', certifiedOn: null },
      attempts: [step1, buildAttempt({ takenOn: '2027-06-20', outcome: 'planned' })],
    },
    program: buildOpenProgram(),
    standing: 'possible',
    gates: { step2ck: ['not_yet', 'exam_not_passed'] },
  },
  // Pathways (DESIGN 2.1)
  {
    name: 'straight from abroad is not yet eligible for the two-year residency',
    person: {},
    program: mgg(),
    standing: 'not_yet_eligible',
    gates: { pathway: ['not_yet', 'training_short_of_board'] },
    says: /Not open to you yet: needs an ACGME year/,
  },
  {
    name: "ABMGG's credit is to be verified, never a yes",
    person: training({ abroadMonths: 36, abmggCredit: 'granted' }),
    program: mgg(),
    standing: 'solid',
    gates: { pathway: ['unknown', 'credit_to_verify'] },
    says: /if it accepts ABMGG's credit/,
  },
  {
    name: "ABMGG's credit counts once the program has said that it accepts it",
    person: training({ abroadMonths: 36, abmggCredit: 'granted' }),
    program: mgg({ facts: [buildFact({ field: 'required_acgme_months', value: 0, origin: 'told' })] }),
    standing: 'solid',
    gates: { pathway: ['met', 'credit_verified'] },
  },
  {
    name: 'twelve ACGME months of which ten were patient care stay below the floor',
    person: training({ acgmeMonths: 12, acgmePatientCareMonths: 10 }),
    program: mgg(),
    standing: 'not_yet_eligible',
    gates: { pathway: ['not_yet', 'training_short_of_board'] },
  },
  {
    name: "the board's floor is met, the program's own 24 months are not",
    person: training({ acgmeMonths: 12, acgmePatientCareMonths: 12 }),
    program: mgg({ facts: [buildFact({ field: 'required_acgme_months', value: 24 })] }),
    standing: 'not_yet_eligible',
    gates: { pathway: ['not_yet', 'training_short_of_program'] },
  },
  {
    name: 'an undated 24 months is a question for someone with twelve',
    person: training({ acgmeMonths: 12, acgmePatientCareMonths: 12 }),
    program: mgg({ facts: [buildFact({ field: 'required_acgme_months', value: 24, year: null })] }),
    standing: 'solid',
    gates: { pathway: ['unknown', 'training_short_of_last_known'] },
  },
  {
    name: 'maternal-fetal genetics comes after obstetrics and gynecology',
    person: visa({ need: 'no_visa_needed' }),
    program: buildOpenProgram({ pathway: 'mfm_mgg' }),
    standing: 'not_yet_eligible',
    gates: { pathway: ['not_yet', 'obgyn_missing'] },
  },
  // Visas (DESIGN 2.3)
  {
    name: 'a permanent resident needs no visa, whatever the program refuses',
    person: visa({ need: 'no_visa_needed', acceptable: null }),
    program: buildOpenProgram({
      facts: [
        buildFact({ field: 'h1b_accepted', value: 'no' }),
        buildFact({ field: 'resident_pay_from_training_grant', value: 'yes' }),
      ],
    }),
    standing: 'solid',
    gates: { visa: ['met', 'no_visa_needed'], j1_years: null, step3_for_h1b: null },
  },
  {
    name: "a program's own no of this season closes",
    person: {},
    program: buildOpenProgram({
      facts: [buildFact({ field: 'j1_accepted', value: 'no', origin: 'told', statedOn: '2026-11-01' })],
    }),
    standing: 'closed',
    gates: { visa: ['closed', 'visa_refused'] },
  },
  {
    name: 'an old no is a question, not a wall: Washington, about 2013',
    person: { ...training({ acgmeMonths: 36, acgmePatientCareMonths: 36 }), ...visa({ j1YearsUsed: 3 }) },
    program: shippedProgram('wa-uw-seattle-mgg'),
    standing: 'solid',
    gates: { visa: ['unknown', 'visa_not_known'], place_this_season: ['unknown', 'place_not_known'] },
    says: /if it sponsors the J-1/,
  },
  {
    name: 'pay from a training grant is a visa question: Johns Hopkins',
    person: { ...training({ acgmeMonths: 36, acgmePatientCareMonths: 36 }), ...visa({ j1YearsUsed: 3 }) },
    program: shippedProgram('md-hopkins-mgg'),
    standing: 'solid',
    gates: { visa: ['unknown', 'visa_training_grant'] },
    says: /if your pay need not come from a training grant/,
  },
  {
    name: 'pay from a training grant is asked about even where the J-1 is sponsored',
    person: {},
    program: buildOpenProgram({
      facts: [buildFact({ field: 'resident_pay_from_training_grant', value: 'yes' })],
    }),
    standing: 'solid',
    gates: { visa: ['unknown', 'visa_training_grant'] },
  },
  {
    name: "an institution's yes is not the program's: Iowa",
    person: {},
    program: shippedProgram('ia-iowa-peds-mgg'),
    standing: 'solid',
    gates: { visa: ['unknown', 'visa_not_known'] },
    says: /if it offers a place this season and if it sponsors the J-1/,
  },
  {
    name: 'the H-1B alone asks for Step 3',
    person: visa({ acceptable: ['h1b'] }),
    program: buildOpenProgram({ facts: [buildFact({ field: 'h1b_accepted', value: 'yes' })] }),
    standing: 'solid',
    gates: { visa: ['met', 'visa_sponsored'], step3_for_h1b: ['not_yet', 'exam_not_passed'] },
    says: /if you pass Step 3 by 1 March 2028/,
  },
  {
    name: 'the J-1 being open, the H-1B asks nothing',
    person: visa({ acceptable: ['j1', 'h1b'] }),
    program: buildOpenProgram({ facts: [buildFact({ field: 'h1b_accepted', value: 'yes' })] }),
    standing: 'solid',
    gates: { visa: ['met', 'visa_sponsored'], step3_for_h1b: null },
  },
  {
    name: 'obstetrics and then maternal-fetal genetics do not fit in seven J-1 years',
    person: {
      ...training({ acgmeMonths: 48, acgmePatientCareMonths: 48, obgynCompleted: true }),
      ...visa({ j1YearsUsed: 4 }),
    },
    program: buildOpenProgram({ pathway: 'mfm_mgg' }),
    standing: 'closed',
    gates: { j1_years: ['closed', 'j1_years_exceeded'] },
    says: /this would make 8/,
  },
  {
    name: 'pediatrics and then two-year genetics fit',
    person: { ...training({ acgmeMonths: 36, acgmePatientCareMonths: 36 }), ...visa({ j1YearsUsed: 3 }) },
    program: mgg(),
    standing: 'solid',
    gates: { j1_years: null, visa: ['met', 'visa_sponsored'] },
  },
  {
    name: 'with the J-1 years used up, the H-1B is the way',
    person: {
      ...training({ acgmeMonths: 48, acgmePatientCareMonths: 48, obgynCompleted: true }),
      ...visa({ j1YearsUsed: 4, acceptable: ['j1', 'h1b'] }),
      attempts: [...scored(240).attempts, buildAttempt({ exam: 'step3', takenOn: '2026-09-01', score: 220 })],
    },
    program: buildOpenProgram({
      pathway: 'mfm_mgg',
      facts: [buildFact({ field: 'h1b_accepted', value: 'yes' })],
    }),
    standing: 'solid',
    gates: { visa: ['met', 'visa_sponsored'], j1_years: null },
  },
  // Published limits
  {
    name: 'a published minimum is inclusive',
    person: scored(230),
    program: buildOpenProgram({ facts: [buildFact({ field: 'min_step2ck', value: 230 })] }),
    standing: 'possible',
    gates: { min_step2ck: ['met', 'score_reaches_minimum'] },
  },
  {
    name: 'nothing offsets a published minimum',
    person: { ...scored(229), ...strongResearch, ...strongRest },
    program: buildOpenProgram({ facts: [buildFact({ field: 'min_step2ck', value: 230 })] }),
    standing: 'closed',
    gates: { min_step2ck: ['closed', 'score_below_minimum'] },
  },
  {
    name: "230 is the article's example: a program that publishes no minimum has none",
    person: { ...scored(221), ...strongResearch },
    program: buildOpenProgram({
      facts: [buildFact({ field: 'score_note', value: 'Prefers 230 and more.' })],
    }),
    standing: 'possible',
    gates: { min_step2ck: null },
  },
  {
    name: "a parent residency's minimum is a question",
    person: scored(222),
    program: buildOpenProgram({ facts: [buildFact({ field: 'min_step2ck', value: 225, scope: 'parent' })] }),
    standing: 'possible',
    gates: { min_step2ck: ['unknown', 'minimum_last_known'] },
  },
  {
    name: 'a first-attempt rule closes for a second attempt',
    person: {
      attempts: [
        buildAttempt({ exam: 'step1', takenOn: '2024-03-10', outcome: 'fail' }),
        ...scored(240).attempts,
      ],
    },
    program: buildOpenProgram({ facts: [buildFact({ field: 'attempts_limit', value: 1 })] }),
    standing: 'closed',
    gates: { attempts_limit: ['closed', 'attempts_over_limit'] },
  },
  {
    name: 'five years since graduation, nine years ago',
    person: { graduation: { status: 'graduated', on: '2018-06-30' } },
    program: buildOpenProgram({ facts: [buildFact({ field: 'years_since_graduation_max', value: 5 })] }),
    standing: 'closed',
    gates: { graduation_limit: ['closed', 'graduated_before_limit'] },
  },
  {
    name: 'five years that end between applying and starting: ask how they count',
    person: { graduation: { status: 'graduated', on: '2022-12-15' } },
    program: buildOpenProgram({ facts: [buildFact({ field: 'years_since_graduation_max', value: 5 })] }),
    standing: 'solid',
    gates: { graduation_limit: ['unknown', 'graduation_how_counted'] },
  },
  {
    name: 'required US experience: observing may or may not count',
    person: {},
    program: buildOpenProgram({ facts: [buildFact({ field: 'us_clinical_experience', value: 'required' })] }),
    standing: 'solid',
    gates: { us_clinical_required: ['unknown', 'us_clinical_observed_only'] },
  },
  // Places and certificates
  {
    name: 'no place this season, told by the program',
    person: {},
    program: buildProgram({
      facts: [
        buildFact({ field: 'j1_accepted', value: 'yes' }),
        buildFact({ field: 'offers_place_this_season', value: 'no', origin: 'told', season: 2028 }),
      ],
    }),
    standing: 'closed',
    gates: { place_this_season: ['closed', 'no_place'] },
  },
  {
    name: 'not recruiting for 2024 says nothing certain of 2028: Greenwood',
    person: { ...training({ acgmeMonths: 36, acgmePatientCareMonths: 36 }), ...visa({ j1YearsUsed: 3 }) },
    program: shippedProgram('sc-greenwood-mgg'),
    standing: 'solid',
    gates: { recruiting: ['unknown', 'recruiting_not_known'] },
  },
  {
    name: 'a certificate that ends before training starts',
    person: { ecfmg: { ...buildApplicant().ecfmg, validUntil: '2028-06-30' } },
    program: buildOpenProgram(),
    standing: 'closed',
    gates: { certificate_valid: ['closed', 'certificate_ends_before_start'] },
  },
  {
    name: 'certification under way is a condition with its date',
    person: {
      ecfmg: {
        status: 'in_progress',
        stepsDone: ['application'],
        certifiedOn: null,
        validUntil: null,
        permanent: null,
      },
    },
    program: buildOpenProgram(),
    standing: 'solid',
    gates: { ecfmg_certificate: ['not_yet', 'certificate_in_reach'], certificate_valid: null },
    says: /if ECFMG certification is settled by 31 January 2028/,
  },
]

describe('worked cases', () => {
  it.each(CASES)('$name', ({ person, program, standing, gates = {}, says }) => {
    const ledger = fitOf(buildApplicant(person), program)
    for (const [code, expected] of Object.entries(gates)) {
      const gate = gateOf(ledger, code as GateCode)
      expect(gate === null ? null : [gate.state, gate.reason]).toEqual(expected)
    }
    expect(ledger.standing, `fit ${ledger.fit.point}`).toBe(standing)
    if (says) expect(standingSentence(ledger)).toMatch(says)
  })
})

describe('an empty profile', () => {
  it('says that the facts are not enough, and at a two-year program still asks the person', () => {
    const ledger = fitOf(buildEmptyApplicant(), buildOpenProgram())
    expect(ledger.standing).toBe('not_enough_facts')
    expect(ledger.fit.point).toBe(50)
    expect(ledger.missing.slice(0, 3)).toEqual(['exams', 'research', 'publications'])
  })

  it('is enough once a score and the research are said', () => {
    const ledger = fitOf(buildEmptyApplicant({ ...scored(240), research: [] }), buildOpenProgram())
    expect(ledger.standing).not.toBe('not_enough_facts')
  })
})

describe('a fail and a pass (B3, G2)', () => {
  const failed = buildAttempt({ exam: 'step1', takenOn: '2024-03-10', outcome: 'fail' })
  const person = (change: Partial<Applicant>) =>
    fitOf(buildApplicant({ attempts: [failed, ...scored(244).attempts], ...change }), buildOpenProgram())
  const attempts = (ledger: Ledger) => ledger.factors.find((factor) => factor.code === 'attempts')

  it('shows each of the three things that ease it', () => {
    const eased = attempts(person({ explanationOnFile: true }))
    expect(eased?.params).toMatchObject({
      easedByExplanation: 'met',
      easedByScore: 'met',
      easedByEvaluations: 'met',
    })
    expect(eased?.outcome).toBe('hurts')
  })

  it('is eased by an explanation, by a stronger Step 2 CK and by evaluations, each alone', () => {
    const worst = {
      explanationOnFile: false,
      letters: [],
      school: { standing: null, pediatrics: 'weak', medicine: 'weak', neurology: 'weak' } as const,
    }
    const points = (change: Partial<Applicant>) =>
      attempts(person({ ...worst, ...change }))?.contribution ?? 0
    const base = points({ attempts: [failed, ...scored(219).attempts] })
    expect(points({ attempts: [failed, ...scored(244).attempts] })).toBeGreaterThan(base)
    expect(points({ attempts: [failed, ...scored(219).attempts], explanationOnFile: true })).toBeGreaterThan(
      base,
    )
    expect(
      points({ attempts: [failed, ...scored(219).attempts], letters: [buildLetter({ topics: ['growth'] })] }),
    ).toBeGreaterThan(base)
  })

  it('is neutral when the record is clean (B2)', () => {
    expect(attempts(fitOf(buildApplicant(), buildOpenProgram()))?.outcome).toBe('neutral')
  })

  it('never counts for more than a pass did: a result below the standard fits worse than the same number passed', () => {
    const passed = fitOf(
      buildApplicant({ attempts: [step1, buildAttempt({ takenOn: '2025-06-30', score: 214 })] }),
      buildOpenProgram(),
    )
    const below = fitOf(
      buildApplicant({ attempts: [step1, buildAttempt({ takenOn: '2025-07-01', score: 214 })] }),
      buildOpenProgram(),
    )
    expect(below.fit.point).toBeLessThan(passed.fit.point)
  })
})

describe('bands of Step 2 CK (C4)', () => {
  it.each([
    [218, 'below_220'],
    [219, 'below_220'],
    [220, 'possible'],
    [234, 'possible'],
    [235, 'solid'],
    [244, 'solid'],
    [245, 'very_competitive'],
    [260, 'very_competitive'],
  ])('%i reads %s: an edge belongs to the higher band', (score, reading) => {
    const ledger = fitOf(buildApplicant(scored(score)), buildOpenProgram())
    expect(ledger.factors[0]?.reading).toBe(reading)
  })
})

describe('what a setting does (F3, F4)', () => {
  const at = (facts: Program['facts'], change: Partial<Applicant>) =>
    fitOf(buildApplicant({ ...scored(228), ...change }), buildOpenProgram({ facts }))
  const large = [
    buildFact({ field: 'setting', value: 'university' }),
    buildFact({ field: 'size_class', value: 'large' }),
    buildFact({ field: 'research_orientation', value: 'high' }),
  ]
  const small = [
    buildFact({ field: 'setting', value: 'community_affiliated' }),
    buildFact({ field: 'size_class', value: 'small' }),
  ]

  it('lets research outweigh a borderline score at a large academic center', () => {
    expect(at(large, strongResearch).fit.point).toBeGreaterThan(at(small, strongResearch).fit.point)
    expect(at(large, noResearch).fit.point).toBeLessThan(at(small, noResearch).fit.point)
  })

  it('counts only what the program itself says of IMGs (F2)', () => {
    const history = (facts: Program['facts']) =>
      at(facts, {}).factors.find((factor) => factor.code === 'img_history')
    expect(history([buildFact({ field: 'img_in_program', value: 'yes' })])?.outcome).toBe('helps')
    const borrowed = history([
      buildFact({ field: 'img_applications_addressed', value: 'yes', scope: 'institution' }),
    ])
    expect(borrowed?.outcome).toBe('unknown')
    expect(borrowed?.facts).toHaveLength(1)
  })
})

describe('dates', () => {
  const planned = buildApplicant({
    ecfmg: { ...buildApplicant().ecfmg, status: 'in_progress', certifiedOn: null },
    attempts: [step1, buildAttempt({ takenOn: '2027-02-10', outcome: 'planned' })],
  })

  it('of a season in progress: a result that may come after the rank-list deadline is a question', () => {
    const ledger = fitOf(planned, buildOpenProgram(), { season: shippedSeason(2027), today: '2027-02-08' })
    expect(gateOf(ledger, 'step2ck')).toMatchObject({ state: 'unknown', reason: 'exam_result_may_be_late' })
  })

  it('that have passed close the exam for this season only', () => {
    const ledger = fitOf(planned, buildOpenProgram(), { season: shippedSeason(2027), today: '2027-03-10' })
    expect(gateOf(ledger, 'step2ck')).toMatchObject({ state: 'closed', reason: 'exam_too_late' })
    expect(gateOf(fitOf(planned, buildOpenProgram(), { today: '2027-03-10' }), 'step2ck')?.state).toBe(
      'not_yet',
    )
  })

  it('that are not announced are never placed', () => {
    const open = buildSeason(2029, { nrmp_rol_deadline: NOT_ANNOUNCED })
    const gate = gateOf(fitOf(planned, buildOpenProgram(), { season: open }), 'step2ck')
    expect(gate).toMatchObject({ state: 'not_yet', byDate: null })
  })

  it('of a deadline: passed is a status, and closes nothing for someone who applied before it', () => {
    const program = buildOpenProgram({
      facts: [buildFact({ field: 'application_deadline', value: '2027-10-15' })],
    })
    const input = { applicant: buildApplicant(), program, season, policy: FIT_POLICY, today: '2027-11-01' }
    expect(gateOf(evaluateFit(input), 'deadline')).toMatchObject({
      state: 'closed',
      reason: 'deadline_passed',
    })
    const applied = evaluateFit({ ...input, appliedOn: '2027-09-10' })
    expect(gateOf(applied, 'deadline')).toMatchObject({ state: 'met', reason: 'applied_in_time' })
  })
})

describe('all closed gates', () => {
  it('are listed, each with the one thing that would open it', () => {
    const ledger = fitOf(
      buildApplicant({ ...scored(221), graduation: { status: 'graduated', on: '2010-06-30' } }),
      buildOpenProgram({
        facts: [
          buildFact({ field: 'min_step2ck', value: 230 }),
          buildFact({ field: 'years_since_graduation_max', value: 5 }),
          buildFact({ field: 'j1_accepted', value: 'no', origin: 'told' }),
        ],
      }),
    )
    const closed = ledger.gates.filter((gate) => gate.state === 'closed')
    expect(closed.map((gate) => gate.code)).toEqual(['visa', 'min_step2ck', 'graduation_limit'])
    for (const gate of closed) {
      expect(gate.opener).not.toBe(null)
      expect(gate.facts.length).toBeGreaterThan(0)
    }
    // Closed programs have a number too.
    expect(ledger.fit.point).toBeGreaterThan(0)
  })
})
