import { attemptSummary } from '@/lib/exams/summary'

import type { Applicant } from './applicant'
import { PROFILE_SECTIONS, type ProfileSectionKey } from './words'

/** What an answer decides: a gate (open or closed), the number's range, or only the order among equals. */
export type AnswerUse = 'gate' | 'factor' | 'order'

export type ProfileAnswer = {
  key: string
  section: ProfileSectionKey
  use: AnswerUse
  /** The question, as a heading of what is missing. */
  label: string
  /** What the answer would make sharper, in one sentence. */
  sharpens: string
}

type Question = ProfileAnswer & {
  /** Whether the question arises at all for this person. */
  applies: (applicant: Applicant) => boolean
  isSaid: (applicant: Applicant) => boolean
}

const always = () => true
const hasAttempts = (applicant: Applicant) => applicant.attempts !== null
const step2 = (applicant: Applicant) => attemptSummary(applicant.attempts ?? [], 'step2ck')
const needsVisa = (applicant: Applicant) => applicant.visa.need === 'needs_visa'
const hasFail = (applicant: Applicant) =>
  (applicant.attempts ?? []).some((attempt) => attempt.outcome === 'fail' || attempt.outcome === 'incomplete')
const aimsAt = (applicant: Applicant, pathway: 'mgg' | 'mfm_mgg') =>
  applicant.preferences.pathways.includes(pathway)

/**
 * Every question of the profile in the order of its weight in the fit: what can close most programs or moves the number
 * most comes first. A test holds the factors among them against the policy.
 */
export const QUESTIONS: readonly Question[] = [
  {
    key: 'exams',
    section: 'exams',
    use: 'gate',
    label: 'Exam attempts',
    sharpens: 'Exams open or close every program, and Step 2 CK carries the largest weight of all.',
    applies: always,
    isSaid: hasAttempts,
  },
  {
    key: 'visa_need',
    section: 'visa',
    use: 'gate',
    label: 'Whether you need a visa',
    sharpens: 'Without it every program reads "possible, if": visa support opens or closes most of them.',
    applies: always,
    isSaid: (applicant) => applicant.visa.need !== null,
  },
  {
    key: 'acceptable_visas',
    section: 'visa',
    use: 'gate',
    label: 'Which visas you can accept',
    sharpens: 'J-1 and H-1B are two facts of a program: this says which of them counts for you.',
    applies: needsVisa,
    isSaid: (applicant) => applicant.visa.acceptable !== null,
  },
  {
    key: 'step2ck_score',
    section: 'exams',
    use: 'factor',
    label: 'Step 2 CK score',
    sharpens: 'The score has the largest single weight, and decides published minimum scores.',
    applies: (applicant) => step2(applicant).passed,
    isSaid: (applicant) => step2(applicant).score !== null,
  },
  {
    key: 'research',
    section: 'research',
    use: 'factor',
    label: 'Research',
    sharpens: 'Genetics research is the second largest weight, and counts most at research-heavy programs.',
    applies: always,
    isSaid: (applicant) => applicant.research !== null,
  },
  {
    key: 'clinical',
    section: 'clinical',
    use: 'factor',
    label: 'Clinical experience in the US',
    sharpens: 'Weeks in US care narrow every range, and some programs ask for them.',
    applies: always,
    isSaid: (applicant) => applicant.clinical !== null,
  },
  {
    key: 'letters',
    section: 'letters',
    use: 'factor',
    label: 'Letters',
    sharpens: 'Letters narrow every range; one from a US geneticist does most.',
    applies: always,
    isSaid: (applicant) => applicant.letters !== null,
  },
  {
    key: 'school',
    section: 'school',
    use: 'factor',
    label: 'Medical school record',
    sharpens: 'Standing and the grades in pediatrics, medicine and neurology narrow every range.',
    applies: always,
    isSaid: ({ school }) =>
      school.standing !== null &&
      school.pediatrics !== null &&
      school.medicine !== null &&
      school.neurology !== null,
  },
  {
    key: 'publications',
    section: 'publications',
    use: 'factor',
    label: 'Publications',
    sharpens: 'Papers in genetics, first-author ones most, count beside the months of research.',
    applies: always,
    isSaid: (applicant) => applicant.publications !== null,
  },
  {
    key: 'ecfmg_status',
    section: 'ecfmg',
    use: 'gate',
    label: 'ECFMG certification',
    sharpens: 'It decides whether the certificate can be there in time, at every program.',
    applies: always,
    isSaid: (applicant) => applicant.ecfmg.status !== null,
  },
  {
    key: 'ecfmg_steps',
    section: 'ecfmg',
    use: 'gate',
    label: 'Steps done toward the certificate',
    sharpens: 'It shows whether verification and Pathway can be done by their dates.',
    applies: (applicant) => applicant.ecfmg.status === 'in_progress',
    isSaid: (applicant) => applicant.ecfmg.stepsDone !== null,
  },
  {
    key: 'ecfmg_end',
    section: 'ecfmg',
    use: 'gate',
    label: 'How long the certificate is valid',
    sharpens: 'A certificate from a Pathway must be valid on the day training starts.',
    applies: (applicant) => applicant.ecfmg.status === 'certified',
    isSaid: ({ ecfmg }) => ecfmg.permanent === true || ecfmg.validUntil !== null,
  },
  {
    key: 'graduation',
    section: 'graduation',
    use: 'gate',
    label: 'Graduation',
    sharpens: 'Programs with a limit on years since graduation open or close by it.',
    applies: always,
    isSaid: ({ graduation }) => graduation.status !== null && graduation.on !== null,
  },
  {
    key: 'acgme_months',
    section: 'training',
    use: 'gate',
    label: 'ACGME training in the US',
    sharpens: 'Two-year genetics opens only after at least one ACGME year.',
    applies: always,
    isSaid: (applicant) => applicant.training.acgmeMonths !== null,
  },
  {
    key: 'patient_care_months',
    section: 'training',
    use: 'gate',
    label: 'Months of patient care in that training',
    sharpens: 'Two-year genetics counts months of patient care, not of training alone.',
    applies: (applicant) => (applicant.training.acgmeMonths ?? 0) > 0,
    isSaid: (applicant) => applicant.training.acgmePatientCareMonths !== null,
  },
  {
    key: 'j1_years',
    section: 'visa',
    use: 'gate',
    label: 'Years already spent on a J-1 as a physician',
    sharpens: 'J-1 years add up: long pathways fit only what is left.',
    applies: ({ visa }) => visa.need === 'needs_visa' && (visa.acceptable?.includes('j1') ?? false),
    isSaid: (applicant) => applicant.visa.j1YearsUsed !== null,
  },
  {
    key: 'obgyn',
    section: 'training',
    use: 'gate',
    label: 'Whether an OB-GYN residency is completed',
    sharpens: 'Maternal-fetal genetics opens only after it.',
    applies: (applicant) => aimsAt(applicant, 'mfm_mgg'),
    isSaid: (applicant) => applicant.training.obgynCompleted !== null,
  },
  {
    key: 'abmgg_credit',
    section: 'training',
    use: 'gate',
    label: 'Credit from ABMGG for training abroad',
    sharpens: 'Two-year genetics may count training abroad, but only with ABMGG’s written answer.',
    applies: (applicant) => (applicant.training.abroadMonths ?? 0) > 0 && aimsAt(applicant, 'mgg'),
    isSaid: (applicant) => applicant.training.abmggCredit !== null,
  },
  {
    key: 'explanation',
    section: 'explanation',
    use: 'factor',
    label: 'A short explanation of the attempt',
    sharpens: 'A brief explanation on file eases the concern about an attempt.',
    applies: hasFail,
    isSaid: (applicant) => applicant.explanationOnFile !== null,
  },
  {
    key: 'niches',
    section: 'niches',
    use: 'factor',
    label: 'Particular strengths',
    sharpens: 'Bioinformatics, languages or genetics training abroad set an application apart.',
    applies: always,
    isSaid: (applicant) => applicant.niches !== null,
  },
  {
    key: 'preparation',
    section: 'training',
    use: 'factor',
    label: 'Months of training in pediatrics and medicine',
    sharpens: 'Preparation counts where a pathway combines the same specialty.',
    applies: always,
    isSaid: ({ training }) => training.pediatricsMonths !== null && training.medicineMonths !== null,
  },
  {
    key: 'preferences',
    section: 'preferences',
    use: 'order',
    label: 'Preferences',
    sharpens: 'States, setting and research sort programs of one standing; they never change a standing.',
    applies: always,
    isSaid: ({ preferences }) =>
      preferences.states.length > 0 ||
      preferences.settings.length > 0 ||
      preferences.pathways.length > 0 ||
      preferences.research !== null,
  },
]

