import { ActionForm } from '@/app/_ui/action-form'
import { RadioGroupField } from '@/app/_ui/choice-field'
import { TextField } from '@/app/_ui/field'
import { OnConflict } from '@/app/_ui/on-conflict'
import { SubmitButton } from '@/app/_ui/submit-button'
import { choicesOf } from '@/app/(app)/profile/_components/choices'
import type { CalendarDate } from '@/lib/dates/calendar-date'
import type { TrackedLetter } from '@/lib/letters/letter'
import { DATED_STAGES, dayOfStage } from '@/lib/letters/stages'
import { STAGE_FIELD_LABELS, STAGE_HINTS } from '@/lib/letters/words'
import { LETTER_STATES } from '@/lib/profile/applicant'
import { LETTER_STATE_LABELS } from '@/lib/profile/words'
import { saveStagesAction } from '../actions'
import { StageStrip } from './stage-strip'

/** The days of the stages; the day to ask again travels with them, since both change together. */
export function StagesForm({
  letter,
  seen,
  today,
}: {
  letter: TrackedLetter
  seen: string
  today: CalendarDate
}) {
  return (
    <ActionForm id="stages" action={saveStagesAction} aria-label="How far the letter is">
      <input type="hidden" name="id" value={letter.id} />
      <input type="hidden" name="seen" value={seen} />
      <OnConflict>
        <StageStrip letter={letter} />
      </OnConflict>
      <RadioGroupField
        name="state"
        legend="Is it written?"
        hint="An uploaded letter counts as written."
        defaultValue={letter.state}
        choices={choicesOf(LETTER_STATES, LETTER_STATE_LABELS)}
      />
      <div className="grid items-start gap-5 sm:grid-cols-2">
        {DATED_STAGES.map((stage) => (
          <TextField
            key={stage}
            name={`${stage}On`}
            type="date"
            label={STAGE_FIELD_LABELS[stage]}
            hint={STAGE_HINTS[stage]}
            max={today}
            defaultValue={dayOfStage(letter, stage)}
          />
        ))}
        <TextField
          name="askAgainOn"
          type="date"
          label="Ask again on"
          note="optional"
          hint="Empty: Locus suggests a day."
          defaultValue={letter.askAgainOn}
        />
      </div>
      <SubmitButton>Save the days</SubmitButton>
    </ActionForm>
  )
}
