import { ActionForm } from '@/app/_ui/action-form'
import { FormDisclosure } from '@/app/_ui/form-disclosure'
import { Panel } from '@/app/_ui/panel'
import { SubmitButton } from '@/app/_ui/submit-button'
import type { CalendarDate } from '@/lib/dates/calendar-date'
import type { Exam, ExamAttempt } from '@/lib/exams/attempt'
import { EXAM_LABELS } from '@/lib/exams/attempt-words'
import { addExamAttemptAction } from '../actions'
import { AttemptFields } from './attempt-fields'
import { ExamRecord, examStandingWords } from './exam-record'

/** One exam: where it stands in words, each sitting, the next lawful date, and a form to add one. */
export function ExamPanel({
  exam,
  attempts,
  certifiedOn,
  today,
  formId,
  isAdding,
}: {
  exam: Exam
  attempts: readonly ExamAttempt[]
  certifiedOn: CalendarDate | null
  today: CalendarDate
  formId: string
  isAdding: boolean
}) {
  return (
    <Panel id={exam} title={EXAM_LABELS[exam]} lead={examStandingWords(attempts, exam, today)}>
      <div className="space-y-4">
        <ExamRecord exam={exam} attempts={attempts} certifiedOn={certifiedOn} today={today} />
        <ActionForm
          id={`add-${exam}`}
          action={addExamAttemptAction}
          className="space-y-4"
          aria-label={`Add ${EXAM_LABELS[exam]}`}
        >
          <FormDisclosure
            isOpen={isAdding}
            summary={
              <>
                Add <span className="sr-only">{EXAM_LABELS[exam]}: </span>a sitting, planned or taken
              </>
            }
          >
            <input type="hidden" name="formId" value={formId} />
            <AttemptFields exam={exam} today={today} />
            <SubmitButton>Add to {EXAM_LABELS[exam]}</SubmitButton>
          </FormDisclosure>
        </ActionForm>
      </div>
    </Panel>
  )
}
