import { RadioGroupField } from '@/app/_ui/choice-field'
import { TextField } from '@/app/_ui/field'
import { type ProfileValues, sectionOf } from '@/db/queries/profile'
import { GRADUATION_STATUSES } from '@/lib/profile/applicant'
import { GRADUATION_LABELS } from '@/lib/profile/words'
import { saveGraduationAction } from '../actions'
import { choicesOrNotSaid } from './choices'
import { SectionForm } from './section-form'
import { type SectionFrame, SectionPanel } from './section-panel'
import { STORED_WORDS } from './section-words'

export function GraduationSection({ values, frame }: { values: ProfileValues; frame: SectionFrame }) {
  const { values: graduation, seen } = sectionOf(values, 'graduation')
  return (
    <SectionPanel
      section="graduation"
      frame={frame}
      lead="Some programs publish a limit on the years since graduation. A limit that a program does not publish does not exist here."
    >
      <SectionForm
        section="graduation"
        action={saveGraduationAction}
        seen={seen}
        stored={STORED_WORDS.graduation(graduation)}
      >
        <RadioGroupField
          name="graduationStatus"
          legend="Medical school"
          defaultValue={graduation.graduationStatus ?? ''}
          choices={choicesOrNotSaid(GRADUATION_STATUSES, GRADUATION_LABELS)}
        />
        <TextField
          name="graduationOn"
          type="date"
          label="Day of graduation"
          note="empty: not said"
          hint="The expected day if you are still enrolled. If you know only the month, take its last day."
          width="medium"
          defaultValue={graduation.graduationOn}
        />
      </SectionForm>
    </SectionPanel>
  )
}
