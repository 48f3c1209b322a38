import type { CalendarDate } from '@/lib/dates/calendar-date'
import type { Confidence, Source, SourceKind } from '@/lib/facts/source'

import type { Pathway } from './pathway'
/** Whose word a fact is: the program's own, its parent residency's, only its institution's, or our classification. */
export const FACT_SCOPES = ['program', 'parent', 'institution', 'classification'] as const
export type FactScope = (typeof FACT_SCOPES)[number]

export const YES_NO = ['yes', 'no'] as const
export const VISA_ANSWERS = ['yes', 'no', 'case_by_case'] as const

/**
 * Every field a program fact may have, with the type of its value. 'unknown' is never stored: an unknown fact is the
 * absence of a row. `note` fields carry a published sentence's content in our words and are shown, never computed with.
 */
export const FACT_FIELDS = {
  offers_place_this_season: { kind: 'choice', options: YES_NO },
  recruiting: { kind: 'choice', options: ['yes', 'no', 'planned'] },
  j1_accepted: { kind: 'choice', options: VISA_ANSWERS },
  h1b_accepted: { kind: 'choice', options: VISA_ANSWERS },
  resident_pay_from_training_grant: { kind: 'choice', options: YES_NO },
  min_step1: { kind: 'number' },
  min_step2ck: { kind: 'number' },
  attempts_limit: { kind: 'number' },
  years_since_graduation_max: { kind: 'number' },
  us_clinical_experience: { kind: 'choice', options: ['required', 'preferred', 'not_required'] },
  step3_required: { kind: 'choice', options: YES_NO },
  step3_required_for_h1b: { kind: 'choice', options: YES_NO },
  required_acgme_months: { kind: 'number' },
  img_in_program: { kind: 'choice', options: YES_NO },
  img_applications_addressed: { kind: 'choice', options: YES_NO },
  research_orientation: { kind: 'choice', options: ['high', 'moderate', 'low'] },
  setting: {
    kind: 'choice',
    options: ['university', 'community_affiliated', 'children_hospital', 'government'],
  },
  size_class: { kind: 'choice', options: ['small', 'medium', 'large'] },
  positions_per_year: { kind: 'number' },
  positions_total: { kind: 'number' },
  current_residents: { kind: 'number' },
  duration_years: { kind: 'number' },
  eras_cycle: { kind: 'choice', options: ['season', 'july', 'december', 'none'] },
  participates_eras: { kind: 'choice', options: YES_NO },
  participates_nrmp: { kind: 'choice', options: YES_NO },
  nrmp_last_year_with_position: { kind: 'number' },
  application_deadline: { kind: 'date' },
  interview_format: { kind: 'choice', options: ['virtual', 'in_person'] },
  interview_months: { kind: 'note' },
  score_note: { kind: 'note' },
  attempts_note: { kind: 'note' },
  graduation_note: { kind: 'note' },
  us_clinical_note: { kind: 'note' },
  prior_training_note: { kind: 'note' },
  ecfmg_note: { kind: 'note' },
  visa_note: { kind: 'note' },
  research_note: { kind: 'note' },
  positions_note: { kind: 'note' },
  img_note: { kind: 'note' },
  existence: { kind: 'note' },
  acgme_program_id: { kind: 'note' },
  nrmp_program_code: { kind: 'note' },
  official_url: { kind: 'note' },
} as const satisfies Record<
  string,
  { kind: 'choice'; options: readonly string[] } | { kind: 'number' | 'date' | 'note' }
>

export type FactField = keyof typeof FACT_FIELDS

/**
 * One dated, sourced statement about a program. `year` is the year the statement was made (null: undated);
 * `origin` 'catalogue' comes from the shipped data, 'told' from the program's reply to this person, 'own' from this
 * person's own reading. A person's own facts win over the catalogue's in that person's ledger only.
 */
export type ProgramFact = {
  id: string
  field: FactField
  value: string | number
  scope: FactScope
  year: number | null
  /** The season a passing statement is about ("not recruiting for 2024"), null when it is not tied to one. */
  season: number | null
  origin: 'catalogue' | 'told' | 'own'
  statedOn: CalendarDate | null
  confidence: Confidence
  sourceKind: SourceKind
  source: Source
  note: string | null
}

/** A program as the fit reads it: identity, pathway, and every fact that is known, several per field where sources disagree. */
export type Program = {
  id: string
  sponsor: string
  name: string
  city: string | null
  state: string | null
  pathway: Pathway
  isOwn: boolean
  facts: readonly ProgramFact[]
}
