import type { CalendarDate } from '@/lib/dates/calendar-date'

import type { Source } from './source'
import type { Sourced } from './sourced'

/*
 * What is published on visas for residents. J-1 and H-1B are two facts, each dated. No country is named anywhere: a
 * person can mark that an entry limit may affect them. None of this is legal advice, and all of it moves.
 */

const EVSP_REGULATIONS: Source = {
  title: 'ECFMG EVSP: selected federal regulations',
  url: 'http://www.ecfmg.org/evsp/regulations.html',
  year: null,
}
const COURT_SUMMARY: Source = {
  title:
    'Proclamation 11069 (91 FR 60497) and court dockets, summarized in a public visa atlas checked 2026-10-06/07',
  url: 'https://www.federalregister.gov/d/2026-19554',
  year: 2026,
}

export const J1_RULES: Sourced<{
  sponsor: string
  maxYears: number
  homeResidenceYears: number
  specialtyChange: string
  statementOfNeed: string
  weeksAfterCompleteFile: { min: number; max: number }
  fees: { sponsorApplication: number; sevis: number; visa: number }
  insuranceMinimum: { perAccidentOrIllness: number; evacuation: number; repatriation: number }
}> = {
  value: {
    sponsor: 'ECFMG/Intealth',
    maxYears: 7,
    homeResidenceYears: 2,
    specialtyChange: 'once, before the third year of sponsorship begins',
    statementOfNeed:
      'from the health ministry of the country of last legal permanent residence, must name the exact specialty',
    weeksAfterCompleteFile: { min: 4, max: 6 },
    fees: { sponsorApplication: 370, sevis: 220, visa: 185 },
    insuranceMinimum: { perAccidentOrIllness: 100000, evacuation: 50000, repatriation: 25000 },
  },
  from: null,
  to: null,
  confidence: 'official',
  source: EVSP_REGULATIONS,
  note: 'Fee 370 from the 2023 ECFMG checklist and a 2026 transcription; fees and insurance figures from the visa sources.',
}

/** Years a resident may spend in J-1 status altogether. OB-GYN and then maternal-fetal genetics do not fit in them. */
export const J1_MAX_YEARS = J1_RULES.value.maxYears

export type RouteYears = { route: string; years: number; fits: boolean }

export const J1_GENETICS_ROUTES: Sourced<{
  limitYears: number
  routes: readonly RouteYears[]
  rule: string
}> = {
  value: {
    limitYears: 7,
    routes: [
      { route: 'obgyn + mfm_mgg', years: 8, fits: false },
      { route: 'pediatrics + mgg', years: 5, fits: true },
      { route: 'internal_medicine + mgg', years: 5, fits: true },
      { route: 'peds_mgg or im_mgg', years: 4, fits: true },
      { route: 'one ACGME year + mgg', years: 3, fits: true },
    ],
    rule: 'genetics after a first year, pediatrics or medicine needs a new statement of need that names it exactly; one change of specialty is allowed, before the third year; whether genetics after a completed residency counts as a change is not published: ask Intealth in writing before ranking',
  },
  from: null,
  to: null,
  confidence: 'secondary',
  source: {
    title: "ECFMG EVSP: selected federal regulations, applicants' questions, statement of need",
    url: 'http://www.ecfmg.org/evsp/regulations.html',
    year: null,
  },
  note: 'Sums are ours.',
}

export const H1B_RULES: Sourced<{
  step3Needed: boolean
  ecfmgCertificateNeeded: boolean
  stateTrainingLicenseNeeded: boolean
  maxYears: number
  dualIntent: boolean
  capExemptEmployers: readonly string[]
}> = {
  value: {
    step3Needed: true,
    ecfmgCertificateNeeded: true,
    stateTrainingLicenseNeeded: true,
    maxYears: 6,
    dualIntent: true,
    capExemptEmployers: [
      'institutions of higher education',
      'nonprofits related to or affiliated with them',
      'nonprofit or governmental research organizations',
    ],
  },
  from: null,
  to: null,
  confidence: 'secondary',
  source: {
    title: 'Residency Advisor: H-1B residency guide',
    url: 'https://residencyadvisor.com/resources/img-friendly-residency-programs/h1b-residency-programs-guide',
    year: null,
  },
  note: 'Cap exemption belongs to the employer (INA 214(g)(5)). Program policy decides; many programs sponsor J-1 only.',
}

