import { Panel } from '@/app/_ui/panel'
import type { Tone } from '@/app/_ui/sign'
import { StatusChip } from '@/app/_ui/status-chip'
import { formatShortDate } from '@/lib/dates/format'
import { EXAM_LABELS } from '@/lib/exams/attempt-words'
import type { ExamMark } from '@/lib/home'

const STATES: Readonly<Record<ExamMark['state'], { tone: Tone; word: string }>> = {
  passed: { tone: 'good', word: 'passed' },
  failed: { tone: 'warn', word: 'not passed yet' },
  waiting: { tone: 'neutral', word: 'waiting for the result' },
  planned: { tone: 'neutral', word: 'planned' },
  overdue: { tone: 'warn', word: 'record what came of it' },
  open: { tone: 'neutral', word: 'not planned' },
  not_said: { tone: 'unknown', word: 'not said' },
}

/** Every exam in one line: where it stands, the number where there is one, the day. */
export function ExamStrip({ marks }: { marks: readonly ExamMark[] }) {
  return (
    <Panel id="exams" title="Exams">
      <ul className="divide-y divide-line">
        {marks.map((mark) => (
          <li
            key={mark.exam}
            className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2 first:pt-0 last:pb-0"
          >
            <span className="w-28 flex-none font-medium">{EXAM_LABELS[mark.exam]}</span>
            <StatusChip tone={STATES[mark.state].tone}>{STATES[mark.state].word}</StatusChip>
            {mark.score !== null && <span className="text-lg font-semibold">{mark.score}</span>}
            <span className="ml-auto text-sm text-mute">
              {mark.on && formatShortDate(mark.on)}
              {mark.attempts > 1 && ` · ${mark.attempts} attempts`}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
