import { RadioGroupField } from '@/app/_ui/choice-field'
import { TextField } from '@/app/_ui/field'
import { type ProfileValues, sectionOf } from '@/db/queries/profile'
import { PREREQUISITE_OUTSIDE_ACGME, TWO_YEAR_GENETICS } from '@/lib/facts/training-structure'
import { ABMGG_CREDIT } from '@/lib/profile/applicant'
import { ABMGG_CREDIT_LABELS } from '@/lib/profile/words'
import { saveTrainingAction } from '../actions'
import { choicesOrNotSaid } from './choices'
import { RuleNote } from './rule-note'
import { SectionForm } from './section-form'
import { type SectionFrame, SectionPanel } from './section-panel'
import { STORED_WORDS } from './section-words'
import { YesNoField } from './yes-no-field'

export function TrainingSection({ values, frame }: { values: ProfileValues; frame: SectionFrame }) {
  const { values: training, seen } = sectionOf(values, 'training')
  return (
    <SectionPanel
      section="training"
      frame={frame}
      lead="Months of residency, in the US and elsewhere. 0 is an answer; an empty field means that you have not said."
    >
      <SectionForm
        section="training"
        action={saveTrainingAction}
        seen={seen}
        stored={STORED_WORDS.training(training)}
      >
        <div className="grid items-end gap-5 sm:grid-cols-2">
          <Months name="acgmeMonths" label="ACGME training in the US" value={training.acgmeMonths} />
          <Months
            name="acgmePatientCareMonths"
            label="of which patient care"
            value={training.acgmePatientCareMonths}
          />
        </div>
        <p className="max-w-prose text-sm text-mute">
          <RuleNote rule={TWO_YEAR_GENETICS}>
            Two-year genetics opens after {TWO_YEAR_GENETICS.value.minAcgmeMonths} ACGME months with{' '}
            {TWO_YEAR_GENETICS.value.minPatientCareMonths} of patient care; many programs ask for more.
          </RuleNote>
        </p>
        <div className="grid items-end gap-5 sm:grid-cols-3">
          <Months name="abroadMonths" label="Residency outside the US" value={training.abroadMonths} />
          <Months name="pediatricsMonths" label="Pediatrics, anywhere" value={training.pediatricsMonths} />
          <Months name="medicineMonths" label="Medicine, anywhere" value={training.medicineMonths} />
        </div>
        <RadioGroupField
          name="abmggCredit"
          legend="Credit from ABMGG for training abroad"
          hint={
            <RuleNote rule={PREREQUISITE_OUTSIDE_ACGME}>
              Its credentials committee may consider equivalent training: ask in writing. It is never a yes by
              itself.
            </RuleNote>
          }
          defaultValue={training.abmggCredit ?? ''}
          choices={choicesOrNotSaid(ABMGG_CREDIT, ABMGG_CREDIT_LABELS)}
        />
        <YesNoField
          name="isObgynCompleted"
          legend="Have you completed a residency in obstetrics and gynecology?"
          value={training.isObgynCompleted}
        />
      </SectionForm>
    </SectionPanel>
  )
}

function Months({ name, label, value }: { name: string; label: string; value: number | null }) {
  return (
    <TextField
      name={name}
      label={label}
      inputMode="numeric"
      width="medium"
      suffix="months"
      placeholder="Not said"
      defaultValue={value}
    />
  )
}
