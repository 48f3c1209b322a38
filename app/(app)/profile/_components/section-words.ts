import type { ProfileSection, SectionValues } from '@/db/queries/profile'
import { formatDate } from '@/lib/dates/format'
import {
  ABMGG_CREDIT_LABELS,
  CLASS_STANDING_LABELS,
  ECFMG_STATUS_LABELS,
  ECFMG_STEP_LABELS,
  GRADE_LABELS,
  GRADUATION_LABELS,
  NICHE_LABELS,
  NOT_SAID,
  RESEARCH_PREFERENCE_LABELS,
  SETTING_LABELS,
  VISA_LABELS,
  VISA_NEED_LABELS,
} from '@/lib/profile/words'
import { PATHWAY_WORDS } from '@/lib/programs/pathway-words'
import { STATE_NAMES } from '@/lib/programs/states'

export type StoredAnswer = { term: string; value: string }
type Words = { [S in ProfileSection]: (values: SectionValues<S>) => StoredAnswer[] }

/** What is stored in a section, in words: shown beside what was typed when another window saved first. */
export const STORED_WORDS: Words = {
  visa: (values) => [
    { term: 'Visa need', value: word(VISA_NEED_LABELS, values.visaNeed) },
    { term: 'Visas I can accept', value: words(VISA_LABELS, values.acceptableVisas) },
    { term: 'Years on a J-1', value: number(values.j1YearsUsed) },
    { term: 'An entry limit may affect me', value: yesNo(values.entryLimitMayApply) },
  ],
  graduation: (values) => [
    { term: 'Medical school', value: word(GRADUATION_LABELS, values.graduationStatus) },
    { term: 'Day of graduation', value: day(values.graduationOn) },
  ],
  ecfmg: (values) => [
    { term: 'Certification', value: word(ECFMG_STATUS_LABELS, values.ecfmgStatus) },
    { term: 'Steps done', value: words(ECFMG_STEP_LABELS, values.ecfmgSteps) },
    { term: 'Issued on', value: day(values.ecfmgCertifiedOn) },
    { term: 'Valid until', value: day(values.ecfmgValidUntil) },
    { term: 'Permanent', value: yesNo(values.isEcfmgPermanent) },
  ],
  training: (values) => [
    { term: 'ACGME months', value: number(values.acgmeMonths) },
    { term: 'of which patient care', value: number(values.acgmePatientCareMonths) },
    { term: 'Months abroad', value: number(values.abroadMonths) },
    { term: 'Credit from ABMGG', value: word(ABMGG_CREDIT_LABELS, values.abmggCredit) },
    { term: 'Months in pediatrics', value: number(values.pediatricsMonths) },
    { term: 'Months in medicine', value: number(values.medicineMonths) },
    { term: 'OB-GYN completed', value: yesNo(values.isObgynCompleted) },
  ],
  niches: (values) => [{ term: 'Strengths', value: words(NICHE_LABELS, values.niches) }],
  school: (values) => [
    { term: 'Place in the class', value: word(CLASS_STANDING_LABELS, values.schoolStanding) },
    { term: 'Pediatrics', value: word(GRADE_LABELS, values.pediatricsGrade) },
    { term: 'Internal medicine', value: word(GRADE_LABELS, values.medicineGrade) },
    { term: 'Neurology', value: word(GRADE_LABELS, values.neurologyGrade) },
  ],
  explanation: (values) => [{ term: 'Explanation on file', value: yesNo(values.isExplanationOnFile) }],
  preferences: (values) => [
    { term: 'Pathways', value: anyOf(values.preferredPathways, (key) => pathwayName(key)) },
    { term: 'States', value: anyOf(values.preferredStates, (code) => STATE_NAMES[code] ?? code) },
    { term: 'Settings', value: anyOf(values.preferredSettings, (key) => labelOf(SETTING_LABELS, key)) },
    { term: 'Research', value: word(RESEARCH_PREFERENCE_LABELS, values.preferredResearch) },
  ],
}

function word<K extends string>(labels: Readonly<Record<K, string>>, key: K | null): string {
  return key === null ? NOT_SAID : labels[key]
}

function words(labels: Readonly<Record<string, string>>, keys: readonly string[] | null): string {
  if (keys === null) return NOT_SAID
  return keys.length === 0 ? 'None' : keys.map((key) => labelOf(labels, key)).join(', ')
}

function anyOf(keys: readonly string[], name: (key: string) => string): string {
  return keys.length === 0 ? 'Any' : keys.map(name).join(', ')
}

function labelOf(labels: Readonly<Record<string, string>>, key: string): string {
  return labels[key] ?? key
}

function pathwayName(key: string): string {
  return (PATHWAY_WORDS as Readonly<Record<string, { name: string }>>)[key]?.name ?? key
}

const number = (value: number | null) => (value === null ? NOT_SAID : String(value))
const day = (value: string | null) => (value === null ? NOT_SAID : formatDate(value))
const yesNo = (value: boolean | null) => (value === null ? NOT_SAID : value ? 'Yes' : 'No')
