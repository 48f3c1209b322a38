import type { Confidence, SourceKind } from '@/lib/facts/source'

import { FACT_FIELDS, type FactField, type FactScope, type ProgramFact } from './fact'
import type { FactAge } from './resolve-fact'

/*
 * Program facts in words, for pages, ledgers and mails. A fact is always read with whose word it is, its year and its
 * source; what is not known is a question and never a "no".
 */

export const FIELD_LABELS: Readonly<Record<FactField, string>> = {
  offers_place_this_season: 'Offers a place this season',
  recruiting: 'Recruiting',
  j1_accepted: 'J-1 accepted',
  h1b_accepted: 'H-1B accepted',
  resident_pay_from_training_grant: 'Resident pay from a training grant',
  min_step1: 'Minimum Step 1 score',
  min_step2ck: 'Minimum Step 2 CK score',
  attempts_limit: 'Most attempts at one Step',
  years_since_graduation_max: 'Most years since graduation',
  us_clinical_experience: 'US clinical experience',
  step3_required: 'Step 3 required',
  step3_required_for_h1b: 'Step 3 required for the H-1B',
  required_acgme_months: 'ACGME months required before entry',
  img_in_program: 'International graduates in the program',
  img_applications_addressed: 'States rules for international graduates',
  research_orientation: 'Research orientation',
  setting: 'Setting',
  size_class: 'Size',
  positions_per_year: 'Places a year',
  positions_total: 'Places in all',
  current_residents: 'Residents in training',
  duration_years: 'Length in years',
  eras_cycle: 'ERAS cycle',
  participates_eras: 'Takes applications through ERAS',
  participates_nrmp: 'Takes part in the NRMP match',
  nrmp_last_year_with_position: 'Last Main Match with a place offered',
  application_deadline: 'Application deadline',
  interview_format: 'Interviews',
  interview_months: 'Interview months',
  score_note: 'On scores',
  attempts_note: 'On attempts',
  graduation_note: 'On time since graduation',
  us_clinical_note: 'On US clinical experience',
  prior_training_note: 'On training before entry',
  ecfmg_note: 'On ECFMG certification',
  visa_note: 'On visas',
  research_note: 'On research',
  positions_note: 'On places',
  img_note: 'On international graduates',
  existence: 'How it is known',
  acgme_program_id: 'ACGME number',
  nrmp_program_code: 'NRMP code',
  official_url: 'Page of the program',
}

/** Words for the values of choice fields that a reader would not say as they are stored. */
const VALUE_WORDS: Readonly<Record<string, string>> = {
  case_by_case: 'case by case',
  planned: 'planned, not open yet',
  required: 'required',
  preferred: 'preferred, not required',
  not_required: 'not required',
  university: 'university hospital',
  community_affiliated: 'community hospital with a university affiliation',
  children_hospital: "children's hospital",
  government: 'government',
  virtual: 'virtual',
  in_person: 'in person',
  none: 'outside ERAS',
}

const CYCLE_WORDS: Readonly<Record<string, string>> = {
  season: 'the Main Match season',
  july: 'the July fellowship cycle',
  december: 'the December fellowship cycle',
  none: 'outside ERAS',
}

/** A value in words: 'case by case', 'the July fellowship cycle', '225', or the note itself. */
export function valueWords(field: FactField, value: string | number): string {
  if (typeof value === 'number') return String(value)
  if (field === 'eras_cycle') return CYCLE_WORDS[value] ?? value
  return FACT_FIELDS[field].kind === 'choice' ? (VALUE_WORDS[value] ?? value) : value
}

/** The field within a sentence: 'J-1 accepted', 'Step 3 required', 'most years since graduation'. */
export function fieldPhrase(field: FactField): string {
  return FIELD_LABELS[field].replace(/^(?!Step\b)[A-Z](?=[a-z])/, (first) => first.toLowerCase())
}

/** A fact on one line: 'J-1 accepted: case by case'. */
export function factWords({ field, value }: Pick<ProgramFact, 'field' | 'value'>): string {
  return `${FIELD_LABELS[field]}: ${valueWords(field, value)}`
}

const SCOPE_WORDS: Readonly<Record<FactScope, string>> = {
  program: 'said by the program itself',
  parent: 'said by its parent residency',
  institution: 'said by its institution only',
  classification: 'our own classification',
}

/** Whose word a fact is. A parent's or an institution's word is not the program's. */
export function scopeWords(scope: FactScope): string {
  return SCOPE_WORDS[scope]
}

/** Whose word a fact is, once a person has it from the program ('told') or read it themselves ('own'). */
export function originWords({ origin, scope }: Pick<ProgramFact, 'origin' | 'scope'>): string {
  switch (origin) {
    case 'told':
      return 'told to you by the program'
    case 'own':
      return 'entered by you'
    case 'catalogue':
      return scopeWords(scope)
  }
}

/** The year of a statement: '2013', or 'undated' where the copy read bears no date. */
export function yearWords(year: number | null): string {
  return year === null ? 'undated' : String(year)
}

const AGE_WORDS: Readonly<Record<FactAge, string>> = {
  fresh: 'current',
  ageing: 'a few seasons old',
  stale: 'old: ask the program',
  undated: 'undated: ask the program',
}

/** How far a fact of that age carries for the season asked about; the ages are `factAge`'s in `resolve-fact.ts`. */
export function ageWords(age: FactAge): string {
  return AGE_WORDS[age]
}

const CONFIDENCE_WORDS: Readonly<Record<Confidence, string>> = {
  official: 'read on an official page',
  secondary: 'read elsewhere',
  inferred: 'inferred',
  unknown: 'not known',
}

export function confidenceWords(confidence: Confidence): string {
  return CONFIDENCE_WORDS[confidence]
}

const KIND_WORDS: Readonly<Record<SourceKind, string>> = {
  official: 'official page',
  directory: 'directory',
  grant: 'grant record',
  press: 'press',
  mirror: 'copy of a page',
  classification: 'our own classification',
  told: 'reply of the program',
  own: 'your own entry',
}

export function sourceKindWords(kind: SourceKind): string {
  return KIND_WORDS[kind]
}
