import { CheckboxGroupField, RadioGroupField } from '@/app/_ui/choice-field'
import { SelectField, TextField } from '@/app/_ui/field'
import type { ClinicalRow, LetterRow, PublicationRow, ResearchRow } from '@/db/queries/profile'
import {
  AUTHOR_POSITIONS,
  CLINICAL_KINDS,
  CLINICAL_SPECIALTIES,
  LETTER_AUTHORS,
  LETTER_STATES,
  LETTER_TOPICS,
  PUBLICATION_KINDS,
  PUBLICATION_STATES,
  RESEARCH_FIELDS,
  RESEARCH_ROLES,
} from '@/lib/profile/applicant'
import {
  AUTHOR_LABELS,
  CLINICAL_KIND_LABELS,
  CLINICAL_SPECIALTY_LABELS,
  LETTER_AUTHOR_LABELS,
  LETTER_STATE_LABELS,
  LETTER_TOPIC_LABELS,
  PUBLICATION_KIND_LABELS,
  PUBLICATION_STATE_LABELS,
  RESEARCH_FIELD_LABELS,
  RESEARCH_ROLE_LABELS,
} from '@/lib/profile/words'
import { choicesOf, optionsOf } from './choices'

/* The fields of one entry of each list: the same when it is added and when it is changed. */

const GRID = 'grid items-end gap-5 sm:grid-cols-2'

export function ClinicalFields({ entry }: { entry?: ClinicalRow }) {
  return (
    <div className={GRID}>
      <SelectField
        name="kind"
        label="Kind"
        width="full"
        defaultValue={entry?.kind}
        options={optionsOf(CLINICAL_KINDS, CLINICAL_KIND_LABELS)}
      />
      <SelectField
        name="specialty"
        label="Specialty"
        width="full"
        defaultValue={entry?.specialty}
        options={optionsOf(CLINICAL_SPECIALTIES, CLINICAL_SPECIALTY_LABELS)}
      />
      <TextField name="place" label="Place" note="optional" maxLength={120} defaultValue={entry?.place} />
      <TextField
        name="weeks"
        label="Length"
        inputMode="numeric"
        width="narrow"
        suffix="weeks"
        defaultValue={entry?.weeks}
      />
    </div>
  )
}

export function ResearchFields({ entry }: { entry?: ResearchRow }) {
  return (
    <>
      <div className={GRID}>
        <SelectField
          name="field"
          label="Field"
          width="full"
          defaultValue={entry?.field}
          options={optionsOf(RESEARCH_FIELDS, RESEARCH_FIELD_LABELS)}
        />
        <SelectField
          name="role"
          label="Your part in it"
          width="full"
          defaultValue={entry?.role}
          options={optionsOf(RESEARCH_ROLES, RESEARCH_ROLE_LABELS)}
        />
        <TextField name="topic" label="Topic" note="optional" maxLength={200} defaultValue={entry?.topic} />
        <TextField
          name="months"
          label="Length"
          inputMode="numeric"
          width="narrow"
          suffix="months"
          defaultValue={entry?.months}
        />
      </div>
      <RadioGroupField
        name="isInUs"
        legend="Where"
        defaultValue={entry?.isInUs ? 'yes' : 'no'}
        choices={[
          { value: 'no', label: 'Outside the US' },
          { value: 'yes', label: 'In the US' },
        ]}
      />
    </>
  )
}

export function PublicationFields({ entry }: { entry?: PublicationRow }) {
  return (
    <>
      <TextField name="title" label="Title" note="optional" maxLength={300} defaultValue={entry?.title} />
      <div className={GRID}>
        <SelectField
          name="field"
          label="Field"
          width="full"
          defaultValue={entry?.field}
          options={optionsOf(RESEARCH_FIELDS, RESEARCH_FIELD_LABELS)}
        />
        <SelectField
          name="kind"
          label="Kind"
          width="full"
          defaultValue={entry?.kind}
          options={optionsOf(PUBLICATION_KINDS, PUBLICATION_KIND_LABELS)}
        />
        <SelectField
          name="author"
          label="Your place among the authors"
          width="full"
          defaultValue={entry?.author}
          options={optionsOf(AUTHOR_POSITIONS, AUTHOR_LABELS)}
        />
        <SelectField
          name="state"
          label="How far it is"
          width="full"
          defaultValue={entry?.state}
          options={optionsOf(PUBLICATION_STATES, PUBLICATION_STATE_LABELS)}
        />
      </div>
    </>
  )
}

export function LetterFields({ entry }: { entry?: LetterRow }) {
  return (
    <>
      <div className={GRID}>
        <SelectField
          name="author"
          label="Who writes it"
          width="full"
          defaultValue={entry?.author}
          options={optionsOf(LETTER_AUTHORS, LETTER_AUTHOR_LABELS)}
        />
        <SelectField
          name="state"
          label="How far it is"
          width="full"
          defaultValue={entry?.state}
          options={optionsOf(LETTER_STATES, LETTER_STATE_LABELS)}
        />
        <TextField
          name="writer"
          label="Name, for yourself"
          note="optional"
          maxLength={120}
          defaultValue={entry?.writer}
        />
      </div>
      <CheckboxGroupField
        name="topics"
        legend="What it speaks of"
        note="if you know"
        defaultValues={entry?.topics ?? []}
        choices={choicesOf(LETTER_TOPICS, LETTER_TOPIC_LABELS)}
      />
    </>
  )
}
