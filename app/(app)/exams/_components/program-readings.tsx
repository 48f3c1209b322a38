import type { Tone } from '@/app/_ui/sign'
import { StatusChip } from '@/app/_ui/status-chip'
import { type ProgramReading, READING_LABELS, type ReadingState } from '@/lib/exams/as-programs-read'
import { Cited } from './cited'

const STATES: Readonly<Record<ReadingState, { tone: Tone; word: string }>> = {
  clear: { tone: 'good', word: 'Nothing to explain' },
  explain: { tone: 'warn', word: 'Will be asked about' },
  open: { tone: 'unknown', word: 'Open' },
}

/** Competency, reliability, consistency: what programs read out of the attempts (B1), and what eases a question. */
export function ProgramReadings({ readings }: { readings: readonly ProgramReading[] }) {
  return (
    <ul className="divide-y divide-line">
      {readings.map(({ key, state, text, eases, criteria }) => (
        <li key={key} className="space-y-1.5 py-3.5 first:pt-0 last:pb-0">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <h3 className="font-semibold">{READING_LABELS[key]}</h3>
            <StatusChip tone={STATES[state].tone}>{STATES[state].word}</StatusChip>
          </div>
          <p className="max-w-prose">{text}</p>
          {eases.length > 0 && (
            <div className="max-w-prose">
              <p className="text-mute">What eases it:</p>
              <ul className="list-disc pl-5">
                {eases.map((ease) => (
                  <li key={ease}>{ease}</li>
                ))}
              </ul>
            </div>
          )}
          <Cited criteria={criteria} />
        </li>
      ))}
    </ul>
  )
}
