import Link from 'next/link'
import { ActionForm } from '@/app/_ui/action-form'
import { FormDisclosure } from '@/app/_ui/form-disclosure'
import { Panel } from '@/app/_ui/panel'
import { SubmitButton } from '@/app/_ui/submit-button'
import { Table } from '@/app/_ui/table'
import { formatShortDate } from '@/lib/dates/format'
import { EXAM_LABELS } from '@/lib/exams/attempt-words'
import type { PracticeExam } from '@/lib/exams/practice'
import type { BankSnapshot } from '@/lib/exams/practice-detail'
import { BANK_MODE_LABELS, QUESTION_BANK_LABELS } from '@/lib/exams/practice-detail-words'
import { addBankSnapshotAction, removeBankSnapshotAction } from '../actions'
import { BankFields } from './bank-fields'

const SHOWN = 8

/** Where the question bank stood on which day: coverage, per cent right, and how the questions were done (C9). */
export function BankPanel({
  snapshots,
  showsAll,
  formId,
  assumedExam,
}: {
  snapshots: readonly BankSnapshot[]
  showsAll: boolean
  formId: string
  assumedExam: PracticeExam
}) {
  const shown = showsAll ? snapshots : snapshots.slice(0, SHOWN)
  return (
    <Panel
      id="bank"
      title="Question bank"
      lead="Copy what its statistics page says, once a week. Readiness and the study plan read it."
    >
      <div className="space-y-4">
        {shown.length > 0 && (
          <Table
            caption="Question-bank snapshots"
            isCaptionHidden
            columns={[
              { label: 'Day' },
              { label: 'Bank' },
              { label: 'Covered', isNumeric: true },
              { label: 'Right', isNumeric: true },
              { label: 'How' },
              { label: 'Actions', isLabelHidden: true },
            ]}
          >
            {shown.map((snapshot) => (
              <tr key={snapshot.id}>
                <th scope="row">
                  <Link href={`/exams/practice/bank/${snapshot.id}`} prefetch={false}>
                    {formatShortDate(snapshot.takenOn)}
                  </Link>
                </th>
                <td>
                  {QUESTION_BANK_LABELS[snapshot.bank]}, {EXAM_LABELS[snapshot.exam]}
                </td>
                <td>{percentWords(snapshot.coveredPercent)}</td>
                <td>
                  {percentWords(snapshot.correctPercent)}
                  {snapshot.questions !== null && ` of ${snapshot.questions}`}
                </td>
                <td>{snapshot.mode ? BANK_MODE_LABELS[snapshot.mode] : 'Not said'}</td>
                <td>
                  <ActionForm action={removeBankSnapshotAction} className="">
                    <input type="hidden" name="id" value={snapshot.id} />
                    <SubmitButton kind="quiet" isSmall pendingLabel="Removing…">
                      Remove
                      <span className="sr-only"> the snapshot of {formatShortDate(snapshot.takenOn)}</span>
                    </SubmitButton>
                  </ActionForm>
                </td>
              </tr>
            ))}
          </Table>
        )}
        {shown.length < snapshots.length && (
          <p>
            <Link href="/exams/practice?show=all#bank" prefetch={false}>
              Show all {snapshots.length} snapshots
            </Link>
          </p>
        )}
        <ActionForm
          id="add-bank"
          action={addBankSnapshotAction}
          className="space-y-5"
          aria-label="Add a question-bank snapshot"
        >
          <FormDisclosure summary="Add a snapshot">
            <input type="hidden" name="formId" value={formId} />
            <div className="space-y-5">
              <BankFields assumedExam={assumedExam} />
              <SubmitButton>Save the snapshot</SubmitButton>
            </div>
          </FormDisclosure>
        </ActionForm>
      </div>
    </Panel>
  )
}

function percentWords(percent: number | null): string {
  return percent === null ? 'Not said' : `${percent} %`
}
