import type { CalendarDate } from '@/lib/dates/calendar-date'
import type { Source } from '@/lib/facts/source'
import type { FactUsed } from '@/lib/programs/resolve-fact'

/*
 * The ledger: what `evaluateFit` answers for one applicant, one program and one season. Codes and parameters only, so that
 * it survives JSON unchanged; `words.ts` makes the sentences. See README.md in this folder.
 */

/** From best to last; the list sorts in this order. */
export const STANDINGS = [
  'strong',
  'solid',
  'possible',
  'reach',
  'not_enough_facts',
  'not_yet_eligible',
  'closed',
] as const
export type Standing = (typeof STANDINGS)[number]

export const GATE_STATES = ['met', 'closed', 'not_yet', 'unknown'] as const
export type GateState = (typeof GATE_STATES)[number]

/** In the order in which a person asks them; the ledger lists gates and conditions in this order. */
export const GATE_CODES = [
  'place_this_season',
  'recruiting',
  'deadline',
  'pathway',
  'visa',
  'j1_years',
  'step3_for_h1b',
  'min_step2ck',
  'min_step1',
  'attempts_limit',
  'graduation_limit',
  'us_clinical_required',
  'step3_required',
  'step1',
  'step2ck',
  'ecfmg_certificate',
  'certificate_valid',
] as const
export type GateCode = (typeof GATE_CODES)[number]

/** Why a gate is in its state. `words.ts` has one sentence for each. */
export const GATE_REASONS = [
  // place_this_season, recruiting, deadline
  'offers_place',
  'no_place',
  'place_not_known',
  'recruiting',
  'not_recruiting',
  'recruiting_later',
  'recruiting_not_known',
  'deadline_ahead',
  'deadline_passed',
  'deadline_other_season',
  'applied_in_time',
  'season_over',
  // pathway
  'open_from_pgy1',
  'training_enough',
  'training_short_of_board',
  'training_short_of_program',
  'training_short_of_last_known',
  'training_not_said',
  'patient_care_not_said',
  'credit_to_verify',
  'credit_verified',
  'obgyn_completed',
  'obgyn_missing',
  'obgyn_not_said',
  'information_only',
  // visa, j1_years, step3
  'no_visa_needed',
  'visa_sponsored',
  'visa_refused',
  'visa_not_known',
  'visa_case_by_case',
  'visa_training_grant',
  'visa_need_not_said',
  'visa_acceptable_not_said',
  'visa_none_acceptable',
  'j1_years_fit',
  'j1_years_exceeded',
  'j1_years_not_said',
  'j1_length_not_known',
  // limits
  'score_reaches_minimum',
  'score_below_minimum',
  'score_not_there_yet',
  'score_not_said',
  'minimum_last_known',
  'pass_has_no_number',
  'attempts_within_limit',
  'attempts_over_limit',
  'attempts_not_said',
  'attempts_limit_last_known',
  'graduated_within_limit',
  'graduated_before_limit',
  'graduation_how_counted',
  'graduation_not_said',
  'graduation_limit_last_known',
  'us_clinical_present',
  'us_clinical_missing',
  'us_clinical_observed_only',
  'us_clinical_not_said',
  'us_clinical_last_known',
  'step3_requirement_last_known',
  // exams and certificate
  'exam_passed',
  'exam_not_passed',
  'exam_result_pending',
  'exam_result_may_be_late',
  'exam_too_late',
  'exam_no_attempt_left',
  'exam_not_said',
  'step3_ask_date',
  'certified',
  'certificate_in_reach',
  'certificate_too_late',
  'certificate_steps_not_said',
  'certificate_not_said',
  'seven_years_lapsed',
  'graduates_after_start',
  'certificate_permanent',
  'certificate_covers_start',
  'certificate_ends_before_start',
  'certificate_end_not_said',
] as const
export type GateReason = (typeof GATE_REASONS)[number]

/** The one thing that would open a closed gate, or meet one that is not met yet. */
export const OPENER_CODES = [
  'program_offers_place',
  'program_recruits',
  'next_season',
  'acgme_months',
  'complete_obgyn',
  'program_sponsors_visa',
  'accept_a_visa',
  'accept_other_visa',
  'other_status_than_j1',
  'program_lowers_minimum',
  'reach_minimum',
  'program_waives_attempts',
  'program_waives_graduation',
  'us_clinical_experience',
  'pass_exam',
  'exam_body_restores_eligibility',
  'finish_certification',
  'graduate_before_start',
  'renew_certificate',
] as const
export type OpenerCode = (typeof OPENER_CODES)[number]

/** Plain values only: what a sentence needs to be made. */
export type Params = Readonly<Record<string, string | number | boolean | null | readonly string[]>>

