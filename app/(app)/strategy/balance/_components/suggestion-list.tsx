import { ActionForm } from '@/app/_ui/action-form'
import { buttonLook } from '@/app/_ui/button-look'
import { SelectField } from '@/app/_ui/field'
import { FormDisclosure } from '@/app/_ui/form-disclosure'
import { Panel } from '@/app/_ui/panel'
import { StatusChip } from '@/app/_ui/status-chip'
import { SubmitButton } from '@/app/_ui/submit-button'
import { addEntryAction } from '@/app/(app)/list/actions'
import { STANDING_WORDS, standingSentence } from '@/lib/fit/words'
import type { Program } from '@/lib/programs/fact'
import { placeWords } from '@/lib/programs/states'
import { DISMISSAL_WORDS, suggestionReasonWords } from '@/lib/strategy/balance-words'
import { joinedGrounds } from '@/lib/strategy/grounds'
import { DISMISSAL_REASONS, type Suggestion } from '@/lib/strategy/suggestions'
import { GroundsNote } from '../../_components/grounds-note'
import { ProgramLink } from '../../_components/program-link'
import { dismissAction } from '../actions'

const ADD_FORM = 'add-suggestion'

/** Programs of the catalogue with the reasons why, each to be added or put aside (H1). */
export function SuggestionList({
  suggestions,
  more,
  isProfileMissing,
  programs,
}: {
  suggestions: readonly Suggestion[]
  more: number
  isProfileMissing: boolean
  programs: ReadonlyMap<string, Program>
}) {
  return (
    <Panel
      id="suggestions"
      title={suggestions.length > 0 ? 'Suggested for your list' : 'Nothing to suggest'}
      lead={
        isProfileMissing
          ? 'Your weightiest facts are not entered yet, so nothing would be suggested for a reason.'
          : suggestions.length === 0
            ? 'What the catalogue has that is open to you is on your list already, or was put aside.'
            : 'Open to you as far as is known, and not on your list yet. First those that fill what is missing.'
      }
    >
      {isProfileMissing && (
        <p>
          <a href="/profile">Enter your profile</a>
        </p>
      )}
      {/* One form for all buttons below: its answer stays when the program that was added leaves the list. */}
      <ActionForm action={addEntryAction} id={ADD_FORM} className="" aria-label="Add to your list">
        <input type="hidden" name="back" value="/programs" />
      </ActionForm>
      <ol className="divide-y divide-line">
        {suggestions.map((suggestion) => {
          const program = programs.get(suggestion.programId)
          return program && <SuggestionItem key={program.id} suggestion={suggestion} program={program} />
        })}
      </ol>
      {more > 0 && (
        <p className="mt-3 text-sm text-mute">
          {more} more {more === 1 ? 'follows' : 'follow'} when these are added or put aside; all stand in{' '}
          <a href="/programs">the catalogue</a>.
        </p>
      )}
    </Panel>
  )
}

function SuggestionItem({ suggestion, program }: { suggestion: Suggestion; program: Program }) {
  const { standing, conditions, reasons } = suggestion
  const name = program.sponsor
  return (
    <li className="py-4 first:pt-0 last:pb-0">
      <h3 className="flex flex-wrap items-baseline gap-x-3 gap-y-1 font-semibold">
        <ProgramLink program={program} />
        <StatusChip tone={STANDING_WORDS[standing].tone}>{STANDING_WORDS[standing].word}</StatusChip>
        <span className="font-normal text-mute">{placeWords(program)}</span>
      </h3>
      <p className="mt-1 max-w-prose text-mute">
        {standingSentence({ standing, conditions, gates: [], missing: [] })}
      </p>
      <ul className="mt-1 max-w-prose list-disc pl-5">
        {reasons
          .filter(({ code }) => code !== 'standing')
          .map((reason) => (
            <li key={`${reason.code}:${JSON.stringify(reason.params)}`}>{suggestionReasonWords(reason)}</li>
          ))}
      </ul>
      <GroundsNote grounds={joinedGrounds(reasons.map(({ grounds }) => grounds))} />
      <div className="no-print mt-2 flex flex-wrap items-start gap-x-5 gap-y-2">
        <button
          type="submit"
          form={ADD_FORM}
          name="programId"
          value={program.id}
          aria-label={`Add ${name} to your list`}
          className={buttonLook('secondary', true)}
        >
          Add to list
        </button>
        <ActionForm action={dismissAction} className="max-w-xl space-y-2" aria-label={`Put ${name} aside`}>
          <input type="hidden" name="programId" value={program.id} />
          <FormDisclosure summary="Put it aside">
            <SelectField
              name="reason"
              label="Why"
              hint="It is remembered, and what shares the reason is suggested later."
              options={[
                { value: '', label: 'Choose' },
                ...DISMISSAL_REASONS.map((reason) => ({ value: reason, label: DISMISSAL_WORDS[reason] })),
              ]}
            />
            <SubmitButton kind="secondary" isSmall>
              Put aside
            </SubmitButton>
          </FormDisclosure>
        </ActionForm>
      </div>
    </li>
  )
}
