import type { CalendarDate } from '@/lib/dates/calendar-date'
import type { ExamAttempt } from '@/lib/exams/attempt'
import type { Pathway } from '@/lib/programs/pathway'

/*
 * The applicant as the fit reads one. null always means "not said", an empty list means "said to be none": unknown is
 * never zero (DESIGN.md 2.4). Neither nationality nor the school's country is here, so no rule can use them.
 */

export const VISA_NEEDS = ['needs_visa', 'no_visa_needed'] as const
export type VisaNeed = (typeof VISA_NEEDS)[number]
export const VISAS = ['j1', 'h1b'] as const
export type Visa = (typeof VISAS)[number]

export const GRADUATION_STATUSES = ['enrolled', 'graduated'] as const
export const ECFMG_STATUSES = ['certified', 'in_progress', 'not_started'] as const
export const ECFMG_STEPS = [
  'application',
  'credentials_verified',
  'pathway_applied',
  'pathway_accepted',
] as const
export type EcfmgStep = (typeof ECFMG_STEPS)[number]
export const ABMGG_CREDIT = ['granted', 'asked', 'not_asked'] as const

/** Kinds of clinical experience in the US. Only an enrolled student may do an elective; a graduate may only observe (DESIGN.md 2.3). */
export const CLINICAL_KINDS = [
  'elective',
  'subinternship',
  'externship',
  'observership',
  'telehealth',
] as const
export type ClinicalKind = (typeof CLINICAL_KINDS)[number]
export const CLINICAL_SPECIALTIES = [
  'genetics',
  'pediatrics',
  'internal_medicine',
  'neurology',
  'obstetrics',
  'other',
] as const
export type ClinicalSpecialty = (typeof CLINICAL_SPECIALTIES)[number]

export const RESEARCH_FIELDS = ['genetics', 'other'] as const
export type ResearchField = (typeof RESEARCH_FIELDS)[number]
export const RESEARCH_ROLES = ['lead', 'member', 'assistant'] as const
export type ResearchRole = (typeof RESEARCH_ROLES)[number]
export const PUBLICATION_KINDS = ['paper', 'abstract'] as const
export const AUTHOR_POSITIONS = ['first', 'other'] as const
export const PUBLICATION_STATES = ['published', 'accepted', 'submitted'] as const

export const LETTER_AUTHORS = [
  'us_geneticist',
  'us_clinician',
  'us_researcher',
  'home_geneticist',
  'home_clinician',
] as const
export type LetterAuthor = (typeof LETTER_AUTHORS)[number]
export const LETTER_STATES = ['in_hand', 'promised'] as const
/** What a letter speaks of (E5). */
export const LETTER_TOPICS = ['reliability', 'growth', 'complex_genetic_cases'] as const

/** Niche strengths (D2). */
export const NICHES = [
  'bioinformatics',
  'population_genetics',
  'languages',
  'genetics_training_abroad',
  'rare_disease_registry',
  'counseling_underserved',
] as const
export type Niche = (typeof NICHES)[number]

export const CLASS_STANDINGS = ['top_quarter', 'upper_half', 'lower_half'] as const
export const GRADES = ['honors', 'good', 'pass', 'weak'] as const
export type Grade = (typeof GRADES)[number]

/** The kinds of place that a person may prefer; a second reading beside the standing, never part of it. */
export const SETTING_PREFERENCES = [
  'university',
  'community_affiliated',
  'children_hospital',
  'government',
] as const
export type SettingPreference = (typeof SETTING_PREFERENCES)[number]

export type ClinicalExperience = {
  kind: ClinicalKind
  specialty: ClinicalSpecialty
  place: string
  weeks: number
}
export type ResearchExperience = { field: ResearchField; months: number; role: ResearchRole; inUs: boolean }
export type Publication = {
  field: ResearchField
  kind: (typeof PUBLICATION_KINDS)[number]
  author: (typeof AUTHOR_POSITIONS)[number]
  state: (typeof PUBLICATION_STATES)[number]
}
export type Letter = {
  author: LetterAuthor
  state: (typeof LETTER_STATES)[number]
  topics: readonly (typeof LETTER_TOPICS)[number][]
}

export type Applicant = {
  visa: {
    need: VisaNeed | null
    acceptable: readonly Visa[] | null
    /** Years already spent in J-1 physician status, toward the seven-year limit. */
    j1YearsUsed: number | null
    entryLimitMayApply: boolean | null
  }
  graduation: { status: (typeof GRADUATION_STATUSES)[number] | null; on: CalendarDate | null }
  ecfmg: {
    status: (typeof ECFMG_STATUSES)[number] | null
    stepsDone: readonly EcfmgStep[] | null
    certifiedOn: CalendarDate | null
    /** Last day the certificate is valid; null with `permanent` true when it has no end; null otherwise means not said. */
    validUntil: CalendarDate | null
    permanent: boolean | null
  }
  training: {
    acgmeMonths: number | null
    acgmePatientCareMonths: number | null
    /** ABMGG's written credit for training abroad: to be verified, never assumed. */
    abmggCredit: (typeof ABMGG_CREDIT)[number] | null
    abroadMonths: number | null
    /** Months of residency-level preparation, in the US or abroad. */
    pediatricsMonths: number | null
    medicineMonths: number | null
    obgynCompleted: boolean | null
  }
  clinical: readonly ClinicalExperience[] | null
  research: readonly ResearchExperience[] | null
  publications: readonly Publication[] | null
  letters: readonly Letter[] | null
  niches: readonly Niche[] | null
  school: {
    standing: (typeof CLASS_STANDINGS)[number] | null
    pediatrics: Grade | null
    medicine: Grade | null
    neurology: Grade | null
  }
  /** Whether a short explanation of a failed attempt is on file (B3, B6). */
  explanationOnFile: boolean | null
  /** null: exams not said; []: none taken or planned. */
  attempts: readonly ExamAttempt[] | null
  preferences: {
    states: readonly string[]
    settings: readonly SettingPreference[]
    research: 'high' | 'any' | null
    pathways: readonly Pathway[]
  }
}
