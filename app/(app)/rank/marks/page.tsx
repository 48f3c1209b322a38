import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { readRankBasis } from '@/app/_server/rank-basis'
import { ActionForm } from '@/app/_ui/action-form'
import { Disclosure } from '@/app/_ui/disclosure'
import { SelectField, TextField } from '@/app/_ui/field'
import { FormDisclosure } from '@/app/_ui/form-disclosure'
import { PageHeader } from '@/app/_ui/page-header'
import { Panel } from '@/app/_ui/panel'
import { SubmitButton } from '@/app/_ui/submit-button'
import { Table } from '@/app/_ui/table'
import { ToastLine } from '@/app/_ui/toast-line'
import { MARK_WORDS, MARKS } from '@/lib/interviews/impression'
import { EVEN_WEIGHT, WEIGHT_WORDS, WEIGHTS } from '@/lib/rank/criteria'
import { pointWords } from '@/lib/rank/disagreements'
import { NothingToRank } from '../_components/nothing-to-rank'
import { RankTabs } from '../_components/rank-tabs'
import { addCriterionAction, removeCriterionAction, saveMarksAction, saveWeightsAction } from '../actions'

export const metadata: Metadata = { title: 'Weights and marks' }

const DONE: Readonly<Record<string, string>> = {
  weights: 'Weights saved.',
  criterion: 'Added. Give it a mark at each program.',
  'criterion-removed': 'Removed, with its marks.',
  marks: 'Marks saved.',
}

const WEIGHT_OPTIONS = WEIGHTS.map((weight) => ({
  value: String(weight),
  label: `${weight}: ${WEIGHT_WORDS[weight]}`,
}))
const MARK_OPTIONS = [
  { value: '', label: 'Not known' },
  ...MARKS.map((mark) => ({ value: String(mark), label: `${mark}: ${MARK_WORDS[mark]}` })),
]

export default async function MarksPage({ searchParams }: PageProps<'/rank/marks'>) {
  const [{ done }, basis] = await Promise.all([searchParams, readRankBasis()])
  const { rank, nameOf, criteria, marksOf, readings } = basis
  const said = typeof done === 'string' ? DONE[done] : undefined
  const header = (
    <PageHeader
      title="Weights and marks"
      lead="What counts for you, and how each program does on it. The marks begin from what you noted on the day."
    />
  )
  if (!rank || rank.candidates.length === 0) {
    return (
      <>
        {header}
        <RankTabs current="/rank/marks" />
        <NothingToRank />
      </>
    )
  }
  const unmarked = rank.candidates.filter(({ entryId }) => !readings.some(({ id }) => id === entryId))
  return (
    <>
      {said && <ToastLine message={said} />}
      {header}
      <RankTabs current="/rank/marks" />
      <div className="space-y-5">
        <Panel
          id="result"
          title="What your marks say"
          lead={
            readings.length === 0
              ? 'No program has a mark yet.'
              : 'The weighted mean of 1 to 5. What is not known widens the range; it never counts as zero.'
          }
        >
          {readings.length > 0 && (
            <Table
              caption="Programs by your weighted marks"
              isCaptionHidden
              columns={[
                { label: 'Program' },
                { label: 'Mark', isNumeric: true },
                { label: 'Range', isNumeric: true },
                { label: 'Known' },
              ]}
            >
              {readings.map(({ id, point, low, high, known, asked }) => (
                <tr key={id}>
                  <th scope="row">
                    <a href={`#program-${id}`}>{nameOf(id)}</a>
                  </th>
                  <td>{pointWords(point)}</td>
                  <td>{low === high ? pointWords(point) : `${pointWords(low)} to ${pointWords(high)}`}</td>
                  <td>
                    {known} of {asked}
                  </td>
                </tr>
              ))}
            </Table>
          )}
          {unmarked.length > 0 && readings.length > 0 && (
            <p className="mt-3 text-sm text-mute">
              Without any mark: {unmarked.map(({ entryId }) => nameOf(entryId)).join(', ')}.
            </p>
          )}
        </Panel>
        <Panel id="weights" title="How much each counts" lead="Until you say otherwise, all count the same.">
          <ActionForm action={saveWeightsAction} id="weights-form" className="space-y-5">
            <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2">
              {criteria.map(({ code, label, weight }) => (
                <SelectField
                  key={code}
                  name={`weight_${code}`}
                  label={label}
                  width="full"
                  defaultValue={weight}
                  options={WEIGHT_OPTIONS}
                />
              ))}
            </div>
            <SubmitButton>Save weights</SubmitButton>
          </ActionForm>
          <div className="mt-5 space-y-2">
            <ActionForm action={addCriterionAction} id="own-criterion" className="max-w-xl">
              <input type="hidden" name="formId" value={randomUUID()} />
              <FormDisclosure summary="A criterion of your own">
                <TextField name="label" label="What it is" hint="Such as: near my sister." maxLength={80} />
                <SelectField
                  name="weight"
                  label="How much it counts"
                  defaultValue={EVEN_WEIGHT}
                  options={WEIGHT_OPTIONS}
                />
                <SubmitButton kind="secondary" isSmall>
                  Add it
                </SubmitButton>
              </FormDisclosure>
            </ActionForm>
            {criteria
              .filter(({ isOwn }) => isOwn)
              .map(({ code, label }) => (
                <Disclosure key={code} summary={`Remove “${label}”`}>
                  <ActionForm action={removeCriterionAction} className="" aria-label={`Remove ${label}`}>
                    <input type="hidden" name="code" value={code} />
                    <SubmitButton kind="danger" isSmall pendingLabel="Removing…">
                      Remove it with its marks
                    </SubmitButton>
                  </ActionForm>
                </Disclosure>
              ))}
          </div>
        </Panel>
        {rank.candidates.map(({ entryId }) => {
          const marks = marksOf(entryId)
          const noted = rank.noted.get(entryId) ?? {}
          return (
            <Panel key={entryId} id={`program-${entryId}`} title={nameOf(entryId)}>
              <ActionForm
                action={saveMarksAction}
                id={`marks-${entryId}`}
                className="space-y-5"
                aria-label={`Marks: ${nameOf(entryId)}`}
              >
                <input type="hidden" name="entryId" value={entryId} />
                <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2 xl:grid-cols-4">
                  {criteria.map(({ code, label }) => (
                    <SelectField
                      key={code}
                      name={`mark_${code}`}
                      label={label}
                      note={noted[code] !== undefined ? `on the day: ${noted[code]}` : undefined}
                      width="full"
                      defaultValue={marks[code] ?? ''}
                      options={MARK_OPTIONS}
                    />
                  ))}
                </div>
                <SubmitButton kind="secondary" isSmall>
                  Save marks
                </SubmitButton>
              </ActionForm>
            </Panel>
          )
        })}
      </div>
    </>
  )
}
