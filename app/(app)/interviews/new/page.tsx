import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { readInterviewBasis } from '@/app/_server/interview-basis'
import { ActionForm } from '@/app/_ui/action-form'
import { BackLink } from '@/app/_ui/back-link'
import { RadioGroupField } from '@/app/_ui/choice-field'
import { EmptyState } from '@/app/_ui/empty-state'
import { SelectField, TextAreaField, TextField } from '@/app/_ui/field'
import { LinkButton } from '@/app/_ui/link-button'
import { PageHeader } from '@/app/_ui/page-header'
import { Panel } from '@/app/_ui/panel'
import { SubmitButton } from '@/app/_ui/submit-button'
import { zoneName } from '@/lib/dates/zones'
import { pathwayShortName } from '@/lib/programs/pathway-words'
import { addInterviewAction } from '../actions'

export const metadata: Metadata = { title: 'An invitation came' }

export default async function NewInterviewPage({ searchParams }: PageProps<'/interviews/new'>) {
  const [{ entry }, { person, programOf, zone, today }] = await Promise.all([
    searchParams,
    readInterviewBasis(),
  ])
  const choices = (person?.entries ?? [])
    .flatMap(({ id, programId }) => {
      const program = programOf(programId)
      return program ? [{ value: id, label: `${program.sponsor}, ${pathwayShortName(program.pathway)}` }] : []
    })
    .sort((a, b) => (a.label < b.label ? -1 : 1))
  const chosen = choices.find(({ value }) => value === entry)
  return (
    <>
      <PageHeader
        above={<BackLink href="/interviews">Interviews</BackLink>}
        title="An invitation came"
        lead="Its clock starts with this. On the next page you confirm what the mail says, or enter it by hand."
      />
      {choices.length === 0 ? (
        <EmptyState
          title="No program is on your list yet"
          action={<LinkButton href="/programs">Browse the catalogue</LinkButton>}
        >
          An interview belongs to a program on your list: add the program first, also one that the catalogue
          does not hold.
        </EmptyState>
      ) : (
        <Panel>
          <ActionForm action={addInterviewAction} id="invitation">
            <input type="hidden" name="formId" value={randomUUID()} />
            <SelectField
              name="entryId"
              label="From which program"
              width="full"
              defaultValue={chosen?.value ?? ''}
              options={[{ value: '', label: 'Choose' }, ...choices]}
            />
            <RadioGroupField
              name="state"
              legend="What came"
              defaultValue="invited"
              choices={[
                { value: 'invited', label: 'An invitation' },
                { value: 'waitlisted', label: 'A place on the waiting list' },
              ]}
            />
            <div className="grid gap-x-6 gap-y-5 sm:grid-cols-2">
              <TextField
                name="arrivedOn"
                type="date"
                label="The day it came"
                hint={`Where you are: ${zoneName(zone)}.`}
                defaultValue={today}
                max={today}
                width="medium"
              />
              <TextField
                name="arrivedTime"
                type="time"
                label="At what hour"
                note="optional"
                hint="Without it the 48 hours count from the day’s first minute."
                width="narrow"
              />
            </div>
            <TextAreaField
              name="mail"
              label="The mail"
              note="optional"
              hint="Paste it whole. It stays with you; nothing of it is taken over before you have confirmed it."
              rows={10}
              maxLength={20_000}
            />
            <SubmitButton>Go on</SubmitButton>
          </ActionForm>
        </Panel>
      )}
    </>
  )
}
