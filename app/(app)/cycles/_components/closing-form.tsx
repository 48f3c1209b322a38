import { ActionForm } from '@/app/_ui/action-form'
import { RadioGroupField } from '@/app/_ui/choice-field'
import { TextAreaField, TextField } from '@/app/_ui/field'
import { SubmitButton } from '@/app/_ui/submit-button'
import type { CalendarDate } from '@/lib/dates/calendar-date'
import { CYCLE_OUTCOMES, type CycleDetail, OUTCOME_WORDS } from '@/lib/season/cycle'
import { closeCycleAction } from '../actions'

/** How a cycle ended, to be said when the person is ready and corrected at any time. */
export function ClosingForm({ cycle, today }: { cycle: CycleDetail; today: CalendarDate }) {
  const { closing } = cycle
  return (
    <ActionForm action={closeCycleAction} id={`close-${cycle.id}`} className="max-w-2xl space-y-4">
      <input type="hidden" name="cycleId" value={cycle.id} />
      <RadioGroupField
        name="outcome"
        legend="How it ended"
        defaultValue={closing?.outcome ?? null}
        choices={CYCLE_OUTCOMES.map((value) => ({ value, label: OUTCOME_WORDS[value].label }))}
      />
      <TextField
        name="on"
        type="date"
        label="On which day"
        defaultValue={closing?.on ?? today}
        max={today}
        width="medium"
      />
      <TextAreaField
        name="note"
        label="In your own words"
        note="optional"
        rows={2}
        defaultValue={closing?.note}
      />
      <TextAreaField
        name="learned"
        label="What you want to remember for the next one"
        note="optional"
        rows={4}
        defaultValue={closing?.learned}
      />
      <SubmitButton kind="secondary">{closing ? 'Save' : 'Close this cycle'}</SubmitButton>
    </ActionForm>
  )
}
