import { unassignedWords } from '@/lib/checklist/letter-counts'
import type { CalendarDate } from '@/lib/dates/calendar-date'
import { earliestNextAttempt } from '@/lib/exams/attempt-rules'
import { attemptSummary } from '@/lib/exams/summary'
import { type Ledger, STANDINGS, type Standing } from '@/lib/fit/ledger'
import type { Applicant } from '@/lib/profile/applicant'
import type { TimingVerdict } from '@/lib/timing/verdict'

/** A named problem, each one click from where it is mended. `count` is how many programs it touches. */
export const PROBLEM_CODES = [
  'invitations_unanswered',
  'interviews_clash',
  'interviews_unsaid',
  'exam_date_misses_review',
  'step1_open',
  'step2ck_open',
  'oet_open',
  'no_genetics',
  'no_explanation',
  'no_us_geneticist_letter',
  'letters_unassigned',
  'letters_to_ask',
  'papers_at_fault',
  'closed_on_list',
  'visa_unknown',
  'place_unknown',
  'too_little_said',
  'list_empty',
] as const
export type ProblemCode = (typeof PROBLEM_CODES)[number]
export type Problem = { code: ProblemCode; count: number }

/** How many ledgers stand where, every standing named, from best to last. */
export function countStandings(ledgers: readonly Ledger[]): readonly { standing: Standing; count: number }[] {
  return STANDINGS.map((standing) => ({
    standing,
    count: ledgers.filter((ledger) => ledger.standing === standing).length,
  }))
}

/**
 * What stands in a person's way, weightiest first: interviews, a date that misses review, exams without a date, then the list. What
 * is not said counts as a problem only as "too little said"; nothing is guessed from it.
 */
export function namedProblems({
  applicant,
  ledgers,
  verdict,
  documents,
  interviews,
}: {
  applicant: Applicant
  ledgers: readonly Ledger[]
  verdict: TimingVerdict
  /** What the documents know; left out where they are not read. */
  documents?: { unassigned: number; toAsk: number; papers: number }
  /** Invitations whose time to answer is over, talks that clash, talks that are over and not recorded. */
  interviews?: { unanswered: number; clashes: number; unsaid: number }
}): readonly Problem[] {
  const problems: Problem[] = []
  const add = (code: ProblemCode, count: number) => {
    if (count > 0) problems.push({ code, count })
  }
  add('invitations_unanswered', interviews?.unanswered ?? 0)
  add('interviews_clash', interviews?.clashes ?? 0)
  add('interviews_unsaid', interviews?.unsaid ?? 0)
  if (verdict.code === 'misses_review' || verdict.code === 'in_time_if_typical')
    add('exam_date_misses_review', 1)
  if (applicant.attempts !== null) {
    if (isOpen(applicant, 'step1')) add('step1_open', 1)
    if (isOpen(applicant, 'step2ck')) add('step2ck_open', 1)
    if (applicant.ecfmg.status !== 'certified' && isOpen(applicant, 'oet')) add('oet_open', 1)
  }
  const { research, publications, clinical, niches } = applicant
  const isGenetics = ({ field }: { field: string }) => field === 'genetics'
  if (
    research !== null &&
    clinical !== null &&
    !research.some(isGenetics) &&
    !publications?.some(isGenetics) &&
    !clinical.some(({ specialty }) => specialty === 'genetics') &&
    !niches?.includes('genetics_training_abroad')
  ) {
    add('no_genetics', 1)
  }
  const hasFail = applicant.attempts?.some(({ exam, outcome }) => exam !== 'oet' && outcome === 'fail')
  if (hasFail && applicant.explanationOnFile === false) add('no_explanation', 1)
  if (applicant.letters !== null && !applicant.letters.some((letter) => letter.author === 'us_geneticist')) {
    add('no_us_geneticist_letter', 1)
  }
  add('letters_unassigned', documents?.unassigned ?? 0)
  add('letters_to_ask', documents?.toAsk ?? 0)
  add('papers_at_fault', documents?.papers ?? 0)
  const open = ledgers.filter((ledger) => ledger.standing !== 'closed')
  add('closed_on_list', ledgers.length - open.length)
  // Nobody needs to write to a program that asks for training first.
  const reachable = open.filter((ledger) => ledger.standing !== 'not_yet_eligible')
  add('visa_unknown', reachable.filter((ledger) => isUnknown(ledger, 'visa')).length)
  add('place_unknown', reachable.filter((ledger) => isUnknown(ledger, 'place_this_season')).length)
  add('too_little_said', ledgers.filter((ledger) => ledger.standing === 'not_enough_facts').length)
  add('list_empty', ledgers.length === 0 ? 1 : 0)
  return problems
}

/** Neither passed, nor planned, nor waiting for a result; and where the rules leave no attempt, no date is asked for. */
function isOpen(applicant: Applicant, exam: 'step1' | 'step2ck' | 'oet'): boolean {
  const attempts = applicant.attempts ?? []
  const { passed, plannedOn, pendingSince } = attemptSummary(attempts, exam)
  if (passed || plannedOn !== null || pendingSince !== null) return false
  return earliestNextAttempt(attempts, exam).kind !== 'never'
}

