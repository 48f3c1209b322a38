import type { CalendarDate } from '@/lib/dates/calendar-date'
import { attemptSummary } from '@/lib/exams/summary'
import { J1_MAX_YEARS } from '@/lib/facts/visa-rules'

import type { Applicant } from './applicant'
import type { ProfileSectionKey } from './words'

/*
 * What cannot be true within a section, and what is possible and worth a sentence. No zod here: client files may use it.
 */

/** A refusal at one field of a section's form; the field has the name of the stored column. */
export type ProfileProblem = { field: string; message: string }

export function trainingProblems(values: {
  acgmeMonths: number | null
  acgmePatientCareMonths: number | null
}): readonly ProfileProblem[] {
  const { acgmeMonths, acgmePatientCareMonths } = values
  if (acgmeMonths === null || acgmePatientCareMonths === null || acgmePatientCareMonths <= acgmeMonths)
    return []
  return [
    {
      field: 'acgmePatientCareMonths',
      message: `Months of patient care are part of the ACGME months: enter at most ${acgmeMonths}`,
    },
  ]
}

export function ecfmgProblems(values: {
  ecfmgStatus: Applicant['ecfmg']['status']
  ecfmgCertifiedOn: CalendarDate | null
  ecfmgValidUntil: CalendarDate | null
  isEcfmgPermanent: boolean | null
}): readonly ProfileProblem[] {
  const { ecfmgStatus, ecfmgCertifiedOn, ecfmgValidUntil, isEcfmgPermanent } = values
  const found: ProfileProblem[] = []
  if (ecfmgStatus !== 'certified' && ecfmgCertifiedOn !== null) {
    found.push({
      field: 'ecfmgCertifiedOn',
      message: 'Choose "certified", or leave the day of the certificate empty',
    })
  }
  if (ecfmgStatus !== 'certified' && ecfmgValidUntil !== null) {
    found.push({
      field: 'ecfmgValidUntil',
      message: 'Choose "certified", or leave the end of the certificate empty',
    })
  } else if (ecfmgValidUntil !== null && isEcfmgPermanent) {
    found.push({
      field: 'ecfmgValidUntil',
      message: 'A permanent certificate has no last day: clear this, or choose that it is not permanent',
    })
  } else if (ecfmgCertifiedOn !== null && ecfmgValidUntil !== null && ecfmgValidUntil < ecfmgCertifiedOn) {
    found.push({
      field: 'ecfmgValidUntil',
      message: 'The certificate cannot end before it was issued: check the two days',
    })
  }
  return found
}

/** Needs the person's own day, so it stands beside the form's shape and is asked by whoever saves the section. */
export function graduationProblems(
  values: { graduationStatus: Applicant['graduation']['status']; graduationOn: CalendarDate | null },
  today: CalendarDate,
): readonly ProfileProblem[] {
  const { graduationStatus, graduationOn } = values
  if (graduationOn === null) return []
  if (graduationStatus === 'graduated' && graduationOn > today) {
    return [
      {
        field: 'graduationOn',
        message: 'This day is still ahead: choose "still enrolled", or correct the day',
      },
    ]
  }
  if (graduationStatus === 'enrolled' && graduationOn < today) {
    return [
      { field: 'graduationOn', message: 'This day is over: choose "graduated", or enter the expected day' },
    ]
  }
  return []
}

/** The same for a certificate: an issue day ahead of today is a slip. */
export function certificateDayProblems(
  values: { ecfmgCertifiedOn: CalendarDate | null },
  today: CalendarDate,
): readonly ProfileProblem[] {
  if (values.ecfmgCertifiedOn === null || values.ecfmgCertifiedOn <= today) return []
  return [
    {
      field: 'ecfmgCertifiedOn',
      message: 'This day is still ahead: enter it once the certificate is issued',
    },
  ]
}

export type ProfileWarning = { code: ProfileWarningCode; section: ProfileSectionKey; message: string }
export const PROFILE_WARNINGS = [
  'hands_on_after_graduation',
  'certified_without_exams',
  'acgme_without_certificate',
  'j1_years_used_up',
  'explanation_without_fail',
] as const
export type ProfileWarningCode = (typeof PROFILE_WARNINGS)[number]

const HANDS_ON = ['elective', 'subinternship', 'externship'] as const

/** Combinations that are possible but often a slip, or that carry a rule worth knowing. Nothing here refuses. */
export function profileWarnings(applicant: Applicant): readonly ProfileWarning[] {
  const { clinical, ecfmg, training, visa, graduation, attempts, explanationOnFile } = applicant
  const found: ProfileWarning[] = []
  if (
    graduation.status === 'graduated' &&
    clinical?.some((stay) => HANDS_ON.some((kind) => kind === stay.kind))
  ) {
    found.push({
      code: 'hands_on_after_graduation',
      section: 'clinical',
      message:
        'On visitor status only an enrolled student may do an elective; after graduation one may observe. Check that each hands-on stay was before graduation, or allowed by your status.',
    })
  }
  if (
    ecfmg.status === 'certified' &&
    attempts !== null &&
    !(attemptSummary(attempts, 'step1').passed && attemptSummary(attempts, 'step2ck').passed)
  ) {
    found.push({
      code: 'certified_without_exams',
      section: 'exams',
      message: 'The certificate needs Step 1 and Step 2 CK passed: add the passes that are missing here.',
    })
  }
  if ((training.acgmeMonths ?? 0) > 0 && ecfmg.status !== null && ecfmg.status !== 'certified') {
    found.push({
      code: 'acgme_without_certificate',
      section: 'ecfmg',
      message: 'ACGME training needs the ECFMG certificate: check the months of training or the certificate.',
    })
  }
  if ((visa.j1YearsUsed ?? 0) >= J1_MAX_YEARS) {
    found.push({
      code: 'j1_years_used_up',
      section: 'visa',
      message: `J-1 years of a physician add up to ${J1_MAX_YEARS} at most, and ${visa.j1YearsUsed} are used. Ask Intealth before you count on a J-1.`,
    })
  }
  if (
    explanationOnFile === true &&
    attempts !== null &&
    !attempts.some((attempt) => attempt.outcome === 'fail' || attempt.outcome === 'incomplete')
  ) {
    found.push({
      code: 'explanation_without_fail',
      section: 'explanation',
      message: 'No attempt here needs an explanation: naming one would only raise the question.',
    })
  }
  return found
}
