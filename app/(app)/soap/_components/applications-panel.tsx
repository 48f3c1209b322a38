import { randomUUID } from 'node:crypto'
import { ActionForm } from '@/app/_ui/action-form'
import { SelectField, TextField } from '@/app/_ui/field'
import { FoldedList } from '@/app/_ui/folded-list'
import { Panel } from '@/app/_ui/panel'
import { StatusChip } from '@/app/_ui/status-chip'
import { SubmitButton } from '@/app/_ui/submit-button'
import type { CalendarDate } from '@/lib/dates/calendar-date'
import { formatDate } from '@/lib/dates/format'
import { SOAP_RULES } from '@/lib/facts/nrmp'
import { applicationsLeft } from '@/lib/soap/desk'
import { OFFER_ANSWERS, type SoapApplication, type SoapOffer } from '@/lib/soap/record'
import { OFFER_ANSWER_WORDS } from '@/lib/soap/words'
import { addSoapApplicationAction, removeSoapApplicationAction, saveSoapOfferAction } from '../actions'
import { ProgramFields } from './program-fields'
import type { ProgramOption } from './who-panel'

/** Forty-five lines would push the forms off a phone. */
const SHOWN = 6

/** SOAP applications counted against the allowance. */
export function ApplicationsPanel({
  applications,
  programs,
  today,
}: {
  applications: readonly SoapApplication[]
  programs: readonly ProgramOption[]
  today: CalendarDate
}) {
  const left = applicationsLeft(applications.length)
  const taken = new Set(applications.map(({ entryId }) => entryId))
  return (
    <Panel
      id="applications"
      title={`${applications.length} of ${SOAP_RULES.value.applicationsTotal} applications`}
      lead={
        left === 0
          ? 'All are used. ERAS takes no more over the whole of SOAP.'
          : `${left} left, over the whole of SOAP: a later round gives no new ones.`
      }
    >
      <FoldedList
        className="divide-y divide-line"
        shown={SHOWN}
        more={(count) => `${count} more applications`}
        items={applications.map(({ id, name, appliedOn }) => (
          <li key={id} className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 py-2">
            <span className="min-w-0">
              {name} <span className="text-sm text-mute">{formatDate(appliedOn)}</span>
            </span>
            <ActionForm action={removeSoapApplicationAction} className="" aria-label={`Remove ${name}`}>
              <input type="hidden" name="applicationId" value={id} />
              <SubmitButton kind="danger" isSmall>
                Remove
              </SubmitButton>
            </ActionForm>
          </li>
        ))}
      />
      {left > 0 && (
        <ActionForm
          action={addSoapApplicationAction}
          id="soap-application"
          className="mt-4 max-w-2xl space-y-4"
        >
          <input type="hidden" name="formId" value={randomUUID()} />
          <ProgramFields programs={programs.filter(({ value }) => !taken.has(value))} />
          <TextField name="on" type="date" label="Sent on" defaultValue={today} max={today} width="medium" />
          <SubmitButton kind="secondary">Record the application</SubmitButton>
        </ActionForm>
      )}
    </Panel>
  )
}

/** Offers by round, with what was answered and the form for one that has come. */
export function OffersPanel({
  applications,
  offers,
  round,
}: {
  applications: readonly SoapApplication[]
  offers: readonly SoapOffer[]
  /** The round to begin with in the form. */
  round: SoapOffer['round']
}) {
  const nameOf = (id: string) => applications.find((one) => one.id === id)?.name ?? 'A program'
  const accepted = offers.find(({ answer }) => answer === 'accepted')
  return (
    <Panel
      id="offers"
      title="Offers"
      lead={
        accepted
          ? `You accepted ${nameOf(accepted.applicationId)}: it binds you, and SOAP is over for you.`
          : 'An offer stands for the two hours of its round. Accepting binds.'
      }
    >
      <ul className="divide-y divide-line">
        {offers.map(({ id, applicationId, round: of, answer }) => (
          <li key={id} className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 py-2">
            <span className="min-w-0">
              {nameOf(applicationId)} <span className="text-sm text-mute">round {of}</span>
            </span>
            <StatusChip tone={OFFER_ANSWER_WORDS[answer].tone}>{OFFER_ANSWER_WORDS[answer].label}</StatusChip>
          </li>
        ))}
      </ul>
      {applications.length > 0 && (
        <ActionForm action={saveSoapOfferAction} id="soap-offer" className="mt-4 max-w-2xl space-y-4">
          <SelectField
            name="applicationId"
            label="Which program offered"
            width="full"
            options={applications.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <SelectField
            name="round"
            label="In which round"
            defaultValue={round}
            options={['1', '2', '3', '4'].map((value) => ({ value, label: `Round ${value}` }))}
          />
          <SelectField
            name="answer"
            label="Your answer"
            defaultValue="open"
            options={OFFER_ANSWERS.map((value) => ({ value, label: OFFER_ANSWER_WORDS[value].label }))}
          />
          <SubmitButton kind="secondary">Record the offer</SubmitButton>
        </ActionForm>
      )}
    </Panel>
  )
}
