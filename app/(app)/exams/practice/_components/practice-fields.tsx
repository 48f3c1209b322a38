import { CheckboxGroupField, RadioGroupField } from '@/app/_ui/choice-field'
import { Disclosure } from '@/app/_ui/disclosure'
import { SelectField, TextAreaField, TextField } from '@/app/_ui/field'
import { EXAM_LABELS, PRACTICE_LABELS } from '@/lib/exams/attempt-words'
import { PRACTICE_EXAMS, PRACTICE_KINDS } from '@/lib/exams/practice'
import { GENETICS_AREAS, type LoggedResult, WEAK_SYSTEMS, WEAK_TOPICS } from '@/lib/exams/practice-detail'
import {
  GENETICS_AREA_LABELS,
  WEAK_SYSTEM_LABELS,
  WEAK_TOPIC_LABELS,
} from '@/lib/exams/practice-detail-words'
import { geneticsField, NONE_WEAK } from '@/lib/exams/practice-entry-input'

/** Every field of one practice result; `result` fills them for an edit. */
export function PracticeFields({ result }: { result?: LoggedResult }) {
  const hasDetails = Boolean(
    result && (result.weakSystems || result.weakTopics || result.genetics.length > 0 || result.note),
  )
  return (
    <>
      <div className="grid gap-5 sm:grid-cols-2">
        <SelectField
          name="kind"
          label="Practice test"
          width="full"
          defaultValue={result?.kind}
          options={[
            { value: '', label: 'Choose' },
            ...PRACTICE_KINDS.map((kind) => ({ value: kind, label: PRACTICE_LABELS[kind] })),
          ]}
        />
        <SelectField
          name="exam"
          label="Practised for"
          width="full"
          defaultValue={result?.exam}
          options={[
            { value: '', label: 'Choose' },
            ...PRACTICE_EXAMS.map((exam) => ({ value: exam, label: EXAM_LABELS[exam] })),
          ]}
        />
        <TextField name="takenOn" type="date" label="Day" defaultValue={result?.takenOn} />
        <TextField
          name="form"
          label="Form"
          note="number or name, optional"
          maxLength={40}
          defaultValue={result?.form}
        />
        <TextField
          name="score"
          label="Score"
          note="three digits"
          inputMode="numeric"
          width="narrow"
          defaultValue={result?.score}
        />
        <TextField
          name="percent"
          label="or percent"
          note="where the report has no score"
          inputMode="decimal"
          width="narrow"
          suffix="%"
          defaultValue={result?.percent}
        />
      </div>
      <div className="grid gap-5 sm:grid-cols-2">
        <RadioGroupField
          name="isTimed"
          legend="Under exam timing?"
          defaultValue={choiceOf(result?.isTimed)}
          choices={[
            { value: '', label: 'Not said', isUnknown: true },
            { value: 'yes', label: 'Timed' },
            { value: 'no', label: 'Untimed' },
          ]}
        />
        <RadioGroupField
          name="isMixed"
          legend="Subjects mixed?"
          defaultValue={choiceOf(result?.isMixed)}
          choices={[
            { value: '', label: 'Not said', isUnknown: true },
            { value: 'yes', label: 'Mixed' },
            { value: 'no', label: 'By subject' },
          ]}
        />
      </div>
      <Disclosure summary="Weak areas, genetics and a note" isOpen={hasDetails}>
        <div className="space-y-5">
          <CheckboxGroupField
            name="weakSystems"
            legend="Weak systems"
            hint="As the report shows them. Nothing ticked means not said."
            defaultValues={ticksOf(result?.weakSystems)}
            choices={[
              ...WEAK_SYSTEMS.map((system) => ({ value: system, label: WEAK_SYSTEM_LABELS[system] })),
              { value: NONE_WEAK, label: 'None stood out' },
            ]}
          />
          <CheckboxGroupField
            name="weakTopics"
            legend="Weak topics"
            defaultValues={ticksOf(result?.weakTopics)}
            choices={[
              ...WEAK_TOPICS.map((topic) => ({ value: topic, label: WEAK_TOPIC_LABELS[topic] })),
              { value: NONE_WEAK, label: 'None stood out' },
            ]}
          />
          <fieldset className="space-y-3">
            <legend className="font-medium">Genetics areas</legend>
            <p className="text-sm text-mute">
              How many questions each had and how many per cent were right, where you counted. Strong ones
              become talking points for interviews.
            </p>
            {GENETICS_AREAS.map((area) => {
              const held = result?.genetics.find((one) => one.area === area)
              return (
                <div key={area} className="grid items-end gap-x-5 gap-y-2 sm:grid-cols-[1fr_8rem_8rem]">
                  <p className="sm:pb-2">{GENETICS_AREA_LABELS[area]}</p>
                  <TextField
                    name={geneticsField(area, 'questions')}
                    label={<Named area={GENETICS_AREA_LABELS[area]}>Questions</Named>}
                    inputMode="numeric"
                    width="narrow"
                    defaultValue={held?.questions}
                  />
                  <TextField
                    name={geneticsField(area, 'percent')}
                    label={<Named area={GENETICS_AREA_LABELS[area]}>Right</Named>}
                    inputMode="decimal"
                    width="narrow"
                    suffix="%"
                    defaultValue={held?.percent}
                  />
                </div>
              )
            })}
          </fieldset>
          <TextAreaField
            name="note"
            label="Note"
            note="optional"
            rows={3}
            maxLength={1000}
            defaultValue={result?.note}
          />
        </div>
      </Disclosure>
    </>
  )
}

/** A short label that says its area to those who cannot see the row. */
function Named({ area, children }: { area: string; children: string }) {
  return (
    <>
      {children}
      <span className="sr-only">, {area}</span>
    </>
  )
}

function choiceOf(value: boolean | null | undefined): string {
  return value === null || value === undefined ? '' : value ? 'yes' : 'no'
}

function ticksOf(areas: readonly string[] | null | undefined): readonly string[] {
  return areas?.length === 0 ? [NONE_WEAK] : (areas ?? [])
}
