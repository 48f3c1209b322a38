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
import { ownNotes, withOwnScope } from '@/db/access'
import { loadNotesOn } from '@/db/queries/notes'
import { listPracticeResults } from '@/db/queries/practice-results'
import { formatDate } from '@/lib/dates/format'
import { readingSentence, testWords } from '@/lib/exams/practice-line-words'
import { targetOf } from '@/lib/notes/target'
import { CommentsPanel } from '../../../mentors/_notes/comments-panel'
import { PracticeFields } from '../_components/practice-fields'
import { removePracticeResultAction, savePracticeResultAction } from '../actions'

export const metadata: Metadata = { title: 'Edit a practice result' }

export default async function PracticeResultPage({ params }: PageProps<'/exams/practice/[id]'>) {
  const { id } = await params
  const viewer = await getViewer()
  if (!viewer) notFound()
  const [results, notes] = await withOwnScope(viewer, (scope) =>
    Promise.all([listPracticeResults(scope), loadNotesOn(ownNotes(scope), targetOf('practice', id))]),
  )
  const result = results.find((candidate) => candidate.id === id)
  if (!result) notFound()
  return (
    <>
      <PageHeader
        above={<BackLink href="/exams/practice#results">Practice</BackLink>}
        title={`${testWords(result)}, ${formatDate(result.takenOn)}`}
        lead="Change what you recorded, or add where it was weak and how the genetics questions went."
      />
      <div className="max-w-3xl space-y-5">
        <Panel>
          <ActionForm id="result" action={savePracticeResultAction} aria-label="This practice result">
            <input type="hidden" name="id" value={id} />
            <input type="hidden" name="version" value={result.version} />
            <OnConflict>
              <p>{readingSentence({ ...result, weakSystems: null, weakTopics: null }, false)}</p>
            </OnConflict>
            <PracticeFields result={result} />
            <div className="flex flex-wrap gap-3">
              <SubmitButton>Save changes</SubmitButton>
              <LinkButton href="/exams/practice#results" kind="quiet">
                Cancel
              </LinkButton>
            </div>
          </ActionForm>
        </Panel>
        <CommentsPanel notes={notes} back={`/exams/practice/${id}`} zone={viewer.timeZone} />
        <ActionForm action={removePracticeResultAction} className="space-y-2" aria-label="Remove this result">
          <input type="hidden" name="id" value={id} />
          <SubmitButton kind="danger" pendingLabel="Removing…">
            Remove this result
          </SubmitButton>
          <p className="text-sm text-mute">You can undo this on the next page.</p>
        </ActionForm>
      </div>
    </>
  )
}
