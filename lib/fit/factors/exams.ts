import type { Applicant } from '@/lib/profile/applicant'

import type { ApplicantReading } from '../applicant-reading'
import { along, exactly, isExact, type Range } from '../curve'
import type { ExamReading } from '../exam-reading'
import type { CriterionId, Factor } from '../ledger'
import type { FitPolicy } from '../policy'
import { anything, factor } from './factor'

const CRITERIA_OF_BAND: Record<FitPolicy['bands'][number]['band'], readonly CriterionId[]> = {
  very_competitive: ['C2', 'C4', 'G1'],
  solid: ['C2', 'C4', 'G1'],
  possible: ['C1', 'C2', 'C4', 'G1'],
  below_220: ['C1', 'C2', 'C4', 'C5'],
}

/** Step 2 CK by the bands of C4, smooth in between. Only a passing number has a place in a band (DESIGN.md 2.2). */
export function step2ckFactor(a: ApplicantReading, policy: FitPolicy): Factor {
  const { score } = a
  const whole = anything('step2ck', policy)
  const common = { code: 'step2ck', criteria: ['C2', 'C4'], applicantFacts: ['exams'] } as const
  switch (score.kind) {
    case 'known': {
      const band = policy.bands.find((candidate) => score.score >= candidate.from)?.band ?? 'below_220'
      return factor(
        {
          ...common,
          criteria: CRITERIA_OF_BAND[band],
          points: exactly(along(policy.step2ck, score.score)),
          reading: band,
          params: { score: score.score },
        },
        policy,
      )
    }
    case 'failed':
    case 'retake':
      return factor(
        {
          ...common,
          criteria: ['C2', 'C4', 'C5'],
          // The result that stands counts until a new one is there.
          points: score.kind === 'failed' ? exactly(whole.low) : { ...whole, mid: whole.low },
          reading: score.kind,
          params: { score: a.step2ck.below?.score ?? null },
        },
        policy,
      )
    case 'open':
      return factor(
        {
          ...common,
          points: whole,
          isUnknown: true,
          reading: a.step2ck.passedOn === null ? 'no_score_yet' : 'score_not_said',
          missing: ['exams'],
        },
        policy,
      )
  }
}

type Easing = { score: Range; explanation: Range; evaluations: Range; total: Range }

function scoreEase(a: ApplicantReading, policy: FitPolicy): Range {
  switch (a.score.kind) {
    case 'known':
      return exactly(along(policy.attempts.scoreEase, a.score.score))
    case 'failed':
      return exactly(0)
    case 'retake':
      return { low: 0, mid: 0, high: 1 }
    case 'open':
      return { low: 0, mid: policy.attempts.unknownEase, high: 1 }
  }
}

/** Clinical grades and letters on growth, half each (B7, G2). */
function evaluationEase(applicant: Applicant, policy: FitPolicy): Range {
  const { gradeEase, unknownEase } = policy.attempts
  let low = 0
  let mid = 0
  let high = 0
  const { pediatrics, medicine, neurology } = applicant.school
  for (const grade of [pediatrics, medicine, neurology]) {
    low += grade === null ? 0 : gradeEase[grade]
    mid += grade === null ? unknownEase : gradeEase[grade]
    high += grade === null ? 1 : gradeEase[grade]
  }
  const letters = applicant.letters
  const speaksOfGrowth = letters?.some((letter) => letter.topics.includes('growth')) ?? null
  const known = speaksOfGrowth === true ? 1 : 0
  return {
    low: low / 6 + (speaksOfGrowth === null ? 0 : known) / 2,
    mid: mid / 6 + (speaksOfGrowth === null ? unknownEase : known) / 2,
    high: high / 6 + (speaksOfGrowth === null ? 1 : known) / 2,
  }
}

function easing(a: ApplicantReading, applicant: Applicant, policy: FitPolicy): Easing {
  const rules = policy.attempts
  const said = applicant.explanationOnFile
  const explanation = said === null ? { low: 0, mid: rules.unknownEase, high: 1 } : exactly(said ? 1 : 0)
  const score = scoreEase(a, policy)
  const evaluations = evaluationEase(applicant, policy)
  const total = (end: 'low' | 'mid' | 'high') =>
    rules.easedByScore * score[end] +
    rules.easedByExplanation * explanation[end] +
    rules.easedByEvaluations * evaluations[end]
  return {
    score,
    explanation,
    evaluations,
    total: { low: total('low'), mid: total('mid'), high: total('high') },
  }
}

type FailWeight = { readonly step1: number; readonly step2ck: number; readonly step3: number }

function concernOf(
  exam: ExamReading,
  step: keyof FailWeight,
  policy: FitPolicy,
): { now: number; most: number } {
  const rules = policy.attempts
  const first = rules.firstFail[step]
  const further = rules.furtherFail[step]
  const now =
    (exam.fails > 0 ? first + (exam.fails - 1) * further : 0) +
    exam.incomplete * rules.incompleteShare * first
  // Every result that is awaited or planned may still be a fail.
  if (exam.unresolved === 0) return { now, most: now }
  return { now, most: now + (exam.fails > 0 ? further : first) + (exam.unresolved - 1) * further }
}