/** Show wherever a US research year is advised. */
export const J1_HISTORY: Sourced<string> = {
  value:
    'Intealth reviews the whole US visa history; moving between J categories can cost sponsorship, and a change from research scholar is possible only in some cases: ask before taking a US research year on a J-1',
  from: null,
  to: null,
  confidence: 'official',
  source: {
    title: 'ECFMG EVSP requirements (copy of 2016)',
    url: 'https://www.ecfmg.org/evsp/requirements.html',
    year: null,
  },
  note: 'Show wherever a research year is advised.',
}

/** Any advice on hands-on experience must say it: an enrolled student may do an elective, a graduate may only observe. */
export const VISITOR_CLINICAL_EXPERIENCE: Sourced<string> = {
  value:
    'visitor status allows an elective clerkship to enrolled foreign medical students; after graduation one may observe only',
  from: null,
  to: null,
  confidence: 'official',
  source: {
    title: "9 FAM 402.2-5(E)(3), as quoted by a university's international office",
    url: 'https://fam.state.gov/fam/09FAM/09FAM040202.html',
    year: null,
  },
  note: 'Any advice on hands-on experience must say it.',
}

/** A visa question to each program; it feeds the visa gate and never the research factor. */
export const TRAINING_GRANT_PAY: Sourced<string> = {
  value:
    "pay from an NIH training grant usually excludes temporary visas: some genetics residencies are paid so (Johns Hopkins' and Washington's pages)",
  from: null,
  to: null,
  confidence: 'secondary',
  source: {
    title: 'Johns Hopkins: how to apply, two-year genetics',
    url: 'https://www.hopkinsmedicine.org/genetic-medicine/education-training/clinical-genetics-residency-program/residency-program/categorical-medical-genetics-program/how-to-apply',
    year: null,
  },
  note: 'A question to each program; feeds the visa gate, never the research factor.',
}

export const STEPS_AFTER_MATCH: Sourced<readonly string[]> = {
  value: [
    'contract',
    'hospital liaison opens the file',
    'statement of need from the ministry',
    'DS-2019',
    'SEVIS',
    'visa interview',
    'license',
  ],
  from: null,
  to: null,
  confidence: 'official',
  source: { title: 'ECFMG EVSP', url: 'https://www.ecfmg.org/evsp/', year: null },
  note: "Intealth's four to six weeks run from a complete file; the ministry's time is unknown: ask early.",
}

export type DatedVisaItem = { key: string; title: string; state: string; asOf: CalendarDate }

