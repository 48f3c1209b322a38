import { addDays } from '../../lib/dates/calendar-date'
import { EMPTY_APPLICANT } from '../../lib/profile/empty-applicant'
import type { SimulationInput } from '../../lib/timing/simulate'
import { buildSeason, shippedSeason } from '../factories/season'

/** A person with a dozen practice results who weighs three dates. */
export function simulatorInput(): SimulationInput {
  return {
    season: shippedSeason(2028),
    sittings: [
      { id: 'earlier', examOn: '2027-05-28' },
      { id: 'later', examOn: '2027-08-25' },
      { id: 'next', examOn: '2028-06-26', season: buildSeason(2029) },
    ],
    results: Array.from({ length: 12 }, (_, n) => ({
      id: String(n),
      exam: 'step2ck' as const,
      kind: 'nbme_ccssa' as const,
      takenOn: addDays('2026-08-01', n * 9),
      score: 226 + n,
      percent: null,
      isTimed: true,
      form: '',
    })),
    targetScore: 240,
    attempts: [],
    applicant: EMPTY_APPLICANT,
    today: '2026-11-22',
    zone: 'Asia/Kathmandu',
  }
}
