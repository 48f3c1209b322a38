import { formatBothClocks, formatDate, formatRange } from '@/lib/dates/format'
import { SEVEN_YEAR_RULE } from '@/lib/facts/attempt-rules'
import {
  NEW_SCORE_IS_RESENT,
  SCORE_REPORT_DAYS,
  VERIFICATION_DAYS_BEFORE_RANK_LIST,
} from '@/lib/facts/score-reporting'
import type { Sourced } from '@/lib/facts/sourced'
import { FELLOWSHIP_DATES_UNKNOWN } from '@/lib/season/fellowship'

import type { TimingVerdict } from './verdict'
import { TARGET_LABELS } from './words'

export const TIMING_REASONS = [
  'report_window',
  'transcript',
  'review_moment',
  'last_dates',
  'advice',
  'complete_early',
  'early_or_late',
  'rank_list',
  'retake',
  'seven_years',
] as const
export type TimingReasonKey = (typeof TIMING_REASONS)[number]

/** One reason behind a verdict: its sentence, the article's criteria it rests on, and the published rule with its source. */
export type TimingReason = {
  key: TimingReasonKey
  text: string
  criteria: readonly ('C6' | 'C7' | 'C8' | 'F5')[]
  rule: Sourced<unknown> | null
}

/** Why the verdict is what it is, from the exam day to the rank list; only what applies. */
export function timingReasons(verdict: TimingVerdict): readonly TimingReason[] {
  return [
    reportReason(verdict),
    transcriptReason(verdict),
    reviewReason(verdict),
    lastDatesReason(verdict),
    adviceReason(verdict),
    earlyReason(verdict),
    rankListReason(verdict),
    retakeReason(verdict),
    sevenYearsReason(verdict),
  ].filter((reason) => reason !== null)
}

function reportReason({ window, passed }: TimingVerdict): TimingReason | null {
  if (passed) return null
  const rule = 'Results are usually out within four weeks, and USMLE advises to allow at least eight'
  const text = window
    ? `${rule}: for an exam on ${formatDate(window.examOn)} that is ${formatDate(window.typical)}, or ${formatDate(window.plan)}.`
    : `${rule}.`
  return { key: 'report_window', text, criteria: ['C6'], rule: SCORE_REPORT_DAYS }
}

function transcriptReason({ window, passed }: TimingVerdict): TimingReason | null {
  const rule =
    'A new result does not travel by itself: resend the transcript in MyERAS and allow two to three working days'
  const text =
    window && !passed
      ? `${rule}, so programs have it by ${formatDate(window.visibleTypical)}, or by ${formatDate(window.visiblePlan)}. The days are an adviser’s margin and know no holidays.`
      : `${rule}.`
  return { key: 'transcript', text, criteria: ['C6'], rule: NEW_SCORE_IS_RESENT }
}

function reviewReason({ review, target, seasonYear, zone }: TimingVerdict): TimingReason {
  const common = { key: 'review_moment', criteria: ['C6', 'F5'], rule: null } as const
  if (!review) {
    const text =
      target === 'main'
        ? `Program review for season ${seasonYear} is not announced.`
        : `${TARGET_LABELS[target]}: ${FELLOWSHIP_DATES_UNKNOWN}.`
    return { ...common, text }
  }
  const when = review.at ? formatBothClocks(review.at, zone) : `${formatDate(review.on)}, hour not announced`
  const projected = review.isProjected
    ? ` The date is projected, not announced${review.rule ? ` (${review.rule})` : ''}.`
    : ''
  const ask = target === 'main' ? '' : ' Whether a program uses this cycle is for the program to say.'
  return { ...common, text: `Programs may begin reviewing: ${when}.${projected}${ask}` }
}

function lastDatesReason({ last, lastReported, passed }: TimingVerdict): TimingReason | null {
  if (!last || !lastReported || passed) return null
  return {
    key: 'last_dates',
    text: `The last exam date that makes review is ${formatDate(last.typical)} with four weeks and ${formatDate(last.plan)} with eight, the transcript counted. Without the transcript’s days it would be ${formatDate(lastReported.typical)} and ${formatDate(lastReported.plan)}.`,
    criteria: ['C6'],
    rule: SCORE_REPORT_DAYS,
  }
}

function adviceReason({ advice, passed, code }: TimingVerdict): TimingReason | null {
  if (!advice || passed || code === 'review_is_open') return null
  const rule = `For a September application the article advises late June or early July: ${formatRange(advice.from, advice.until)}`
  const place =
    advice.examIs === 'within'
      ? '; this date lies within it.'
      : advice.examIs === 'before'
        ? '; this date is earlier, which leaves more room.'
        : advice.examIs === 'after'
          ? '; this date is later.'
          : '.'
  return { key: 'advice', text: rule + place, criteria: ['C6'], rule: null }
}

function earlyReason({ code }: TimingVerdict): TimingReason | null {
  switch (code) {
    case 'in_time':
    case 'score_there':
      return {
        key: 'complete_early',
        text: 'An application that is complete on review day, score included, stands out in a small specialty.',
        criteria: ['C8'],
        rule: null,
      }
    case 'in_time_if_typical':
    case 'misses_review':
      return {
        key: 'early_or_late',
        text: 'If practice results are still low, weigh an early low score against a late, incomplete file: a fail is permanent, a later date is not.',
        criteria: ['C7'],
        rule: null,
      }
    default:
      return null
  }
}

function rankListReason({ rankList, passed }: TimingVerdict): TimingReason | null {
  if (!rankList || passed) return null
  const mark = rankList.isProjected ? ' (projected)' : ''
  return {
    key: 'rank_list',
    text: `To be ranked, the result should be verified by ${formatDate(rankList.verifyBy)}, two weeks before the rank list deadline on ${formatDate(rankList.deadline)}${mark}: the last exam date for that is ${formatDate(rankList.last.typical)} with four weeks and ${formatDate(rankList.last.plan)} with eight.`,
    criteria: [],
    rule: VERIFICATION_DAYS_BEFORE_RANK_LIST,
  }
}

function retakeReason({ isRetake, examOn }: TimingVerdict): TimingReason | null {
  if (!isRetake || examOn === null) return null
  return {
    key: 'retake',
    text: 'An earlier attempt did not pass and stays on the transcript; what counts now is a date on which this one passes clearly.',
    criteria: ['C7'],
    rule: null,
  }
}

function sevenYearsReason({ sevenYearsEnd }: TimingVerdict): TimingReason | null {
  if (sevenYearsEnd === null) return null
  return {
    key: 'seven_years',
    text: `ECFMG counts seven years from the first passed Step: the other one was to be sat by ${formatDate(sevenYearsEnd)}, so the older pass would no longer count. Ask ECFMG before you register.`,
    criteria: [],
    rule: SEVEN_YEAR_RULE,
  }
}
