import { CheckboxGroupField } from '@/app/_ui/choice-field'
import { type ProfileValues, sectionOf } from '@/db/queries/profile'
import { NICHES } from '@/lib/profile/applicant'
import { NICHE_LABELS } from '@/lib/profile/words'
import { saveNichesAction } from '../actions'
import { choicesOf, tickedOf } from './choices'
import { SectionForm } from './section-form'
import { type SectionFrame, SectionPanel } from './section-panel'
import { STORED_WORDS } from './section-words'

export function NichesSection({ values, frame }: { values: ProfileValues; frame: SectionFrame }) {
  const { values: strengths, seen } = sectionOf(values, 'niches')
  return (
    <SectionPanel
      section="niches"
      frame={frame}
      lead="What few other applicants bring to genetics (article, D2). Tick what you could show in an interview."
    >
      <SectionForm
        section="niches"
        action={saveNichesAction}
        seen={seen}
        stored={STORED_WORDS.niches(strengths)}
      >
        <CheckboxGroupField
          name="niches"
          legend="Strengths"
          note="nothing ticked: not said"
          defaultValues={tickedOf(strengths.niches)}
          choices={[...choicesOf(NICHES, NICHE_LABELS), { value: 'none', label: 'None of these' }]}
        />
      </SectionForm>
    </SectionPanel>
  )
}
