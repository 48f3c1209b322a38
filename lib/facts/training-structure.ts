import type { Source } from './source'
import type { Sourced } from './sourced'

/* How long each way into genetics is, who may enter it, and which boards it leads to. */

const ABMGG_REQUIREMENTS: Source = {
  title: 'ABMGG: training requirements for certification',
  url: 'https://abmgg.org/initial-certification/certification-exam/exam-requirements',
  year: null,
}

/** ABMGG's floor for the two-year residency; a program may ask more (see `required_acgme_months` among its facts). */
export const TWO_YEAR_GENETICS: Sourced<{
  lengthMonths: number
  minAcgmeMonths: number
  minPatientCareMonths: number
  usualEntryLevel: string
  board: string
}> = {
  value: {
    lengthMonths: 24,
    minAcgmeMonths: 12,
    minPatientCareMonths: 12,
    usualEntryLevel: 'PGY-2 or later',
    board: 'ABMGG, Clinical Genetics and Genomics',
  },
  from: null,
  to: null,
  confidence: 'official',
  source: ABMGG_REQUIREMENTS,
  note: "Entry level is inferred from the prerequisite. Some sites sell a longer 'categorical' route that includes the first clinical year: read each NRMP listing.",
}

/** Never a yes by itself: a question to the board and to the program. */
export const PREREQUISITE_OUTSIDE_ACGME: Sourced<{ coloradoAccepts: readonly string[]; abmgg: string }> = {
  value: {
    coloradoAccepts: ['ACGME', 'AOA', 'RCPSC/CFPC', 'ACGME-I Advanced Specialty'],
    abmgg: 'its credentials committee may consider equivalent training: ask in writing',
  },
  from: null,
  to: null,
  confidence: 'secondary',
  source: {
    title: "ABMGG frequently asked questions; the University of Colorado program's own page",
    url: 'https://abmgg.org/',
    year: null,
  },
  note: "Never a yes by itself: a question to the board and to the program. Johns Hopkins' page also names ABMGG credit for training abroad.",
}

export const PROGRAMS_ASK_MORE: Sourced<string> = {
  value:
    'one ACGME year is the floor set by ABMGG; programs ask more (Duke 24 months; others a completed residency): compare with the number that each program states',
  from: null,
  to: null,
  confidence: 'secondary',
  source: {
    title: "ABMGG requirements; programs' own pages in the catalogue",
    url: 'https://abmgg.org/initial-certification/certification-exam/exam-requirements',
    year: null,
  },
  note: null,
}

/** The two-year residency is in no Main Match list: it is matched as a fellowship or outside any match. */
export const TWO_YEAR_MATCH: Sourced<null> = {
  value: null,
  from: null,
  to: null,
  confidence: 'unknown',
  source: {
    title: 'NRMP: program positions in the Main Residency Match',
    url: 'https://www.nrmp.org/programs-institutions/managing-programs-in-the-match/managing-the-main-residency-match/',
    year: null,
  },
  note: "Two-year genetics is not in NRMP's Main Match program list of 2021-2025; it is matched as a fellowship or outside. A program that says R (PGY-2, reserved for physicians with earlier training) says so itself.",
}

export const COMBINED_PEDIATRICS: Sourced<{ lengthYears: number; boards: readonly string[]; entry: string }> =
  {
    value: {
      lengthYears: 4,
      boards: ['ABP', 'ABMGG'],
      entry: 'PGY-1 (PGY-2 only from pediatrics in the same centre under the old rules)',
    },
    from: null,
    to: null,
    confidence: 'official',
    source: {
      title: 'ABP: guidelines for combined pediatrics and medical genetics',
      url: 'https://www.abp.org/node/316',
      year: null,
    },
    note: null,
  }

export const COMBINED_INTERNAL_MEDICINE: Sourced<{ lengthYears: number; boards: readonly string[] }> = {
  value: { lengthYears: 4, boards: ['ABIM', 'ABMGG'] },
  from: null,
  to: null,
  confidence: 'official',
  source: {
    title: 'ABIM: internal medicine / medical genetics and genomics guidelines',
    url: 'https://www.abim.org/certification/policies/combined-training/internal-medicine-medical-genetics-and-genomics/guidelines',
    year: 2024,
  },
  note: 'Older ABIM page (five years) is superseded.',
}

export const COMBINED_MATERNAL_FETAL: Sourced<{ lengthYears: number; after: string }> = {
  value: { lengthYears: 4, after: 'obstetrics and gynecology residency' },
  from: null,
  to: null,
  confidence: 'official',
  source: {
    title: 'NHGRI: combined maternal-fetal medicine and medical genetics training',
    url: 'https://www.genome.gov/es/node/14846',
    year: null,
  },
  note: "One program's description.",
}

/** Recognized by ABMGG; no program of it was found, so it is no pathway here. */
export const COMBINED_REPRODUCTIVE_ENDOCRINOLOGY: Sourced<{ lengthYears: null; recognizedBy: string }> = {
  value: { lengthYears: null, recognizedBy: 'ABMGG' },
  from: null,
  to: null,
  confidence: 'official',
  source: ABMGG_REQUIREMENTS,
  note: 'Length not seen.',
}

export const BOARD_CREDENTIAL_REVIEW: Sourced<{
  credentialReviewRequired: boolean
  fee: number
  weeks: readonly [number, number]
  validYears: number
  recommended: string
}> = {
  value: {
    credentialReviewRequired: true,
    fee: 150,
    weeks: [6, 8],
    validYears: 5,
    recommended: 'before training starts',
  },
  from: null,
  to: null,
  confidence: 'secondary',
  source: {
    title: 'ABMGG foreign credentials review form (copy)',
    url: 'https://www.scribd.com/document/475793803/Credentials-Review-Application-6-2019',
    year: 2019,
  },
  note: 'Requirement on the current ABMGG page; fee, time and validity from the form of June 2019. Not an entry requirement of the programs.',
}

export const LABORATORY_GENETICS: Sourced<{ tracks: readonly string[]; leadsToPatientCareLicense: boolean }> =
  {
    value: {
      tracks: ['Laboratory Genetics and Genomics', 'Clinical Biochemical Genetics'],
      leadsToPatientCareLicense: false,
    },
    from: null,
    to: null,
    confidence: 'secondary',
    source: {
      title: 'ABMGG: degree requirements for laboratory certification',
      url: 'https://abmgg.org/initial-certification/certification-exam/exam-requirements',
      year: null,
    },
    note: 'Information only: a foreign degree needs a credential review; does not lead to a license to treat patients.',
  }
