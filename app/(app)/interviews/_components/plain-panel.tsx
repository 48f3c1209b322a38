import { Panel } from '@/app/_ui/panel'
import type { Interview } from '@/lib/interviews/interview'
import { InterviewLine } from './interview-line'
import type { ProgramOf } from './program-of'

/** Interviews of which nothing is to be said but their names. */
export function PlainPanel({
  id,
  title,
  lead,
  interviews,
  programOf,
}: {
  id: string
  title: string
  lead?: string
  interviews: readonly Interview[]
  programOf: ProgramOf
}) {
  if (interviews.length === 0) return null
  return (
    <Panel id={id} title={title} lead={lead}>
      <ul className="divide-y divide-line">
        {interviews.map((interview) => {
          const program = programOf(interview.programId)
          return program && <InterviewLine key={interview.id} interview={interview} program={program} />
        })}
      </ul>
    </Panel>
  )
}
