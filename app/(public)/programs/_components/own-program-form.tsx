import type { FormAction } from '@/app/_server/action'
import { ActionForm } from '@/app/_ui/action-form'
import { Disclosure } from '@/app/_ui/disclosure'
import { SelectField, TextField } from '@/app/_ui/field'
import { SubmitButton } from '@/app/_ui/submit-button'
import type { CatalogueProgram } from '@/lib/programs/catalogue-program'
import { FACT_FIELDS, type ProgramFact } from '@/lib/programs/fact'
import { FIELD_LABELS, valueWords } from '@/lib/programs/fact-words'
import { OWN_FACT_FIELDS, OWN_READING, type OwnFactField } from '@/lib/programs/own-program-fields'
import { PATHWAYS } from '@/lib/programs/pathway'
import { pathwayName } from '@/lib/programs/pathway-words'
import { STATE_NAMES } from '@/lib/programs/states'

const HINTS: Readonly<Partial<Record<OwnFactField, string>>> = {
  min_step2ck: 'Only a published minimum. “We prefer” is not one.',
  resident_pay_from_training_grant: 'Such pay often excludes temporary visas.',
  required_acgme_months: 'Two-year genetics asks for at least 12.',
}

const PATHWAY_OPTIONS = [
  { value: '', label: 'Choose…' },
  ...PATHWAYS.map((pathway) => ({ value: pathway, label: pathwayName(pathway) })),
]
const STATE_OPTIONS = [
  { value: '', label: 'Not known' },
  ...Object.entries(STATE_NAMES).map(([value, label]) => ({ value, label })),
]
const SCOPE_OPTIONS = [
  { value: 'program', label: 'The program itself' },
  { value: 'parent', label: 'Its parent residency' },
  { value: 'institution', label: 'Only its institution' },
]

type Known = Partial<Omit<CatalogueProgram, 'facts'>> & { facts?: readonly ProgramFact[] }

/**
 * A program of one's own: who, where, which door, and whatever is known of it. An empty field is unknown, and stays so in
 * the fit. `hidden` carries the form's id, or the program's id and version.
 */
