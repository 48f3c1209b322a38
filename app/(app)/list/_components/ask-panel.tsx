import Link from 'next/link'
import { LinkButton } from '@/app/_ui/link-button'
import { Panel } from '@/app/_ui/panel'
import type { ProgramQuestions } from '@/lib/strategy/open-questions'
import { questionReason, questionText, spreadWords } from '@/lib/strategy/question-words'

/** Here as many as a message to a coordinator asks; the rest, with the message, stand on the program's own page. */
const SHOWN = 3

/** What only the program can answer, by what the answer would change, and the way to record it. */
export function AskPanel({ asked: { programId, questions } }: { asked: ProgramQuestions }) {
  const href = `/strategy/questions/${programId}`
  if (questions.length === 0) return null
  const more = questions.length - SHOWN
  return (
    <Panel
      id="ask"
      title={questions.length === 1 ? 'One thing to ask it' : `${questions.length} things to ask it`}
      lead="By how much the answer could change this standing."
      actions={
        <LinkButton href={href} isSmall>
          Message and answers
        </LinkButton>
      }
    >
      <ol className="divide-y divide-line">
        {questions.slice(0, SHOWN).map((question) => (
          <li key={question.field} className="py-2.5 first:pt-0 last:pb-0">
            <p className="max-w-prose font-medium">{questionText(question)}</p>
            <p className="max-w-prose text-sm text-mute">
              {questionReason(question)} {spreadWords(question)}
            </p>
          </li>
        ))}
      </ol>
      {more > 0 && (
        <p className="mt-2 text-sm">
          <Link href={href} prefetch={false} className="text-accent underline underline-offset-3">
            {more} more {more === 1 ? 'question' : 'questions'}
          </Link>
        </p>
      )}
    </Panel>
  )
}
