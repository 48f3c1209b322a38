import { SelectField, TextField } from '@/app/_ui/field'
import {
  CONTACT_CHANNELS,
  CONTACT_DIRECTIONS,
  CONTACT_KINDS,
  CONTACT_OUTCOMES,
  type ContactChannel,
  type ContactDirection,
  type ContactKind,
  type ContactOutcome,
} from '@/lib/contacts/contact'
import {
  CONTACT_CHANNEL_LABELS,
  CONTACT_DIRECTION_LABELS,
  CONTACT_KIND_LABELS,
  CONTACT_OUTCOME_LABELS,
} from '@/lib/contacts/words'
import type { CalendarDate } from '@/lib/dates/calendar-date'

const options = <T extends string>(codes: readonly T[], labels: Readonly<Record<T, string>>) =>
  codes.map((value) => ({ value, label: labels[value] }))

/** When, of which kind, by whom, how, and what came of it. */
export function ContactFields({
  values,
  today,
}: {
  values: {
    kind: ContactKind
    direction: ContactDirection
    channel: ContactChannel
    outcome: ContactOutcome
    on: CalendarDate
    followUpOn: CalendarDate | null
    person: string
  }
  today: CalendarDate
}) {
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <SelectField
        name="kind"
        label="What it was"
        width="full"
        defaultValue={values.kind}
        options={options(CONTACT_KINDS, CONTACT_KIND_LABELS)}
      />
      <SelectField
        name="direction"
        label="Who wrote"
        width="full"
        defaultValue={values.direction}
        options={options(CONTACT_DIRECTIONS, CONTACT_DIRECTION_LABELS)}
      />
      <TextField name="on" type="date" label="On which day" defaultValue={values.on} max={today} />
      <SelectField
        name="channel"
        label="How"
        width="full"
        defaultValue={values.channel}
        options={options(CONTACT_CHANNELS, CONTACT_CHANNEL_LABELS)}
      />
      <SelectField
        name="outcome"
        label="What came of it"
        width="full"
        defaultValue={values.outcome}
        options={options(CONTACT_OUTCOMES, CONTACT_OUTCOME_LABELS)}
      />
      <TextField
        name="followUpOn"
        type="date"
        label="Look at it again on"
        note="optional"
        defaultValue={values.followUpOn}
      />
      <div className="sm:col-span-2">
        <TextField
          name="person"
          label="With whom"
          note="optional"
          maxLength={200}
          defaultValue={values.person}
        />
      </div>
    </div>
  )
}