/** A question to the program; what the person has not said is another matter. */
function isUnknown(ledger: Ledger, code: 'visa' | 'place_this_season'): boolean {
  return ledger.gates.some((gate) => gate.code === code && gate.state === 'unknown' && gate.ask === 'program')
}

/** The problem in words, where to mend it, and what the link is called. */
export function problemWords({ code, count }: Problem): { text: string; href: string; link: string } {
  const programs = `${count} ${count === 1 ? 'program' : 'programs'}`
  switch (code) {
    case 'invitations_unanswered':
      return {
        text: `The time to answer ${count === 1 ? 'an invitation' : `${count} invitations`} is over: answer now, or record what became of it`,
        href: '/interviews#waiting',
        link: count === 1 ? 'Invitation' : 'Invitations',
      }
    case 'interviews_clash':
      return {
        text: `${count === 1 ? 'Two interviews clash or leave' : `${count} pairs of interviews clash or leave`} too little between them`,
        href: '/interviews#problems',
        link: 'See which',
      }
    case 'interviews_unsaid':
      return {
        text: `${count === 1 ? 'An interview is' : `${count} interviews are`} over and not recorded yet`,
        href: '/interviews#problems',
        link: 'Record it',
      }
    case 'exam_date_misses_review':
      return {
        text: 'The Step 2 CK date may be too late for program review',
        href: '/exams',
        link: 'Look at the dates',
      }
    case 'step1_open':
      return { text: 'Step 1 is neither passed nor planned', href: '/exams?add=step1', link: 'Set a date' }
    case 'step2ck_open':
      return {
        text: 'Step 2 CK is neither passed nor planned',
        href: '/exams?add=step2ck',
        link: 'Set a date',
      }
    case 'oet_open':
      return {
        text: 'OET, needed for ECFMG certification, is neither passed nor planned',
        href: '/exams?add=oet',
        link: 'Set a date',
      }
    case 'no_genetics':
      return {
        text: 'Nothing in genetics is recorded yet: no research, no weeks in a clinic',
        href: '/strategy',
        link: 'What would help most',
      }
    case 'no_explanation':
      return {
        text: 'No short explanation of the failed attempt is on file',
        href: '/profile#explanation',
        link: 'Explanation',
      }
    case 'no_us_geneticist_letter':
      return {
        text: 'No letter from a US geneticist, in hand or promised',
        href: '/documents/letters',
        link: 'Letters',
      }
    case 'letters_unassigned':
      return {
        text: unassignedWords({ unassigned: count }),
        href: '/documents/letters/coverage',
        link: 'Assign them',
      }
    case 'letters_to_ask':
      return {
        text: `${count} ${count === 1 ? 'letter' : 'letters'} to ask for again`,
        href: '/documents/letters',
        link: 'Letters',
      }
    case 'papers_at_fault':
      return {
        text: `${count} of your papers ${count === 1 ? 'is' : 'are'} late or waiting long`,
        href: '/documents/papers',
        link: 'Papers',
      }
    case 'closed_on_list':
      return {
        text: `${programs} on your list cannot take you this season`,
        href: '/list?standing=closed',
        link: 'See which',
      }
    case 'visa_unknown':
      return {
        text: `Visa not known at ${programs} of your list`,
        href: '/strategy/questions',
        link: 'Whom to ask',
      }
    case 'place_unknown':
      return {
        text: `Not known whether ${programs} of your list ${count === 1 ? 'offers' : 'offer'} a place this season`,
        href: '/strategy/questions',
        link: 'What to ask first',
      }
    case 'too_little_said':
      return { text: `Your profile says too little to place ${programs}`, href: '/profile', link: 'Say more' }
    case 'list_empty':
      return { text: 'No program on your list yet', href: '/programs', link: 'Choose programs' }
  }
}

/** Where an exam stands, in a few words for the strip on the home page. `today` is the viewer's own day. */
export type ExamMark = {
  exam: 'step1' | 'step2ck' | 'step3' | 'oet'
  state: 'passed' | 'failed' | 'waiting' | 'planned' | 'overdue' | 'open' | 'not_said'
  score: number | null
  on: CalendarDate | null
  attempts: number
}

export function examMarks(applicant: Applicant, today: CalendarDate): readonly ExamMark[] {
  return (['step1', 'step2ck', 'oet', 'step3'] as const).map((exam) => {
    if (applicant.attempts === null) return { exam, state: 'not_said', score: null, on: null, attempts: 0 }
    const summary = attemptSummary(applicant.attempts, exam)
    const mark = { exam, score: summary.score, attempts: summary.attempts }
    if (summary.passed) return { ...mark, state: 'passed', on: summary.lastPassOn }
    if (summary.pendingSince) return { ...mark, state: 'waiting', on: summary.pendingSince }
    if (summary.plannedOn)
      return { ...mark, state: summary.plannedOn < today ? 'overdue' : 'planned', on: summary.plannedOn }
    if (summary.state === 'failed' || summary.state === 'incomplete' || summary.state === 'withheld') {
      return { ...mark, state: 'failed', on: summary.last?.takenOn ?? null }
    }
    return { ...mark, state: 'open', on: null }
  })
}
