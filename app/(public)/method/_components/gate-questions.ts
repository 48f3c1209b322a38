import type { GateCode, Rule } from '@/lib/fit/ledger'
import { RULES } from '@/lib/fit/rules'

/** What each gate asks, and the rules that answer it. A gate that a program does not publish is not asked. */
export const GATE_QUESTIONS: Readonly<Record<GateCode, { asks: string; rules: readonly Rule[] }>> = {
  place_this_season: {
    asks: 'Does the program offer a place this season? Asked first, and unknown at most programs.',
    rules: [RULES.place],
  },
  recruiting: {
    asks: 'Has it said that it does not recruit, and for which season?',
    rules: [RULES.recruiting],
  },
  deadline: {
    asks: 'Is a published deadline still ahead? After it: not “apply now”.',
    rules: [RULES.deadline],
  },
  pathway: {
    asks: 'May you enter this pathway: straight from medical school, after an accredited year with twelve months of patient care, or after OB-GYN? The program may ask for more months.',
    rules: [RULES.pgy1, RULES.boardTraining, RULES.programTraining, RULES.maternalFetal, RULES.laboratory],
  },
  visa: {
    asks: 'Does it sponsor a visa that you accept? J-1 and H-1B are two facts. Pay from a training grant makes it a question again.',
    rules: [RULES.visa, RULES.grantPay],
  },
  j1_years: {
    asks: 'Do the years of this training and those already used fit within the seven of a J-1?',
    rules: [RULES.j1Years, RULES.j1Routes],
  },
  step3_for_h1b: {
    asks: 'Where only the H-1B is left: can Step 3 be passed in time?',
    rules: [RULES.step3H1b, RULES.step3Taking],
  },
  min_step2ck: {
    asks: 'Does your Step 2 CK reach the published minimum? The minimum itself is enough; “we prefer” is no minimum.',
    rules: [RULES.minimumScore],
  },
  min_step1: {
    asks: 'Does an old Step 1 number reach a published minimum? A pass without a number is asked about.',
    rules: [RULES.minimumScore, RULES.step1Number],
  },
  attempts_limit: { asks: 'Are your attempts within the published limit?', rules: [RULES.attemptsLimit] },
  graduation_limit: {
    asks: 'Is your graduation within the published number of years?',
    rules: [RULES.graduationLimit],
  },
  us_clinical_required: {
    asks: 'Where US clinical experience is required: is there any?',
    rules: [RULES.usClinical],
  },
  step3_required: { asks: 'Where Step 3 is required: is it passed?', rules: [RULES.step3Program] },
  step1: {
    asks: 'Is Step 1 passed, or can it be in time?',
    rules: [RULES.examsForMatch, RULES.fourAttempts],
  },
  step2ck: {
    asks: 'Is Step 2 CK passed by the standard of its exam day, or can it be in time?',
    rules: [RULES.examsForMatch, RULES.passingStandard, RULES.fourAttempts],
  },
  ecfmg_certificate: {
    asks: 'Can certification be reached: its requirements by the rank-list deadline, the certificate by the first day of training?',
    rules: [RULES.certificateForMatch, RULES.certificateForStart, RULES.sevenYears],
  },
  certificate_valid: {
    asks: 'Is the certificate valid on the day training starts?',
    rules: [RULES.certificateValidity],
  },
}
