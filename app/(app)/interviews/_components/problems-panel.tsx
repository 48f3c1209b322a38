import { Panel } from '@/app/_ui/panel'
import { Sign } from '@/app/_ui/sign'
import type { InterviewDesk } from '@/lib/interviews/desk'
import type { Interview } from '@/lib/interviews/interview'
import { clashWords } from '@/lib/interviews/words'
import { ownHref } from '@/lib/notes/target'
import { type WaitingThread, waitingMark, waitingOn } from '@/lib/notes/waiting'

/** What clashes, what is over and not recorded, and what a mentor waits for, each with the page where it is mended. */
export function ProblemsPanel({
  desk,
  interviews,
  threads,
  nameOf,
}: {
  desk: InterviewDesk
  interviews: readonly Interview[]
  threads: readonly WaitingThread[]
  nameOf: (interviewId: string) => string
}) {
  const problems = [
    ...desk.clashes.map((clash) => ({
      key: `${clash.first.interviewId}-${clash.second.interviewId}`,
      text: clashWords(clash, [nameOf(clash.first.interviewId), nameOf(clash.second.interviewId)]),
      href: `/interviews/${clash.second.interviewId}`,
      isGrave: clash.kind === 'overlap',
    })),
    ...desk.unsaid.map(({ interview }) => ({
      key: interview.id,
      text: `${nameOf(interview.id)} is over: record that it took place, and how it was while you remember.`,
      href: `/interviews/${interview.id}`,
      isGrave: false,
    })),
    ...interviews.flatMap(({ id }) => {
      const found = waitingOn(threads, { kind: 'interview', id })
      if (!found) return []
      const text = `${nameOf(id)}: ${waitingMark(found)}.`
      return [{ key: found.threadId, text, href: ownHref(found.target), isGrave: false }]
    }),
  ]
  if (problems.length === 0) return null
  return (
    <Panel id="problems" title="To look at">
      <ul className="space-y-2">
        {problems.map((problem) => (
          <li key={problem.key} className="flex max-w-prose gap-2.5">
            <Sign tone={problem.isGrave ? 'bad' : 'warn'} className="mt-1.5 size-3.5" />
            <a href={problem.href}>{problem.text}</a>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
