import { ATTEMPT_LIMITS, SEVEN_YEAR_RULE, STEP3_PRACTICAL } from '@/lib/facts/attempt-rules'
import { CERTIFICATE_VALIDITY, NEEDED_FOR_MATCH, NEEDED_FOR_TRAINING_START } from '@/lib/facts/ecfmg'
import { STEP1_PASS_FAIL_FROM, STEP2CK_PASSING } from '@/lib/facts/exam-standards'
import type { Source } from '@/lib/facts/source'
import {
  COMBINED_MATERNAL_FETAL,
  COMBINED_PEDIATRICS,
  LABORATORY_GENETICS,
  TWO_YEAR_GENETICS,
} from '@/lib/facts/training-structure'
import { H1B_RULES, J1_GENETICS_ROUTES, J1_RULES, TRAINING_GRANT_PAY } from '@/lib/facts/visa-rules'

import type { CriterionId, Rule } from './ledger'

/*
 * The rules behind the gates, each with the criteria it serves and the body that publishes it. A rule without a source
 * is the program's own word: its facts carry the source.
 */

function rule(code: string, criteria: readonly CriterionId[], source: Source | null): Rule {
  return { code, criteria, source }
}

const currentAttemptLimit = ATTEMPT_LIMITS.at(-1)
const currentStandard = STEP2CK_PASSING.at(-1)

export const RULES = {
  place: rule('place', ['A2'], null),
  recruiting: rule('recruiting', ['A2'], null),
  deadline: rule('deadline', ['F5'], null),
  season: rule('season', ['F5'], null),
  pgy1: rule('pgy1', ['C5', 'D3'], COMBINED_PEDIATRICS.source),
  boardTraining: rule('board_training', ['C5', 'D1', 'D3'], TWO_YEAR_GENETICS.source),
  programTraining: rule('program_training', ['C5', 'D1', 'D3'], null),
  maternalFetal: rule('maternal_fetal', ['D3'], COMBINED_MATERNAL_FETAL.source),
  laboratory: rule('laboratory', ['D3'], LABORATORY_GENETICS.source),
  visa: rule('visa', ['A1', 'F1'], null),
  grantPay: rule('grant_pay', ['A1', 'F1', 'F4'], TRAINING_GRANT_PAY.source),
  j1Years: rule('j1_years', ['F1'], J1_RULES.source),
  j1Routes: rule('j1_routes', ['F1'], J1_GENETICS_ROUTES.source),
  step3H1b: rule('step3_h1b', ['F1'], H1B_RULES.source),
  step3Taking: rule('step3_taking', ['F1'], STEP3_PRACTICAL.source),
  minimumScore: rule('minimum_score', ['A1', 'C1'], null),
  step1Number: rule('step1_number', ['A3'], STEP1_PASS_FAIL_FROM.source),
  attemptsLimit: rule('attempts_limit', ['A3', 'B3'], null),
  graduationLimit: rule('graduation_limit', ['A1'], null),
  usClinical: rule('us_clinical', ['A4'], null),
  step3Program: rule('step3_program', ['A1'], null),
  examsForMatch: rule('exams_for_match', ['A1', 'A3'], NEEDED_FOR_MATCH.source),
  passingStandard: rule('passing_standard', ['A1', 'C5'], currentStandard?.source ?? null),
  fourAttempts: rule('four_attempts', ['A3'], currentAttemptLimit?.source ?? null),
  certificateForMatch: rule('certificate_for_match', ['A1'], NEEDED_FOR_MATCH.source),
  certificateForStart: rule('certificate_for_start', ['A1'], NEEDED_FOR_TRAINING_START.source),
  certificateValidity: rule('certificate_validity', ['A1'], CERTIFICATE_VALIDITY.source),
  sevenYears: rule('seven_years', ['A3'], SEVEN_YEAR_RULE.source),
} as const

/** The four attempts that USMLE allows at one Step today. */
export const STEP_ATTEMPTS_ALLOWED = currentAttemptLimit?.value ?? 4
