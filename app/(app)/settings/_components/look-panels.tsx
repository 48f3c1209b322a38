import type { SignedIn } from '@/app/_server/auth'
import { ActionForm } from '@/app/_ui/action-form'
import { RadioGroupField } from '@/app/_ui/choice-field'
import { SelectField } from '@/app/_ui/field'
import { Panel } from '@/app/_ui/panel'
import { SubmitButton } from '@/app/_ui/submit-button'
import { zoneGroups, zoneName } from '@/lib/dates/zones'
import { saveThemeAction, saveZoneAction } from '../actions'

/** Time zone and theme. `guess` is the zone that the browser reported; it is offered until the person has said theirs. */
export function LookPanels({ viewer, guess }: { viewer: SignedIn; guess: string }) {
  const shown = viewer.isTimeZoneChosen ? viewer.timeZone : guess
  return (
    <>
      <Panel
        title="Time zone"
        id="zone"
        lead={
          viewer.isTimeZoneChosen
            ? `Dates and hours are shown for ${zoneName(viewer.timeZone)}, beside Eastern time where a deadline is meant.`
            : `We guessed ${zoneName(shown)}. Save it if that is right, or choose another.`
        }
      >
        <ActionForm action={saveZoneAction} id="zone-form" className="space-y-4">
          <SelectField
            name="timeZone"
            label="Time zone"
            defaultValue={shown}
            options={zoneGroups().map(({ region, zones }) => ({
              label: region,
              options: zones.map(({ zone, name }) => ({ value: zone, label: name })),
            }))}
          />
          <SubmitButton kind="secondary">Save time zone</SubmitButton>
        </ActionForm>
      </Panel>
      <Panel title="Appearance" id="theme">
        <ActionForm action={saveThemeAction} id="theme-form" className="space-y-4">
          <RadioGroupField
            name="theme"
            legend="Light or dark"
            defaultValue={viewer.theme}
            choices={[
              { value: 'system', label: 'As this device has it' },
              { value: 'light', label: 'Light' },
              { value: 'dark', label: 'Dark' },
            ]}
          />
          <SubmitButton kind="secondary">Save appearance</SubmitButton>
        </ActionForm>
      </Panel>
    </>
  )
}
