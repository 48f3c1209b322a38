import Link from 'next/link'
import { Disclosure } from '@/app/_ui/disclosure'
import { Notice } from '@/app/_ui/notice'
import type { ChecklistQuestion } from '@/lib/checklist/questions'

/** What is not said or not known, and how many items hang on it. */
export function QuestionsPanel({ questions }: { questions: readonly ChecklistQuestion[] }) {
  const count = questions.reduce((sum, question) => sum + question.count, 0)
  if (count === 0) return null
  return (
    <Notice kind="unknown" word="May apply">
      {count === 1 ? 'One item hangs' : `${count} items hang`} on something that is not known. They stay in
      sight, marked, and nobody is reminded of them.
      <Disclosure summary="What would decide them">
        <ul className="space-y-1">
          {questions.map(({ text, href, link, count: hanging }) => (
            <li key={text}>
              {text.charAt(0).toUpperCase()}
              {text.slice(1)} ({hanging === 1 ? 'one item' : `${hanging} items`}).{' '}
              <Link href={href} prefetch={false} className="text-accent underline underline-offset-3">
                {link}
                <span className="sr-only">: {text}</span>
              </Link>
            </li>
          ))}
        </ul>
      </Disclosure>
    </Notice>
  )
}
