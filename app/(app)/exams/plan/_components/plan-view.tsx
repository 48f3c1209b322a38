import { ActionForm } from '@/app/_ui/action-form'
import { Disclosure } from '@/app/_ui/disclosure'
import { LinkButton } from '@/app/_ui/link-button'
import { Notice } from '@/app/_ui/notice'
import { Panel } from '@/app/_ui/panel'
import type { Tone } from '@/app/_ui/sign'
import { SubmitButton } from '@/app/_ui/submit-button'
import { Verdict } from '@/app/_ui/verdict'
import type { StoredStudyPlan } from '@/db/queries/study-plans'
import type { CalendarDate } from '@/lib/dates/calendar-date'
import { formatDate, formatRelative } from '@/lib/dates/format'
import { EXAM_LABELS } from '@/lib/exams/attempt-words'
import { type DayMark, type PlanPace, type StudyPlanInput, studyPlan } from '@/lib/study/plan'
import { planSentence } from '@/lib/study/plan-words'
import { Cited } from '../../_components/cited'
import { removeStudyPlanAction, saveStudyPlanAction } from '../actions'
import { DayPanel } from './day-panel'
import { PastDays } from './past-days'
import { PlanForm } from './plan-form'
import { PlanWeeks } from './plan-weeks'

const PACES: Readonly<Record<PlanPace, { tone: Tone; word: string }>> = {
  comfortable: { tone: 'good', word: 'It fits' },
  full: { tone: 'good', word: 'It fits, with little room' },
  too_much: { tone: 'warn', word: 'It does not all fit' },
  done: { tone: 'good', word: 'The bank is done' },
  no_time: { tone: 'warn', word: 'No full day is left' },
}

/** A plan that is laid: the verdict, today, the weeks ahead, what is behind, and what it is laid from. */
export function PlanView({
  stored,
  input,
  marks,
  today,
  openDay,
  plannedOn,
  isSettled,
}: {
  stored: StoredStudyPlan
  /** The stored plan with the forms that are still to be placed. */
  input: StudyPlanInput
  marks: readonly DayMark[]
  today: CalendarDate
  openDay: CalendarDate
  /** The sitting that is recorded as planned, where there is one. */
  plannedOn: CalendarDate | null
  /** Sat or passed: nothing is left to study for. */
  isSettled: boolean
}) {
  const { exam, examOn } = stored
  const plan = studyPlan(input, marks, today)
  const isOver = isSettled || examOn < today
  const day = plan.days.find(({ on }) => on === openDay) ?? plan.days.find(({ on }) => on >= today)
  const pace = PACES[plan.pace]
  return (
    <>
      <Panel id="plan">
        {isOver ? (
          <Verdict
            tone="neutral"
            title={
              isSettled
                ? `${EXAM_LABELS[exam]} is sat: this plan has done its work.`
                : `The exam day of this plan, ${formatDate(examOn)}, is over.`
            }
            action={
              <LinkButton href={isSettled ? '/exams/attempts' : `/exams?add=${exam}#${exam}`}>
                {isSettled ? 'See your attempts' : 'Record what came of it'}
              </LinkButton>
            }
          >
            {!isSettled && 'Or give the plan a new exam day below.'}
          </Verdict>
        ) : (
          <Verdict
            tone={pace.tone}
            word={pace.word}
            title={`${EXAM_LABELS[exam]} on ${formatDate(examOn)}, ${formatRelative(examOn, today)}. ${pace.word}.`}
          >
            {planSentence(plan)}
            <Cited criteria={['C9', 'C10', 'C11', 'C12', 'C14']} />
          </Verdict>
        )}
        {!isOver && plannedOn !== null && plannedOn !== examOn && (
          <div className="mt-4">
            <Notice word="Two exam days" action={<MoveForm plan={stored} examOn={plannedOn} />}>
              Your planned sitting is on {formatDate(plannedOn)}, and this plan leads to {formatDate(examOn)}.
            </Notice>
          </div>
        )}
      </Panel>
      {!isOver && day && (
        <DayPanel
          day={day}
          marks={marks.filter(({ on }) => on === day.on)}
          planId={stored.id}
          exam={exam}
          today={today}
        />
      )}
      {!isOver && (
        <Panel
          id="weeks"
          title="The weeks ahead"
          lead="Open a day to say that it went, or will go, otherwise."
        >
          <PlanWeeks
            days={plan.days.filter(({ on }) => on >= today)}
            exam={exam}
            today={today}
            openDay={day?.on ?? today}
          />
          <PastDays days={plan.days.filter(({ on }) => on < today)} exam={exam} done={plan.questions.done} />
        </Panel>
      )}
      <div className="no-print">
        <Panel id="settings">
          <Disclosure summary="What the plan is laid from" isOpen={isOver && !isSettled}>
            <div className="space-y-6">
              <PlanForm key={stored.version} plan={stored} version={stored.version} today={today} />
              <Disclosure summary="Remove this plan">
                <ActionForm
                  id="remove-plan"
                  action={removeStudyPlanAction}
                  className="space-y-3"
                  aria-label="Remove this plan"
                >
                  <input type="hidden" name="planId" value={stored.id} />
                  <p className="max-w-prose text-mute">
                    The plan and what you said of its days are removed. Practice results and sittings stay.
                  </p>
                  <SubmitButton kind="danger" pendingLabel="Removing…">
                    Remove it for good
                  </SubmitButton>
                </ActionForm>
              </Disclosure>
            </div>
          </Disclosure>
        </Panel>
      </div>
    </>
  )
}

/** One button that lays the plan to the day of the planned sitting, all else as it is. */
function MoveForm({ plan, examOn }: { plan: StoredStudyPlan; examOn: CalendarDate }) {
  const { exam, startOn, questionsLeft, mostPerDay, restWeekday, assessments, version } = plan
  const single = { exam, examOn, startOn, questionsLeft, mostPerDay, restWeekday, assessments, version }
  const lists = {
    weakSystems: plan.weakSystems,
    weakTopics: plan.weakTopics,
    geneticsAreas: plan.geneticsAreas,
  }
  return (
    <ActionForm id="move-plan" action={saveStudyPlanAction} className="" aria-label="Move the plan">
      {Object.entries(single).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {Object.entries(lists).flatMap(([name, values]) =>
        values.map((value) => <input key={name + value} type="hidden" name={name} value={value} />),
      )}
      <SubmitButton kind="secondary" isSmall>
        Lay it to {formatDate(examOn)}
      </SubmitButton>
    </ActionForm>
  )
}
