import Link from 'next/link'
import type { ReactNode } from 'react'
import { Notice } from '@/app/_ui/notice'
import type { Tone } from '@/app/_ui/sign'
import { StatusChip } from '@/app/_ui/status-chip'
import type { CalendarDate } from '@/lib/dates/calendar-date'
import { formatDate, formatRelative } from '@/lib/dates/format'
import { type Exam, type ExamAttempt, OET_PARTS, type Outcome } from '@/lib/exams/attempt'
import { earliestNextAttempt, mayAddAttempt } from '@/lib/exams/attempt-rules'
import {
  failedAttemptWords,
  nextAttemptWords,
  OET_PART_LABELS,
  OUTCOME_LABELS,
  warningWords,
} from '@/lib/exams/attempt-words'
import { isStep } from '@/lib/exams/standards'
import { attemptSummary, attemptsAt, countAttempts, hasResult } from '@/lib/exams/summary'
import { attemptLimitOn } from '@/lib/facts/attempt-rules'

const TONES: Readonly<Record<Outcome, Tone>> = {
  planned: 'neutral',
  pending: 'unknown',
  pass: 'good',
  fail: 'warn',
  incomplete: 'warn',
  withheld: 'unknown',
}

/** One exam's sittings with what each means, after a fail what still stands, and the next lawful date. */
export function ExamRecord({
  exam,
  attempts,
  certifiedOn,
  today,
  isMine = true,
}: {
  exam: Exam
  attempts: readonly ExamAttempt[]
  certifiedOn: CalendarDate | null
  today: CalendarDate
  /** Whether the reader may change what stands here: then each sitting leads to its pages. */
  isMine?: boolean
}) {
  const own = attemptsAt(attempts, exam)
  const summary = attemptSummary(attempts, exam)
  const hasFailed = summary.state === 'failed'
  return (
    <>
      {hasFailed && <AfterFail exam={exam} attempts={attempts} today={today} />}
      {own.length > 0 && (
        <ul className="divide-y divide-line border-y border-line">
          {own.map((attempt) => (
            <AttemptRow
              key={attempt.id}
              attempt={attempt}
              attempts={attempts}
              certifiedOn={certifiedOn}
              today={today}
              isMine={isMine}
            />
          ))}
        </ul>
      )}
      {!hasFailed && summary.attempts > 0 && !summary.passed && (
        <p className="text-mute">{nextAttemptWords(earliestNextAttempt(attempts, exam), exam, today)}</p>
      )}
    </>
  )
}

function AttemptRow({
  attempt,
  attempts,
  certifiedOn,
  today,
  isMine,
}: {
  attempt: ExamAttempt
  attempts: readonly ExamAttempt[]
  certifiedOn: CalendarDate | null
  today: CalendarDate
  isMine: boolean
}) {
  const check = mayAddAttempt(attempts, attempt, { today, certifiedOn })
  const isOver = attempt.outcome === 'planned' && attempt.takenOn < today
  const result = resultText(attempt)
  return (
    <li className="py-2.5">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="font-medium">{formatDate(attempt.takenOn)}</span>
        <StatusChip tone={TONES[attempt.outcome]}>{OUTCOME_LABELS[attempt.outcome]}</StatusChip>
        {result && <span className="font-semibold">{result}</span>}
        {attempt.outcome === 'planned' && !isOver && (
          <span className="text-mute">{formatRelative(attempt.takenOn, today)}</span>
        )}
        {isMine && (
          <span className="ml-auto flex flex-wrap gap-x-4">
            {hasResult(attempt) && (
              <RowLink href={`/exams/after/${attempt.id}`}>
                What it means<span className="sr-only">: the sitting of {formatDate(attempt.takenOn)}</span>
              </RowLink>
            )}
            <RowLink href={`/exams/attempts/${attempt.id}`}>
              Edit<span className="sr-only"> the sitting of {formatDate(attempt.takenOn)}</span>
            </RowLink>
          </span>
        )}
      </div>
      {isOver && <p className="text-sm text-mute">This day is over. Record what came of it, or move it.</p>}
      {check.ok &&
        check.warnings.map((warning) => (
          <p key={warning.code} className="max-w-prose text-sm text-mute">
            {warningWords(warning)}
          </p>
        ))}
    </li>
  )
}

function RowLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link
      href={href}
      prefetch={false}
      className="inline-flex min-h-8 items-center text-accent underline underline-offset-3 hover:text-accent-strong pointer-coarse:min-h-11"
    >
      {children}
    </Link>
  )
}

function AfterFail({
  exam,
  attempts,
  today,
}: {
  exam: Exam
  attempts: readonly ExamAttempt[]
  today: CalendarDate
}) {
  const words = failedAttemptWords(attempts, exam, earliestNextAttempt(attempts, exam), today)
  const [fact = '', ...rest] = words.lead.split('. ')
  return (
    <Notice word={fact}>
      {rest.join('. ')}
      <ul className="mt-1.5 list-disc space-y-0.5 pl-5">
        {words.stands.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <p className="mt-1.5">{words.next}</p>
    </Notice>
  )
}

function resultText({ score, oet }: ExamAttempt): string | null {
  if (score !== null) return String(score)
  if (!oet) return null
  const parts = OET_PARTS.flatMap((part) =>
    oet[part] === null ? [] : [`${OET_PART_LABELS[part]} ${oet[part]}`],
  )
  return parts.join(', ') || null
}

/** Where the exam stands, in one sentence; attempts are counted against the limit only where there is one. */
export function examStandingWords(attempts: readonly ExamAttempt[], exam: Exam, today: CalendarDate): string {
  const { state, lastPassOn, plannedOn, pendingSince, passedOnFirstAttempt } = attemptSummary(attempts, exam)
  const used = countAttempts(attempts, exam)
  const limit = isStep(exam) ? (attemptLimitOn(today)?.value ?? null) : null
  const counted = used > 0 && limit !== null ? ` ${used} of ${limit} attempts used.` : ''
  switch (state) {
    case 'passed':
      return `Passed${lastPassOn ? ` on ${formatDate(lastPassOn)}` : ''}${passedOnFirstAttempt ? ', on the first attempt' : ''}.${counted}`
    case 'pending':
      return `Taken${pendingSince ? ` on ${formatDate(pendingSince)}` : ''}; the result is awaited.${counted}`
    case 'failed':
      return `Not passed yet.${counted}`
    case 'incomplete':
      return `The last sitting was incomplete.${counted}`
    case 'withheld':
      return `The last result is withheld by the examiner.${counted}`
    case 'not_taken':
      if (plannedOn && plannedOn >= today) return `Planned for ${formatDate(plannedOn)}.`
      return limit === null ? 'No sitting yet.' : `No sitting yet. At most ${limit} attempts are allowed.`
  }
}
