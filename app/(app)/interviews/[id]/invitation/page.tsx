import type { Metadata } from 'next'
import { ActionForm } from '@/app/_ui/action-form'
import { BackLink } from '@/app/_ui/back-link'
import { RadioGroupField } from '@/app/_ui/choice-field'
import { Disclosure } from '@/app/_ui/disclosure'
import { SelectField, TextAreaField, TextField } from '@/app/_ui/field'
import { FormDisclosure } from '@/app/_ui/form-disclosure'
import { LinkButton } from '@/app/_ui/link-button'
import { OnConflict } from '@/app/_ui/on-conflict'
import { PageHeader } from '@/app/_ui/page-header'
import { Panel } from '@/app/_ui/panel'
import { Sign } from '@/app/_ui/sign'
import { SubmitButton } from '@/app/_ui/submit-button'
import { stampsOf } from '@/db/queries/interview-stamps'
import { toZoned } from '@/lib/dates/instant'
import { proposeDetails } from '@/lib/interviews/propose-details'
import { MOST_SLOTS, readInvitation } from '@/lib/interviews/read-invitation'
import { doubtWords } from '@/lib/interviews/words'
import { zoneOptions } from '../../_components/zone-options'
import { saveInvitationAction } from '../../actions'
import { readInterview } from '../read-interview'

export const metadata: Metadata = { title: 'What the invitation says' }

/** Rows beyond those that are filled, for what the mail says otherwise. */
const SPARE_ROWS = 3

export default async function InvitationPage({ params }: PageProps<'/interviews/[id]/invitation'>) {
  const { interview, program, zone, today } = await readInterview((await params).id)
  const received = interview.invitedAt ? toZoned(interview.invitedAt, zone).date : today
  const reading = readInvitation(interview.invitationText, { received, state: program.state })
  const { details, isProposed } = proposeDetails(interview, reading, program.state)
  const count = Math.min(MOST_SLOTS, Math.max(4, details.slots.length + SPARE_ROWS))
  const rows = Array.from({ length: count }, (_, row) => row)
  const hasMail = interview.invitationText !== ''
  return (
    <>
      <PageHeader
        above={<BackLink href={`/interviews/${interview.id}`}>{program.sponsor}</BackLink>}
        title="What the invitation says"
        lead={
          isProposed && hasMail
            ? 'Read from the mail, for you to confirm. Nothing of it is kept before you save.'
            : 'Times are on the program’s clock, as the invitation writes them. What is not said stays empty.'
        }
      />
      <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,1fr)_24rem]">
        <Panel>
          <ActionForm action={saveInvitationAction} id="details" className="max-w-3xl space-y-6">
            <input type="hidden" name="id" value={interview.id} />
            <input type="hidden" name="seen" value={stampsOf(interview).invitation} />
            <OnConflict>
              <p>Open this page in a new window to see what the other one saved.</p>
            </OnConflict>
            {isProposed && reading.doubts.length > 0 && (
              <div className="rounded-lg bg-warn-soft px-4 py-3">
                <p className="font-semibold">To be said by you</p>
                <ul className="mt-1.5 space-y-1.5">
                  {reading.doubts.map((doubt) => (
                    <li key={`${doubt.code}-${doubt.quote}`} className="flex max-w-prose gap-2.5">
                      <Sign tone="unknown" className="mt-1.5 size-3.5" />
                      <span>{doubtWords(doubt)}</span>
                    </li>
                  ))}
                </ul>
              </div>
            )}
            <SelectField
              name="zone"
              label="Whose clock the hours are on"
              width="full"
              defaultValue={details.zone ?? ''}
              options={zoneOptions(program)}
            />
            <fieldset className="space-y-4">
              <legend className="font-medium">Times on offer</legend>
              <p className="text-sm text-mute">
                One line each, also when it is a single one. Empty a day to leave its line out.
              </p>
              {rows.map((row) => {
                const slot = details.slots[row]
                return (
                  <div
                    key={row}
                    className="grid grid-cols-2 gap-x-4 gap-y-2 sm:grid-cols-[12rem_8rem_minmax(0,1fr)]"
                  >
                    <TextField
                      name={`date${row}`}
                      type="date"
                      label={`Day ${row + 1}`}
                      defaultValue={slot?.date}
                    />
                    <TextField name={`time${row}`} type="time" label="From" defaultValue={slot?.time} />
                    <TextField
                      name={`minutes${row}`}
                      inputMode="numeric"
                      label="Length"
                      note="minutes"
                      width="narrow"
                      defaultValue={slot?.minutes}
                    />
                  </div>
                )
              })}
              <FormDisclosure summary="An hour that comes twice">
                <SelectField
                  name="pass"
                  label="In the night when clocks go back, an hour comes twice. Which is meant?"
                  options={[
                    { value: '', label: 'Not needed' },
                    { value: 'first', label: 'The first' },
                    { value: 'second', label: 'The second' },
                  ]}
                />
              </FormDisclosure>
            </fieldset>
            <RadioGroupField
              name="format"
              legend="How you meet"
              defaultValue={details.format ?? ''}
              choices={[
                { value: 'video', label: 'By video' },
                { value: 'in_person', label: 'In person' },
                { value: '', label: 'Not said', isUnknown: true },
              ]}
            />
            <div className="grid gap-x-6 gap-y-5 sm:grid-cols-2">
              <TextField
                name="replyOn"
                type="date"
                label="Answer by"
                note="if the invitation says so"
                hint="On the program’s clock."
                defaultValue={details.replyBy?.date}
                width="medium"
              />
              <TextField
                name="replyTime"
                type="time"
                label="At what hour"
                note="optional"
                defaultValue={details.replyBy?.time}
                width="narrow"
              />
            </div>
            <TextField
              name="bookingUrl"
              type="url"
              label="Where to book"
              note="optional"
              hint="The address of the scheduler, beginning with https://"
              maxLength={2000}
              defaultValue={details.bookingUrl}
            />
            <TextAreaField
              name="place"
              label="The video link, or the address"
              note="optional"
              rows={2}
              maxLength={2000}
              defaultValue={details.place}
            />
            <div className="flex flex-wrap gap-3">
              <SubmitButton>Keep this</SubmitButton>
              <LinkButton href={`/interviews/${interview.id}`} kind="quiet">
                Later
              </LinkButton>
            </div>
          </ActionForm>
        </Panel>
        {hasMail && (
          <Panel id="mail" title="The mail">
            <Disclosure summary="As you pasted it" isOpen>
              <p className="max-h-[70dvh] overflow-y-auto whitespace-pre-wrap">{interview.invitationText}</p>
            </Disclosure>
          </Panel>
        )}
      </div>
    </>
  )
}
