import { ActionForm } from '@/app/_ui/action-form'
import { CheckboxGroupField, RadioGroupField } from '@/app/_ui/choice-field'
import { SelectField, TextField } from '@/app/_ui/field'
import { OnConflict } from '@/app/_ui/on-conflict'
import { SubmitButton } from '@/app/_ui/submit-button'
import { choicesOf, choicesOrNotSaid, optionsOf } from '@/app/(app)/profile/_components/choices'
import { zoneGroups, zoneName } from '@/lib/dates/zones'
import { citation } from '@/lib/fit/criteria'
import { DIRECTOR_TOPICS, KNOWLEDGE, type TrackedLetter, WAIVERS, WORK_WEEKS } from '@/lib/letters/letter'
import {
  COVERAGE_TOPIC_LABELS,
  DIRECTOR_TOPIC_LABELS,
  KNOWLEDGE_LABELS,
  letterName,
  WAIVER_LABELS,
  WEEK_LABELS,
} from '@/lib/letters/words'
import { LETTER_AUTHORS, LETTER_TOPICS } from '@/lib/profile/applicant'
import { LETTER_AUTHOR_LABELS, LETTER_TOPIC_LABELS } from '@/lib/profile/words'
import { saveWriterAction } from '../actions'

export function WriterForm({ letter, seen }: { letter: TrackedLetter; seen: string }) {
  return (
    <ActionForm id="writer-form" action={saveWriterAction} aria-label="Who writes the letter">
      <input type="hidden" name="id" value={letter.id} />
      <input type="hidden" name="seen" value={seen} />
      <OnConflict>
        <p>{letterName(letter)}</p>
        <p className="text-mute">{letter.topics.map((topic) => COVERAGE_TOPIC_LABELS[topic]).join('; ')}</p>
      </OnConflict>
      <div className="grid items-end gap-5 sm:grid-cols-2">
        <SelectField
          name="author"
          label="Kind and place"
          width="full"
          defaultValue={letter.author}
          options={optionsOf(LETTER_AUTHORS, LETTER_AUTHOR_LABELS)}
        />
        <TextField
          name="writer"
          label="Name, for yourself"
          note="optional"
          maxLength={120}
          defaultValue={letter.writer}
        />
      </div>
      <RadioGroupField
        name="knowledge"
        legend="How well they know your work"
        layout="column"
        defaultValue={letter.knowledge ?? ''}
        choices={choicesOrNotSaid(KNOWLEDGE, KNOWLEDGE_LABELS)}
      />
      <CheckboxGroupField
        name="topics"
        legend="It speaks of, or is asked to speak of"
        note={citation(['E5', 'B7'])}
        layout="column"
        defaultValues={[...letter.topics]}
        choices={choicesOf(LETTER_TOPICS, LETTER_TOPIC_LABELS)}
      />
      <CheckboxGroupField
        name="directorTopics"
        legend="And of what directors look for"
        note={citation(['A5'])}
        layout="column"
        defaultValues={[...letter.topics]}
        choices={choicesOf(DIRECTOR_TOPICS, DIRECTOR_TOPIC_LABELS)}
      />
      <RadioGroupField
        name="waiver"
        legend="Your right to read it"
        hint="You say so in MyERAS when you create the entry. Letters that their writer knows to be closed are commonly read with more trust: the field’s practice, no published rule was read for it."
        layout="column"
        defaultValue={letter.waiver ?? ''}
        choices={choicesOrNotSaid(WAIVERS, WAIVER_LABELS)}
      />
      <div className="grid items-end gap-5 sm:grid-cols-2">
        <SelectField
          name="zone"
          label="Their time zone"
          width="full"
          defaultValue={letter.zone ?? ''}
          options={[
            { value: '', label: 'Not said' },
            ...(letter.zone ? [{ value: letter.zone, label: zoneName(letter.zone) }] : []),
            ...zoneGroups().map(({ region, zones }) => ({
              label: region,
              options: zones
                .filter(({ zone }) => zone !== letter.zone)
                .map(({ zone, name }) => ({ value: zone, label: name })),
            })),
          ]}
        />
        <SelectField
          name="week"
          label="They work"
          width="full"
          defaultValue={letter.week}
          options={optionsOf(WORK_WEEKS, WEEK_LABELS)}
        />
      </div>
      <SubmitButton>Save the writer</SubmitButton>
    </ActionForm>
  )
}
