import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getViewer } from '@/app/_server/auth'
import { ActionForm } from '@/app/_ui/action-form'
import { BackLink } from '@/app/_ui/back-link'
import { Disclosure } from '@/app/_ui/disclosure'
import { LinkButton } from '@/app/_ui/link-button'
import { OnConflict } from '@/app/_ui/on-conflict'
import { PageHeader } from '@/app/_ui/page-header'
import { Panel } from '@/app/_ui/panel'
import { SubmitButton } from '@/app/_ui/submit-button'
import { ownNotes, withOwnScope } from '@/db/access'
import { listExamAttempts } from '@/db/queries/exams'
import { loadNotesOn } from '@/db/queries/notes'
import { formatDate } from '@/lib/dates/format'
import { today } from '@/lib/dates/instant'
import { OET_PARTS } from '@/lib/exams/attempt'
import { EXAM_LABELS, OET_PART_LABELS, OUTCOME_LABELS } from '@/lib/exams/attempt-words'
import { now } from '@/lib/io/clock'
import { targetOf } from '@/lib/notes/target'
import { CommentsPanel } from '../../../mentors/_notes/comments-panel'
import { AttemptFields } from '../../_components/attempt-fields'
import { removeExamAttemptAction, saveExamAttemptAction } from '../../actions'

export const metadata: Metadata = { title: 'Edit a sitting' }

export default async function AttemptPage({ params }: PageProps<'/exams/attempts/[id]'>) {
  const { id } = await params
  const viewer = await getViewer()
  if (!viewer) notFound()
  const [attempts, notes] = await withOwnScope(viewer, (scope) =>
    Promise.all([listExamAttempts(scope), loadNotesOn(ownNotes(scope), targetOf('attempt', id))]),
  )
  const attempt = attempts.find((candidate) => candidate.id === id)
  if (!attempt) notFound()
  const { exam, takenOn, outcome, score, oet } = attempt
  return (
    <>
      <PageHeader
        above={<BackLink href={`/exams#${exam}`}>Exams</BackLink>}
        title={`${EXAM_LABELS[exam]}, ${formatDate(takenOn)}`}
        lead="Change what you recorded, or say what came of it."
      />
      <div className="max-w-3xl space-y-5">
        <Panel>
          <ActionForm id="attempt" action={saveExamAttemptAction} aria-label="This sitting">
            <input type="hidden" name="id" value={id} />
            <input type="hidden" name="version" value={attempt.version} />
            <OnConflict>
              <p>
                {formatDate(takenOn)}, {OUTCOME_LABELS[outcome].toLowerCase()}
                {score !== null && `, ${score}`}
                {oet &&
                  OET_PARTS.map(
                    (part) => `, ${OET_PART_LABELS[part].toLowerCase()} ${oet[part] ?? 'not said'}`,
                  )}
              </p>
            </OnConflict>
            <AttemptFields
              exam={exam}
              today={today(now().toISOString(), viewer.timeZone)}
              attempt={attempt}
            />
            <div className="flex flex-wrap gap-3">
              <SubmitButton>Save changes</SubmitButton>
              <LinkButton href={`/exams#${exam}`} kind="quiet">
                Cancel
              </LinkButton>
            </div>
          </ActionForm>
        </Panel>
        <CommentsPanel notes={notes} back={`/exams/attempts/${id}`} zone={viewer.timeZone} />
        <Disclosure summary="Remove this sitting">
          <ActionForm
            id="remove"
            action={removeExamAttemptAction}
            className="space-y-3"
            aria-label="Remove this sitting"
          >
            <input type="hidden" name="id" value={id} />
            <p className="max-w-prose text-mute">
              This takes it out of your record here. It changes nothing on your transcript, and programs see
              every attempt that stands there.
            </p>
            <SubmitButton kind="danger" pendingLabel="Removing…">
              Remove it for good
            </SubmitButton>
          </ActionForm>
        </Disclosure>
      </div>
    </>
  )
}
