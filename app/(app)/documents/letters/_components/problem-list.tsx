import Link from 'next/link'
import { Panel } from '@/app/_ui/panel'
import { Sign } from '@/app/_ui/sign'
import { type LetterProblem, letterProblemWords } from '@/lib/letters/problems'

/** What stands between the letters and their readers, each one click from where it is mended. */
export function ProblemList({ problems }: { problems: readonly LetterProblem[] }) {
  return (
    <Panel id="problems" title="What needs you">
      <ul className="divide-y divide-line">
        {problems.map((problem) => {
          const { text, detail } = letterProblemWords(problem)
          return (
            <li key={problem.code} className="flex items-baseline gap-3 py-2 first:pt-0 last:pb-0">
              <Sign tone="warn" className="size-3.5 flex-none translate-y-0.5" />
              <span className="min-w-0 flex-1">
                {text}
                {detail && <span className="text-mute">: {detail}</span>}
              </span>
              <Link
                href={hrefOf(problem)}
                prefetch={false}
                className="flex-none text-accent underline underline-offset-3"
              >
                Mend it<span className="sr-only">: {text}</span>
              </Link>
            </li>
          )
        })}
      </ul>
    </Panel>
  )
}

const PLACES: Readonly<Partial<Record<LetterProblem['code'], string>>> = {
  ask_again: '#ask',
  uploaded_unassigned: '#programs',
  waiver_not_said: '#writer',
}

function hrefOf({ code, letterIds }: LetterProblem): string {
  const [only] = letterIds
  if (letterIds.length === 1 && only) return `/documents/letters/${only}${PLACES[code] ?? '#way'}`
  if (code === 'uploaded_unassigned' || code === 'programs_without_letters')
    return '/documents/letters/coverage#programs'
  return '/documents/letters#letters'
}
