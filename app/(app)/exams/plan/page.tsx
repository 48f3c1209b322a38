import type { Metadata } from 'next'
import { getViewer } from '@/app/_server/auth'
import { viewerToday } from '@/app/_server/fit-basis'
import { PageHeader } from '@/app/_ui/page-header'
import { Panel } from '@/app/_ui/panel'
import { ToastLine } from '@/app/_ui/toast-line'
import { type Scope, withOwnScope } from '@/db/access'
import { listExamAttempts } from '@/db/queries/exams'
import { listPracticeResults } from '@/db/queries/practice-results'
import { listDayMarks, listStudyPlans, type StoredStudyPlan } from '@/db/queries/study-plans'
import { type CalendarDate, isCalendarDate } from '@/lib/dates/calendar-date'
import type { ExamAttempt } from '@/lib/exams/attempt'
import { EXAM_LABELS } from '@/lib/exams/attempt-words'
import { PRACTICE_EXAMS, type PracticeExam } from '@/lib/exams/practice'
import { detailsOf } from '@/lib/exams/practice-detail'
import { attemptSummary } from '@/lib/exams/summary'
import { firstPlan, formsLeft } from '@/lib/study/plan-start'
import { ExamsTabs } from '../_components/exams-tabs'
import { ExamChoice } from './_components/exam-choice'
import { PlanForm } from './_components/plan-form'
import { PlanView } from './_components/plan-view'
import { TalkingPoints } from './_components/talking-points'

export const metadata: Metadata = {
  title: 'Study plan',
  description: 'A plan laid back from the exam day, that yields when life happens.',
}

const DONE: Readonly<Record<string, string>> = {
  plan: 'The plan is laid.',
  day: 'Saved. The days ahead are laid anew.',
  removed: 'The plan is removed.',
}

export default async function StudyPlanPage({ searchParams }: PageProps<'/exams/plan'>) {
  const { exam: asked, day, done } = await searchParams
  const viewer = await getViewer()
  const today = await viewerToday(viewer)
  const { attempts, results, plans, marks } = viewer ? await withOwnScope(viewer, readAll) : NOTHING
  const exam = PRACTICE_EXAMS.find((known) => known === asked) ?? likelyExam(plans, attempts, today)
  const stored = plans.find((plan) => plan.exam === exam)
  const summary = attemptSummary(attempts, exam)
  const plannedOn = summary.plannedOn !== null && summary.plannedOn >= today ? summary.plannedOn : null
  const message = typeof done === 'string' ? DONE[done] : undefined
  return (
    <>
      {message && <ToastLine message={message} />}
      <PageHeader
        title="Study plan"
        lead="Laid back from the exam day. Tick what you did, say when a day went otherwise, and the rest is laid anew."
      />
      <ExamsTabs current="/exams/plan" />
      <div className="space-y-5">
        <ExamChoice current={exam} plans={plans} />
        {stored ? (
          <PlanView
            stored={stored}
            input={{ ...stored, assessments: formsLeft(stored, results) }}
            marks={marks.get(stored.id) ?? []}
            today={today}
            openDay={isCalendarDate(day) ? day : today}
            plannedOn={plannedOn}
            isSettled={summary.passed || summary.pendingSince !== null}
          />
        ) : (
          <Panel
            id="new-plan"
            title={`A plan for ${EXAM_LABELS[exam]}`}
            lead={
              summary.passed
                ? `${EXAM_LABELS[exam]} is passed; a plan for it is no longer needed.`
                : 'A light last week, a rest day each week, forms every two weeks, the question bank once, weak and genetics areas in turn. Five answers are enough.'
            }
          >
            {!summary.passed && (
              <PlanForm
                plan={firstPlan({ exam, examOn: plannedOn, today, results })}
                version={null}
                today={today}
              />
            )}
          </Panel>
        )}
        <TalkingPoints details={detailsOf(results)} />
      </div>
    </>
  )
}

const NOTHING: Awaited<ReturnType<typeof readAll>> = {
  attempts: [],
  results: [],
  plans: [],
  marks: new Map(),
}

async function readAll(scope: Scope) {
  const [attempts, results, plans, marks] = await Promise.all([
    listExamAttempts(scope),
    listPracticeResults(scope),
    listStudyPlans(scope),
    listDayMarks(scope),
  ])
  return { attempts, results, plans, marks }
}

/** The plan whose exam comes next, else the exam that is planned, else the first of the two that is not passed. */
function likelyExam(
  plans: readonly StoredStudyPlan[],
  attempts: readonly ExamAttempt[],
  today: CalendarDate,
): PracticeExam {
  const next = plans.find((plan) => plan.examOn >= today) ?? plans.at(-1)
  if (next) return next.exam
  const open = PRACTICE_EXAMS.map((exam) => attemptSummary(attempts, exam)).filter(({ passed }) => !passed)
  const planned = open.find(({ plannedOn }) => plannedOn !== null && plannedOn >= today) ?? open[0]
  return planned?.exam === 'step1' && attempts.length > 0 ? 'step1' : 'step2ck'
}
