import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, pgTable, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import {
  ABMGG_CREDIT,
  AUTHOR_POSITIONS,
  CLASS_STANDINGS,
  CLINICAL_KINDS,
  CLINICAL_SPECIALTIES,
  ECFMG_STATUSES,
  GRADES,
  GRADUATION_STATUSES,
  LETTER_AUTHORS,
  LETTER_STATES,
  PUBLICATION_KINDS,
  PUBLICATION_STATES,
  RESEARCH_FIELDS,
  RESEARCH_ROLES,
  VISA_NEEDS,
} from '@/lib/profile/applicant'
import { calendarDate, createdAt, formId, id, oneOf, updatedAt, version } from './columns'
import { users } from './users'

const applicantId = () =>
  uuid('applicant_id')
    .notNull()
    .references(() => users.id, { onDelete: 'cascade' })

/** 'listed': the rows below say it; 'none': the person said there is none; null: not said yet. */
export const RECORDED = ['none', 'listed'] as const

/**
 * What an applicant says of themselves, one row a person. Null means "not said", never "no" and never zero. The four
 * `…Recorded` columns tell an empty child table apart from an unanswered section.
 */
export const applicantProfiles = pgTable(
  'applicant_profiles',
  {
    applicantId: applicantId().primaryKey(),
    visaNeed: text('visa_need', { enum: VISA_NEEDS }),
    acceptableVisas: text('acceptable_visas').array(),
    j1YearsUsed: integer('j1_years_used'),
    entryLimitMayApply: boolean('entry_limit_may_apply'),
    graduationStatus: text('graduation_status', { enum: GRADUATION_STATUSES }),
    graduationOn: calendarDate('graduation_on'),
    ecfmgStatus: text('ecfmg_status', { enum: ECFMG_STATUSES }),
    ecfmgSteps: text('ecfmg_steps').array(),
    ecfmgCertifiedOn: calendarDate('ecfmg_certified_on'),
    ecfmgValidUntil: calendarDate('ecfmg_valid_until'),
    isEcfmgPermanent: boolean('is_ecfmg_permanent'),
    acgmeMonths: integer('acgme_months'),
    acgmePatientCareMonths: integer('acgme_patient_care_months'),
    abmggCredit: text('abmgg_credit', { enum: ABMGG_CREDIT }),
    abroadMonths: integer('abroad_months'),
    pediatricsMonths: integer('pediatrics_months'),
    medicineMonths: integer('medicine_months'),
    isObgynCompleted: boolean('is_obgyn_completed'),
    clinicalRecorded: text('clinical_recorded', { enum: RECORDED }),
    researchRecorded: text('research_recorded', { enum: RECORDED }),
    publicationsRecorded: text('publications_recorded', { enum: RECORDED }),
    lettersRecorded: text('letters_recorded', { enum: RECORDED }),
    attemptsRecorded: text('attempts_recorded', { enum: RECORDED }),
    niches: text('niches').array(),
    schoolStanding: text('school_standing', { enum: CLASS_STANDINGS }),
    pediatricsGrade: text('pediatrics_grade', { enum: GRADES }),
    medicineGrade: text('medicine_grade', { enum: GRADES }),
    neurologyGrade: text('neurology_grade', { enum: GRADES }),
    isExplanationOnFile: boolean('is_explanation_on_file'),
    preferredStates: text('preferred_states').array().notNull().default(sql`'{}'::text[]`),
    preferredSettings: text('preferred_settings').array().notNull().default(sql`'{}'::text[]`),
    preferredResearch: text('preferred_research', { enum: ['high', 'any'] }),
    preferredPathways: text('preferred_pathways').array().notNull().default(sql`'{}'::text[]`),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    oneOf('profiles_visa_need_known', t.visaNeed, VISA_NEEDS),
    oneOf('profiles_graduation_known', t.graduationStatus, GRADUATION_STATUSES),
    oneOf('profiles_ecfmg_known', t.ecfmgStatus, ECFMG_STATUSES),
    oneOf('profiles_abmgg_known', t.abmggCredit, ABMGG_CREDIT),
    oneOf('profiles_standing_known', t.schoolStanding, CLASS_STANDINGS),
    check('profiles_j1_years', sql`${t.j1YearsUsed} between 0 and 20`),
    check('profiles_acgme_months', sql`${t.acgmeMonths} between 0 and 240`),
    check(
      'profiles_patient_care_within',
      sql`${t.acgmePatientCareMonths} between 0 and coalesce(${t.acgmeMonths}, 240)`,
    ),
    check('profiles_certificate_order', sql`${t.ecfmgValidUntil} >= ${t.ecfmgCertifiedOn}`),
  ],
)

