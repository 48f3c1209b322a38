import { ActionForm } from '@/app/_ui/action-form'
import { TextField } from '@/app/_ui/field'
import { FormDisclosure } from '@/app/_ui/form-disclosure'
import { SubmitButton } from '@/app/_ui/submit-button'
import { CBSSA } from '@/lib/facts/nbme'
import type { LowPassBand } from '@/lib/readiness/step1'
import { saveLowPassBandAction } from '../actions'

/** The low-pass band that the person's own CBSSA report prints; without it one read off a sample is taken. */
export function BandForm({ band }: { band: LowPassBand | null }) {
  const { from, to } = CBSSA.value.lowPassBand
  return (
    <ActionForm id="band" action={saveLowPassBandAction} aria-label="Low-pass band">
      <FormDisclosure
        summary={
          band
            ? `Your report’s low-pass band: ${band.from} to ${band.to} per cent`
            : 'Enter the low-pass band that your report prints'
        }
      >
        <p className="max-w-prose text-mute">
          The CBSSA report draws it on its score scale. Without yours, {from} to {to} per cent is taken, read
          off a sample report. Leave both empty to take that again.
        </p>
        <div className="grid max-w-md grid-cols-2 gap-4">
          <TextField name="from" label="From" inputMode="numeric" suffix="%" defaultValue={band?.from} />
          <TextField name="to" label="To" inputMode="numeric" suffix="%" defaultValue={band?.to} />
        </div>
        <SubmitButton kind="secondary">Save the band</SubmitButton>
      </FormDisclosure>
    </ActionForm>
  )
}
