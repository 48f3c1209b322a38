import { Panel } from '@/app/_ui/panel'
import { Sign } from '@/app/_ui/sign'
import type { Delay, YearTask } from '@/lib/strategy/delay'
import { yearTaskWords } from '@/lib/strategy/delay-words'
import { grounds } from '@/lib/strategy/grounds'
import { GroundsNote } from '../../_components/grounds-note'

const TONES: Readonly<Record<YearTask['state'], 'good' | 'neutral' | 'warn'>> = {
  there: 'good',
  planned: 'neutral',
  missing: 'warn',
}

/** The three things that the article says to do with a year (G4). */
export function YearTasks({ delay: { tasks } }: { delay: Delay }) {
  return (
    <Panel id="tasks" title="Three things to do with the year">
      <ol className="space-y-2">
        {tasks.map((task) => (
          <li key={task.code} className="flex gap-3">
            <Sign tone={TONES[task.state]} className="mt-1.5 size-3.5" />
            <span className="min-w-0 max-w-prose">{yearTaskWords(task)}</span>
          </li>
        ))}
      </ol>
      <div className="mt-3">
        <GroundsNote grounds={grounds(['G4'])} />
      </div>
    </Panel>
  )
}
