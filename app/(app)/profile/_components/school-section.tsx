import { RadioGroupField } from '@/app/_ui/choice-field'
import { SelectField } from '@/app/_ui/field'
import { type ProfileValues, sectionOf } from '@/db/queries/profile'
import { CLASS_STANDINGS, GRADES } from '@/lib/profile/applicant'
import { CLASS_STANDING_LABELS, GRADE_LABELS, NOT_SAID } from '@/lib/profile/words'
import { saveSchoolAction } from '../actions'
import { choicesOrNotSaid, optionsOf } from './choices'
import { SectionForm } from './section-form'
import { type SectionFrame, SectionPanel } from './section-panel'
import { STORED_WORDS } from './section-words'

export function SchoolSection({ values, frame }: { values: ProfileValues; frame: SectionFrame }) {
  const { values: school, seen } = sectionOf(values, 'school')
  const grades = optionsOf(GRADES, GRADE_LABELS, NOT_SAID)
  return (
    <SectionPanel
      section="school"
      frame={frame}
      lead="Schools grade differently: choose the nearest word. Which school or country it was is not asked."
    >
      <SectionForm
        section="school"
        action={saveSchoolAction}
        seen={seen}
        stored={STORED_WORDS.school(school)}
      >
        <RadioGroupField
          name="schoolStanding"
          legend="Place in the class"
          defaultValue={school.schoolStanding ?? ''}
          choices={choicesOrNotSaid(CLASS_STANDINGS, CLASS_STANDING_LABELS)}
        />
        <div className="grid gap-5 sm:grid-cols-3">
          <SelectField
            name="pediatricsGrade"
            label="Pediatrics"
            width="full"
            defaultValue={school.pediatricsGrade}
            options={grades}
          />
          <SelectField
            name="medicineGrade"
            label="Internal medicine"
            width="full"
            defaultValue={school.medicineGrade}
            options={grades}
          />
          <SelectField
            name="neurologyGrade"
            label="Neurology"
            width="full"
            defaultValue={school.neurologyGrade}
            options={grades}
          />
        </div>
      </SectionForm>
    </SectionPanel>
  )
}
