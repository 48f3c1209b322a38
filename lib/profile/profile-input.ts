import { z } from 'zod'

import { optionalDateInput } from '@/lib/dates/date-input'
import { PATHWAYS } from '@/lib/programs/pathway'
import { STATE_NAMES } from '@/lib/programs/states'

import {
  ABMGG_CREDIT,
  AUTHOR_POSITIONS,
  CLASS_STANDINGS,
  CLINICAL_KINDS,
  CLINICAL_SPECIALTIES,
  ECFMG_STATUSES,
  ECFMG_STEPS,
  GRADES,
  GRADUATION_STATUSES,
  LETTER_AUTHORS,
  LETTER_STATES,
  LETTER_TOPICS,
  NICHES,
  PUBLICATION_KINDS,
  PUBLICATION_STATES,
  RESEARCH_FIELDS,
  RESEARCH_ROLES,
  SETTING_PREFERENCES,
  VISA_NEEDS,
  VISAS,
} from './applicant'
import { anyOf, choice, count, line, required, several, wholeNumber, yesNo } from './field-inputs'
import { ecfmgProblems, type ProfileProblem, trainingProblems } from './profile-rules'

/*
 * The sections of the profile as their forms send them, in the names of the stored columns. Every field may be left
 * open: null is "not said". A form's own fields (form id, version) are added by the action with `safeExtend`.
 */

const MONTHS = 'Enter whole months, 0 for none, or leave it open'

export const visaInput = z.object({
  visaNeed: choice(VISA_NEEDS, 'Choose whether you need a visa, or leave it open'),
  acceptableVisas: several(VISAS, 'Choose among J-1 and H-1B'),
  j1YearsUsed: wholeNumber({
    max: 20,
    message: 'Enter whole years in J-1 status as a physician, 0 for none',
  }),
  entryLimitMayApply: yesNo(),
})

export const graduationInput = z.object({
  graduationStatus: choice(GRADUATION_STATUSES, 'Choose enrolled or graduated, or leave it open'),
  graduationOn: optionalDateInput('Enter the day of graduation as year-month-day, for example 2024-06-30'),
})

export const ecfmgInput = z
  .object({
    ecfmgStatus: choice(ECFMG_STATUSES, 'Choose where certification stands, or leave it open'),
    ecfmgSteps: several(ECFMG_STEPS, 'Choose the steps that are done'),
    ecfmgCertifiedOn: optionalDateInput('Enter the day on the certificate as year-month-day'),
    ecfmgValidUntil: optionalDateInput('Enter the last valid day of the certificate as year-month-day'),
    isEcfmgPermanent: yesNo(),
  })
  .superRefine((values, context) => report(ecfmgProblems(values), context))

export const trainingInput = z
  .object({
    acgmeMonths: wholeNumber({ max: 240, message: MONTHS }),
    acgmePatientCareMonths: wholeNumber({ max: 240, message: MONTHS }),
    abmggCredit: choice(ABMGG_CREDIT, 'Choose what ABMGG has answered, or leave it open'),
    abroadMonths: wholeNumber({ max: 600, message: MONTHS }),
    pediatricsMonths: wholeNumber({ max: 600, message: MONTHS }),
    medicineMonths: wholeNumber({ max: 600, message: MONTHS }),
    isObgynCompleted: yesNo(),
  })
  .superRefine((values, context) => report(trainingProblems(values), context))

export const nichesInput = z.object({ niches: several(NICHES, 'Choose the strengths that apply') })

const grade = choice(GRADES, 'Choose the nearest grade, or leave it open')
export const schoolInput = z.object({
  schoolStanding: choice(CLASS_STANDINGS, 'Choose your place in the class, or leave it open'),
  pediatricsGrade: grade,
  medicineGrade: grade,
  neurologyGrade: grade,
})

export const explanationInput = z.object({ isExplanationOnFile: yesNo() })

const STATE_MESSAGE = 'Choose states from the list'
export const preferencesInput = z.object({
  preferredStates: z.preprocess(
    (value) => (value === undefined || value === '' ? [] : [value].flat().filter((state) => state !== '')),
    z
      .array(
        z
          .string({ error: STATE_MESSAGE })
          .refine((state) => Object.hasOwn(STATE_NAMES, state), { error: STATE_MESSAGE }),
      )
      .transform((states) => [...new Set(states)].sort()),
  ),
  preferredSettings: anyOf(SETTING_PREFERENCES, 'Choose settings from the list'),
  preferredResearch: choice(['high', 'any'], 'Choose much research or no preference, or leave it open'),
  preferredPathways: anyOf(PATHWAYS, 'Choose pathways from the list'),
})

/** Each section's schema by its key, for the pages and actions that treat them alike. */
export const SECTION_INPUTS = {
  visa: visaInput,
  graduation: graduationInput,
  ecfmg: ecfmgInput,
  training: trainingInput,
  niches: nichesInput,
  school: schoolInput,
  explanation: explanationInput,
  preferences: preferencesInput,
} as const

export const clinicalInput = z.object({
  kind: required(CLINICAL_KINDS, 'Choose the kind of experience'),
  specialty: required(CLINICAL_SPECIALTIES, 'Choose the specialty'),
  place: line(120),
  weeks: count({ max: 520, message: 'Enter the length in whole weeks, from 1' }),
})

export const researchInput = z.object({
  field: required(RESEARCH_FIELDS, 'Choose the field'),
  role: required(RESEARCH_ROLES, 'Choose your part in it'),
  months: count({ max: 600, message: 'Enter the length in whole months, from 1' }),
  /** A box: ticked or not. */
  isInUs: z.preprocess((value) => value === 'yes' || value === 'on' || value === true, z.boolean()),
  topic: line(200),
})

export const publicationInput = z.object({
  field: required(RESEARCH_FIELDS, 'Choose the field'),
  kind: required(PUBLICATION_KINDS, 'Choose paper or abstract'),
  author: required(AUTHOR_POSITIONS, 'Choose your place among the authors'),
  state: required(PUBLICATION_STATES, 'Choose how far it is'),
  title: line(300),
})

export const letterInput = z.object({
  author: required(LETTER_AUTHORS, 'Choose who writes it'),
  state: required(LETTER_STATES, 'Choose whether it is written or promised'),
  topics: anyOf(LETTER_TOPICS, 'Choose what the letter speaks of'),
  writer: line(120),
})

/** "There is none", or nothing said, for a section that is a list. */
export const recordedInput = z.object({ recorded: choice(['none'], 'Choose "none", or leave it open') })

function report(problems: readonly ProfileProblem[], context: z.RefinementCtx): void {
  for (const { field, message } of problems) context.addIssue({ code: 'custom', path: [field], message })
}
