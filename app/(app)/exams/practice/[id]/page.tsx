import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getViewer } from '@/app/_server/auth'
import { ActionForm } from '@/app/_ui/action-form'
import { BackLink } from '@/app/_ui/back-link'
import { LinkButton } from '@/app/_ui/link-button'
import { PageHeader } from '@/app/_ui/page-header'
import { SubmitButton } from '@/app/_ui/submit-button'
import { withOwnScope } from '@/db/access'
import { listPracticeResults } from '@/db/queries/practice-results'
import { formatDate } from '@/lib/dates/format'
import { EXAM_LABELS, PRACTICE_LABELS } from '@/lib/exams/attempt-words'
import { removePracticeResultAction } from '../../actions'
import { resultWords } from '../_components/practice-panel'

export const metadata: Metadata = { title: 'Remove a practice result' }

export default async function PracticeResultPage({ params }: PageProps<'/exams/practice/[id]'>) {
  const { id } = await params
  const viewer = await getViewer()
  if (!viewer) notFound()
  const results = await withOwnScope(viewer, listPracticeResults)
  const result = results.find((candidate) => candidate.id === id)
  if (!result) notFound()
  return (
    <>
      <PageHeader
        above={<BackLink href="/exams/practice#practice">Practice</BackLink>}
        title="Remove this practice result?"
        lead={`${PRACTICE_LABELS[result.kind]}${result.form && `, ${result.form}`}, for ${EXAM_LABELS[result.exam]}, ${formatDate(result.takenOn)}: ${resultWords(result)}.`}
      />
      <ActionForm action={removePracticeResultAction} className="space-y-4" aria-label="Remove this result">
        <input type="hidden" name="id" value={id} />
        <div className="flex flex-wrap gap-3">
          <SubmitButton kind="danger" pendingLabel="Removing…">
            Remove it
          </SubmitButton>
          <LinkButton href="/exams/practice#practice" kind="quiet">
            Keep it
          </LinkButton>
        </div>
      </ActionForm>
    </>
  )
}
