import Link from 'next/link'
import { ActionForm } from '@/app/_ui/action-form'
import { CheckboxGroupField } from '@/app/_ui/choice-field'
import { TextField } from '@/app/_ui/field'
import { FormDisclosure } from '@/app/_ui/form-disclosure'
import { Panel } from '@/app/_ui/panel'
import { SubmitButton } from '@/app/_ui/submit-button'
import type { CalendarDate } from '@/lib/dates/calendar-date'
import { formatLongDate } from '@/lib/dates/format'
import type { PracticeExam } from '@/lib/exams/practice'
import { DAY_MARKS, type DayMark, type StudyDay } from '@/lib/study/plan'
import { DAY_MARK_HINTS, DAY_MARK_LABELS, daySentence } from '@/lib/study/plan-words'
import { saveDayMarksAction } from '../actions'

/** One day: what it holds, one button to tick it, and what else may have happened. Today first; any day can be opened. */
export function DayPanel({
  day,
  marks,
  planId,
  exam,
  today,
}: {
  day: StudyDay
  /** Those of this day. */
  marks: readonly DayMark[]
  planId: string
  exam: PracticeExam
  today: CalendarDate
}) {
  const isToday = day.on === today
  const kinds = marks.map(({ kind }) => kind)
  const done = marks.find(({ kind }) => kind === 'done')
  const canTick = done === undefined && day.on <= today && (day.kind === 'study' || day.kind === 'half')
  const hidden = (
    <>
      <input type="hidden" name="planId" value={planId} />
      <input type="hidden" name="exam" value={exam} />
      <input type="hidden" name="on" value={day.on} />
    </>
  )
  return (
    <Panel
      id="day"
      title={`${isToday ? 'Today, ' : ''}${formatLongDate(day.on)}`}
      actions={
        !isToday && (
          <Link
            href={`/exams/plan?exam=${exam}#day`}
            prefetch={false}
            className="text-accent underline underline-offset-3"
          >
            Back to today
          </Link>
        )
      }
    >
      <div className="space-y-4">
        <p className="max-w-prose text-xl font-semibold tracking-tight">{daySentence(day)}</p>
        {canTick && (
          <ActionForm
            key={`tick-${day.on}`}
            id="tick-day"
            action={saveDayMarksAction}
            className="no-print"
            aria-label="Tick this day"
          >
            {hidden}
            {kinds.map((kind) => (
              <input key={kind} type="hidden" name="kinds" value={kind} />
            ))}
            <input type="hidden" name="kinds" value="done" />
            <input type="hidden" name="questions" value={day.questions} />
            <SubmitButton>Done: {day.questions} questions</SubmitButton>
          </ActionForm>
        )}
        <ActionForm
          key={`day-${day.on}`}
          id="mark-day"
          action={saveDayMarksAction}
          className="no-print space-y-4"
          aria-label="What happened on this day"
        >
          <FormDisclosure
            summary={kinds.length > 0 ? 'Change what you said of this day' : 'Something else happened'}
            isOpen={!isToday}
          >
            {hidden}
            <CheckboxGroupField
              name="kinds"
              legend="What is true of this day"
              hint="The days ahead are laid anew; the exam day stays. Leave all empty to say nothing of it."
              defaultValues={kinds}
              choices={DAY_MARKS.map((value) => ({
                value,
                label: DAY_MARK_LABELS[value],
                hint: DAY_MARK_HINTS[value],
              }))}
            />
            <TextField
              name="questions"
              label="Questions done"
              note="for a day that is done"
              inputMode="numeric"
              width="narrow"
              defaultValue={done?.questions ?? (day.questions > 0 ? day.questions : null)}
            />
            <SubmitButton kind="secondary">Save this day</SubmitButton>
          </FormDisclosure>
        </ActionForm>
      </div>
    </Panel>
  )
}
