import type { CalendarDate } from '@/lib/dates/calendar-date'

import type { Source } from './source'
import type { Sourced } from './sourced'

/* ECFMG certification: its parts, Pathways, deadlines, validity and prices (US dollars). */

const PATHWAYS_2026: Source = {
  title: 'ECFMG 2026 Pathways (transcribed in a public IMG app)',
  url: 'https://www.ecfmg.org/certification-pathways/',
  year: 2025,
}
const FEES_2027: Source = {
  title: 'ECFMG and USMLE fees as listed by a second, independent public IMG site (public transcription)',
  url: 'https://www.ecfmg.org/fees/',
  year: 2026,
}
const FEES_2026: Source = {
  title: 'USMLE / ECFMG fee pages as transcribed in a public IMG app (also cites ecfmg.org/fees)',
  url: 'https://www.usmle.org/apply-exams',
  year: 2026,
}

export const CERTIFICATION_COMPONENTS: Sourced<readonly string[]> = {
  value: [
    'medical school in the World Directory with an ECFMG eligibility note',
    'primary-source verified final diploma and transcript',
    'Step 1 and Step 2 CK passes within seven years',
    'clinical skills through a Pathway',
    'communication skills through OET Medicine',
  ],
  from: '2021-01-01',
  to: null,
  confidence: 'secondary',
  source: {
    title: 'iatroX: ECFMG certification 2026',
    url: 'https://iatrox.com/academy/img/ecfmg-certification-2026-requirements-imgs',
    year: null,
  },
  note: 'Former Step 2 CS pass still valid for ECFMG replaces the Pathway.',
}

export const CLINICAL_SKILLS_PATHWAYS: Sourced<{ names: readonly string[]; afterStep2CsFailure: string }> = {
  value: {
    names: [
      '1 licensed abroad',
      '2 licensing OSCE at an eligible school',
      '3 WFME-recognized accreditation',
      '4 NCFMEA-comparable accreditation',
      '5 joint program with a US school',
      '6 mini-CEX evaluation',
    ],
    afterStep2CsFailure: 'must use Pathway 6',
  },
  from: '2025-08-01',
  to: null,
  confidence: 'secondary',
  source: PATHWAYS_2026,
  note: 'Short names are paraphrases; Pathways 3-5 need graduation on or after 2023-01-01 in the 2026 rules (seen for 2 and 3).',
}

export type PathwaysDeadline = {
  /** The Match year that these Pathways serve. */
  pathwaysYear: number
  on: CalendarDate | null
  electronicAttestationsUntil: CalendarDate | null
}

/** Last day of each year's Pathways season. null where nothing is published. */
export const PATHWAYS_DEADLINES: readonly Sourced<PathwaysDeadline>[] = [
  {
    value: { pathwaysYear: 2025, on: '2025-05-31', electronicAttestationsUntil: null },
    from: null,
    to: '2025-05-31',
    confidence: 'official',
    source: { title: 'ECFMG Focus issue 88', url: 'https://gp.ecfmg.org/focus/issue88.html', year: 2025 },
    note: 'Close of the 2025 Pathways season, 23:59 Eastern.',
  },
  {
    value: { pathwaysYear: 2026, on: '2026-01-31', electronicAttestationsUntil: '2026-02-15' },
    from: '2025-08-01',
    to: '2026-01-31',
    confidence: 'secondary',
    source: PATHWAYS_2026,
    note: 'These Pathways opened in August 2025.',
  },
  {
    value: { pathwaysYear: 2027, on: '2027-01-31', electronicAttestationsUntil: null },
    from: '2026-06-01',
    to: '2027-01-31',
    confidence: 'secondary',
    source: FEES_2027,
    note: 'One transcription only.',
  },
  {
    value: { pathwaysYear: 2028, on: null, electronicAttestationsUntil: null },
    from: '2027-06-01',
    to: null,
    confidence: 'unknown',
    source: { title: 'Not found in the pages read', url: null, year: null },
    note: '2028 Pathways not published.',
  },
]

