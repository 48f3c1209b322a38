import { formatDate } from '@/lib/dates/format'
import type { Applicant } from '@/lib/profile/applicant'
import {
  ABMGG_CREDIT_LABELS,
  AUTHOR_LABELS,
  CLASS_STANDING_LABELS,
  CLINICAL_KIND_LABELS,
  CLINICAL_SPECIALTY_LABELS,
  ECFMG_STATUS_LABELS,
  GRADE_LABELS,
  GRADUATION_LABELS,
  LETTER_AUTHOR_LABELS,
  LETTER_STATE_LABELS,
  NICHE_LABELS,
  NOT_SAID,
  PUBLICATION_KIND_LABELS,
  PUBLICATION_STATE_LABELS,
  RESEARCH_FIELD_LABELS,
  RESEARCH_ROLE_LABELS,
  VISA_LABELS,
} from '@/lib/profile/words'

export type FactLine = { label: string; value: string }

/** What the fit counts of a profile, one line each, as another person reads it. What is not said reads so. */
export function factLines(applicant: Applicant): readonly FactLine[] {
  const { visa, graduation, ecfmg, training, school } = applicant
  return [
    { label: 'Visa', value: visaWords(visa) },
    { label: 'J-1 years used', value: said(visa.j1YearsUsed, String) },
    {
      label: 'Graduation',
      value: joined([
        said(graduation.status, (status) => GRADUATION_LABELS[status]),
        graduation.on && formatDate(graduation.on),
      ]),
    },
    {
      label: 'ECFMG',
      value: joined([
        said(ecfmg.status, (status) => ECFMG_STATUS_LABELS[status]),
        ecfmg.validUntil && `valid until ${formatDate(ecfmg.validUntil)}`,
      ]),
    },
    { label: 'ACGME months', value: said(training.acgmeMonths, String) },
    { label: 'of which patient care', value: said(training.acgmePatientCareMonths, String) },
    { label: 'ABMGG credit', value: said(training.abmggCredit, (credit) => ABMGG_CREDIT_LABELS[credit]) },
    { label: 'Months of training abroad', value: said(training.abroadMonths, String) },
    {
      label: 'US clinical experience',
      value: listed(
        applicant.clinical,
        ({ kind, specialty, weeks }) =>
          `${CLINICAL_KIND_LABELS[kind]}, ${CLINICAL_SPECIALTY_LABELS[specialty].toLowerCase()}, ${weeks} weeks`,
      ),
    },
    {
      label: 'Research',
      value: listed(
        applicant.research,
        ({ field, role, months }) =>
          `${RESEARCH_FIELD_LABELS[field]}, ${months} months: ${RESEARCH_ROLE_LABELS[role].toLowerCase()}`,
      ),
    },
    {
      label: 'Publications',
      value: listed(
        applicant.publications,
        ({ kind, field, author, state }) =>
          `${PUBLICATION_KIND_LABELS[kind]}, ${RESEARCH_FIELD_LABELS[field].toLowerCase()}, ${AUTHOR_LABELS[author].toLowerCase()}, ${PUBLICATION_STATE_LABELS[state].toLowerCase()}`,
      ),
    },
    {
      label: 'Letters',
      value: listed(
        applicant.letters,
        ({ author, state }) => `${LETTER_AUTHOR_LABELS[author]}, ${LETTER_STATE_LABELS[state].toLowerCase()}`,
      ),
    },
    { label: 'Strengths', value: listed(applicant.niches, (niche) => NICHE_LABELS[niche]) },
    { label: 'Class standing', value: said(school.standing, (standing) => CLASS_STANDING_LABELS[standing]) },
    { label: 'Pediatrics', value: said(school.pediatrics, (grade) => GRADE_LABELS[grade]) },
    { label: 'Medicine', value: said(school.medicine, (grade) => GRADE_LABELS[grade]) },
    { label: 'Neurology', value: said(school.neurology, (grade) => GRADE_LABELS[grade]) },
  ]
}

function visaWords({ need, acceptable }: Applicant['visa']): string {
  if (need === null) return NOT_SAID
  if (need === 'no_visa_needed') return 'None needed'
  if (acceptable === null) return 'Needed; which is not said'
  return acceptable.length === 0
    ? 'Needed; none would be taken'
    : `Needed: ${acceptable.map((visa) => VISA_LABELS[visa]).join(' or ')}`
}

function said<T>(value: T | null, words: (value: T) => string): string {
  return value === null ? NOT_SAID : words(value)
}

function listed<T>(values: readonly T[] | null, words: (value: T) => string): string {
  if (values === null) return NOT_SAID
  return values.length === 0 ? 'None' : values.map(words).join('; ')
}

function joined(parts: readonly (string | null)[]): string {
  return parts.filter(Boolean).join(', ')
}
