import Link from 'next/link'
import { ActionForm } from '@/app/_ui/action-form'
import { RadioGroupField } from '@/app/_ui/choice-field'
import { EmptyState } from '@/app/_ui/empty-state'
import { SelectField, TextField } from '@/app/_ui/field'
import { FormDisclosure } from '@/app/_ui/form-disclosure'
import { Panel } from '@/app/_ui/panel'
import { SubmitButton } from '@/app/_ui/submit-button'
import { Table } from '@/app/_ui/table'
import { formatShortDate } from '@/lib/dates/format'
import { EXAM_LABELS, PRACTICE_LABELS } from '@/lib/exams/attempt-words'
import { PRACTICE_EXAMS, PRACTICE_KINDS, type PracticeResult } from '@/lib/exams/practice'
import { addPracticeResultAction } from '../../actions'

const SHOWN = 12

/** The practice log: what was taken, when, with what result; the newest first, the older ones behind one link. */
export function PracticePanel({
  results,
  formId,
  showsAll,
}: {
  results: readonly PracticeResult[]
  formId: string
  showsAll: boolean
}) {
  const shown = showsAll ? results : results.slice(0, SHOWN)
  return (
    <Panel
      id="practice"
      title="Practice results"
      lead="Self-assessments as their report prints them, a score or a percent; nothing is converted."
    >
      <div className="space-y-4">
        {results.length === 0 ? (
          <EmptyState title="Nothing logged yet">
            Log each NBME form, self-assessment or Free 120 here, with its date. Two or three before the exam
            say more than one.
          </EmptyState>
        ) : (
          <Table
            caption="Practice results"
            isCaptionHidden
            columns={[
              { label: 'Test' },
              { label: 'For' },
              { label: 'Day' },
              { label: 'Result', isNumeric: true },
              { label: 'Timed' },
              { label: 'Actions', isLabelHidden: true },
            ]}
          >
            {shown.map((result) => (
              <tr key={result.id}>
                <th scope="row">
                  {PRACTICE_LABELS[result.kind]}
                  {result.form && `, ${result.form}`}
                </th>
                <td>{EXAM_LABELS[result.exam]}</td>
                <td>{formatShortDate(result.takenOn)}</td>
                <td>{resultWords(result)}</td>
                <td>{result.isTimed === null ? 'Not said' : result.isTimed ? 'Timed' : 'Untimed'}</td>
                <td>
                  <Link href={`/exams/practice/${result.id}`} prefetch={false}>
                    Remove
                    <span className="sr-only">
                      {' '}
                      {PRACTICE_LABELS[result.kind]} of {formatShortDate(result.takenOn)}
                    </span>
                  </Link>
                </td>
              </tr>
            ))}
          </Table>
        )}
        {shown.length < results.length && (
          <p>
            <Link href="/exams/practice?show=all#practice" prefetch={false}>
              Show all {results.length} results
            </Link>
          </p>
        )}
        <ActionForm
          id="add-practice"
          action={addPracticeResultAction}
          className="space-y-4"
          aria-label="Log a practice result"
        >
          <FormDisclosure summary="Log a practice result">
            <input type="hidden" name="formId" value={formId} />
            <div className="grid gap-5 sm:grid-cols-2">
              <SelectField
                name="kind"
                label="Practice test"
                width="full"
                options={[
                  { value: '', label: 'Choose' },
                  ...PRACTICE_KINDS.map((kind) => ({ value: kind, label: PRACTICE_LABELS[kind] })),
                ]}
              />
              <SelectField
                name="exam"
                label="Practised for"
                width="full"
                options={[
                  { value: '', label: 'Choose' },
                  ...PRACTICE_EXAMS.map((exam) => ({ value: exam, label: EXAM_LABELS[exam] })),
                ]}
              />
              <TextField name="takenOn" type="date" label="Day" />
              <TextField name="form" label="Form" note="number or name, optional" maxLength={40} />
              <TextField name="score" label="Score" note="three digits" inputMode="numeric" width="narrow" />
              <TextField
                name="percent"
                label="or percent"
                note="where the report has no score"
                inputMode="decimal"
                width="narrow"
                suffix="%"
              />
            </div>
            <RadioGroupField
              name="isTimed"
              legend="Under exam timing?"
              defaultValue=""
              choices={[
                { value: '', label: 'Not said', isUnknown: true },
                { value: 'yes', label: 'Timed' },
                { value: 'no', label: 'Untimed' },
              ]}
            />
            <SubmitButton>Log this result</SubmitButton>
          </FormDisclosure>
        </ActionForm>
      </div>
    </Panel>
  )
}

/** The result as the report prints it. */
export function resultWords({ score, percent }: Pick<PracticeResult, 'score' | 'percent'>): string {
  return score !== null ? String(score) : `${percent ?? ''} %`
}
