import type { CalendarDate } from '@/lib/dates/calendar-date'
import { applicationFee, type FeeTable } from '@/lib/facts/eras-fees'
import type { Source } from '@/lib/facts/source'
import type { Sourced } from '@/lib/facts/sourced'
import {
  BOARD_CREDENTIAL_REVIEW,
  PREREQUISITE_OUTSIDE_ACGME,
  PROGRAMS_ASK_MORE,
  TWO_YEAR_GENETICS,
} from '@/lib/facts/training-structure'
import { J1_GENETICS_ROUTES, J1_HISTORY } from '@/lib/facts/visa-rules'
import { createEvaluator } from '@/lib/fit/evaluate'
import type { Gate, Ledger, Standing } from '@/lib/fit/ledger'
import { isInMainMatch } from '@/lib/fit/season-reading'
import type { Applicant } from '@/lib/profile/applicant'
import type { Program } from '@/lib/programs/fact'
import { PATHWAYS, type Pathway } from '@/lib/programs/pathway'
import { pathwayFeeTable } from '@/lib/programs/pathway-eras'
import { PATHWAY_WORDS, type PathwayWords } from '@/lib/programs/pathway-words'
import { event } from '@/lib/season/events'
import type { SeasonEvent, SeasonEventKey } from '@/lib/season/season'

import { type Grounds, grounds } from './grounds'
import { groundsReader } from './grounds-for'
import { readProfile } from './profile-reading'
import type { StrategySetting } from './setting'

/** Whether the door is open to this person for this season: now, once something is met, not, or not known yet. */
export type Eligibility = 'now' | 'when' | 'not' | 'unknown' | 'information'

/** What the article says of a door to a profile like this. `pathway-advice-words.ts` has the sentence. */
export const PATHWAY_ADVICE = [
  'combined_fits_profile',
  'combined_needs_exposure',
  'combined_leads_to_both',
  'combined_with_low_score',
  'two_year_after_first_year',
  'two_year_is_open',
  'backup_in_parallel',
  'backup_with_low_score',
  'first_year_as_a_step',
  'first_year_is_done',
  'research_post_as_backup',
  'research_post_without_visa',
  'maternal_fetal_after_obgyn',
  'laboratory_is_information',
] as const
export type PathwayAdviceCode = (typeof PATHWAY_ADVICE)[number]
export type PathwayAdvice = { code: PathwayAdviceCode; grounds: Grounds }

export type PathwayView = {
  pathway: Pathway
  words: PathwayWords
  isMainMatch: boolean
  eligibility: Eligibility
  /** The gates that decide it, from the fit's own answer for a program of which nothing is known. */
  gates: readonly Gate[]
  /** What the person would have to meet, by when; null when nothing or when it is not announced. */
  byDate: CalendarDate | null
  /** Its own calendar. For fellowships both cycles are listed: which one a program uses is the program's to say. */
  events: readonly SeasonEvent[]
  /** The fees of its own table for 1, 10 and 30 programs; null where ERAS is not the way in. */
  fees: {
    table: Sourced<FeeTable>
    isForSeason: boolean
    of: readonly { programs: number; fee: number }[]
  } | null
  /** How many programs of the catalogue take this door, and how they stand for this person. */
  programs: number
  standings: Readonly<Partial<Record<Standing, number>>>
  advice: readonly PathwayAdvice[]
  /** Keys of `CONTEXT_FIGURES`, for the page to show singly with their source. They feed nothing here. */
  contextKeys: readonly string[]
}

const MAIN_EVENTS = [
  'eras_season_opens',
  'eras_submit_opens',
  'eras_program_review_opens',
  'ecfmg_pathways_deadline',
  'nrmp_rol_deadline',
  'match_day',
] as const
const FELLOWSHIP_EVENTS = [
  'eras_fellowship_july_submit',
  'eras_fellowship_july_review',
  'eras_fellowship_dec_submit',
  'eras_fellowship_dec_review',
] as const

/** The two-year match figure stands only beneath "not open to you yet" (DESIGN.md 12); the page keeps to that. */
const CONTEXT: Readonly<Record<Pathway, readonly string[]>> = {
  peds_mgg: ['peds_mgg_2025', 'match_rate_2015_2024'],
  im_mgg: ['im_mgg_2025'],
  mgg: ['mgg_2026', 'match_rate_2015_2024'],
  mfm_mgg: [],
  pediatrics: ['charting_pediatrics_2026', 'share_2025'],
  internal_medicine: ['charting_internal_medicine_2026', 'share_2025'],
  prelim_or_ty: [],
  lab_genetics: [],
}

