import { CheckboxGroupField, RadioGroupField } from '@/app/_ui/choice-field'
import { TextField } from '@/app/_ui/field'
import { type ProfileValues, sectionOf } from '@/db/queries/profile'
import { CERTIFICATE_VALIDITY, NEEDED_FOR_MATCH, NEEDED_FOR_TRAINING_START } from '@/lib/facts/ecfmg'
import { ECFMG_STATUSES, ECFMG_STEPS } from '@/lib/profile/applicant'
import { ECFMG_STATUS_LABELS, ECFMG_STEP_LABELS } from '@/lib/profile/words'
import { saveEcfmgAction } from '../actions'
import { choicesOf, choicesOrNotSaid, tickedOf } from './choices'
import { RuleNote } from './rule-note'
import { SectionForm } from './section-form'
import { type SectionFrame, SectionPanel } from './section-panel'
import { STORED_WORDS } from './section-words'
import { YesNoField } from './yes-no-field'

export function EcfmgSection({ values, frame }: { values: ProfileValues; frame: SectionFrame }) {
  const { values: ecfmg, seen } = sectionOf(values, 'ecfmg')
  return (
    <SectionPanel
      section="ecfmg"
      frame={frame}
      lead="The certificate is needed before training starts; the exams and requirements behind it, by the rank list deadline."
    >
      <SectionForm section="ecfmg" action={saveEcfmgAction} seen={seen} stored={STORED_WORDS.ecfmg(ecfmg)}>
        <RadioGroupField
          name="ecfmgStatus"
          legend="Where it stands"
          defaultValue={ecfmg.ecfmgStatus ?? ''}
          choices={choicesOrNotSaid(ECFMG_STATUSES, ECFMG_STATUS_LABELS)}
        />
        <CheckboxGroupField
          name="ecfmgSteps"
          legend="On the way: steps that are done"
          note="nothing ticked: not said"
          defaultValues={tickedOf(ecfmg.ecfmgSteps)}
          choices={[
            ...choicesOf(ECFMG_STEPS, ECFMG_STEP_LABELS),
            { value: 'none', label: 'None of these yet' },
          ]}
        />
        <fieldset className="space-y-5">
          <legend className="mb-1.5 font-medium">Once certified</legend>
          <div className="grid gap-5 sm:grid-cols-2">
            <TextField
              name="ecfmgCertifiedOn"
              type="date"
              label="Issued on"
              note="empty: not said"
              defaultValue={ecfmg.ecfmgCertifiedOn}
            />
            <TextField
              name="ecfmgValidUntil"
              type="date"
              label="Valid until"
              note="empty: not said"
              defaultValue={ecfmg.ecfmgValidUntil}
            />
          </div>
          <YesNoField
            name="isEcfmgPermanent"
            legend="Is it permanent, without a last day?"
            value={ecfmg.isEcfmgPermanent}
          />
        </fieldset>
      </SectionForm>
      <ul className="mt-5 max-w-prose space-y-1.5 text-sm text-mute">
        <li>
          <RuleNote rule={NEEDED_FOR_TRAINING_START}>Needed: {NEEDED_FOR_TRAINING_START.value}.</RuleNote>
        </li>
        <li>
          <RuleNote rule={NEEDED_FOR_MATCH}>{NEEDED_FOR_MATCH.value}.</RuleNote>
        </li>
        <li>
          <RuleNote rule={CERTIFICATE_VALIDITY}>
            A certificate gained through a Pathway can end before training starts, so its last day counts. It
            becomes permanent {CERTIFICATE_VALIDITY.value.becomesPermanent}.
          </RuleNote>
        </li>
      </ul>
    </SectionPanel>
  )
}
