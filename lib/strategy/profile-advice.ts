import { ATTEMPT_LIMITS } from '@/lib/facts/attempt-rules'
import { TWO_YEAR_GENETICS } from '@/lib/facts/training-structure'
import { createEvaluator } from '@/lib/fit/evaluate'
import type { Factor, Params } from '@/lib/fit/ledger'
import { event } from '@/lib/season/events'
import { type Grounds, grounds } from './grounds'
import { groundsReader } from './grounds-for'
import { comparePathways } from './pathways'
import { readProfile } from './profile-reading'
import type { ListedProgram, StrategySetting } from './setting'
import { isOpen } from './standing-order'

/*
 * What an adviser would say first, before any single step: what this profile's weight lies in and what is missing, in the
 * article's own words for such a profile. It decides nothing; every number in it is the fit's, the list's or the season's.
 */

export const PROFILE_ADVICE = [
  'genetics_is_missing',
  'fail_is_eased',
  'research_carries',
  'apply_broadly',
  'below_the_bands',
  'niche_counts',
  'two_year_is_open',
  'visa_to_confirm',
] as const
export type ProfileAdviceCode = (typeof PROFILE_ADVICE)[number]
export type ProfileAdvice = {
  code: ProfileAdviceCode
  params: Params
  /** The fit's own factor where the sentence is the fit's: `fail_is_eased` says what eases it. */
  factor: Factor | null
  grounds: Grounds
}

const ATTEMPTS_SOURCE = ATTEMPT_LIMITS.at(-1)?.source

/** The advice for this person and list, in the order in which to hear it; none where the profile says too little. */
export function profileAdvice(
  setting: StrategySetting,
  programs: readonly ListedProgram[],
): readonly ProfileAdvice[] {
  const { applicant, season } = setting
  const { band, score, exposure, researchMonths, hasFail } = readProfile(applicant)
  const evaluate = createEvaluator(setting)
  const ledgers = programs.map(({ program, appliedOn }) => evaluate(program, appliedOn))
  const concerning = groundsReader(applicant)
  const found: ProfileAdvice[] = []
  const say = (
    code: ProfileAdviceCode,
    on: Grounds,
    { params = {}, factor = null }: { params?: Params; factor?: Factor | null } = {},
  ) => found.push({ code, params, factor, grounds: concerning(on) })

  const isLow = band === 'possible' || band === 'below_220'
  if (exposure === 'none' && band !== null && !isLow) {
    const on = grounds(['G3', 'A4', 'E5'], ...(ATTEMPTS_SOURCE === undefined ? [] : [ATTEMPTS_SOURCE]))
    say('genetics_is_missing', on, { params: { score, status: applicant.graduation.status } })
  }
  const attempts = ledgers[0]?.factors.find(({ code }) => code === 'attempts') ?? null
  if (hasFail && attempts !== null) say('fail_is_eased', grounds(['B3', 'G2', 'B6']), { factor: attempts })
  if (exposure === 'much' && isLow) {
    say('research_carries', grounds(['G3', 'F4']), { params: { months: researchMonths } })
  }
  if (band === 'possible') say('apply_broadly', grounds(['G1', 'D3', 'F6']), { params: { score } })
  if (band === 'below_220') say('below_the_bands', grounds(['C5', 'D1', 'D3']), { params: { score } })
  if ((isLow || hasFail) && applicant.niches !== null && applicant.niches.length > 0) {
    say('niche_counts', grounds(['D2', 'E3']), { params: { niches: [...applicant.niches].sort() } })
  }
  const isTwoYearOpen = comparePathways(setting, []).some(
    ({ pathway, eligibility }) => pathway === 'mgg' && eligibility === 'now',
  )
  if (isTwoYearOpen) {
    const july = event(season, 'eras_fellowship_july_review')
    const december = event(season, 'eras_fellowship_dec_review')
    const sources = [july, december].flatMap((one) => (one === null ? [] : [one.source]))
    say('two_year_is_open', grounds([], TWO_YEAR_GENETICS.source, ...sources), {
      params: {
        july: july?.on ?? null,
        december: december?.on ?? null,
        isProjected: july?.status === 'projected' || december?.status === 'projected',
      },
    })
  }
  const open = ledgers.filter(({ standing }) => isOpen(standing))
  const unconfirmed = open.filter(({ gates }) =>
    gates.some((gate) => gate.code === 'visa' && gate.state === 'unknown' && gate.ask === 'program'),
  )
  if (unconfirmed.length > 0) {
    say('visa_to_confirm', grounds(['F1', 'A1', 'F7']), {
      params: {
        open: open.length,
        unconfirmed: unconfirmed.length,
        visas: [...(applicant.visa.acceptable ?? [])].sort(),
      },
    })
  }
  return found
}