/** Gates about the person and the door; what a single program says (place, visa, limits) is not part of a door. */
const DOOR_GATES: ReadonlySet<string> = new Set([
  'pathway',
  'j1_years',
  'step1',
  'step2ck',
  'ecfmg_certificate',
  'certificate_valid',
])

/** The doors side by side for this person, in the order of `PATHWAYS`. `programs` are those to count: list or catalogue. */
export function comparePathways(
  setting: StrategySetting,
  programs: readonly Program[],
): readonly PathwayView[] {
  const evaluate = createEvaluator(setting)
  const { season, applicant } = setting
  const hasFirstYear = evaluate(bareProgram('mgg')).gates.some(
    ({ code, state }) => code === 'pathway' && state === 'met',
  )
  return PATHWAYS.map((pathway) => {
    const ledger = evaluate(bareProgram(pathway))
    const gates = ledger.gates.filter((gate) => DOOR_GATES.has(gate.code))
    const eligibility = eligibilityOf(pathway, gates)
    const found = pathwayFeeTable(pathway, season.year)
    const own = programs.filter((program) => program.pathway === pathway)
    const isMainMatch = isInMainMatch(pathway)
    return {
      pathway,
      words: PATHWAY_WORDS[pathway],
      isMainMatch,
      eligibility,
      gates,
      byDate: lastDay(gates),
      events: eventsOf(setting, pathway, isMainMatch),
      fees:
        found === null
          ? null
          : {
              table: found.table,
              isForSeason: found.isForSeason,
              of: [1, 10, 30].map((count) => ({
                programs: count,
                fee: applicationFee(found.table.value, count),
              })),
            },
      programs: own.length,
      standings: countStandings(own.map((program) => evaluate(program))),
      advice: adviceOf(pathway, applicant, eligibility, hasFirstYear),
      contextKeys: CONTEXT[pathway],
    }
  })
}

/** A program of which nothing is known: what the fit says of it is what the door itself asks. */
function bareProgram(pathway: Pathway): Program {
  return {
    id: `door-${pathway}`,
    sponsor: '',
    name: '',
    city: null,
    state: null,
    pathway,
    isOwn: false,
    facts: [],
  }
}

function eligibilityOf(pathway: Pathway, gates: readonly Gate[]): Eligibility {
  if (pathway === 'lab_genetics') return 'information'
  if (gates.some((gate) => gate.state === 'closed')) return 'not'
  if (gates.some((gate) => gate.state === 'not_yet')) return 'when'
  return gates.some((gate) => gate.state === 'unknown') ? 'unknown' : 'now'
}

function lastDay(gates: readonly Gate[]): CalendarDate | null {
  const days = gates.flatMap((gate) => (gate.state === 'not_yet' && gate.byDate ? [gate.byDate] : []))
  return days.sort()[0] ?? null
}

function eventsOf({ season }: StrategySetting, pathway: Pathway, isMain: boolean): readonly SeasonEvent[] {
  if (pathway === 'lab_genetics') return []
  const keys: readonly SeasonEventKey[] = isMain ? MAIN_EVENTS : FELLOWSHIP_EVENTS
  return keys.flatMap((key) => event(season, key) ?? [])
}

function countStandings(ledgers: readonly Ledger[]): Partial<Record<Standing, number>> {
  const counted: Partial<Record<Standing, number>> = {}
  for (const { standing } of ledgers) counted[standing] = (counted[standing] ?? 0) + 1
  return counted
}