export const PATHWAYS_FEES: readonly Sourced<number>[] = [
  {
    value: 925,
    from: '2025-08-01',
    to: '2026-05-31',
    confidence: 'secondary',
    source: PATHWAYS_2026,
    note: null,
  },
  {
    value: 945,
    from: '2026-06-01',
    to: null,
    confidence: 'secondary',
    source: FEES_2026,
    note: 'Two transcriptions agree.',
  },
]

export type CertificateValidity = {
  pathwaysYear: number
  validUntil: CalendarDate
  becomesPermanent: string
  rule: string
}

/** A certificate from a Pathway serves only if it is valid on the day training starts. */
export const CERTIFICATE_VALIDITY: Sourced<CertificateValidity> = {
  value: {
    pathwaysYear: 2026,
    validUntil: '2028-12-31',
    becomesPermanent:
      'after 12 months of ACGME-accredited training are completed and reported, or with a full US license',
    rule: 'a certificate from a Pathway serves only if it is valid on the day training starts: a re-applicant or a delayed year must check its end date',
  },
  from: null,
  to: null,
  confidence: 'secondary',
  source: PATHWAYS_2026,
  note: 'Expiry for 2027 Pathways not seen.',
}

export const NEEDED_FOR_MATCH: Sourced<string> = {
  value:
    'ECFMG must confirm exams, clinical and communication requirements to NRMP by the rank order list deadline; otherwise the applicant is withdrawn',
  from: null,
  to: null,
  confidence: 'official',
  source: {
    title: 'NRMP help: ECFMG requirements needed for the Match',
    url: 'https://www.nrmp.org/help/item/what-requirements-for-ecfmg-certification-must-i-complete-to-be-eligible-to-participate-in-the-main-residency-match/',
    year: null,
  },
  note: 'Full certificate is not needed to rank.',
}

export const NEEDED_FOR_TRAINING_START: Sourced<string> = {
  value: 'ECFMG certificate before starting ACGME-accredited training',
  from: null,
  to: null,
  confidence: 'secondary',
  source: {
    title: 'Siskind: qualifying for graduate medical training',
    url: 'http://www.visalaw.com/abcs-immigration-qualifying-graduate-medical-training-united-states/',
    year: 2019,
  },
  note: null,
}

export const ECFMG_FEES: Sourced<{
  account: number
  certificationApplication: number
  verificationPerDocument: number
  usualDocuments: number
  oetMedicine: { min: number; max: number }
}> = {
  value: {
    account: 110,
    certificationApplication: 580,
    verificationPerDocument: 110,
    usualDocuments: 2,
    oetMedicine: { min: 450, max: 455 },
  },
  from: '2026-01-01',
  to: null,
  confidence: 'secondary',
  source: FEES_2026,
  note: 'Two transcriptions agree (OET 455 and about 450).',
}

/** Who gives an IMG the ERAS token for residency, and its price. */
export const ERAS_TOKENS: readonly Sourced<{ issuer: string; fee: number }>[] = [
  {
    value: { issuer: "Intealth/ECFMG (designated dean's office for IMG residency applicants)", fee: 180 },
    from: null,
    to: '2026-05-31',
    confidence: 'secondary',
    source: { title: 'ERAS token 180 and transcript 80 in a public ERAS manager app', url: null, year: null },
    note: 'Season not stated, probably 2026.',
  },
  {
    value: { issuer: 'Intealth/ECFMG through MyIntealth', fee: 185 },
    from: '2026-06-01',
    to: null,
    confidence: 'secondary',
    source: FEES_2026,
    note: '2027 season; two transcriptions agree.',
  },
]

export const FELLOWSHIP_TOKEN_OFFICE: Sourced<string> = {
  value: "EFDO is ERAS's office for FELLOWSHIP applicants; IMG residency tokens come from Intealth/ECFMG",
  from: null,
  to: null,
  confidence: 'official',
  source: {
    title: "AAMC: applicant responsibilities (designated dean's office per applicant type)",
    url: 'https://students-residents.aamc.org/applying-residencies-eras/publication-chapters/fellowship-and-residency-applicant-responsibilities',
    year: 2025,
  },
  note: null,
}