/** What moves by the month: each is shown with its date and its link, and decides nothing by itself. */
export const DATED_VISA_ITEMS: readonly Sourced<DatedVisaItem>[] = [
  {
    value: {
      key: 'visa_integrity_fee',
      title: 'Visa integrity fee of 250 USD',
      state: 'In law since October 2025; whether it is being collected was not confirmed.',
      asOf: '2026-10-07',
    },
    from: '2025-10-01',
    to: null,
    confidence: 'secondary',
    source: COURT_SUMMARY,
    note: 'Enacted, collection not confirmed in October 2026; another source says rollout is uneven.',
  },
  {
    value: {
      key: 'duration_of_status',
      title: 'Fixed admission periods for F, J and I status',
      state:
        'Final rule published 2026-07-17, planned for 2026-09-15; postponed nationwide by a court on 2026-09-14. Admission for duration of status continues meanwhile.',
      asOf: '2026-09-25',
    },
    from: '2026-09-14',
    to: null,
    confidence: 'secondary',
    source: {
      title:
        'DHS final rule on fixed admission periods and the court order of 2026-09-14 (as verified in a public fact file)',
      url: 'https://www.federalregister.gov/documents/2026/07/17/2026-14439/establishing-a-fixed-time-period-of-admission-and-an-extension-of-stay-procedure-for-nonimmigrant',
      year: 2026,
    },
    note: 'Whether the order was appealed was not seen.',
  },
  {
    value: {
      key: 'h1b_payment_2025',
      title: 'Payment of 100,000 USD on new H-1B petitions (Proclamation 10973)',
      state:
        'Applied to new petitions from 2025-09-21 for people outside the US without a valid H-1B visa; not to a change of status or an extension granted inside the US. Cap-exempt employers included; no exception for physicians as a group was found.',
      asOf: '2025-10-20',
    },
    from: '2025-09-21',
    to: '2026-06-08',
    confidence: 'secondary',
    source: {
      title:
        'USCIS H-1B page, guidance of 2025-10-20 (summarized by chugh.com, fordharrison.com, immigration.com)',
      url: 'https://www.uscis.gov/working-in-the-united-states/h-1b-specialty-occupations',
      year: 2025,
    },
    note: null,
  },
  {
    value: {
      key: 'h1b_payment_rulings',
      title: 'Court rulings on the H-1B payment',
      state:
        'A district court set the implementing policy aside on 2026-06-08; paused on 2026-06-12; an appeals court refused a stay on 2026-07-24.',
      asOf: '2026-08-01',
    },
    from: '2026-06-08',
    to: '2026-09-20',
    confidence: 'secondary',
    source: {
      title: 'Proclamation 10973 and litigation status, as summarized in a public student-data file',
      url: 'https://www.federalregister.gov/documents/2025/09/25/2025-18627/restriction-on-entry-of-certain-nonimmigrant-workers',
      year: 2026,
    },
    note: null,
  },
  {
    value: {
      key: 'h1b_payment_2026',
      title: 'H-1B payment renewed until 2027-09-21 (Proclamation 11069)',
      state:
        'Two district courts have struck down the implementing rules; the payment was not being collected on 2026-10-06; appeals pending.',
      asOf: '2026-10-07',
    },
    from: '2026-09-21',
    to: null,
    confidence: 'secondary',
    source: COURT_SUMMARY,
    note: 'In court: verify before relying on it.',
  },
  {
    value: {
      key: 'h1b_cap_lottery',
      title: 'Weighted lottery for cap-subject H-1B petitions',
      state:
        'From 2026-02-27; it does not touch cap-exempt employers. A fee of 103,265 USD on cap-subject petitions is proposed.',
      asOf: '2026-10-07',
    },
    from: null,
    to: null,
    confidence: 'secondary',
    source: COURT_SUMMARY,
    note: null,
  },
  {
    value: {
      key: 'entry_limits',
      title: 'Limits on entry and on visa issuance (Proclamation 10998)',
      state:
        'In force since 2026-01-01 and changed often: read the notice itself. Visas that are already valid are not revoked; no exception for physicians was confirmed.',
      asOf: '2026-02-02',
    },
    from: '2026-01-01',
    to: null,
    confidence: 'secondary',
    source: {
      title: 'US Department of State notice on Proclamation 10998 (list transcribed, checked 2026-02-02)',
      url: 'https://travel.state.gov/content/travel/en/News/visas-news/suspension-of-visa-issuance-to-foreign-nationals-to-protect-the-security-of-the-united-states.html',
      year: 2026,
    },
    note: 'The notice names the nationalities concerned. Locus does not: mark in your profile that an entry limit may affect you.',
  },
  {
    value: {
      key: 'benefit_hold',
      title: 'Hold on benefits filed inside the US',
      state:
        'Since 2026-01-01 for certain nationalities; physicians were added on 2026-04-30 to the categories that may be released internally, with no way to ask for it.',
      asOf: '2026-05-01',
    },
    from: '2026-01-01',
    to: null,
    confidence: 'secondary',
    source: {
      title: 'EB3 Compass on the USCIS update of 30 April 2026',
      url: 'https://eb3compass.com/news/uscis-2026-policy-update-new-path-forward-for-physician-immigration-cases-in-ben-338fb8',
      year: 2026,
    },
    note: 'Concerns benefits filed in the US (H-1B petitions, change of status, work permits).',
  },
  {
    value: {
      key: 'conrad_30',
      title: 'Conrad 30 waivers after a J-1',
      state:
        'Authority lapsed for J-1 status acquired after the end of September 2025; a bill to renew it is pending.',
      asOf: '2026-05-01',
    },
    from: '2025-10-01',
    to: null,
    confidence: 'secondary',
    source: {
      title: 'Conrad 30 reauthorization bill, status as noted in a public physician-immigration feed',
      url: 'https://www.congress.gov/bill/119th-congress/house-bill/1585/text',
      year: 2026,
    },
    note: 'Later state not seen.',
  },
]