export function OwnProgramForm({
  action,
  known = {},
  hidden,
  isNew,
}: {
  action: FormAction
  known?: Known
  hidden: Readonly<Record<string, string | number>>
  isNew: boolean
}) {
  const factOf = (field: OwnFactField) =>
    known.facts?.find((fact) => fact.field === field && fact.origin === 'own')
  return (
    <ActionForm action={action} id="own-program" aria-label="Program of your own">
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <fieldset className="min-w-0 space-y-5">
        <legend className="mb-3 text-lg font-semibold">The program</legend>
        <TextField
          name="sponsor"
          label="Hospital or university"
          defaultValue={known.sponsor}
          maxLength={200}
          isRequired
        />
        <SelectField
          name="pathway"
          label="Pathway"
          hint="It decides the match, the calendar, the fees and who may enter."
          options={PATHWAY_OPTIONS}
          defaultValue={known.pathway}
          width="full"
          isRequired
        />
        <div className="grid gap-5 sm:grid-cols-2">
          <TextField name="city" label="City" note="optional" defaultValue={known.city} maxLength={100} />
          <SelectField
            name="state"
            label="State"
            options={STATE_OPTIONS}
            defaultValue={known.state}
            width="full"
          />
        </div>
        <Disclosure
          summary="Name, numbers and web page"
          isOpen={Boolean(known.url || known.acgmeId || known.nrmpCode)}
        >
          <div className="grid gap-5 sm:grid-cols-2">
            <TextField
              name="name"
              label="Name of the program"
              note="optional"
              defaultValue={known.name}
              maxLength={200}
            />
            <TextField
              name="url"
              label="Web page"
              note="optional"
              type="url"
              defaultValue={known.url}
              placeholder="https://"
            />
            <TextField
              name="acgmeId"
              label="ACGME number"
              note="optional"
              defaultValue={known.acgmeId}
              maxLength={20}
            />
            <TextField
              name="nrmpCode"
              label="NRMP code"
              note="optional"
              defaultValue={known.nrmpCode}
              maxLength={20}
            />
          </div>
        </Disclosure>
      </fieldset>

      <fieldset className="min-w-0">
        <legend className="text-lg font-semibold">What you know of it</legend>
        <p className="mt-1 mb-4 max-w-prose text-mute">
          Leave empty what you do not know: it stays unknown in the fit, and becomes a question to ask.
        </p>
        <div className="grid items-start gap-x-6 gap-y-6 sm:grid-cols-2">
          {OWN_FACT_FIELDS.map((field) => (
            <OwnFactInput key={field} field={field} fact={factOf(field)} />
          ))}
        </div>
      </fieldset>

      <fieldset className="min-w-0">
        <legend className="text-lg font-semibold">Where you read it</legend>
        <p className="mt-1 mb-4 max-w-prose text-mute">
          One source for all of the above that has none of its own. Without one it stands as “{OWN_READING}”.
        </p>
        <div className="grid gap-5 sm:grid-cols-[2fr_2fr_1fr]">
          <TextField name="sourceTitle" label="Source" note="optional" maxLength={200} />
          <TextField name="sourceUrl" label="Its address" note="optional" type="url" placeholder="https://" />
          <TextField name="sourceYear" label="Year on it" note="optional" inputMode="numeric" />
        </div>
      </fieldset>

      <div className="flex flex-wrap gap-3">
        {isNew ? (
          <>
            <SubmitButton name="after" value="list">
              Save and add to list
            </SubmitButton>
            <SubmitButton kind="secondary" name="after" value="save">
              Save only
            </SubmitButton>
          </>
        ) : (
          <SubmitButton>Save changes</SubmitButton>
        )}
      </div>
    </ActionForm>
  )
}

function OwnFactInput({ field, fact }: { field: OwnFactField; fact: ProgramFact | undefined }) {
  const kind = FACT_FIELDS[field]
  const label = FIELD_LABELS[field]
  const hint = HINTS[field]
  const hasSource = fact !== undefined && (fact.source.title !== OWN_READING || fact.source.url !== null)
  return (
    <div className="min-w-0 space-y-1">
      {kind.kind === 'choice' ? (
        <SelectField
          name={field}
          label={label}
          {...(hint && { hint })}
          defaultValue={fact?.value}
          width="full"
          options={[
            { value: '', label: 'Unknown' },
            ...kind.options.map((option) => ({ value: option, label: capital(valueWords(field, option)) })),
          ]}
        />
      ) : (
        <TextField
          name={field}
          label={label}
          note="unknown if empty"
          {...(hint && { hint })}
          type={kind.kind === 'date' ? 'date' : 'text'}
          inputMode={kind.kind === 'number' ? 'numeric' : undefined}
          defaultValue={fact?.value}
          width="medium"
        />
      )}
      <Disclosure
        summary={<span className="text-sm font-normal">Another source for this</span>}
        isOpen={hasSource || fact?.year != null || (fact !== undefined && fact.scope !== 'program')}
      >
        <div className="grid gap-3 border-l border-line pl-4">
          <SelectField
            name={`${field}.scope`}
            label="Who says it"
            options={SCOPE_OPTIONS}
            defaultValue={fact?.scope}
            width="full"
          />
          <TextField
            name={`${field}.title`}
            label="Source"
            defaultValue={hasSource ? fact.source.title : ''}
            maxLength={200}
          />
          <TextField
            name={`${field}.url`}
            label="Its address"
            type="url"
            placeholder="https://"
            defaultValue={fact?.source.url}
          />
          <TextField
            name={`${field}.year`}
            label="Year on it"
            hint="Empty when it bears no date."
            inputMode="numeric"
            defaultValue={fact?.year}
            width="narrow"
          />
        </div>
      </Disclosure>
    </div>
  )
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
