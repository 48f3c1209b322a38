import type { Source } from './source'
import type { Sourced } from './sourced'

/* What MyERAS takes: lengths, numbers, and what locks. */

const EXPERIENCES: Source = {
  title: 'AAMC: ERAS publications, experience (2025 season)',
  url: 'https://students-residents.aamc.org/applying-residencies-eras/publication-chapters/experience',
  year: 2024,
}

export const EXPERIENCE_LIMITS: Sourced<{
  max: number
  mostMeaningfulMax: number
  descriptionCharacters: number
  mostMeaningfulExtraCharacters: number
  impactfulExperienceCharacters: number
}> = {
  value: {
    max: 10,
    mostMeaningfulMax: 3,
    descriptionCharacters: 750,
    mostMeaningfulExtraCharacters: 300,
    impactfulExperienceCharacters: 750,
  },
  from: '2023-06-07',
  to: null,
  confidence: 'official',
  source: EXPERIENCES,
  note: 'Ten, three, 750 and 300 from AAMC for the 2025 season; ten and three again in guides to the 2027 season. The 750 of the impactful-experience text is from the supplemental application of 2022. Another copy says 1,020 characters per description.',
}

/**
 * Months without anything dated from which a reader wonders. Advisers agree on the order of size and no rule exists:
 * one or two months are usual between things, more than six want a line.
 */
export const TIMELINE_GAP_MONTHS: Sourced<{ usualUpTo: number; askedAbove: number }> = {
  value: { usualUpTo: 2, askedAbove: 6 },
  from: null,
  to: null,
  confidence: 'secondary',
  source: {
    title: 'Residency Advisor: which gaps to address',
    url: 'https://residencyadvisor.com/resources/common-residency-mistakes/do-i-need-to-address-every-gap-and-leave-or-only-major-red-flags',
    year: 2026,
  },
  note: 'Advice of one guide, not a rule of ERAS or of any program.',
}

/** Letters, digits, spaces and punctuation all count. One printed page is common advice, not a rule. */
export const PERSONAL_STATEMENT_LIMITS: Sourced<{
  maxCharacters: number
  plainText: boolean
  unlimitedVersions: boolean
  perProgram: number
}> = {
  value: { maxCharacters: 28000, plainText: true, unlimitedVersions: true, perProgram: 1 },
  from: null,
  to: null,
  confidence: 'official',
  source: {
    title: 'AAMC: ERAS publications, personal statement',
    url: 'https://students-residents.aamc.org/applying-residencies-eras/publication-chapters/personal-statement',
    year: null,
  },
  note: 'One printed page is the common advice, not a rule.',
}

export const LETTER_LIMITS: Sourced<{
  maxAssignedPerProgram: number
  upload: string
  standardizedLetters: readonly string[]
}> = {
  value: {
    maxAssignedPerProgram: 4,
    upload:
      'AAMC Letter Writer Portal from 2026-06-01; letters uploaded earlier are carried over, unfinished requests are dropped',
    standardizedLetters: ['Dermatology', 'Urology', 'Plastic Surgery'],
  },
  from: '2026-06-01',
  to: null,
  confidence: 'official',
  source: {
    title: 'AAMC: ERAS for letter writers FAQ, 2027 cycle',
    url: 'https://www.aamc.org/services/eras-institutions/eras-letter-writers-faq',
    year: 2026,
  },
  note: 'Number of letters created or kept is not limited in the texts seen.',
}

export const APPLICATION_LOCK: Sourced<string> = {
  value: 'one application per season; after certification only personal information can change',
  from: null,
  to: null,
  confidence: 'official',
  source: {
    title: 'AAMC: ERAS residency applicants FAQ, 2025 season',
    url: 'https://students-residents.aamc.org/eras-tools-and-worksheets-residency-applicants/faqs-eras-residency-applicants?topic=myeras-application',
    year: null,
  },
  note: null,
}

export const SCHOLARLY_WORK_2027: Sourced<string> = {
  value: "the Publications section is replaced by Scholarly Work with categories and 'most meaningful' items",
  from: '2026-06-03',
  to: null,
  confidence: 'secondary',
  source: {
    title: 'Med School Insiders: 2027 ERAS changes',
    url: 'https://medschoolinsiders.com/medical-student/2027-eras-residency-application-changes',
    year: 2026,
  },
  note: null,
}

export const GEOGRAPHIC_PREFERENCES: Sourced<{
  present: boolean
  optional: boolean
  maxDivisions: number | null
}> = {
  value: { present: true, optional: true, maxDivisions: null },
  from: '2023-06-07',
  to: null,
  confidence: 'official',
  source: {
    title: 'AAMC: MyERAS application 2023-24',
    url: 'https://students-residents.aamc.org/applying-residencies-eras/myeras-application-and-program-signaling-2023-24',
    year: null,
  },
  note: 'Commonly described as up to three of nine Census divisions plus an urban/rural setting; no copy read confirms the number.',
}

/** Hours before program review by which an application is best complete: all that is in by then is released together. */
export const COMPLETE_HOURS_BEFORE_REVIEW: Sourced<number> = {
  value: 48,
  from: null,
  to: null,
  confidence: 'secondary',
  source: {
    title: 'Guide to submitting; no AAMC text found for the release rule',
    url: 'https://residencyadvisor.com/resources/best-time-submit-eras/the-countdown-to-eras-key-dates-and-when-to-apply-for-residency',
    year: null,
  },
  note: "Adviser's rule; the article's 'as soon as ERAS opens' means complete by then.",
}

export const SUBMISSION_ADVICE: Sourced<string> = {
  value:
    'everything submitted before review opens is released together; aim to submit at least 48 hours before review opens, and do not rush on the first day, because most of the application locks',
  from: null,
  to: null,
  confidence: 'secondary',
  source: {
    title: 'Guide to submitting; no AAMC text found for the release rule',
    url: 'https://residencyadvisor.com/resources/best-time-submit-eras/the-countdown-to-eras-key-dates-and-when-to-apply-for-residency',
    year: null,
  },
  note: "Adviser's rule; the article's 'as soon as ERAS opens' means complete by then.",
}