export type CriterionId =
  | `A${1 | 2 | 3 | 4 | 5}`
  | `B${1 | 2 | 3 | 4 | 5 | 6 | 7}`
  | `C${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14}`
  | `D${1 | 2 | 3}`
  | `E${1 | 2 | 3 | 4 | 5}`
  | `F${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8}`
  | `G${1 | 2 | 3 | 4}`

/** Where a gate's rule stands: the article's criteria, a section of our own design, and the body that publishes the rule. */
export type Rule = {
  code: string
  criteria: readonly CriterionId[]
  /** null when the rule is the program's own word: then the facts carry the source. */
  source: Source | null
}

export type Opener = { code: OpenerCode; params: Params }

export type Gate = {
  code: GateCode
  state: GateState
  reason: GateReason
  params: Params
  /** For not_yet: the day by which it must be met; null when that day is not announced. */
  byDate: CalendarDate | null
  /** For unknown: whose answer is missing. */
  ask: 'program' | 'you' | null
  opener: Opener | null
  rule: Rule
  /** Every claim that bears on the gate, with age and source, also those that disagree. */
  facts: readonly FactUsed[]
  /** For unknown: the claim that would have counted if it were newer or the program's own. */
  lastKnown: FactUsed | null
  /** How likely the gate is to turn out open, 0-1. For sorting only, never shown. 1 when met, 0 when closed. */
  likelihood: number
}

/** "possible, if it sponsors J-1": one unknown gate, or one that is not met yet, beside the standing. */
export type Condition = {
  gate: GateCode
  reason: GateReason
  params: Params
  byDate: CalendarDate | null
  ask: 'program' | 'you' | null
}

export const FACTOR_CODES = [
  'step2ck',
  'attempts',
  'trajectory',
  'genetics_research',
  'publications',
  'us_clinical',
  'letters',
  'school',
  'niche',
  'research_match',
  'setting_size',
  'img_history',
  'visa_need',
  'track',
] as const
export type FactorCode = (typeof FACTOR_CODES)[number]

export const FACTOR_OUTCOMES = ['helps', 'neutral', 'hurts', 'unknown'] as const
export type FactorOutcome = (typeof FACTOR_OUTCOMES)[number]

/** Parts of the profile that a factor reads. A page links them to the section where they are answered. */
export const PROFILE_FACTS = [
  'exams',
  'explanation',
  'research',
  'publications',
  'clinical',
  'letters',
  'school',
  'niches',
  'visa_need',
  'acceptable_visas',
  'j1_years',
  'graduation',
  'ecfmg',
  'training',
  'preparation',
  'obgyn',
] as const
export type ProfileFact = (typeof PROFILE_FACTS)[number]

export type Factor = {
  code: FactorCode
  criteria: readonly CriterionId[]
  /** The points between the worst and the best value of this factor; all weights add up to 100. */
  weight: number
  /** Points above (helps) or below (hurts) neutral, two decimals. `fit.neutral` plus all contributions is the point. */
  contribution: number
  low: number
  high: number
  outcome: FactorOutcome
  /** Which of the factor's sentences applies. */
  reading: string
  params: Params
  /** What the person said, and what of it is not said yet. */
  applicantFacts: readonly ProfileFact[]
  missing: readonly ProfileFact[]
  /** The program's claims that were used. */
  facts: readonly FactUsed[]
}

export const PREFERENCE_ASPECTS = ['state', 'setting', 'research', 'pathway'] as const
export type PreferenceAspect = (typeof PREFERENCE_ASPECTS)[number]

/** The second reading beside the standing: it sorts, and never turns one standing into another. */
export type Preference = {
  aspects: readonly { aspect: PreferenceAspect; answer: 'match' | 'miss' | 'unknown' }[]
  /** -1 (all missed) to 1 (all matched); 0 when nothing was said. */
  score: number
}

export type Fit = {
  /** 0-100, whole points, unknowns at neutral. Not a chance of matching. */
  point: number
  /** Unknowns at their worst, rounded down, and at their best, rounded up. */
  low: number
  high: number
  /** Where an applicant stands of whom every factor is neutral. */
  neutral: number
}

export type Ledger = {
  programId: string
  season: number
  standing: Standing
  conditions: readonly Condition[]
  fit: Fit
  gates: readonly Gate[]
  factors: readonly Factor[]
  /** What the person has not said yet and the engine would use, in the order of weight. */
  missing: readonly ProfileFact[]
  preference: Preference
  /** How likely all unknown gates are to turn out open, 0-1. For sorting only, never shown. */
  likelihood: number
  /** Larger sorts first: standing, then fit lowered by what is unlikely, then preferences. Never shown. */
  sortKey: number
}
