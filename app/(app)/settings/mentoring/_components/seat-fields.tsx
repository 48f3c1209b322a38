'use client'
import { use } from 'react'
import { RadioGroupField } from '@/app/_ui/choice-field'
import { Disclosure } from '@/app/_ui/disclosure'
import { TextField } from '@/app/_ui/field'
import { FormContext } from '@/app/_ui/form-context'
import { SubmitButton } from '@/app/_ui/submit-button'
import { programsAt } from '@/lib/mentors/institution'

/** An institution of the catalogue, by the id of one of its programs: which one makes no difference. */
export type SeatProgram = { id: string; sponsor: string }
type Seat = { name: string; institution: string | null; programIds: readonly string[] }

/**
 * Who a mentor is and where they work. The first time the institution is sent, the places with a program that it may be are shown
 * to be ticked before anything is saved; the button's word says which of the two comes.
 */
export function SeatFields({
  programs,
  seat,
  name,
  submit,
}: {
  programs: readonly SeatProgram[]
  /** What was said before; null the first time. */
  seat: Seat | null
  /** The name to begin with, the first time. */
  name: string | null
  submit: string
}) {
  const state = use(FormContext)?.state
  const sent = state && 'values' in state ? state.values : undefined
  const isAsked = state?.status === 'preview' || sent?.step === 'save'
  const typed = typeof sent?.institution === 'string' ? sent.institution.trim() : null
  const shownFor = isAsked && typed ? typed : sent === undefined ? (seat?.institution ?? null) : null
  return (
    <>
      <TextField
        name="name"
        label="Your name, as your mentees read it"
        autoComplete="name"
        defaultValue={seat?.name ?? name}
        isRequired
        maxLength={120}
      />
      <RadioGroupField
        name="works"
        legend="Do you work where residents are trained?"
        hint="Asked of every mentor: who may select for a program does not see where else its applicants apply."
        defaultValue={seat ? (seat.institution === null ? 'no' : 'yes') : ''}
        choices={[
          { value: 'yes', label: 'Yes' },
          { value: 'no', label: 'No' },
        ]}
      />
      <TextField
        name="institution"
        label="Where?"
        note="if yes"
        hint="The hospital or university, by its full name."
        list="seat-institutions"
        defaultValue={seat?.institution}
        maxLength={200}
      />
      <datalist id="seat-institutions">
        {programs.map(({ id, sponsor }) => (
          <option key={id} value={sponsor} />
        ))}
      </datalist>
      {shownFor !== null && (
        <ProgramTicks
          key={shownFor}
          shownFor={shownFor}
          programs={programs}
          ticked={
            sent?.step === 'save'
              ? [sent.programIds ?? []].flat()
              : seat?.institution === shownFor
                ? seat.programIds
                : null
          }
        />
      )}
      <SubmitButton name="step" value={shownFor === null ? 'check' : 'save'}>
        {submit}
      </SubmitButton>
    </>
  )
}

/** Places found for the institution, ticked until the mentor unticks them, and all others behind a line. */
function ProgramTicks({
  shownFor,
  programs,
  ticked,
}: {
  shownFor: string
  programs: readonly SeatProgram[]
  ticked: readonly string[] | null
}) {
  const found = programsAt(shownFor, programs)
  const isTicked = (id: string) => (ticked ? ticked.includes(id) : found.some((one) => one.id === id))
  const isFirst = (one: SeatProgram) => found.includes(one) || isTicked(one.id)
  const first = programs.filter(isFirst)
  const others = programs.filter((one) => !isFirst(one))
  return (
    <fieldset className="space-y-2">
      <legend className="font-medium">Which of these is where you work?</legend>
      <input type="hidden" name="shownFor" value={shownFor} />
      {first.length === 0 && (
        <p className="text-mute">No program in the catalogue is known there. The name alone counts.</p>
      )}
      {first.map((one) => (
        <Tick key={one.id} program={one} isTicked={isTicked(one.id)} />
      ))}
      <Disclosure summary="Other places with a program">
        <div className="space-y-2">
          {others.map((one) => (
            <Tick key={one.id} program={one} isTicked={false} />
          ))}
        </div>
      </Disclosure>
    </fieldset>
  )
}

function Tick({ program, isTicked }: { program: SeatProgram; isTicked: boolean }) {
  return (
    <label className="flex min-h-9 items-start gap-2.5 py-1 pointer-coarse:min-h-11">
      <input
        type="checkbox"
        name="programIds"
        value={program.id}
        defaultChecked={isTicked}
        className="mt-1"
      />
      <span>{program.sponsor}</span>
    </label>
  )
}
