import type { CalendarDate } from '@/lib/dates/calendar-date'
import { formatDate } from '@/lib/dates/format'
import { nextAttemptWords } from '@/lib/exams/attempt-words'
import { FELLOWSHIP_DATES_UNKNOWN } from '@/lib/season/fellowship'

import type { ByPace, ReviewMoment, TimingCode, TimingTarget, TimingVerdict } from './verdict'

/** How a verdict is marked beside its words: nothing to do, look twice, too late, or still to be answered. */
export type TimingTone = 'good' | 'care' | 'late' | 'open'

export function timingTone(code: TimingCode): TimingTone {
  switch (code) {
    case 'score_there':
    case 'in_time':
      return 'good'
    case 'in_time_if_typical':
    case 'pending':
    case 'not_allowed_yet':
    case 'failed_last':
    case 'withheld':
      return 'care'
    case 'misses_review':
    case 'review_is_open':
    case 'no_attempt_left':
      return 'late'
    case 'no_review_date':
    case 'no_exam_date':
    case 'result_not_recorded':
      return 'open'
  }
}

/** The tone in a word, for a chip beside a date. */
export const TONE_WORDS: Readonly<Record<TimingTone, string>> = {
  good: 'In time',
  care: 'Take care',
  late: 'Too late',
  open: 'Open',
}

export const TARGET_LABELS: Readonly<Record<TimingTarget, string>> = {
  main: 'Main Match',
  july: 'July fellowship cycle',
  december: 'December fellowship cycle',
}

/** The verdict in one sentence, two where a next date belongs to it. It speaks of a date, never of a person. */
export function timingSentence(verdict: TimingVerdict): string {
  const { review, last, next, today } = verdict
  const exam = verdict.examOn === null ? '' : formatDate(verdict.examOn)
  switch (verdict.code) {
    case 'score_there':
      return passedSentence(verdict)
    case 'in_time':
      return `In time: with an exam on ${exam} the score is there ${onReview(review)}, even if the result takes eight weeks.`
    case 'in_time_if_typical':
      return `In time only if the result takes no more than four weeks: with an exam on ${exam} and eight weeks of waiting, the score is not there ${onReview(review)}; the last exam date that still makes it with eight weeks ${isOrWas(last?.plan, today)}.`
    case 'misses_review':
      return `This date misses review: with an exam on ${exam} the score is not there ${onReview(review)}; ${lastDates(last, today)}.`
    case 'review_is_open':
      return `Review of season ${verdict.seasonYear} opened on ${reviewDay(review)}: a score from an exam on ${exam} comes after it${rankListUse(verdict)}.`
    case 'no_review_date':
      return `${noReview(verdict)} so no verdict on ${exam} is possible yet.`
    case 'no_exam_date':
      if (!review) return `${noReview(verdict)} and no exam date is set yet.`
      return review.on < today
        ? `No exam date yet: review opened on ${reviewDay(review)}, so a new score comes after it.`
        : `No exam date yet: for a score that is there ${onReview(review)}, ${lastDates(last, today)}.`
    case 'pending':
      return pendingSentence(verdict)
    case 'result_not_recorded':
      return `The exam day ${exam} is over: record what came of it, or that you are waiting for the result.`
    case 'withheld':
      return 'The examiner holds this result back, so no day for the score can be estimated: ask USMLE what is needed.'
    case 'failed_last':
      return verdict.lastOutcome === 'incomplete'
        ? `This attempt was incomplete and counts as one. ${nextAttemptWords(next, 'step2ck', today)}`
        : `This attempt did not pass. It stays on the transcript. ${nextAttemptWords(next, 'step2ck', today)}`
    case 'not_allowed_yet':
      return `An exam on ${exam} comes before the rules on attempts allow it. ${nextAttemptWords(next, 'step2ck', today)}`
    case 'no_attempt_left':
      return nextAttemptWords(next, 'step2ck', today)
  }
}

