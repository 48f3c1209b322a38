import { ActionForm } from '@/app/_ui/action-form'
import { RadioGroupField } from '@/app/_ui/choice-field'
import { TextAreaField } from '@/app/_ui/field'
import { FormDisclosure } from '@/app/_ui/form-disclosure'
import { OnConflict } from '@/app/_ui/on-conflict'
import { SubmitButton } from '@/app/_ui/submit-button'
import type { NotePartner } from '@/db/queries/notes'
import { type MentorQuestion, MOST, type Thread } from '@/lib/notes/note'
import { targetOf } from '@/lib/notes/target'
import { Conversation } from '../../_notes/conversation'
import { closeQuestionAction, moveQuestionAction, saveQuestionAction } from '../actions'
import { MentorField } from './mentor-field'

export type AgendaPlace = {
  applicantId: string
  partners: readonly NotePartner[]
  /** Of the questions alone. */
  threads: readonly Thread[]
  zone: string
  back: string
}

/** One open question with what its mentor has said on it, and what can be done with it; on paper with room to write. */
export function QuestionItem({
  question,
  place,
  number,
  isFirst,
  isLast,
}: {
  question: MentorQuestion
  place: AgendaPlace
  number: number
  isFirst: boolean
  isLast: boolean
}) {
  const { id, text, mentorId, version } = question
  const partner = place.partners.find((one) => one.mentorId === mentorId)
  const threads = place.threads.filter(({ target }) => target.id === id)
  const mentors = place.partners.filter(({ mayRead }) => mayRead)
  const target = targetOf('question', id)
  const notes = {
    target,
    side: 'applicant' as const,
    applicantId: place.applicantId,
    partners: partner ? [partner] : [],
    threads,
  }
  return (
    <li id={`question-${id}`} className="scroll-mt-4 space-y-2">
      <h3 className="flex gap-3 font-semibold">
        <span className="text-mute tabular-nums">{number}.</span>
        <span className="min-w-0 break-words whitespace-pre-line">{text}</span>
      </h3>
      <p className="text-sm text-mute">{forWords(question, partner)}</p>
      <div aria-hidden="true" className="hidden space-y-8 pt-8 print:block">
        {[1, 2, 3, 4].map((line) => (
          <div key={line} className="border-b border-edge" />
        ))}
      </div>
      <div className="no-print space-y-3">
        {partner && threads.length > 0 && (
          <Conversation
            place={{ notes, back: place.back, zone: place.zone }}
            partner={partner}
            hasHeading={false}
          />
        )}
        <div className="flex flex-wrap items-start gap-x-4 gap-y-1">
          <ActionForm
            id={`close-${id}`}
            action={closeQuestionAction}
            className="has-[[open]]:basis-full"
            aria-label={`What came of it: ${text}`}
          >
            <input type="hidden" name="id" value={id} />
            <FormDisclosure summary="What came of it">
              <RadioGroupField
                name="state"
                legend="This question is"
                defaultValue="answered"
                choices={[
                  { value: 'answered', label: 'Answered' },
                  { value: 'dropped', label: 'Dropped' },
                ]}
              />
              <TextAreaField
                name="outcome"
                label="In a few words"
                note="optional"
                rows={2}
                maxLength={MOST.outcome}
                defaultValue={question.outcome}
              />
              <SubmitButton kind="secondary">Take it off the agenda</SubmitButton>
            </FormDisclosure>
          </ActionForm>
          <ActionForm
            id={`edit-${id}`}
            action={saveQuestionAction}
            className="has-[[open]]:basis-full"
            aria-label={`Edit: ${text}`}
          >
            <input type="hidden" name="id" value={id} />
            <input type="hidden" name="version" value={version} />
            <FormDisclosure summary="Edit">
              <OnConflict>
                <p>{text}</p>
              </OnConflict>
              <TextAreaField
                name="question"
                label="Question"
                rows={2}
                maxLength={MOST.question}
                defaultValue={text}
              />
              <MentorField mentors={mentors} mentorId={mentorId} />
              <SubmitButton kind="secondary">Save</SubmitButton>
            </FormDisclosure>
          </ActionForm>
          {!isFirst && <MoveForm id={id} by="up" label="Move up" text={text} />}
          {!isLast && <MoveForm id={id} by="down" label="Move down" text={text} />}
        </div>
      </div>
    </li>
  )
}

function MoveForm({ id, by, label, text }: { id: string; by: 'up' | 'down'; label: string; text: string }) {
  return (
    <ActionForm action={moveQuestionAction} className="" aria-label={`${label}: ${text}`}>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="by" value={by} />
      <SubmitButton kind="quiet" isSmall pendingLabel="Moving…" aria-label={`${label}: ${text}`}>
        {label}
      </SubmitButton>
    </ActionForm>
  )
}

function forWords({ mentorId }: MentorQuestion, partner: NotePartner | undefined): string {
  if (mentorId === null) return 'Only you see this.'
  if (!partner) return 'For a former mentor.'
  return partner.mayRead ? `For ${partner.name}.` : `For ${partner.name}, who cannot see it any more.`
}
