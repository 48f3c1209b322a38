import { addWorkingDays, type CalendarDate, daysBetween } from '@/lib/dates/calendar-date'
import { formatDate } from '@/lib/dates/format'
import { ARTICLE_LOWEST_BAND, passingStandardOn } from '@/lib/facts/exam-standards'
import { NEW_SCORE_IS_RESENT, TRANSCRIPT_RESEND_WORKING_DAYS } from '@/lib/facts/score-reporting'
import type { Sourced } from '@/lib/facts/sourced'

import type { ExamAttempt } from './attempt'
import { earliestNextAttempt } from './attempt-rules'
import { EXAM_LABELS, failedAttemptWords } from './attempt-words'
import { isStep } from './standards'
import { attemptSummary, hasResult } from './summary'

/** Within so many days of the exam an added result is news and is spoken of at once; an older one is history (ours). */
const NEWS_DAYS = 365

/** Whether an attempt that is being added brings a result that just came, and not one of years ago. */
export function isNews(attempt: Pick<ExamAttempt, 'outcome' | 'takenOn'>, today: CalendarDate): boolean {
  return hasResult(attempt) && daysBetween(attempt.takenOn, today) <= NEWS_DAYS
}

export const AFTER_RESULT_STEPS = [
  'resend_transcript',
  'tell_ecfmg',
  'next_date',
  'explain_briefly',
  'outside_validation',
  'reassess_path',
  'niche_strengths',
  'apply_broadly',
  'what_must_be_true',
  'upward_line',
  'foundation_carries',
  'support',
] as const
export type AfterResultStepKey = (typeof AFTER_RESULT_STEPS)[number]

/** One thing to do or to know next. `rule` is the published rule behind it, where there is one. */
export type AfterResultStep = {
  key: AfterResultStepKey
  text: string
  criteria: readonly ('B3' | 'B5' | 'B6' | 'B7' | 'C3' | 'C5' | 'C6' | 'D1' | 'D2' | 'D3' | 'F5')[]
  rule: Sourced<unknown> | null
}

export type AfterResult = {
  kind: 'pass' | 'fail' | 'incomplete' | 'withheld' | 'waiting'
  lead: string
  /** What still stands; said first after a fail (DESIGN.md 12). */
  stands: readonly string[]
  next: readonly AfterResultStep[]
  /** The passing standard that the result was read by: that of its own day. */
  standard: Sourced<number> | null
}

/**
 * What a recorded result means and what to do next, in the words of DESIGN.md section 12. The attempt must be among
 * `attempts`. A number below the standard of its own exam day is a fail whatever was recorded beside it. `targetScore`
 * is the person's own aim (null: none); `reviewOn` the day on which programs may review (null: not announced).
 */
export function afterResult(
  attempt: ExamAttempt,
  {
    attempts,
    today,
    targetScore = null,
    reviewOn = null,
  }: {
    attempts: readonly ExamAttempt[]
    today: CalendarDate
    targetScore?: number | null
    reviewOn?: CalendarDate | null
  },
): AfterResult {
  const standard = isStep(attempt.exam) ? passingStandardOn(attempt.exam, attempt.takenOn) : null
  const isBelow = attempt.score !== null && standard !== null && attempt.score < standard.value
  const outcome = attempt.outcome === 'pass' && isBelow ? 'fail' : attempt.outcome
  const name = EXAM_LABELS[attempt.exam]
  switch (outcome) {
    case 'pass':
      return {
        kind: 'pass',
        lead: passLead(attempt, standard),
        stands: [],
        next: passSteps(attempt, { attempts, today, targetScore, reviewOn }),
        standard,
      }
    case 'fail':
    case 'incomplete': {
      const judged = attempts.map((each) => (each.id === attempt.id ? { ...each, outcome } : each))
      const nextAttempt = earliestNextAttempt(judged, attempt.exam)
      const words = failedAttemptWords(judged, attempt.exam, nextAttempt, today)
      const fact = 'This attempt did not pass. It stays on the transcript.'
      return {
        kind: outcome,
        lead:
          outcome === 'fail'
            ? words.lead
            : words.lead.replace(fact, `This attempt at ${name} was incomplete and counts as one.`),
        stands: words.stands,
        next: failSteps(attempt, nextAttempt.kind === 'passed' ? null : words.next),
        standard,
      }
    }
    case 'withheld':
      return {
        kind: 'withheld',
        lead: `The examiner holds the result of ${name} back. That is not a fail.`,
        stands: ['Everything else in your profile stands.'],
        next: [],
        standard,
      }
    case 'pending':
    case 'planned':
      return { kind: 'waiting', lead: `There is no result of ${name} yet.`, stands: [], next: [], standard }
  }
}

function passLead(attempt: ExamAttempt, standard: Sourced<number> | null): string {
  const name = EXAM_LABELS[attempt.exam]
  if (attempt.score === null) return `${name} is passed.`
  const by = standard ? `; a pass on ${formatDate(attempt.takenOn)} began at ${standard.value}` : ''
  return `${name} is passed with ${attempt.score}${by}.`
}