/** The verdict for a further review beside one that is said already: where both are kept, its own day alone. */
export function furtherTimingSentence(verdict: TimingVerdict, said: TimingVerdict): string {
  const { review, target, today } = verdict
  const isThere = [verdict, said].every(({ passed }) => passed?.onReviewDay === 'yes')
  if (isThere && review && review.on >= today) {
    return `${TARGET_LABELS[target]}: there as well ${onReview(review)}.`
  }
  return review ? `${TARGET_LABELS[target]}: ${timingSentence(verdict)}` : timingSentence(verdict)
}

function passedSentence({ passed, review, today }: TimingVerdict): string {
  if (!passed) return ''
  const result = `The score is there: Step 2 CK was passed on ${formatDate(passed.on)}${passed.score === null ? '' : ` with ${passed.score}`}`
  if (!review) return `${result}.`
  switch (passed.onReviewDay) {
    case 'yes':
      return review.on < today
        ? `${result}, in time for the review that opened on ${reviewDay(review)}.`
        : `${result}; resend the transcript in MyERAS, and it is there ${onReview(review)}.`
    case 'tight':
      return `${result}; resend the transcript in MyERAS today, since review opens on ${reviewDay(review)}.`
    case 'unsure':
      return `${result}, shortly before the review that opened on ${reviewDay(review)}: make sure that the transcript with it was resent.`
    default:
      return `${result}, after review opened on ${reviewDay(review)}: resend the transcript so that programs get it.`
  }
}

function pendingSentence(verdict: TimingVerdict): string {
  const { window, review, inTime, today } = verdict
  if (!window) return ''
  if (window.plan < today) {
    return `The result of ${formatDate(window.examOn)} has taken more than eight weeks: ask USMLE about it.`
  }
  const due = `The result of ${formatDate(window.examOn)} is usually out by ${formatDate(window.typical)}; plan for ${formatDate(window.plan)}`
  if (!review || !inTime) return `${due}.`
  if (review.on < today) return `${due}, after review opened on ${reviewDay(review)}${rankListUse(verdict)}.`
  if (inTime.plan) return `${due}: either way the score is there ${onReview(review)}.`
  if (inTime.typical)
    return `${due}: with four weeks the score is there ${onReview(review)}, with eight it is not.`
  return `${due}: the score is not there ${onReview(review)}.`
}

function noReview({ target, seasonYear }: TimingVerdict): string {
  return target === 'main'
    ? `The day of program review for season ${seasonYear} is not announced,`
    : `${TARGET_LABELS[target]}: ${FELLOWSHIP_DATES_UNKNOWN},`
}

function onReview(review: ReviewMoment | null): string {
  return `when programs start their review on ${reviewDay(review)}`
}

/** The day of review as it is named everywhere: an unannounced one says "projected" each time. */
export function reviewDay(review: ReviewMoment | null): string {
  if (!review) return 'a day not announced'
  return `${formatDate(review.on)}${review.isProjected ? ' (projected)' : ''}`
}

function isOrWas(date: CalendarDate | undefined, today: CalendarDate): string {
  if (date === undefined) return 'is not known'
  return `${date < today ? 'was' : 'is'} ${formatDate(date)}`
}

function lastDates(last: ByPace<CalendarDate> | null, today: CalendarDate): string {
  if (!last) return 'the last exam date that makes it is not known'
  const verb = last.typical < today ? 'made it was' : 'still makes it is'
  return `the last exam date that ${verb} ${formatDate(last.typical)} if the result takes four weeks, and ${formatDate(last.plan)} if it takes eight`
}

/** What a score after the opening of review can still do in the same season. */
function rankListUse({ rankList }: TimingVerdict): string {
  if (!rankList?.inTime) return ''
  if (rankList.inTime.plan) return ', though well before the rank list deadline'
  return rankList.inTime.typical
    ? ', and before the rank list deadline only if the result takes no more than four weeks'
    : ', and may miss the rank list deadline too: weigh the next season'
}
