import { wasSat } from '@/lib/exams/summary'
import type { Answer } from './answer'
import type { ChecklistFacts } from './facts'

/** What decides whether an item is for this person. `unknown` leaves the item in sight as one that may apply. */
export const CONDITION_CODES = [
  'needs_visa',
  'j1_possible',
  'j1_expected',
  'h1b_expected',
  'is_enrolled',
  'is_graduate',
  'not_certified',
  'certificate_ends',
  'failed_attempt',
  'us_genetics_missing',
  'letters_from_abroad',
  'one_step_passed',
  'genetics_without_acgme_year',
  'genetics_pathway',
  'signals_offered',
  'result_after_submitting',
  'may_match',
  'may_enter_soap',
] as const
export type ConditionCode = (typeof CONDITION_CODES)[number]

/** Whether the condition holds for these facts. Silence is `unknown`, never `no`. */
export function conditionHolds(code: ConditionCode, facts: ChecklistFacts): Answer {
  const { applicant, programs } = facts
  const { visa, graduation, ecfmg, training } = applicant
  switch (code) {
    case 'needs_visa':
      return visa.need === null ? 'unknown' : truth(visa.need === 'needs_visa')
    case 'j1_possible':
      return visaAnswer(facts, 'j1')
    case 'j1_expected':
    case 'h1b_expected': {
      const answer = visaAnswer(facts, code === 'j1_expected' ? 'j1' : 'h1b')
      // Either visa would do: which one it becomes is the program's to say.
      return answer === 'yes' && (visa.acceptable?.length ?? 0) > 1 ? 'unknown' : answer
    }
    case 'is_enrolled':
    case 'is_graduate':
      if (graduation.status === null) return 'unknown'
      return truth((graduation.status === 'enrolled') === (code === 'is_enrolled'))
    case 'not_certified':
      return ecfmg.status === null ? 'unknown' : truth(ecfmg.status !== 'certified')
    case 'certificate_ends':
      if (ecfmg.status === null) return 'unknown'
      return truth(ecfmg.status === 'certified' && ecfmg.permanent !== true)
    case 'failed_attempt':
      if (applicant.attempts === null) return 'unknown'
      return truth(
        applicant.attempts.some(
          (attempt) => attempt.outcome === 'fail' || (attempt.outcome === 'incomplete' && wasSat(attempt)),
        ),
      )
    case 'us_genetics_missing':
      if (applicant.clinical === null) return 'unknown'
      return truth(!applicant.clinical.some(({ specialty }) => specialty === 'genetics'))
    case 'letters_from_abroad':
      if (applicant.letters === null || applicant.letters.length === 0) return 'unknown'
      return truth(applicant.letters.some(({ author }) => author.startsWith('home_')))
    case 'one_step_passed':
      if (applicant.attempts === null) return 'unknown'
      return truth(facts.sevenYears.state === 'open' || facts.sevenYears.state === 'lapsed')
    case 'genetics_without_acgme_year':
      if (!programs.some(({ pathway }) => pathway === 'mgg')) return 'no'
      if (training.abmggCredit === 'granted') return 'no'
      return training.acgmeMonths === null ? 'unknown' : truth(training.acgmeMonths < 12)
    case 'genetics_pathway':
      if (programs.length === 0) return 'unknown'
      return truth(programs.some(({ pathway }) => pathway.endsWith('mgg')))
    case 'signals_offered':
      if (programs.length === 0) return 'unknown'
      if (facts.signals.some(({ state, left, used }) => state === 'known' && offers(left, used))) return 'yes'
      return facts.signals.some(({ state }) => state === 'unknown') ? 'unknown' : 'no'
    case 'result_after_submitting':
      return facts.lateReport.answer
    case 'may_match':
      if (programs.some(({ status }) => MATCHED.has(status))) return 'yes'
      return facts.isMatchOver ? (facts.isUnmatched ? 'no' : 'unknown') : 'yes'
    case 'may_enter_soap':
      return truth(!programs.some(({ status }) => MATCHED.has(status)))
  }
}

const MATCHED: ReadonlySet<string> = new Set(['matched', 'offer_accepted_outside', 'soap_accepted'])

function visaAnswer({ applicant: { visa } }: ChecklistFacts, kind: 'j1' | 'h1b'): Answer {
  if (visa.need === 'no_visa_needed') return 'no'
  if (visa.acceptable === null) return 'unknown'
  if (!visa.acceptable.includes(kind)) return 'no'
  return visa.need === null ? 'unknown' : 'yes'
}

type Counts = { signal: number; gold: number; silver: number }
const total = (counts: Counts) => counts.signal + counts.gold + counts.silver
const offers = (left: Counts | null, used: Counts) => left !== null && total(left) + total(used) > 0

function truth(value: boolean): Answer {
  return value ? 'yes' : 'no'
}
