import { ActionForm } from '@/app/_ui/action-form'
import { CheckboxGroupField, RadioGroupField } from '@/app/_ui/choice-field'
import { TextField } from '@/app/_ui/field'
import { OnConflict } from '@/app/_ui/on-conflict'
import { SubmitButton } from '@/app/_ui/submit-button'
import type { CalendarDate } from '@/lib/dates/calendar-date'
import { formatDate } from '@/lib/dates/format'
import { GENETICS_AREAS, WEAK_SYSTEMS, WEAK_TOPICS } from '@/lib/exams/practice-detail'
import {
  GENETICS_AREA_LABELS,
  WEAK_SYSTEM_LABELS,
  WEAK_TOPIC_LABELS,
} from '@/lib/exams/practice-detail-words'
import type { StudyPlanInput } from '@/lib/study/plan'
import type { FirstPlan } from '@/lib/study/plan-start'
import { WEEKDAY_NAMES } from '@/lib/study/plan-words'
import { saveStudyPlanAction } from '../actions'

/** What the plan is laid from. A first plan comes filled with what the log says; each answer can be changed later. */
export function PlanForm({
  plan,
  version,
  today,
}: {
  plan: StudyPlanInput | FirstPlan
  version: number | null
  today: CalendarDate
}) {
  return (
    <ActionForm
      id="plan-form"
      action={saveStudyPlanAction}
      className="max-w-3xl space-y-6"
      aria-label="Study plan"
    >
      <input type="hidden" name="exam" value={plan.exam} />
      <input type="hidden" name="version" value={version ?? ''} />
      <OnConflict>
        <p>
          Exam on {plan.examOn ? formatDate(plan.examOn) : 'no day'}, from {formatDate(plan.startOn)},{' '}
          {plan.questionsLeft} questions, {plan.mostPerDay} a day at most.
        </p>
      </OnConflict>
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField name="examOn" type="date" label="Exam day" defaultValue={plan.examOn} />
        <TextField
          name="startOn"
          type="date"
          label="First day of the plan"
          defaultValue={plan.startOn}
          hint={plan.startOn === today ? 'Today.' : undefined}
        />
        <TextField
          name="questionsLeft"
          label="Questions of the bank left"
          hint="On the first day. Your question bank shows how many are unused."
          inputMode="numeric"
          width="narrow"
          defaultValue={plan.questionsLeft}
        />
        <TextField
          name="mostPerDay"
          label="Most questions on a full day"
          hint="With their review. Two blocks are 80."
          inputMode="numeric"
          width="narrow"
          defaultValue={plan.mostPerDay}
        />
        <TextField
          name="assessments"
          label="NBME forms to sit from the first day on"
          hint="Two to three in all (article, C10)."
          inputMode="numeric"
          width="narrow"
          defaultValue={plan.assessments}
        />
      </div>
      <RadioGroupField
        name="restWeekday"
        legend="Day of rest"
        hint="Every week in the last ten; nothing is ever moved onto it (article, C14)."
        defaultValue={String(plan.restWeekday)}
        choices={WEEKDAY_NAMES.map((label, value) => ({ value: String(value), label }))}
      />
      <CheckboxGroupField
        name="weakSystems"
        legend="Weak systems to bring in"
        note="two days in three (C11)"
        defaultValues={plan.weakSystems}
        choices={WEAK_SYSTEMS.map((value) => ({ value, label: WEAK_SYSTEM_LABELS[value] }))}
      />
      <CheckboxGroupField
        name="weakTopics"
        legend="Weak topics to bring in"
        defaultValues={plan.weakTopics}
        choices={WEAK_TOPICS.map((value) => ({ value, label: WEAK_TOPIC_LABELS[value] }))}
      />
      <CheckboxGroupField
        name="geneticsAreas"
        legend="Genetics areas to bring in"
        note="every third day (C12)"
        defaultValues={plan.geneticsAreas}
        choices={GENETICS_AREAS.map((value) => ({ value, label: GENETICS_AREA_LABELS[value] }))}
      />
      <SubmitButton>{version === null ? 'Lay the plan' : 'Lay it anew'}</SubmitButton>
    </ActionForm>
  )
}
