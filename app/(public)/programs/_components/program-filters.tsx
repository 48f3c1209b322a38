import { Disclosure } from '@/app/_ui/disclosure'
import { SelectField, TextField } from '@/app/_ui/field'
import { LinkButton } from '@/app/_ui/link-button'
import { SubmitButton } from '@/app/_ui/submit-button'
import { type CatalogueFilter, KEY_QUESTIONS } from '@/lib/catalogue/filter'
import { STANDINGS } from '@/lib/fit/ledger'
import { STANDING_WORDS } from '@/lib/fit/words'
import { FIELD_LABELS } from '@/lib/programs/fact-words'
import { PATHWAYS } from '@/lib/programs/pathway'
import { pathwayShortName } from '@/lib/programs/pathway-words'
import { stateName } from '@/lib/programs/states'

const VISA_OPTIONS = [
  { value: '', label: 'Any' },
  { value: 'yes', label: 'Yes' },
  { value: 'case_by_case', label: 'Case by case' },
  { value: 'no', label: 'No, as last known' },
  { value: 'unknown', label: 'Not known' },
]

/** A GET form: the address holds the whole filter, so a view can be kept, shared and gone back to. */
export function ProgramFilters({
  filter,
  states,
  hasStandings,
}: {
  filter: CatalogueFilter
  states: readonly string[]
  hasStandings: boolean
}) {
  const isFiltered =
    filter.query !== '' ||
    [filter.pathway, filter.state, filter.j1, filter.h1b, filter.standing, filter.unknown].some(Boolean)
  const hasMore =
    [filter.j1, filter.h1b, filter.standing, filter.unknown].some(Boolean) || filter.order !== 'sponsor'
  return (
    <form action="/programs" className="mb-6 space-y-3">
      <div className="grid grid-cols-2 items-end gap-3 md:grid-cols-[2fr_1fr_1fr_auto]">
        <div className="col-span-2 md:col-span-1">
          <TextField
            name="q"
            type="search"
            label="Search"
            placeholder="Sponsor, city, state or number"
            defaultValue={filter.query}
          />
        </div>
        <SelectField
          name="pathway"
          label="Pathway"
          width="full"
          defaultValue={filter.pathway}
          options={[
            { value: '', label: 'All' },
            ...PATHWAYS.map((pathway) => ({ value: pathway, label: pathwayShortName(pathway) })),
          ]}
        />
        <SelectField
          name="state"
          label="State"
          width="full"
          defaultValue={filter.state}
          options={[
            { value: '', label: 'All' },
            ...states.map((state) => ({ value: state, label: stateName(state) })),
          ]}
        />
        <div className="col-span-2 flex flex-wrap gap-2 md:col-span-1">
          <SubmitButton kind="secondary" pendingLabel="Searching…">
            Show
          </SubmitButton>
          {isFiltered && (
            <LinkButton href="/programs" kind="quiet">
              Show all
            </LinkButton>
          )}
        </div>
      </div>
      <Disclosure summary="Visas, what is not known, order" isOpen={hasMore}>
        <div className="grid grid-cols-2 items-end gap-3 md:grid-cols-5">
          <SelectField name="j1" label="J-1" width="full" defaultValue={filter.j1} options={VISA_OPTIONS} />
          <SelectField
            name="h1b"
            label="H-1B"
            width="full"
            defaultValue={filter.h1b}
            options={VISA_OPTIONS}
          />
          <SelectField
            name="unknown"
            label="Not known yet"
            width="full"
            defaultValue={filter.unknown}
            options={[
              { value: '', label: 'Any' },
              ...KEY_QUESTIONS.map((field) => ({ value: field, label: FIELD_LABELS[field] })),
            ]}
          />
          {hasStandings && (
            <SelectField
              name="standing"
              label="Standing for you"
              width="full"
              defaultValue={filter.standing}
              options={[
                { value: '', label: 'All' },
                ...STANDINGS.map((standing) => ({ value: standing, label: STANDING_WORDS[standing].word })),
              ]}
            />
          )}
          <SelectField
            name="order"
            label="In the order of"
            width="full"
            defaultValue={filter.order}
            options={[
              { value: 'sponsor', label: 'Sponsor' },
              { value: 'state', label: 'State' },
              ...(hasStandings ? [{ value: 'standing', label: 'Standing for you' }] : []),
            ]}
          />
        </div>
      </Disclosure>
    </form>
  )
}
