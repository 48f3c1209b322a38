import { type ProfileValues, sectionOf } from '@/db/queries/profile'
import { saveExplanationAction } from '../actions'
import { SectionForm } from './section-form'
import { type SectionFrame, SectionPanel } from './section-panel'
import { STORED_WORDS } from './section-words'
import { YesNoField } from './yes-no-field'

/** Asked only of someone with an attempt that did not pass: for anyone else it would raise a question that nobody has. */
export function ExplanationSection({ values, frame }: { values: ProfileValues; frame: SectionFrame }) {
  const { values: explanation, seen } = sectionOf(values, 'explanation')
  return (
    <SectionPanel
      section="explanation"
      frame={frame}
      lead="One short, honest passage on what changed, in ERAS’ Additional Information or a line of the statement, eases the concern (article, B3 and B6)."
    >
      <SectionForm
        section="explanation"
        action={saveExplanationAction}
        seen={seen}
        stored={STORED_WORDS.explanation(explanation)}
      >
        <YesNoField
          name="isExplanationOnFile"
          legend="Have you written it?"
          value={explanation.isExplanationOnFile}
        />
      </SectionForm>
    </SectionPanel>
  )
}