/** 'not_asked': no question of the section arises for this person (no attempt to explain, say). */
export type SectionState = 'unknown' | 'partial' | 'said' | 'not_asked'

export type Completeness = {
  /** Questions that arise for this person, and how many of them are answered ("none" is an answer). */
  asked: number
  said: number
  sections: Readonly<Record<ProfileSectionKey, SectionState>>
  /** What is not said yet, the weightiest first. */
  missing: readonly ProfileAnswer[]
}

/** What a profile still leaves open and what each missing answer would sharpen. An answered "none" is never missing. */
export function profileCompleteness(applicant: Applicant): Completeness {
  const asked = QUESTIONS.filter((question) => question.applies(applicant))
  const open = asked.filter((question) => !question.isSaid(applicant))
  const sections = Object.fromEntries(
    PROFILE_SECTIONS.map((section) => {
      const own = asked.filter((question) => question.section === section)
      const left = own.filter((question) => open.includes(question)).length
      if (own.length === 0) return [section, 'not_asked']
      if (left === 0) return [section, 'said']
      return [section, left === own.length && !hasPart(applicant, section) ? 'unknown' : 'partial']
    }),
  ) as Record<ProfileSectionKey, SectionState>
  return {
    asked: asked.length,
    said: asked.length - open.length,
    sections,
    missing: open.map(({ key, section, use, label, sharpens }) => ({ key, section, use, label, sharpens })),
  }
}

/** Whether a section whose question is still open has been begun. */
function hasPart(applicant: Applicant, section: ProfileSectionKey): boolean {
  if (section === 'school') return Object.values(applicant.school).some((answer) => answer !== null)
  if (section === 'graduation') return Object.values(applicant.graduation).some((answer) => answer !== null)
  if (section === 'training') return Object.values(applicant.training).some((answer) => answer !== null)
  return false
}

/** How far a profile is, in one calm sentence. */
export function completenessWords({ asked, said, missing }: Completeness): string {
  const [first] = missing
  if (!first) return 'Everything that the fit reads is said.'
  if (said === 0) return `Nothing is said yet. ${first.label} would sharpen most.`
  return `${said} of ${asked} answers are there. Next would be: ${first.label}.`
}
