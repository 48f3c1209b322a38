import { ActionForm } from '@/app/_ui/action-form'
import { SubmitButton } from '@/app/_ui/submit-button'
import { formatDate } from '@/lib/dates/format'
import type { MentorQuestion } from '@/lib/notes/note'
import { capital, QUESTION_STATE_WORDS } from '@/lib/notes/words'
import { closeQuestionAction, removeQuestionAction } from '../actions'

/** A question that is off the agenda, with what came of it. */
export function ClosedQuestion({ question }: { question: MentorQuestion }) {
  const { id, text, state, outcome, closedOn } = question
  return (
    <li id={`question-${id}`} className="space-y-1 py-3 first:pt-0 last:pb-0">
      <p className="font-medium break-words whitespace-pre-line">{text}</p>
      <p className="text-sm text-mute">
        {capital(QUESTION_STATE_WORDS[state])}
        {closedOn && ` on ${formatDate(closedOn)}`}
      </p>
      {outcome && <p className="break-words whitespace-pre-line">{outcome}</p>}
      <div className="flex flex-wrap gap-2">
        <ActionForm action={closeQuestionAction} className="" aria-label={`Ask again: ${text}`}>
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="state" value="open" />
          <SubmitButton kind="quiet" isSmall>
            Ask again
          </SubmitButton>
        </ActionForm>
        <ActionForm action={removeQuestionAction} className="" aria-label={`Remove: ${text}`}>
          <input type="hidden" name="id" value={id} />
          <SubmitButton kind="quiet" isSmall pendingLabel="Removing…">
            Remove for good
          </SubmitButton>
        </ActionForm>
      </div>
    </li>
  )
}
