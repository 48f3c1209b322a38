import type { ExamReading } from '../exam-reading'
import type { Gate } from '../ledger'
import { RULES, STEP_ATTEMPTS_ALLOWED } from '../rules'
import { type GateContext, gate, opener, readingOf } from './gate'

/** Step 1 and Step 2 CK passed, in time for ECFMG to confirm them (a result below the standard of its day is a fail). */
export function examGate(context: GateContext, exam: 'step1' | 'step2ck'): Gate {
  const reading = exam === 'step1' ? context.a.step1 : context.a.step2ck
  const { neededBy, today, policy } = context
  const rule =
    reading.below !== null && reading.passedOn === null ? RULES.passingStandard : RULES.examsForMatch
  if (reading.passedOn !== null) {
    return gate(exam, 'met', 'exam_passed', rule, { params: { exam, on: reading.passedOn } })
  }
  // The ECFMG certificate is not issued without both passes, so it stands for one that is not entered.
  if (context.applicant.ecfmg.status === 'certified' && reading.fails === 0 && reading.incomplete === 0) {
    return gate(exam, 'met', 'certified', RULES.certificateForStart, { params: { exam } })
  }
  if (!reading.isSaid) {
    return gate(exam, 'unknown', 'exam_not_said', rule, {
      params: { exam },
      ask: 'you',
      likelihood: policy.likelihood.otherUnknown,
    })
  }
  const params = {
    exam,
    needed: neededBy.what,
    sitBy: neededBy.sitBy,
    sitBySafely: neededBy.sitBySafely,
    fails: reading.fails,
    score: reading.below?.score ?? null,
    standard: reading.below?.standard ?? null,
    below: reading.below?.on ?? null,
    plannedOn: reading.plannedOn,
  }
  if (noAttemptLeft(reading)) {
    return gate(exam, 'closed', 'exam_no_attempt_left', RULES.fourAttempts, {
      params: { exam, limit: STEP_ATTEMPTS_ALLOWED },
      opener: opener('exam_body_restores_eligibility', { exam }),
    })
  }
  if (neededBy.by !== null && today > neededBy.by) {
    return gate(exam, 'closed', 'exam_too_late', rule, { params, opener: opener('pass_exam', { exam }) })
  }
  const isSitInTime = (on: string | null) => on !== null && (neededBy.sitBy === null || on <= neededBy.sitBy)
  if (isSitInTime(reading.awaitedOn)) {
    return gate(exam, 'not_yet', 'exam_result_pending', rule, {
      params: { ...params, sat: reading.awaitedOn },
      byDate: neededBy.by,
      opener: opener('pass_exam', { exam }),
      likelihood: policy.likelihood.notYetExam,
    })
  }
  if (neededBy.sitBy === null || today <= neededBy.sitBy) {
    return gate(exam, 'not_yet', 'exam_not_passed', rule, {
      params,
      byDate: neededBy.by,
      opener: opener('pass_exam', { exam }),
      likelihood: policy.likelihood.notYetExam,
    })
  }
  const late = reading.awaitedOn ?? reading.plannedOn
  if (late !== null && neededBy.by !== null && late <= neededBy.by) {
    return gate(exam, 'unknown', 'exam_result_may_be_late', rule, {
      params: { ...params, sat: late, by: neededBy.by },
      ask: 'you',
      likelihood: policy.likelihood.otherUnknown,
    })
  }
  return gate(exam, 'closed', 'exam_too_late', rule, { params, opener: opener('pass_exam', { exam }) })
}

/** Four attempts without a pass end eligibility; an awaited or withheld one may still be the pass. */
function noAttemptLeft(reading: ExamReading): boolean {
  return reading.sat >= STEP_ATTEMPTS_ALLOWED && reading.awaitedOn === null
}

/** Step 3, for the H-1B or because the program asks it of everyone. It needs the ECFMG certificate and a trip to the US. */
export function step3Gate(context: GateContext, code: 'step3_for_h1b' | 'step3_required'): Gate {
  const { a, neededBy, season, today, policy, applicant } = context
  const rule = code === 'step3_for_h1b' ? RULES.step3H1b : RULES.step3Program
  const own = readingOf(context, code === 'step3_for_h1b' ? 'step3_required_for_h1b' : 'step3_required')
  const reading = a.step3
  if (reading.passedOn !== null) {
    return gate(code, 'met', 'exam_passed', rule, {
      params: { exam: 'step3', on: reading.passedOn },
      reading: own,
    })
  }
  if (!reading.isSaid) {
    return gate(code, 'unknown', 'exam_not_said', rule, {
      params: { exam: 'step3' },
      reading: own,
      ask: 'you',
      likelihood: policy.likelihood.otherUnknown,
    })
  }
  const params = {
    exam: 'step3',
    needsCertificate: applicant.ecfmg.status !== 'certified',
    fails: reading.fails,
    plannedOn: reading.plannedOn,
    sitBy: neededBy.sitBy,
    needed: neededBy.what,
  }
  if (noAttemptLeft(reading)) {
    return gate(code, 'closed', 'exam_no_attempt_left', RULES.fourAttempts, {
      params: { exam: 'step3', limit: STEP_ATTEMPTS_ALLOWED },
      reading: own,
      opener: opener('exam_body_restores_eligibility', { exam: 'step3' }),
    })
  }
  if (today >= season.trainingStart) {
    return gate(code, 'closed', 'exam_too_late', rule, {
      params,
      reading: own,
      opener: opener('pass_exam', { exam: 'step3' }),
    })
  }
  if (neededBy.sitBy === null || today <= neededBy.sitBy) {
    return gate(code, 'not_yet', 'exam_not_passed', rule, {
      params,
      reading: own,
      byDate: neededBy.by,
      opener: opener('pass_exam', { exam: 'step3' }),
      likelihood: policy.likelihood.notYetExam,
    })
  }
  return gate(code, 'unknown', 'step3_ask_date', rule, {
    params,
    reading: own,
    ask: 'program',
    likelihood: policy.likelihood.otherUnknown,
  })
}

/** Step 3 asked of everyone: only where the program says so. */
export function step3RequiredGate(context: GateContext): Gate | null {
  const reading = readingOf(context, 'step3_required')
  if (reading === null || reading.value === 'no') return null
  if (reading.value === 'yes') return step3Gate(context, 'step3_required')
  if (context.a.step3.passedOn !== null || reading.lastKnown?.value !== 'yes') return null
  return gate('step3_required', 'unknown', 'step3_requirement_last_known', RULES.step3Program, {
    params: { exam: 'step3' },
    reading,
    ask: 'program',
    likelihood: context.policy.likelihood.otherUnknown,
  })
}
