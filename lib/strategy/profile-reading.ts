import { readExam } from '@/lib/fit/exam-reading'
import type { Applicant } from '@/lib/profile/applicant'

/** The bands of C4 and G1, and below them C5; null while no passing number is there. */
export type ScoreBand = 'very_competitive' | 'solid' | 'possible' | 'below_220'

/** How much a person has done in genetics: none, some, or much; null while nothing of it is said. */
export type GeneticsExposure = 'none' | 'some' | 'much'

/** A profile like this, in the few words in which the article speaks of profiles (C4, C5, G1, G3, G4). */
export type ProfileReading = {
  score: number | null
  band: ScoreBand | null
  hasFail: boolean
  exposure: GeneticsExposure | null
  researchMonths: number | null
  geneticsWeeks: number | null
}

/** From a year of research, or half a year with a paper, exposure is called much. The numbers are our own reading of G3. */
const MUCH_MONTHS = 12

export function readProfile(applicant: Applicant): ProfileReading {
  const { attempts, research, clinical, publications } = applicant
  const score = readExam(attempts, 'step2ck').score
  const researchMonths =
    research?.reduce((sum, entry) => sum + (entry.field === 'genetics' ? entry.months : 0), 0) ?? null
  const geneticsWeeks =
    clinical?.reduce((sum, entry) => sum + (entry.specialty === 'genetics' ? entry.weeks : 0), 0) ?? null
  const hasPaper = publications?.some((entry) => entry.field === 'genetics') === true
  const fails = attempts?.some((attempt) => attempt.outcome === 'fail' && attempt.exam !== 'oet') === true
  return {
    score,
    band: score === null ? null : bandOf(score),
    hasFail: fails,
    exposure: exposureOf(researchMonths, geneticsWeeks, hasPaper, applicant),
    researchMonths,
    geneticsWeeks,
  }
}

/** An edge belongs to the higher band (DESIGN.md 5). */
function bandOf(score: number): ScoreBand {
  if (score >= 245) return 'very_competitive'
  if (score >= 235) return 'solid'
  return score >= 220 ? 'possible' : 'below_220'
}

function exposureOf(
  months: number | null,
  weeks: number | null,
  hasPaper: boolean,
  { niches }: Applicant,
): GeneticsExposure | null {
  const isTrained = niches?.includes('genetics_training_abroad') === true
  if ((months ?? 0) >= MUCH_MONTHS || ((months ?? 0) >= MUCH_MONTHS / 2 && hasPaper)) return 'much'
  if ((months ?? 0) > 0 || (weeks ?? 0) > 0 || hasPaper || isTrained) return 'some'
  return months === null && weeks === null ? null : 'none'
}