function passSteps(
  attempt: ExamAttempt,
  context: {
    attempts: readonly ExamAttempt[]
    today: CalendarDate
    targetScore: number | null
    reviewOn: CalendarDate | null
  },
): readonly AfterResultStep[] {
  const { exam, score } = attempt
  if (exam === 'oet') {
    return [step('tell_ecfmg', 'Make sure that the result reaches ECFMG with your Pathway application.', [])]
  }
  const steps = [resendStep(context.today, context.reviewOn)]
  if (exam === 'step1') {
    steps.push(
      step(
        'foundation_carries',
        'Keep genetics, molecular biology, biochemistry and embryology warm: they carry into Step 2 CK and into the specialty.',
        ['B5'],
      ),
    )
  }
  const step1 = attemptSummary(context.attempts, 'step1')
  const struggled = step1.fails + step1.incomplete > 0
  const isAbove = exam === 'step2ck' && score !== null && step1.score !== null && score > step1.score
  if (exam === 'step2ck' && (struggled || isAbove)) {
    steps.push(
      step(
        'upward_line',
        'This result comes after Step 1 and changes how it is read: name the upward line once, in a letter or in the statement.',
        ['C3'],
      ),
    )
  }
  const own = attemptSummary(context.attempts, exam)
  if (own.fails + own.incomplete > 0 || (exam === 'step2ck' && struggled)) steps.push(explainStep())
  if (exam !== 'step2ck' || score === null) return steps
  if (score <= ARTICLE_LOWEST_BAND.value.bandTop) {
    steps.push(
      step(
        'what_must_be_true',
        `${score} is a pass in the lowest band that the article names. It then counts on a strong narrative, a targeted list, exceptional research or a niche, and combined or categorical routes.`,
        ['C5'],
        ARTICLE_LOWEST_BAND,
      ),
    )
  }
  if (context.targetScore !== null && score < context.targetScore) {
    steps.push(...belowTargetSteps(context.targetScore))
  }
  return steps
}

/** `nextDate` is null once the exam was passed later: then nothing is to be decided, and only the reading is left. */
function failSteps(attempt: ExamAttempt, nextDate: string | null): readonly AfterResultStep[] {
  const steps = nextDate === null ? [] : [step('next_date', nextDate, [])]
  const support = nextDate === null ? [] : [supportStep()]
  if (attempt.exam === 'oet') return [...steps, ...support]
  return [
    ...steps,
    explainStep(),
    step(
      'outside_validation',
      'Other evidence counts for more now: a strong next result, grades in medicine, pediatrics or neurology, genetics research or coursework, letters on growth.',
      ['B3', 'B7'],
    ),
    ...(attempt.exam === 'step2ck' ? belowTargetSteps(null) : []),
    ...support,
  ]
}

function belowTargetSteps(targetScore: number | null): readonly AfterResultStep[] {
  const lead = targetScore === null ? '' : `Below your own target of ${targetScore}: `
  const first =
    'look again at the way there: US clinical experience, genetics research, or pediatrics or medicine first.'
  return [
    step(
      'reassess_path',
      lead === '' ? `${first.charAt(0).toUpperCase()}${first.slice(1)}` : `${lead}${first}`,
      ['D1'],
    ),
    step(
      'niche_strengths',
      'Put niche strengths forward: bioinformatics or data science, population genetics at home, languages, genetics training abroad.',
      ['D2'],
    ),
    step(
      'apply_broadly',
      'Widen the list: programs that say they take graduates from abroad, research institutions that sponsor visas, combined programs.',
      ['D3'],
    ),
  ]
}

function resendStep(today: CalendarDate, reviewOn: CalendarDate | null): AfterResultStep {
  const there = addWorkingDays(today, TRANSCRIPT_RESEND_WORKING_DAYS.value.max)
  const when =
    reviewOn === null
      ? `Resent today, programs should have it by ${formatDate(there)}.`
      : there <= reviewOn
        ? `Resent today, programs should have it by ${formatDate(there)}, before review on ${formatDate(reviewOn)}.`
        : `Resent today, programs should have it by ${formatDate(there)}; review ${reviewOn < today ? 'opened' : 'opens'} on ${formatDate(reviewOn)}.`
  return step(
    'resend_transcript',
    `Score arrived: resend it in MyERAS. It does not travel by itself. ${when}`,
    ['C6', 'F5'],
    NEW_SCORE_IS_RESENT,
  )
}

function explainStep(): AfterResultStep {
  return step(
    'explain_briefly',
    'Write one short passage for the Additional Information section: what you understood and what you changed, without excuses.',
    ['B6'],
  )
}

function supportStep(): AfterResultStep {
  return step(
    'support',
    'Nothing must be decided today. Talk with someone you trust, or with a mentor, before you choose the next date.',
    [],
  )
}

function step(
  key: AfterResultStepKey,
  text: string,
  criteria: AfterResultStep['criteria'],
  rule: Sourced<unknown> | null = null,
): AfterResultStep {
  return { key, text, criteria, rule }
}