/**
 * Attempts on the transcript (A3, B1-B3). A clean record is neutral, a fail is a concern that three things ease, each
 * shown: a clearly stronger Step 2 CK, an explanation on file, and clinical evaluations (G2).
 */
export function attemptsFactor(a: ApplicantReading, applicant: Applicant, policy: FitPolicy): Factor {
  const common = {
    code: 'attempts',
    criteria: ['A3', 'B1', 'B3', 'C3', 'G2'],
    applicantFacts: ['exams'],
  } as const
  if (!a.step1.isSaid) {
    return factor(
      {
        ...common,
        points: anything('attempts', policy),
        isUnknown: true,
        reading: 'not_said',
        missing: ['exams'],
      },
      policy,
    )
  }
  const steps = [
    concernOf(a.step1, 'step1', policy),
    concernOf(a.step2ck, 'step2ck', policy),
    concernOf(a.step3, 'step3', policy),
  ]
  const cap = policy.points.attempts.down
  let now = 0
  let most = 0
  for (const step of steps) {
    now += step.now
    most += step.most
  }
  now = Math.min(cap, now)
  most = Math.min(cap, most)
  const fails = a.step1.fails + a.step2ck.fails + a.step3.fails
  const incomplete = a.step1.incomplete + a.step2ck.incomplete + a.step3.incomplete
  if (most === 0) {
    const isFirst = a.step1.passedOn !== null && a.step2ck.passedOn !== null
    return factor(
      {
        ...common,
        criteria: ['A3', 'B1', 'B2'],
        points: exactly(0),
        reading: isFirst ? 'clean' : 'none_yet',
        params: { step1Passed: a.step1.passedOn !== null },
      },
      policy,
    )
  }
  const eased = easing(a, applicant, policy)
  const isConcern = now > 0
  return factor(
    {
      ...common,
      applicantFacts: isConcern ? ['exams', 'explanation', 'school', 'letters'] : ['exams'],
      points: {
        low: -most * (1 - eased.total.low),
        mid: -now * (1 - eased.total.mid),
        high: -now * (1 - eased.total.high),
      },
      reading: isConcern ? 'fails' : 'clean_so_far',
      params: {
        step1Passed: a.step1.passedOn !== null,
        step1Fails: a.step1.fails,
        step2ckFails: a.step2ck.fails,
        step3Fails: a.step3.fails,
        fails,
        incomplete,
        easedByScore: conditionOf(eased.score),
        easedByExplanation: conditionOf(eased.explanation),
        easedByEvaluations: conditionOf(eased.evaluations),
      },
      missing: isConcern ? easingMissing(applicant) : [],
    },
    policy,
  )
}

export type EasingState = 'met' | 'partly' | 'missing' | 'not_said'

/** G2's three conditions as the attempts factor reads them, for pages that show them apart from any program. */
export function easingConditions(
  a: ApplicantReading,
  applicant: Applicant,
  policy: FitPolicy,
): { score: EasingState; explanation: EasingState; evaluations: EasingState } {
  const { score, explanation, evaluations } = easing(a, applicant, policy)
  return {
    score: conditionOf(score),
    explanation: conditionOf(explanation),
    evaluations: conditionOf(evaluations),
  }
}

/** One easing condition in a word: there, partly there, missing, or not said. */
function conditionOf(ease: Range): EasingState {
  if (!isExact(ease) && ease.low === 0) return 'not_said'
  if (ease.mid >= 0.7) return 'met'
  return ease.mid > 0 ? 'partly' : 'missing'
}

function easingMissing(applicant: Applicant) {
  const missing: ('explanation' | 'school' | 'letters')[] = []
  if (applicant.explanationOnFile === null) missing.push('explanation')
  const { pediatrics, medicine, neurology } = applicant.school
  if (pediatrics === null && medicine === null && neurology === null) missing.push('school')
  if (applicant.letters === null) missing.push('letters')
  return missing
}

/**
 * Step 2 CK beside an old Step 1 number (B1, C3). A Step 1 without a number is neutral, not unknown; the old number
 * counts in no other way (A3).
 */
export function trajectoryFactor(a: ApplicantReading, policy: FitPolicy): Factor {
  const common = { code: 'trajectory', criteria: ['B1', 'C3'], applicantFacts: ['exams'] } as const
  const whole = anything('trajectory', policy)
  const step1 = a.step1
  if (step1.passedOn === null) {
    return factor(
      { ...common, points: whole, isUnknown: true, reading: 'step1_not_there', missing: ['exams'] },
      policy,
    )
  }
  if (step1.isNumberMissing) {
    return factor(
      { ...common, points: whole, isUnknown: true, reading: 'step1_number_not_said', missing: ['exams'] },
      policy,
    )
  }
  if (step1.score === null) {
    return factor({ ...common, points: exactly(0), reading: 'step1_without_number' }, policy)
  }
  if (a.score.kind !== 'known') {
    return factor({ ...common, points: whole, isUnknown: true, reading: 'no_score_yet' }, policy)
  }
  const difference = a.score.score - step1.score
  return factor(
    {
      ...common,
      points: exactly(along(policy.trajectory, difference)),
      reading: difference >= 10 ? 'rising' : difference <= -10 ? 'falling' : 'steady',
      params: { step1: step1.score, step2ck: a.score.score, difference },
    },
    policy,
  )
}
