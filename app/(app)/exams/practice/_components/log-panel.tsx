import { ActionForm } from '@/app/_ui/action-form'
import { FormDisclosure } from '@/app/_ui/form-disclosure'
import { LinkButton } from '@/app/_ui/link-button'
import { Panel } from '@/app/_ui/panel'
import { SubmitButton } from '@/app/_ui/submit-button'
import type { CalendarDate } from '@/lib/dates/calendar-date'
import type { PracticeExam } from '@/lib/exams/practice'
import { addPracticeResultAction, logPracticeLineAction } from '../actions'
import { LineEntry } from './line-entry'
import { PracticeFields } from './practice-fields'

/** Three ways into the log: one typed line, plain fields, rows from a sheet. */
export function LogPanel({
  today,
  assumedExam,
  formIds,
}: {
  today: CalendarDate
  assumedExam: PracticeExam
  formIds: readonly [string, string]
}) {
  return (
    <Panel
      id="log"
      title="Log a result"
      actions={
        <LinkButton href="/exams/practice/paste" kind="quiet" isSmall>
          Paste from a sheet
        </LinkButton>
      }
    >
      <div className="space-y-4">
        <ActionForm
          id="quick"
          action={logPracticeLineAction}
          className="space-y-3"
          aria-label="Log in one line"
        >
          <input type="hidden" name="formId" value={formIds[0]} />
          <input type="hidden" name="assumedExam" value={assumedExam} />
          <LineEntry today={today} assumedExam={assumedExam} />
          <SubmitButton>Log this line</SubmitButton>
        </ActionForm>
        <ActionForm
          id="add-practice"
          action={addPracticeResultAction}
          className="space-y-5"
          aria-label="Log with fields"
        >
          <FormDisclosure summary="Use fields instead">
            <input type="hidden" name="formId" value={formIds[1]} />
            <div className="space-y-5">
              <PracticeFields />
              <SubmitButton>Log this result</SubmitButton>
            </div>
          </FormDisclosure>
        </ActionForm>
      </div>
    </Panel>
  )
}
