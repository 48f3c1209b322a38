import type { LetterProgram } from '@/app/_server/letters-basis'
import { ActionForm } from '@/app/_ui/action-form'
import { CheckboxGroupField, type Choice } from '@/app/_ui/choice-field'
import { FormDisclosure } from '@/app/_ui/form-disclosure'
import { LinkButton } from '@/app/_ui/link-button'
import { SubmitButton } from '@/app/_ui/submit-button'
import type { CalendarDate } from '@/lib/dates/calendar-date'
import { MOST_PER_PROGRAM, type TrackedLetter } from '@/lib/letters/letter'
import { stageOf } from '@/lib/letters/stages'
import { letterName, STAGE_LABELS } from '@/lib/letters/words'
import { LETTER_AUTHOR_LABELS } from '@/lib/profile/words'
import { programLettersAction, sameLettersAction } from '../actions'
import { AssignedDayField } from './assigned-day-field'

function choicesFrom(letters: readonly TrackedLetter[]): Choice[] {
  return letters.map((letter) => {
    const stage = stageOf(letter)
    return {
      value: letter.id,
      label: letterName(letter),
      hint: [
        letter.writer && LETTER_AUTHOR_LABELS[letter.author],
        stage ? STAGE_LABELS[stage].toLowerCase() : letter.state === 'in_hand' ? 'written' : 'promised',
      ]
        .filter(Boolean)
        .join(' · '),
    }
  })
}

/** The letters of one program. */
export function ProgramLettersForm({
  letters,
  target: { entryId },
  today,
}: {
  letters: readonly TrackedLetter[]
  target: LetterProgram
  today: CalendarDate
}) {
  return (
    <ActionForm id="program-letters" action={programLettersAction} aria-label="Letters for this program">
      <input type="hidden" name="entryId" value={entryId} />
      <CheckboxGroupField
        name="letters"
        legend="Letters"
        note={`at most ${MOST_PER_PROGRAM}`}
        layout="column"
        defaultValues={letters
          .filter(({ assignments }) => assignments.some((place) => place.entryId === entryId))
          .map(({ id }) => id)}
        choices={choicesFrom(letters)}
      />
      <AssignedDayField today={today} />
      <div className="flex flex-wrap gap-3">
        <SubmitButton>Save these letters</SubmitButton>
        <LinkButton href="/documents/letters/coverage#programs" kind="quiet">
          Cancel
        </LinkButton>
      </div>
    </ActionForm>
  )
}

/** One set for every program that has none, with the set that says most already chosen. */
export function SameLettersForm({
  letters,
  suggested,
  count,
  today,
}: {
  letters: readonly TrackedLetter[]
  suggested: readonly string[]
  count: number
  today: CalendarDate
}) {
  const those = count === 1 ? 'the program that has none' : `all ${count} programs that have none`
  return (
    <ActionForm id="same-letters" action={sameLettersAction} aria-label={`Letters for ${those}`}>
      <FormDisclosure summary={`Choose letters for ${those}`}>
        <CheckboxGroupField
          name="letters"
          legend="Letters"
          note={`at most ${MOST_PER_PROGRAM}; the set that says most is chosen`}
          layout="column"
          defaultValues={suggested}
          choices={choicesFrom(letters)}
        />
        <AssignedDayField today={today} />
        <SubmitButton>Give them these letters</SubmitButton>
      </FormDisclosure>
    </ActionForm>
  )
}
