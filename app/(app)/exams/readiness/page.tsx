import type { Metadata } from 'next'
import { getViewer } from '@/app/_server/auth'
import { viewerToday } from '@/app/_server/fit-basis'
import { LinkButton } from '@/app/_ui/link-button'
import { Notice } from '@/app/_ui/notice'
import { PageHeader } from '@/app/_ui/page-header'
import { Panel } from '@/app/_ui/panel'
import { ToastLine } from '@/app/_ui/toast-line'
import { type Scope, withOwnScope } from '@/db/access'
import { listBankSnapshots } from '@/db/queries/bank-snapshots'
import { listExamAttempts } from '@/db/queries/exams'
import { getForecastOwn } from '@/db/queries/forecast-settings'
import { listPracticeResults } from '@/db/queries/practice-results'
import { findReadinessAnswers, habitAnswersOf } from '@/db/queries/readiness'
import { type CalendarDate, isCalendarDate } from '@/lib/dates/calendar-date'
import { formatDate } from '@/lib/dates/format'
import { EXAM_LABELS, PRACTICE_LABELS } from '@/lib/exams/attempt-words'
import { PRACTICE_EXAMS, type PracticeExam, type PracticeResult } from '@/lib/exams/practice'
import type { BankSnapshot } from '@/lib/exams/practice-detail'
import { QUESTION_BANK_LABELS } from '@/lib/exams/practice-detail-words'
import { type AttemptSummary, attemptSummary } from '@/lib/exams/summary'
import { forecastFor } from '@/lib/forecast/forecast'
import { NO_NUMBERS, settingsWith } from '@/lib/forecast/overrides'
import { step1Readiness } from '@/lib/readiness/step1'
import { step2ckReadiness } from '@/lib/readiness/step2ck'
import { ExamsTabs } from '../_components/exams-tabs'
import { BandForm } from './_components/band-form'
import { HabitsForm } from './_components/habits-form'
import { ReadinessPanel } from './_components/readiness-panel'

export const metadata: Metadata = {
  title: 'Readiness',
  description: 'Whether the evidence for an exam day is there, line by line, and what would change it.',
}

const DONE: Readonly<Record<string, string>> = {
  habits: 'Your habits are saved.',
  band: 'The band is saved.',
}

export default async function ReadinessPage({ searchParams }: PageProps<'/exams/readiness'>) {
  const params = await searchParams
  const viewer = await getViewer()
  const today = await viewerToday(viewer)
  const { attempts, results, snapshots, answers, forecastOwn } = viewer
    ? await withOwnScope(viewer, readAll)
    : NOTHING
  const names = namesOf(results, snapshots)
  const message = typeof params.done === 'string' ? DONE[params.done] : undefined
  const exams = PRACTICE_EXAMS.map((exam) => {
    const summary = attemptSummary(attempts, exam)
    const tried = params[exam]
    const isTried = isCalendarDate(tried)
    const planned = summary.plannedOn !== null && summary.plannedOn >= today ? summary.plannedOn : null
    const isIdle =
      !isTried &&
      planned === null &&
      ![...results, ...snapshots].some((logged) => logged.exam === exam) &&
      (exam === 'step2ck' ? answers.habits === null : answers.band === null)
    return { exam, summary, isIdle, day: { value: isTried ? tried : planned, isTried } }
  })
  // Who works for one exam reads that one first; of the other, of which nothing is said, the verdict alone.
  const hasWork = exams.some(({ isIdle }) => !isIdle)
  exams.sort((a, b) => Number(a.isIdle) - Number(b.isIdle))
  return (
    <>
      {message && <ToastLine message={message} />}
      <PageHeader
        title="Readiness"
        lead="Whether the evidence for an exam day is there. A verdict is about a date, never about you, and promises no result."
      />
      <ExamsTabs current="/exams/readiness" />
      <div className="space-y-5">
        {results.length === 0 && snapshots.length === 0 && (
          <Notice
            word="It rests on your practice log"
            action={
              <LinkButton href="/exams/practice" isSmall>
                Log a result
              </LinkButton>
            }
          >
            Nothing is logged yet, so nothing can be said. A result takes one line.
          </Notice>
        )}
        {exams.map(({ exam, summary, isIdle, day }) => {
          if (summary.passed || summary.pendingSince !== null) {
            return <Settled key={exam} exam={exam} summary={summary} />
          }
          const readiness =
            exam === 'step1'
              ? step1Readiness({ results, examOn: day.value, today, band: answers.band })
              : step2ckReadiness({
                  results,
                  snapshots,
                  habits: habitAnswersOf(answers),
                  forecast:
                    day.value === null
                      ? null
                      : forecastFor(results, {
                          examOn: day.value,
                          today,
                          settings: settingsWith(forecastOwn),
                        }),
                  examOn: day.value,
                  today,
                })
          return (
            <ReadinessPanel
              key={exam}
              readiness={readiness}
              names={names}
              day={day}
              isFolded={isIdle && hasWork}
            >
              {exam === 'step1' ? (
                <BandForm band={answers.band} />
              ) : (
                <HabitsForm habits={answers.habits} evidence={readiness.evidence} />
              )}
            </ReadinessPanel>
          )
        })}
      </div>
    </>
  )
}

const NOTHING: Awaited<ReturnType<typeof readAll>> = {
  attempts: [],
  results: [],
  snapshots: [],
  answers: { habits: null, band: null },
  forecastOwn: { targetScore: null, sources: [], numbers: NO_NUMBERS },
}

async function readAll(scope: Scope) {
  const [attempts, results, snapshots, answers, forecastOwn] = await Promise.all([
    listExamAttempts(scope),
    listPracticeResults(scope),
    listBankSnapshots(scope),
    findReadinessAnswers(scope),
    getForecastOwn(scope),
  ])
  return { attempts, results, snapshots, answers, forecastOwn }
}

/** What a line of evidence rests on, as the log names it. */
function namesOf(
  results: readonly PracticeResult[],
  snapshots: readonly BankSnapshot[],
): ReadonlyMap<string, string> {
  const named = (name: string, form: string, on: CalendarDate) =>
    `${name}${form && `, ${form}`}, ${formatDate(on)}`
  return new Map([
    ...results.map(({ id, kind, form, takenOn }): [string, string] => [
      id,
      named(PRACTICE_LABELS[kind], form, takenOn),
    ]),
    ...snapshots.map(({ id, bank, takenOn }): [string, string] => [
      id,
      named(QUESTION_BANK_LABELS[bank], '', takenOn),
    ]),
  ])
}

/** Nothing is left to be ready for: passed, or sat and waiting. */
function Settled({ exam, summary }: { exam: PracticeExam; summary: AttemptSummary }) {
  const lead =
    summary.passed && summary.lastPassOn
      ? `Passed on ${formatDate(summary.lastPassOn)}: nothing is left to be ready for.`
      : `Sat on ${summary.pendingSince ? formatDate(summary.pendingSince) : 'a day of its own'}; the result is awaited.`
  return <Panel id={exam} title={EXAM_LABELS[exam]} lead={lead} />
}
