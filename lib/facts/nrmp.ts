import type { Source } from './source'
import type { Sourced } from './sourced'

/* The Match: fees (US dollars), kinds of position, SOAP and what binds. */

const MAIN_MATCH_HELP: Source = {
  title: 'NRMP: program positions in the Main Residency Match',
  url: 'https://www.nrmp.org/programs-institutions/managing-programs-in-the-match/managing-the-main-residency-match/',
  year: null,
}

export type MatchFees = {
  season: number
  registration: number
  lateExtra: number
  ranksIncluded: number | null
  extraRankEach: number | null
}

export const MATCH_FEES: readonly Sourced<MatchFees>[] = [
  {
    value: { season: 2026, registration: 70, lateExtra: 50, ranksIncluded: 20, extraRankEach: 30 },
    from: '2025-09-15',
    to: '2026-06-30',
    confidence: 'secondary',
    source: {
      title: 'Secondary summary of NRMP match fees (70 / 50 after January 30 / 30 per extra rank)',
      url: 'https://money-central.com/us/does-match-cost-money',
      year: 2025,
    },
    note: '2026 Match; primary list and all supplemental lists together each include 20 codes.',
  },
  {
    value: { season: 2027, registration: 85, lateExtra: 50, ranksIncluded: null, extraRankEach: null },
    from: '2026-09-15',
    to: null,
    confidence: 'secondary',
    source: {
      title: 'NRMP match fees (85, from three public transcriptions; page itself not found)',
      url: 'https://www.nrmp.org/intro-to-the-match/match-fees/',
      year: 2026,
    },
    note: '2027 Match; three transcriptions for 85, one calendar for the late fee. Extra-rank price for 2027 not seen; 20 included and 30 each in 2026.',
  },
]

/** Match fees of a season. `isForSeason` is false when that season's are not published and these are the last ones known. */
export function matchFeesFor(season: number): { fees: Sourced<MatchFees>; isForSeason: boolean } | null {
  const fees = MATCH_FEES.findLast((candidate) => candidate.value.season <= season)
  return fees ? { fees, isForSeason: fees.value.season === season } : null
}

/** The longest rank list that NRMP takes. */
export const MAX_RANKS: Sourced<number> = {
  value: 300,
  from: '2025-09-15',
  to: '2026-06-30',
  confidence: 'secondary',
  source: {
    title: 'Secondary summary of NRMP match fees (70 / 50 after January 30 / 30 per extra rank)',
    url: 'https://money-central.com/us/does-match-cost-money',
    year: 2025,
  },
  note: null,
}

export const REFUNDS: Sourced<string> = {
  value: 'none',
  from: null,
  to: null,
  confidence: 'official',
  source: {
    title: 'NRMP help: refunds',
    url: 'https://www.nrmp.org/help/item/can-i-get-a-refund-for-any-of-my-match-fees/',
    year: null,
  },
  note: null,
}

/** What the letter in a program code means. */
export const POSITION_TYPES: Sourced<Readonly<Record<'C' | 'M' | 'P' | 'A' | 'R', string>>> = {
  value: {
    C: 'categorical, PGY-1 start, full training',
    M: 'primary-care categorical in medicine or pediatrics',
    P: 'preliminary, one PGY-1 year',
    A: 'advanced, starts the year after the Match after a preliminary year',
    R: 'reserved for physicians with earlier GME, PGY-2 start in the Match year',
  },
  from: null,
  to: null,
  confidence: 'official',
  source: MAIN_MATCH_HELP,
  note: null,
}

export const PROGRAM_CODE_FORMAT: Sourced<{ pattern: string; example: string }> = {
  value: { pattern: '4 institution + 3 ACGME specialty + 1 type letter + 1-3 track', example: '1000140C0' },
  from: null,
  to: null,
  confidence: 'official',
  source: {
    title: 'NRMP: program codes and types',
    url: 'https://www.nrmp.org/program-codes-and-types/',
    year: null,
  },
  note: null,
}

export const PERMANENT_RESIDENT_APPLICANT_TYPE: Sourced<string> = {
  value: 'green-card holders from schools abroad register as non-US-citizen IMG',
  from: null,
  to: null,
  confidence: 'official',
  source: {
    title: 'NRMP help search',
    url: 'https://www.nrmp.org/search/R+program/page/6/?category_name=registration',
    year: null,
  },
  note: null,
}

export const SOAP_RULES: Sourced<{
  eligible: string
  applicationsTotal: number
  firstContact: string
  offerWindowHours: number
  accepting: string
  notEligible: string
  afterwards: string
}> = {
  value: {
    eligible: 'registered, ECFMG-verified by the rank-list deadline, unmatched or partly matched',
    applicationsTotal: 45,
    firstContact: 'programs only; nobody may contact a program for an applicant',
    offerWindowHours: 2,
    accepting: 'binding',
    notEligible: 'may approach only non-Match programs, from Tuesday 08:00 ET',
    afterwards: 'list of unfilled programs until 1 May, then Find A Resident',
  },
  from: null,
  to: null,
  confidence: 'official',
  source: {
    title: 'NRMP: SOAP and after the Match',
    url: 'https://www.nrmp.org/residency-applicants/soap/',
    year: null,
  },
  note: null,
}

export const MATCH_CONDUCT: Sourced<{
  interviewOfferHours: number
  documents: string
  neverAsk: string
  outsideOffer: string
}> = {
  value: {
    interviewOfferHours: 48,
    documents: 'contract and visa policy are owed to the applicant before the rank-list deadline',
    neverAsk: 'programs may not ask where else one applied or how one will rank',
    outsideOffer:
      'on accepting a post outside the Match, withdraw before the rank-list deadline; a match is binding and one may not hold a concurrent post',
  },
  from: null,
  to: null,
  confidence: 'official',
  source: {
    title: 'NRMP: Match Participation Agreement, help pages',
    url: 'https://www.nrmp.org/policy/',
    year: null,
  },
  note: null,
}

/** Why an order by preference is the best one: the algorithm proposes for the applicant, from the top of their list. */
export const RANKING_RULE: Sourced<string> = {
  value:
    'the algorithm tries the program an applicant prefers most first, and goes down their list from there',
  from: null,
  to: null,
  confidence: 'secondary',
  source: {
    title: 'NRMP International: matching algorithm',
    url: 'http://www.nrmpinternational.org/?page_id=119',
    year: null,
  },
  note: 'Said of its own matches; NRMP uses the same applicant-proposing algorithm in the Main Match since 1998.',
}
