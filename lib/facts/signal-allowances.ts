import type { Source } from './source'
import type { Sourced } from './sourced'

/* Program signals an applicant may send, by season and specialty. A value of null: that season's number was not found. */

const SIGNALS_2025: Source = {
  title: 'AAMC: program signaling, 2025 season',
  url: 'https://students-residents.aamc.org/applying-residencies-eras/program-signaling-2025-myeras-application-season',
  year: 2024,
}
const SIGNALS_2026: Source = {
  title: 'AAMC: program signaling, 2026 season (summarized in a public repository)',
  url: 'https://students-residents.aamc.org/applying-residencies-eras/program-signaling-2026-myeras-application-season',
  year: 2026,
}
const SIGNALS_2027: Source = {
  title: 'AAMC 2027 signaling table as coded in a public match app that cites it',
  url: 'https://students-residents.aamc.org/applying-residencies-eras',
  year: 2026,
}

/** The specialties of AAMC's list that matter here; medical_genetics is the two-year residency. */
export const SIGNAL_SPECIALTIES = [
  'pediatrics',
  'internal_medicine',
  'pediatrics_genetics',
  'internal_medicine_genetics',
  'medical_genetics',
  'transitional_year',
] as const
export type SignalSpecialty = (typeof SIGNAL_SPECIALTIES)[number]

export type SignalAllowance =
  | { kind: 'plain'; signals: number }
  | { kind: 'tiered'; gold: number; silver: number }
export type SeasonAllowance = Sourced<SignalAllowance | null> & { season: number }

const plain = (signals: number): SignalAllowance => ({ kind: 'plain', signals })
const TIERED: SignalAllowance = { kind: 'tiered', gold: 3, silver: 12 }

export const SIGNAL_ALLOWANCES: Record<SignalSpecialty, readonly SeasonAllowance[]> = {
  pediatrics: [
    {
      season: 2025,
      value: plain(5),
      from: '2024-06-05',
      to: '2025-05-31',
      confidence: 'official',
      source: SIGNALS_2025,
      note: null,
    },
    {
      season: 2026,
      value: plain(5),
      from: '2025-06-04',
      to: '2026-05-31',
      confidence: 'inferred',
      source: SIGNALS_2025,
      note: '2026 page not found; same in 2025 and 2027',
    },
    {
      season: 2027,
      value: plain(5),
      from: '2026-06-03',
      to: null,
      confidence: 'secondary',
      source: SIGNALS_2027,
      note: null,
    },
  ],
  internal_medicine: [
    {
      season: 2024,
      value: plain(7),
      from: '2023-06-07',
      to: '2024-05-31',
      confidence: 'secondary',
      source: {
        title: 'Residency Experts: 2024 season signals',
        url: 'https://residencyexperts.com/how-to-send-program-signals/',
        year: null,
      },
      note: null,
    },
    {
      season: 2025,
      value: TIERED,
      from: '2024-06-05',
      to: '2025-05-31',
      confidence: 'official',
      source: SIGNALS_2025,
      note: null,
    },
    {
      season: 2026,
      value: TIERED,
      from: '2025-06-04',
      to: '2026-05-31',
      confidence: 'secondary',
      source: SIGNALS_2026,
      note: null,
    },
    {
      season: 2027,
      value: TIERED,
      from: '2026-06-03',
      to: null,
      confidence: 'secondary',
      source: SIGNALS_2027,
      note: 'A signal goes to the institution: its categorical and preliminary tracks share it.',
    },
  ],
  pediatrics_genetics: [
    {
      season: 2025,
      value: plain(0),
      from: '2024-06-05',
      to: '2025-05-31',
      confidence: 'official',
      source: SIGNALS_2025,
      note: 'Not in the 2025 list',
    },
    {
      season: 2026,
      value: null,
      from: '2025-06-04',
      to: '2026-05-31',
      confidence: 'unknown',
      source: SIGNALS_2026,
      note: '2026 list not seen in full',
    },
    {
      season: 2027,
      value: plain(3),
      from: '2026-06-03',
      to: null,
      confidence: 'secondary',
      source: SIGNALS_2027,
      note: 'One source',
    },
  ],
  internal_medicine_genetics: [
    {
      season: 2025,
      value: plain(0),
      from: '2024-06-05',
      to: '2025-05-31',
      confidence: 'official',
      source: SIGNALS_2025,
      note: 'Not in the 2025 list',
    },
    {
      season: 2026,
      value: null,
      from: '2025-06-04',
      to: '2026-05-31',
      confidence: 'unknown',
      source: SIGNALS_2026,
      note: '2026 list not seen in full',
    },
    {
      season: 2027,
      value: plain(3),
      from: '2026-06-03',
      to: null,
      confidence: 'secondary',
      source: SIGNALS_2027,
      note: 'One source',
    },
  ],
  medical_genetics: [
    {
      season: 2025,
      value: plain(0),
      from: '2024-06-05',
      to: '2025-05-31',
      confidence: 'official',
      source: SIGNALS_2025,
      note: 'Not in the 2025 list',
    },
    {
      season: 2026,
      value: null,
      from: '2025-06-04',
      to: '2026-05-31',
      confidence: 'unknown',
      source: SIGNALS_2026,
      note: null,
    },
    {
      season: 2027,
      value: plain(0),
      from: '2026-06-03',
      to: null,
      confidence: 'inferred',
      source: SIGNALS_2027,
      note: 'The transcribed 2027 table has no stand-alone Medical Genetics row; make the number editable',
    },
  ],
  transitional_year: [
    {
      season: 2025,
      value: plain(12),
      from: '2024-06-05',
      to: '2025-05-31',
      confidence: 'official',
      source: {
        title: 'AAMC: program signaling, 2025 season',
        url: 'https://students-residents.aamc.org/applying-residencies-eras/program-signaling-2025-myeras-application-season',
        year: null,
      },
      note: null,
    },
  ],
}

/** Each program decides whether it takes signals. */
export const SIGNAL_RULE: Sourced<string> = {
  value:
    'each program decides whether it takes signals; without participation no signal can be sent; there is no cap on applications',
  from: null,
  to: null,
  confidence: 'official',
  source: {
    title: 'AAMC: 2024 signaling FAQ',
    url: 'https://students-residents.aamc.org/applying-residencies-eras/2024-myeras-application-faqs?topic=program-signaling',
    year: null,
  },
  note: null,
}

/** The allowance of a specialty in a season; null when no source covers that season. A found entry may still hold null. */
export function signalAllowance(specialty: SignalSpecialty, season: number): SeasonAllowance | null {
  return SIGNAL_ALLOWANCES[specialty].find((entry) => entry.season === season) ?? null
}
