import { randomUUID } from 'node:crypto'
import { ActionForm } from '@/app/_ui/action-form'
import { CheckboxField } from '@/app/_ui/choice-field'
import { Disclosure } from '@/app/_ui/disclosure'
import { TextAreaField, TextField } from '@/app/_ui/field'
import { Panel } from '@/app/_ui/panel'
import { Sign } from '@/app/_ui/sign'
import { SubmitButton } from '@/app/_ui/submit-button'
import type { InterviewDetail, InterviewQuestion } from '@/lib/interviews/interview'
import type { OpenQuestion } from '@/lib/strategy/open-questions'
import { questionText } from '@/lib/strategy/question-words'
import { addQuestionAction, removeQuestionAction, saveQuestionAction } from '../../actions'

/** What to ask there: the program's open questions to take over, and one's own. */
export function QuestionsPanel({
  interview,
  open,
}: {
  interview: InterviewDetail
  open: readonly OpenQuestion[]
}) {
  const suggested = open.filter(({ field }) => !interview.questions.some((one) => one.field === field))
  return (
    <Panel
      id="questions"
      title="Questions to ask"
      lead="Three good ones are enough. What the program’s own page answers is not asked."
    >
      {interview.questions.length > 0 && (
        <ol className="mb-5 divide-y divide-line">
          {interview.questions.map((question) => (
            <QuestionItem key={question.id} question={question} programId={interview.programId} />
          ))}
        </ol>
      )}
      <ActionForm action={addQuestionAction} id="add-question" className="max-w-2xl space-y-3">
        <input type="hidden" name="id" value={interview.id} />
        <input type="hidden" name="formId" value={randomUUID()} />
        <TextField name="text" label="A question of your own" maxLength={1000} />
        <SubmitButton kind="secondary" isSmall>
          Add it
        </SubmitButton>
      </ActionForm>
      {suggested.length > 0 && (
        <div className="mt-6">
          <h3 className="font-semibold">Not known about this program</h3>
          <p className="text-sm text-mute">An answer on the day may change how the program stands for you.</p>
          <ul className="mt-2 divide-y divide-line">
            {suggested.map((question) => (
              <li key={question.field} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
                <span className="min-w-0 flex-[1_1_16rem]">{questionText(question)}</span>
                <ActionForm
                  action={addQuestionAction}
                  className=""
                  aria-label={`Take over: ${questionText(question)}`}
                >
                  <input type="hidden" name="id" value={interview.id} />
                  <input type="hidden" name="formId" value={randomUUID()} />
                  <input type="hidden" name="field" value={question.field} />
                  <input type="hidden" name="text" value={questionText(question)} />
                  <SubmitButton kind="quiet" isSmall pendingLabel="Adding…">
                    Ask it
                  </SubmitButton>
                </ActionForm>
              </li>
            ))}
          </ul>
        </div>
      )}
    </Panel>
  )
}

function QuestionItem({ question, programId }: { question: InterviewQuestion; programId: string }) {
  return (
    <li className="py-3 first:pt-0 last:pb-0">
      <p className="flex max-w-prose gap-2.5 font-medium">
        <Sign tone={question.isAsked ? 'good' : 'neutral'} className="mt-1.5 size-3.5" />
        <span>
          {question.text}
          {question.isAsked && <span className="sr-only"> (asked)</span>}
        </span>
      </p>
      {question.answer && <p className="mt-1 max-w-prose whitespace-pre-wrap pl-6">{question.answer}</p>}
      {question.field && question.answer && (
        <p className="mt-1 pl-6 text-sm">
          <a href={`/strategy/questions/${programId}`}>Record it as the program’s answer</a>, so that it
          counts in your ledger.
        </p>
      )}
      <div className="pl-6 text-sm">
        <Disclosure summary={<span className="text-sm font-normal">What they said</span>}>
          <ActionForm
            action={saveQuestionAction}
            id={`answer-${question.id}`}
            className="max-w-xl space-y-3"
            aria-label={`Answer to: ${question.text}`}
          >
            <input type="hidden" name="questionId" value={question.id} />
            <CheckboxField name="isAsked" label="I have asked it" isDefaultChecked={question.isAsked} />
            <TextAreaField
              name="answer"
              label="In their words"
              rows={2}
              maxLength={2000}
              defaultValue={question.answer}
            />
            <SubmitButton kind="secondary" isSmall>
              Keep it
            </SubmitButton>
          </ActionForm>
          <ActionForm
            action={removeQuestionAction}
            className="mt-2"
            aria-label={`Take this question off: ${question.text}`}
          >
            <input type="hidden" name="questionId" value={question.id} />
            <SubmitButton kind="quiet" isSmall pendingLabel="Removing…">
              Take it off
            </SubmitButton>
          </ActionForm>
        </Disclosure>
      </div>
    </li>
  )
}
