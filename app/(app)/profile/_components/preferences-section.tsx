import { CheckboxGroupField, RadioGroupField } from '@/app/_ui/choice-field'
import { Disclosure } from '@/app/_ui/disclosure'
import { type ProfileValues, sectionOf } from '@/db/queries/profile'
import { SETTING_PREFERENCES } from '@/lib/profile/applicant'
import { RESEARCH_PREFERENCE_LABELS, SETTING_LABELS } from '@/lib/profile/words'
import { PATHWAYS } from '@/lib/programs/pathway'
import { PATHWAY_WORDS } from '@/lib/programs/pathway-words'
import { STATE_NAMES } from '@/lib/programs/states'
import { savePreferencesAction } from '../actions'
import { choicesOf, choicesOrNotSaid } from './choices'
import { SectionForm } from './section-form'
import { type SectionFrame, SectionPanel } from './section-panel'
import { STORED_WORDS } from './section-words'

export function PreferencesSection({ values, frame }: { values: ProfileValues; frame: SectionFrame }) {
  const { values: preferences, seen } = sectionOf(values, 'preferences')
  return (
    <SectionPanel
      section="preferences"
      frame={frame}
      lead="What you would like. It sorts programs of one standing and never turns one standing into another. Nothing ticked means that anything will do."
    >
      <SectionForm
        section="preferences"
        action={savePreferencesAction}
        seen={seen}
        stored={STORED_WORDS.preferences(preferences)}
      >
        <CheckboxGroupField
          name="preferredPathways"
          legend="Pathways"
          hint={`Two-year genetics: ${PATHWAY_WORDS.mgg.entry.replace(/^Only/, 'only')}`}
          defaultValues={preferences.preferredPathways}
          choices={PATHWAYS.map((pathway) => ({ value: pathway, label: PATHWAY_WORDS[pathway].name }))}
        />
        <CheckboxGroupField
          name="preferredSettings"
          legend="Settings"
          defaultValues={preferences.preferredSettings}
          choices={choicesOf(SETTING_PREFERENCES, SETTING_LABELS)}
        />
        <RadioGroupField
          name="preferredResearch"
          legend="Research"
          defaultValue={preferences.preferredResearch ?? ''}
          choices={choicesOrNotSaid(['high', 'any'], RESEARCH_PREFERENCE_LABELS)}
        />
        <Disclosure summary={`States: ${stateNames(preferences.preferredStates)}`}>
          <CheckboxGroupField
            name="preferredStates"
            legend="States"
            defaultValues={preferences.preferredStates}
            choices={Object.entries(STATE_NAMES).map(([value, label]) => ({ value, label }))}
          />
        </Disclosure>
      </SectionForm>
    </SectionPanel>
  )
}

/** The states by name while they are few, so that the folded list still says what is chosen. */
function stateNames(codes: readonly string[]): string {
  if (codes.length === 0) return 'any'
  if (codes.length > 4) return `${codes.length} chosen`
  return codes.map((code) => STATE_NAMES[code] ?? code).join(', ')
}
