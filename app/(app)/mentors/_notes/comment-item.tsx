import { ActionForm } from '@/app/_ui/action-form'
import { Disclosure } from '@/app/_ui/disclosure'
import { TextAreaField } from '@/app/_ui/field'
import { OnConflict } from '@/app/_ui/on-conflict'
import { SubmitButton } from '@/app/_ui/submit-button'
import { formatInZone } from '@/lib/dates/format'
import { type Comment, MOST } from '@/lib/notes/note'
import { signedBy } from '@/lib/notes/words'
import { editCommentAction, removeCommentAction } from '../note-actions'
import type { NotesPlace } from './about'
import { HiddenFields } from './hidden-fields'

/** One comment with its author and day; one's own can be put in other words or taken back. */
export function CommentItem({
  place,
  comment,
  names,
  mayChange,
}: {
  place: NotesPlace
  comment: Comment
  names: { applicant: string; mentor: string | null }
  mayChange: boolean
}) {
  const { zone } = place
  const author = signedBy(comment, names)
  return (
    <li className="space-y-1">
      <p className="text-sm text-mute">
        <span className="font-medium text-ink">{author}</span> · {formatInZone(comment.createdAt, zone)}
        {comment.editedAt && !comment.isRemoved && ` · edited ${formatInZone(comment.editedAt, zone)}`}
      </p>
      {comment.isRemoved ? (
        <p className="text-mute italic">Taken back.</p>
      ) : (
        <p className="break-words whitespace-pre-line">{comment.body}</p>
      )}
      {comment.earlier.length > 0 && (
        <Disclosure summary={<span className="text-sm font-normal">Before the edit</span>}>
          <ul className="space-y-2 text-sm text-mute">
            {comment.earlier.map(({ body, at }) => (
              <li key={at}>
                <p>{formatInZone(at, zone)}</p>
                <p className="break-words whitespace-pre-line">{body}</p>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
      {comment.isMine && mayChange && !comment.isRemoved && (
        <Disclosure summary={<span className="text-sm font-normal">Edit or take back</span>}>
          <ActionForm action={editCommentAction} className="space-y-3" aria-label="Edit this comment">
            <HiddenFields place={place} />
            <input type="hidden" name="commentId" value={comment.id} />
            <input type="hidden" name="version" value={comment.version} />
            <OnConflict>
              <p>{comment.body}</p>
            </OnConflict>
            <TextAreaField
              name="body"
              label="Your comment"
              rows={3}
              maxLength={MOST.comment}
              defaultValue={comment.body}
            />
            <SubmitButton kind="secondary" isSmall>
              Save
            </SubmitButton>
          </ActionForm>
          <ActionForm action={removeCommentAction} className="mt-3" aria-label="Take this comment back">
            <HiddenFields place={place} />
            <input type="hidden" name="commentId" value={comment.id} />
            <SubmitButton kind="danger" isSmall pendingLabel="Taking back…">
              Take it back for good
            </SubmitButton>
          </ActionForm>
        </Disclosure>
      )}
    </li>
  )
}
