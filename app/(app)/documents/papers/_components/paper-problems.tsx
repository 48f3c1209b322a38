import Link from 'next/link'
import { Panel } from '@/app/_ui/panel'
import { Sign } from '@/app/_ui/sign'
import type { PaperProblem } from '@/lib/papers/problems'
import { paperProblemWords } from '@/lib/papers/words'

/** What is late, waits long or comes too late, with what it costs in days. */
export function PaperProblems({ problems }: { problems: readonly PaperProblem[] }) {
  return (
    <Panel id="problems" title="What stands in the way">
      <ul className="divide-y divide-line">
        {problems.map((problem) => {
          const { text, detail, href } = paperProblemWords(problem)
          return (
            <li key={problem.paper.paper.key} className="flex items-baseline gap-3 py-2 first:pt-0 last:pb-0">
              <Sign
                tone={problem.costs || problem.code === 'oet_too_old' ? 'bad' : 'warn'}
                className="size-3.5 flex-none translate-y-0.5"
              />
              <span className="min-w-0 flex-1">
                {text}
                {detail && <span className="text-mute">: {detail}</span>}
              </span>
              <Link
                href={href}
                prefetch={false}
                className="flex-none text-accent underline underline-offset-3"
              >
                Look<span className="sr-only">: {text}</span>
              </Link>
            </li>
          )
        })}
      </ul>
    </Panel>
  )
}
