import { ActionForm } from '@/app/_ui/action-form'
import { SubmitButton } from '@/app/_ui/submit-button'
import { formatDate } from '@/lib/dates/format'
import { today as dayIn } from '@/lib/dates/instant'
import { type NoteSide, shownComments, type Thread } from '@/lib/notes/note'
import { capital, FORMER_MENTOR } from '@/lib/notes/words'
import { resolveThreadAction } from '../note-actions'
import type { NotesPlace } from './about'
import { CommentItem } from './comment-item'
import type { ShownPartner } from './comments-panel'
import { HiddenFields } from './hidden-fields'
import { TaskItem } from './task-item'

/** The comments and suggested tasks of one thread in the order in which they came, and whether it is resolved. */
export function ThreadView({
  place,
  partner,
  thread,
}: {
  place: NotesPlace
  partner: ShownPartner
  thread: Thread
}) {
  const { mayWrite } = thread
  const names = { applicant: partner.applicantName, mentor: partner.mentorId === null ? null : partner.name }
  const said = shownComments(thread.comments)
  const parts = [
    ...said.map((comment) => ({ at: comment.createdAt, comment, task: null })),
    ...thread.tasks.map((task) => ({ at: task.createdAt, comment: null, task })),
  ].toSorted((a, b) => (a.at < b.at ? -1 : 1))
  const isResolved = thread.resolvedAt !== null
  return (
    <div className="max-w-2xl space-y-3">
      <ol className="space-y-3 border-l-2 border-line pl-4">
        {parts.map(({ comment, task }) =>
          comment ? (
            <CommentItem
              key={comment.id}
              place={place}
              comment={comment}
              names={names}
              mayChange={mayWrite}
            />
          ) : (
            task && (
              <TaskItem
                key={task.id}
                place={place}
                task={task}
                by={names.mentor ?? capital(FORMER_MENTOR)}
                mayWithdraw={mayWrite}
              />
            )
          ),
        )}
      </ol>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        {thread.resolvedAt && (
          <p className="text-sm text-mute">
            Resolved on {formatDate(dayIn(thread.resolvedAt, place.zone))}
            {thread.resolvedBy !== null && ` by ${resolverOf(thread.resolvedBy, place, names)}`}.
          </p>
        )}
        {(mayWrite || place.notes.side === 'applicant') && (
          <ActionForm action={resolveThreadAction} className="" aria-label={RESOLVE[`${isResolved}`]}>
            <HiddenFields place={place} />
            <input type="hidden" name="threadId" value={thread.id} />
            <input type="hidden" name="state" value={isResolved ? 'open' : 'resolved'} />
            <SubmitButton kind="quiet" isSmall>
              {RESOLVE[`${isResolved}`]}
            </SubmitButton>
          </ActionForm>
        )}
      </div>
    </div>
  )
}

function resolverOf(
  side: NoteSide,
  { notes, isPreview }: NotesPlace,
  names: { applicant: string; mentor: string | null },
): string {
  if (side === notes.side && !isPreview) return 'you'
  return side === 'mentor' ? (names.mentor ?? FORMER_MENTOR) : names.applicant
}

const RESOLVE = { true: 'Open again', false: 'Mark as resolved' } as const
