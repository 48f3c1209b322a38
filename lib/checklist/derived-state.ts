import type { CalendarDate } from '@/lib/dates/calendar-date'
import type { Exam } from '@/lib/exams/attempt'
import { attemptSummary, wasSat } from '@/lib/exams/summary'
import type { EcfmgStep } from '@/lib/profile/applicant'
import type { ChecklistCalendar } from './calendar-names'
import type { ChecklistFacts } from './facts'
import { hasApplied } from './programs'

/** What the product already knows that makes an item done: the person is not asked twice. */
export const DONE_CODES = [
  'ecfmg_applied',
  'credentials_verified',
  'pathway_applied',
  'pathway_accepted',
  'certified',
  'certificate_covers_start',
  'step1_passed',
  'step2ck_passed',
  'step2ck_sat',
  'step3_passed',
  'oet_passed',
  'seven_years_met',
  'letters_named',
  'us_geneticist_letter',
  'letters_in_hand',
  'letters_assigned',
  'explanation_on_file',
  'abmgg_asked',
  'signals_used',
  'applied_somewhere',
  'applied_everywhere',
  'ranked_somewhere',
  'rank_certified',
] as const
export type DoneCode = (typeof DONE_CODES)[number]

/** At most four letters go to a program; with three a file is usually read as whole. The three is our planning number. */
export const LETTERS_PLANNED = 3

/** Whether it is known to be done, and since which day where one is recorded; null when it is not known to be. */
export function knownDone(
  code: DoneCode,
  facts: ChecklistFacts,
  calendar: ChecklistCalendar | null,
): { on: CalendarDate | null } | null {
  const { applicant } = facts
  const { ecfmg, letters, training } = applicant
  const certified = ecfmg.status === 'certified'
  switch (code) {
    case 'ecfmg_applied':
      return when(
        certified ||
          (ecfmg.stepsDone ?? []).length > 0 ||
          (applicant.attempts ?? []).some((attempt) => attempt.exam !== 'oet' && wasSat(attempt)),
      )
    case 'credentials_verified':
      return when(certified || hasStep(facts, 'credentials_verified'))
    case 'pathway_applied':
      return when(certified || hasStep(facts, 'pathway_applied') || hasStep(facts, 'pathway_accepted'))
    case 'pathway_accepted':
      return when(certified || hasStep(facts, 'pathway_accepted'))
    case 'certified':
      return certified ? { on: ecfmg.certifiedOn } : null
    case 'certificate_covers_start':
      return when(ecfmg.validUntil !== null && ecfmg.validUntil >= facts.trainingStart)
    case 'step1_passed':
      return passed(facts, 'step1')
    case 'step2ck_passed':
      return passed(facts, 'step2ck')
    case 'step3_passed':
      return passed(facts, 'step3')
    case 'oet_passed':
      return passed(facts, 'oet') ?? when(certified)
    case 'step2ck_sat': {
      const { passed: isPassed, pendingSince } = attemptSummary(applicant.attempts ?? [], 'step2ck')
      return isPassed ? when(true) : pendingSince ? { on: pendingSince } : null
    }
    case 'seven_years_met':
      return when(facts.sevenYears.state === 'met')
    case 'letters_named':
      return when((letters ?? []).length >= LETTERS_PLANNED)
    case 'us_geneticist_letter':
      return when((letters ?? []).some(({ author }) => author === 'us_geneticist'))
    case 'letters_in_hand':
      return when(lettersInHand(facts) >= LETTERS_PLANNED)
    case 'letters_assigned':
      return when(
        facts.programs.length > 0 &&
          facts.programs.every(({ programId }) => facts.letters?.servedPrograms.has(programId)),
      )
    case 'explanation_on_file':
      return when(applicant.explanationOnFile === true)
    case 'abmgg_asked':
      return when(training.abmggCredit === 'asked' || training.abmggCredit === 'granted')
    case 'signals_used': {
      const known = facts.signals.filter(({ left }) => left !== null)
      return when(
        known.length > 0 &&
          known.length === facts.signals.length &&
          known.every(({ left }) => left !== null && left.signal + left.gold + left.silver <= 0),
      )
    }
    case 'applied_somewhere':
      return when(programsOf(facts, calendar).some(hasApplied))
    case 'applied_everywhere': {
      const programs = programsOf(facts, calendar)
      return when(programs.length > 0 && programs.every(hasApplied))
    }
    case 'rank_certified':
      return facts.rankCertifiedOn === null ? null : { on: facts.rankCertifiedOn }
    case 'ranked_somewhere':
      return when(facts.programs.some(({ status }) => status === 'ranked' || status === 'matched'))
  }
}

function programsOf(facts: ChecklistFacts, calendar: ChecklistCalendar | null) {
  return calendar === null
    ? facts.programs
    : facts.programs.filter(({ calendars }) => calendars.includes(calendar))
}

function hasStep({ applicant }: ChecklistFacts, step: EcfmgStep): boolean {
  return (applicant.ecfmg.stepsDone ?? []).includes(step)
}

function passed({ applicant }: ChecklistFacts, exam: Exam): { on: CalendarDate | null } | null {
  const summary = attemptSummary(applicant.attempts ?? [], exam)
  return summary.passed ? { on: summary.lastPassOn } : null
}

function when(isDone: boolean): { on: null } | null {
  return isDone ? { on: null } : null
}

/** Letters in hand for this season: one of an earlier season is imported or uploaded again first. */
export function lettersInHand({ applicant, letters }: ChecklistFacts): number {
  const written = (applicant.letters ?? []).filter(({ state }) => state === 'in_hand').length
  return written - (letters?.fromBefore ?? 0)
}