/** Clinical experience in the US, one row for each stay. */
export const clinicalExperiences = pgTable(
  'clinical_experiences',
  {
    id: id(),
    applicantId: applicantId(),
    kind: text('kind', { enum: CLINICAL_KINDS }).notNull(),
    specialty: text('specialty', { enum: CLINICAL_SPECIALTIES }).notNull(),
    place: text('place').notNull().default(''),
    weeks: integer('weeks').notNull(),
    formId: formId(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    index('clinical_experiences_applicant').on(t.applicantId, t.createdAt),
    uniqueIndex('clinical_experiences_form').on(t.applicantId, t.formId),
    oneOf('clinical_experiences_kind_known', t.kind, CLINICAL_KINDS),
    oneOf('clinical_experiences_specialty_known', t.specialty, CLINICAL_SPECIALTIES),
    check('clinical_experiences_weeks', sql`${t.weeks} between 1 and 520`),
  ],
)

export const researchExperiences = pgTable(
  'research_experiences',
  {
    id: id(),
    applicantId: applicantId(),
    field: text('field', { enum: RESEARCH_FIELDS }).notNull(),
    role: text('role', { enum: RESEARCH_ROLES }).notNull(),
    months: integer('months').notNull(),
    isInUs: boolean('is_in_us').notNull().default(false),
    topic: text('topic').notNull().default(''),
    formId: formId(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    index('research_experiences_applicant').on(t.applicantId, t.createdAt),
    uniqueIndex('research_experiences_form').on(t.applicantId, t.formId),
    oneOf('research_experiences_field_known', t.field, RESEARCH_FIELDS),
    oneOf('research_experiences_role_known', t.role, RESEARCH_ROLES),
    check('research_experiences_months', sql`${t.months} between 1 and 600`),
  ],
)

export const publications = pgTable(
  'publications',
  {
    id: id(),
    applicantId: applicantId(),
    field: text('field', { enum: RESEARCH_FIELDS }).notNull(),
    kind: text('kind', { enum: PUBLICATION_KINDS }).notNull(),
    author: text('author', { enum: AUTHOR_POSITIONS }).notNull(),
    state: text('state', { enum: PUBLICATION_STATES }).notNull(),
    title: text('title').notNull().default(''),
    formId: formId(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    index('publications_applicant').on(t.applicantId, t.createdAt),
    uniqueIndex('publications_form').on(t.applicantId, t.formId),
    oneOf('publications_field_known', t.field, RESEARCH_FIELDS),
    oneOf('publications_kind_known', t.kind, PUBLICATION_KINDS),
    oneOf('publications_author_known', t.author, AUTHOR_POSITIONS),
    oneOf('publications_state_known', t.state, PUBLICATION_STATES),
  ],
)

/** A letter of recommendation, in hand or promised, and what it speaks of. */
export const letters = pgTable(
  'letters',
  {
    id: id(),
    applicantId: applicantId(),
    author: text('author', { enum: LETTER_AUTHORS }).notNull(),
    state: text('state', { enum: LETTER_STATES }).notNull(),
    topics: text('topics').array().notNull().default(sql`'{}'::text[]`),
    writer: text('writer').notNull().default(''),
    formId: formId(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    index('letters_applicant').on(t.applicantId, t.createdAt),
    unique('letters_id_applicant').on(t.id, t.applicantId),
    uniqueIndex('letters_form').on(t.applicantId, t.formId),
    oneOf('letters_author_known', t.author, LETTER_AUTHORS),
    oneOf('letters_state_known', t.state, LETTER_STATES),
  ],
)
