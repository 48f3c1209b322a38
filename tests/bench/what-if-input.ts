import { FIT_POLICY } from '../../lib/fit/policy'
import type { ListedProgram, StrategySetting } from '../../lib/strategy/setting'
import { shippedSeason } from '../factories/season'
import { shippedPrograms } from '../factories/shipped-catalogue'
import { buildLowScoreWithResearch } from '../factories/written-applicants'

/** The whole catalogue as a list, for someone whose research and score both weigh. */
export function whatIfInput(): { setting: StrategySetting; listed: readonly ListedProgram[] } {
  return {
    setting: {
      applicant: buildLowScoreWithResearch(),
      season: shippedSeason(2028),
      policy: FIT_POLICY,
      today: '2026-11-22',
    },
    listed: shippedPrograms.map((program) => ({ program, appliedOn: null })),
  }
}
