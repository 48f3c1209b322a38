import { randomUUID } from 'node:crypto'
import { ActionForm } from '@/app/_ui/action-form'
import { SelectField, TextAreaField, TextField } from '@/app/_ui/field'
import { FormDisclosure } from '@/app/_ui/form-disclosure'
import { Panel } from '@/app/_ui/panel'
import { Sign } from '@/app/_ui/sign'
import { SourceNote } from '@/app/_ui/source-note'
import { StatusChip } from '@/app/_ui/status-chip'
import { SubmitButton } from '@/app/_ui/submit-button'
import type { OutsideOfferDetail } from '@/db/queries/outside-offers'
import type { CalendarDate, Instant } from '@/lib/dates/calendar-date'
import { formatBothClocks, formatDate, formatRelative } from '@/lib/dates/format'
import { MATCH_CONDUCT } from '@/lib/facts/nrmp'
import { fellowshipCycles, fellowshipCycleWords } from '@/lib/season/fellowship'
import type { Season } from '@/lib/season/season'
import { readOutsideOffer } from '@/lib/soap/outside-offer'
import { OUTSIDE_OFFER_STATES } from '@/lib/soap/record'
import { OUTSIDE_STATE_WORDS, outsideOfferWords } from '@/lib/soap/words'
import { addOutsideOfferAction, decideOutsideOfferAction, removeOutsideOfferAction } from '../actions'
import { ProgramFields } from './program-fields'
import type { ProgramOption } from './who-panel'

type Moment = { season: Season; now: Instant; today: CalendarDate; zone: string }

/** Offers of positions that do not go through the Match: what each asks for, and by when. */
export function OutsidePanel({
  offers,
  programs,
  isRegistered,
  hasCycle,
  at,
}: {
  offers: readonly OutsideOfferDetail[]
  programs: readonly ProgramOption[]
  isRegistered: boolean | null
  hasCycle: boolean
  at: Moment
}) {
  return (
    <Panel
      id="outside"
      title="Offers outside the Match"
      lead="Two-year genetics often recruits outside the Match, and early. Whoever accepts such a position withdraws from the Match before the rank list deadline: nobody may hold both."
    >
      <p className="mb-4">
        <SourceNote
          title={MATCH_CONDUCT.source.title}
          href={MATCH_CONDUCT.source.url}
          confidence={MATCH_CONDUCT.confidence}
        />
      </p>
      <ul className="divide-y divide-line">
        {offers.map((offer) => (
          <Offer key={offer.id} offer={offer} isRegistered={isRegistered} at={at} />
        ))}
      </ul>
      {hasCycle ? (
        <ActionForm action={addOutsideOfferAction} id="outside-offer" className="max-w-2xl space-y-4">
          <input type="hidden" name="formId" value={randomUUID()} />
          <FormDisclosure summary="An offer came">
            <ProgramFields programs={programs} />
            <TextField
              name="offeredOn"
              type="date"
              label="It came on"
              defaultValue={at.today}
              max={at.today}
              width="medium"
            />
            <TextField
              name="answerBy"
              type="date"
              label="They want an answer by"
              note="if they said"
              width="medium"
            />
            <TextAreaField name="note" label="What was said" note="optional" rows={3} maxLength={2000} />
            <SubmitButton kind="secondary">Record the offer</SubmitButton>
          </FormDisclosure>
        </ActionForm>
      ) : (
        <p className="text-mute">Offers are kept with your list: choose a season or a first program.</p>
      )}
      <div className="mt-5 max-w-prose text-sm text-mute">
        <p>
          A two-year program may use ERAS’ July or December fellowship cycle, or none: ask it which. An offer
          of one may come while the Main Match is still ahead.
        </p>
        <ul className="mt-1 list-disc space-y-1 pl-5">
          {fellowshipCycles(at.season).map((cycle) => (
            <li key={cycle.name}>{fellowshipCycleWords(cycle)}</li>
          ))}
        </ul>
      </div>
    </Panel>
  )
}

function Offer({
  offer,
  isRegistered,
  at,
}: {
  offer: OutsideOfferDetail
  isRegistered: boolean | null
  at: Moment
}) {
  const reading = readOutsideOffer(
    { answerBy: offer.answerBy, state: offer.state, hasWithdrawn: offer.withdrawnOn !== null },
    { season: at.season, now: at.now, isRegistered },
  )
  const by = reading.withdrawBy ? formatBothClocks(reading.withdrawBy, at.zone) : ''
  const words = outsideOfferWords(reading, { by, isDeclined: offer.state === 'declined' })
  return (
    <li className="py-4 first:pt-0">
      <h3 className="flex flex-wrap items-baseline gap-x-3 gap-y-1 font-semibold">
        {offer.name}
        <StatusChip tone={OUTSIDE_STATE_WORDS[offer.state].tone}>
          {OUTSIDE_STATE_WORDS[offer.state].label}
        </StatusChip>
      </h3>
      <p className="text-sm text-mute">
        Came on {formatDate(offer.offeredOn)}
        {offer.answerBy &&
          `; an answer is wanted by ${formatDate(offer.answerBy)}, ${formatRelative(offer.answerBy, at.today)}`}
      </p>
      {offer.note && <p className="mt-1 max-w-prose whitespace-pre-wrap">{offer.note}</p>}
      <p className="mt-2 flex max-w-prose gap-2.5">
        <Sign tone={words.tone} className="mt-1.5 size-3.5 flex-none" />
        <span>{words.text}</span>
      </p>
      <div className="mt-2">
        <ActionForm
          action={decideOutsideOfferAction}
          className="max-w-2xl space-y-4"
          aria-label={`Answer to ${offer.name}`}
        >
          <input type="hidden" name="offerId" value={offer.id} />
          <input type="hidden" name="version" value={offer.version} />
          <FormDisclosure summary="Answer, or correct it">
            <SelectField
              name="state"
              label="What became of it"
              defaultValue={offer.state}
              options={OUTSIDE_OFFER_STATES.map((value) => ({
                value,
                label: OUTSIDE_STATE_WORDS[value].label,
              }))}
            />
            <TextField
              name="on"
              type="date"
              label="Answered on"
              defaultValue={offer.decidedOn ?? at.today}
              max={at.today}
              width="medium"
            />
            <TextField
              name="withdrawnOn"
              type="date"
              label="Withdrew from the Match on"
              note="once you have"
              defaultValue={offer.withdrawnOn}
              max={at.today}
              width="medium"
            />
            <SubmitButton kind="secondary">Save</SubmitButton>
          </FormDisclosure>
        </ActionForm>
        <ActionForm action={removeOutsideOfferAction} className="mt-3" aria-label={`Remove ${offer.name}`}>
          <input type="hidden" name="offerId" value={offer.id} />
          <SubmitButton kind="danger" isSmall>
            Remove this offer
          </SubmitButton>
        </ActionForm>
      </div>
    </li>
  )
}
