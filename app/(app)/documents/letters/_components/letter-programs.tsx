import type { LetterProgram } from '@/app/_server/letters-basis'
import { ActionForm } from '@/app/_ui/action-form'
import { CheckboxGroupField } from '@/app/_ui/choice-field'
import { FormDisclosure } from '@/app/_ui/form-disclosure'
import { LinkButton } from '@/app/_ui/link-button'
import { Panel } from '@/app/_ui/panel'
import { SubmitButton } from '@/app/_ui/submit-button'
import type { CalendarDate } from '@/lib/dates/calendar-date'
import { formatShortDate } from '@/lib/dates/format'
import { MOST_PER_PROGRAM, type TrackedLetter } from '@/lib/letters/letter'
import { pathwayShortName } from '@/lib/programs/pathway-words'
import { letterProgramsAction } from '../actions'
import { AssignedDayField } from './assigned-day-field'

/** A longer list is folded away: on a phone it is half a metre long. */
const MOST_UNFOLDED = 12

/** The programs of the list that get this letter: planned, or assigned in ERAS since a day. */
export function LetterPrograms({
  letter,
  letters,
  programs,
  today,
}: {
  letter: TrackedLetter
  letters: readonly TrackedLetter[]
  programs: readonly LetterProgram[]
  today: CalendarDate
}) {
  const placeOf = (entryId: string) => letter.assignments.find((place) => place.entryId === entryId)
  const othersAt = (entryId: string) =>
    letters.filter(
      ({ id, assignments }) => id !== letter.id && assignments.some((place) => place.entryId === entryId),
    ).length
  // What left the race keeps its letters: saving must not take them away unseen.
  const hidden = letter.assignments.filter(
    ({ entryId }) => !programs.some((program) => program.entryId === entryId),
  )
  const given = letter.assignments.length - hidden.length
  const fields = (
    <>
      <CheckboxGroupField
        name="entries"
        legend="Programs"
        defaultValues={letter.assignments.map(({ entryId }) => entryId)}
        choices={programs.map(({ entryId, program }) => {
          const place = placeOf(entryId)
          const others = othersAt(entryId)
          return {
            value: entryId,
            label: program.sponsor,
            hint: [
              pathwayShortName(program.pathway),
              place && (place.assignedOn ? `assigned ${formatShortDate(place.assignedOn)}` : 'planned'),
              others >= MOST_PER_PROGRAM
                ? `has ${MOST_PER_PROGRAM} others: full`
                : `${others} ${others === 1 ? 'other' : 'others'}`,
            ]
              .filter(Boolean)
              .join(' · '),
          }
        })}
      />
      <AssignedDayField today={today} />
      <SubmitButton>Save the programs</SubmitButton>
    </>
  )
  return (
    <Panel
      id="programs"
      title="Programs that get it"
      lead={`${programs.length === 0 ? '' : `${given === 0 ? 'None' : given} of ${programs.length} so far. `}At most ${MOST_PER_PROGRAM} letters for each; without a day they are only planned.`}
      actions={
        <LinkButton href="/documents/letters/coverage" isSmall>
          All letters by program
        </LinkButton>
      }
    >
      {programs.length === 0 ? (
        <p className="max-w-prose">
          No program is on your list yet.{' '}
          <LinkButton href="/programs" isSmall>
            Browse the catalogue
          </LinkButton>
        </p>
      ) : (
        <ActionForm
          id="letter-programs"
          action={letterProgramsAction}
          className="space-y-6"
          aria-label="Programs that get this letter"
        >
          <input type="hidden" name="id" value={letter.id} />
          {hidden.map(({ entryId }) => (
            <input key={entryId} type="hidden" name="entries" value={entryId} />
          ))}
          {programs.length <= MOST_UNFOLDED ? (
            fields
          ) : (
            <FormDisclosure summary={`Choose among ${programs.length} programs`}>{fields}</FormDisclosure>
          )}
        </ActionForm>
      )}
    </Panel>
  )
}