function adviceOf(
  pathway: Pathway,
  applicant: Applicant,
  eligibility: Eligibility,
  hasFirstYear: boolean,
): PathwayAdvice[] {
  const { band, exposure } = readProfile(applicant)
  const isLow = band === 'below_220' || band === 'possible'
  const concerning = groundsReader(applicant)
  const say = (code: PathwayAdviceCode, on: Grounds): PathwayAdvice => ({ code, grounds: concerning(on) })
  switch (pathway) {
    case 'peds_mgg':
    case 'im_mgg':
      return [
        ...(band === null
          ? []
          : isLow
            ? [
                say(
                  'combined_with_low_score',
                  grounds(band === 'below_220' ? ['C5', 'D3'] : ['C4', 'D3', 'G1']),
                ),
              ]
            : exposure === 'none'
              ? [say('combined_needs_exposure', grounds(['G3', 'A4']))]
              : [say('combined_fits_profile', grounds(['D3', 'G1']))]),
        say('combined_leads_to_both', sourced(['D3'], PATHWAY_WORDS[pathway].source)),
      ]
    case 'mgg':
      return eligibility === 'now'
        ? [say('two_year_is_open', grounds(['D3'], TWO_YEAR_GENETICS.source))]
        : [say('two_year_after_first_year', grounds(['C5', 'D1'], TWO_YEAR_GENETICS.source))]
    case 'pediatrics':
    case 'internal_medicine':
      return [
        isLow
          ? say('backup_with_low_score', grounds(band === 'below_220' ? ['C5', 'D1', 'F8'] : ['D1', 'F8']))
          : say('backup_in_parallel', grounds(['F8'])),
        applicant.visa.need === 'no_visa_needed'
          ? say('research_post_without_visa', grounds(['F8']))
          : say('research_post_as_backup', grounds(['F8'], J1_HISTORY.source)),
      ]
    case 'prelim_or_ty':
      // Whom two-year genetics takes already has nothing to gain from another first year.
      return [
        say(
          hasFirstYear ? 'first_year_is_done' : 'first_year_as_a_step',
          grounds(['D1', 'F8'], TWO_YEAR_GENETICS.source),
        ),
      ]
    case 'mfm_mgg':
      return [say('maternal_fetal_after_obgyn', sourced(['D3'], PATHWAY_WORDS.mfm_mgg.source))]
    case 'lab_genetics':
      return [say('laboratory_is_information', sourced([], PATHWAY_WORDS.lab_genetics.source))]
  }
}

function sourced(criteria: Grounds['criteria'], source: Source | null): Grounds {
  return source === null ? grounds(criteria) : grounds(criteria, source)
}

/** One way from where the person stands to two-year genetics. */
export type TwoYearRoute = {
  route: 'prelim_or_ty' | 'pediatrics' | 'internal_medicine' | 'abmgg_credit'
  /** Years of ACGME training before it, and in all with the two of genetics; null for credit, which is to be verified. */
  yearsBefore: number | null
  yearsInAll: number | null
  /** J-1 years of this route as published, and whether they fit the limit; null where the person needs no J-1. */
  j1: { years: number; limit: number; fits: boolean } | null
  grounds: Grounds
}

/** What leads to two-year genetics for someone without an ACGME year; what it explains is in `pathway-advice-words.ts`. */
export function twoYearRoutes(applicant: Applicant): readonly TwoYearRoute[] {
  const { visa, training } = applicant
  const onJ1 = visa.need === 'needs_visa' && visa.acceptable?.includes('j1') !== false
  const used = visa.j1YearsUsed ?? 0
  const limit = J1_GENETICS_ROUTES.value.limitYears
  const concerning = groundsReader(applicant)
  const route = (name: 'prelim_or_ty' | 'pediatrics' | 'internal_medicine', before: number): TwoYearRoute => {
    const inAll = before + TWO_YEAR_GENETICS.value.lengthMonths / 12
    return {
      route: name,
      yearsBefore: before,
      yearsInAll: inAll,
      j1: onJ1 ? { years: used + inAll, limit, fits: used + inAll <= limit } : null,
      grounds: concerning(
        grounds(['C5', 'D1', 'F8'], TWO_YEAR_GENETICS.source, ...(onJ1 ? [J1_GENETICS_ROUTES.source] : [])),
      ),
    }
  }
  const routes = [route('prelim_or_ty', 1), route('pediatrics', 3), route('internal_medicine', 3)]
  if (
    (training.abroadMonths ?? 0) > 0 ||
    training.abmggCredit === 'asked' ||
    training.abmggCredit === 'granted'
  ) {
    routes.push({
      route: 'abmgg_credit',
      yearsBefore: null,
      yearsInAll: null,
      j1: null,
      grounds: grounds(['D2'], PREREQUISITE_OUTSIDE_ACGME.source, BOARD_CREDENTIAL_REVIEW.source),
    })
  }
  return routes
}

/** What `TWO_YEAR_EXPLAINED` rests on. */
export const TWO_YEAR_ASKS_MORE: Grounds = grounds(
  [],
  TWO_YEAR_GENETICS.source,
  PROGRAMS_ASK_MORE.source,
  PREREQUISITE_OUTSIDE_ACGME.source,
)
