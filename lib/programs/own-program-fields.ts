import type { FactField } from './fact'

/** The facts that a person can give a program of their own, in the order in which the form asks. */
export const OWN_FACT_FIELDS = [
  'offers_place_this_season',
  'positions_per_year',
  'j1_accepted',
  'h1b_accepted',
  'resident_pay_from_training_grant',
  'min_step2ck',
  'attempts_limit',
  'years_since_graduation_max',
  'us_clinical_experience',
  'required_acgme_months',
  'img_in_program',
  'setting',
  'research_orientation',
  'eras_cycle',
  'application_deadline',
] as const satisfies readonly FactField[]
export type OwnFactField = (typeof OWN_FACT_FIELDS)[number]

/** What stands as the source where a person names none. */
export const OWN_READING = 'Your own reading'

/** Sensible ends of the number fields, so that a slip of the finger is asked about. */
export const OWN_FACT_RANGES: Readonly<Partial<Record<OwnFactField, readonly [number, number]>>> = {
  positions_per_year: [0, 200],
  min_step2ck: [1, 300],
  attempts_limit: [1, 4],
  years_since_graduation_max: [0, 60],
  required_acgme_months: [0, 120],
}
