import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getViewer } from '@/app/_server/auth'
import { ActionForm } from '@/app/_ui/action-form'
import { BackLink } from '@/app/_ui/back-link'
import { LinkButton } from '@/app/_ui/link-button'
import { OnConflict } from '@/app/_ui/on-conflict'
import { PageHeader } from '@/app/_ui/page-header'
import { Panel } from '@/app/_ui/panel'
import { SubmitButton } from '@/app/_ui/submit-button'
import { withOwnScope } from '@/db/access'
import { listBankSnapshots } from '@/db/queries/bank-snapshots'
import { formatDate } from '@/lib/dates/format'
import { QUESTION_BANK_LABELS } from '@/lib/exams/practice-detail-words'
import { BankFields } from '../../_components/bank-fields'
import { removeBankSnapshotAction, saveBankSnapshotAction } from '../../actions'

export const metadata: Metadata = { title: 'Edit a question-bank snapshot' }

export default async function BankSnapshotPage({ params }: PageProps<'/exams/practice/bank/[id]'>) {
  const { id } = await params
  const viewer = await getViewer()
  if (!viewer) notFound()
  const snapshots = await withOwnScope(viewer, listBankSnapshots)
  const snapshot = snapshots.find((candidate) => candidate.id === id)
  if (!snapshot) notFound()
  return (
    <>
      <PageHeader
        above={<BackLink href="/exams/practice#bank">Practice</BackLink>}
        title={`${QUESTION_BANK_LABELS[snapshot.bank]}, ${formatDate(snapshot.takenOn)}`}
        lead="Where the question bank stood on that day."
      />
      <div className="max-w-3xl space-y-5">
        <Panel>
          <ActionForm id="snapshot" action={saveBankSnapshotAction} aria-label="This snapshot">
            <input type="hidden" name="id" value={id} />
            <input type="hidden" name="version" value={snapshot.version} />
            <OnConflict>
              <p>
                {formatDate(snapshot.takenOn)}, covered {snapshot.coveredPercent ?? 'not said'}, right{' '}
                {snapshot.correctPercent ?? 'not said'}
              </p>
            </OnConflict>
            <BankFields snapshot={snapshot} />
            <div className="flex flex-wrap gap-3">
              <SubmitButton>Save changes</SubmitButton>
              <LinkButton href="/exams/practice#bank" kind="quiet">
                Cancel
              </LinkButton>
            </div>
          </ActionForm>
        </Panel>
        <ActionForm action={removeBankSnapshotAction} className="space-y-2" aria-label="Remove this snapshot">
          <input type="hidden" name="id" value={id} />
          <SubmitButton kind="danger" pendingLabel="Removing…">
            Remove this snapshot
          </SubmitButton>
          <p className="text-sm text-mute">You can undo this on the next page.</p>
        </ActionForm>
      </div>
    </>
  )
}
