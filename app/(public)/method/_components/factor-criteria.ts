import type { CriterionId, FactorCode } from '@/lib/fit/ledger'

/** Every criterion that a factor may cite; a test holds it against the engine's own ledgers. */
export const FACTOR_CRITERIA: Readonly<Record<FactorCode, readonly CriterionId[]>> = {
  step2ck: ['C1', 'C2', 'C4', 'C5', 'G1'],
  attempts: ['A3', 'B1', 'B2', 'B3', 'C3', 'G2'],
  trajectory: ['B1', 'C3'],
  genetics_research: ['A4', 'G3'],
  publications: ['A4', 'B7', 'G3'],
  us_clinical: ['A4', 'D1', 'E1'],
  letters: ['A4', 'B7', 'E5'],
  school: ['A5', 'B7', 'E1'],
  niche: ['D2'],
  research_match: ['F4'],
  setting_size: ['F3'],
  img_history: ['F2'],
  visa_need: ['A1', 'G3'],
  track: ['C5', 'D1'],
}
