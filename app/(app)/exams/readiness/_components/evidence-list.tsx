import type { Tone } from '@/app/_ui/sign'
import { StatusChip } from '@/app/_ui/status-chip'
import {
  EVIDENCE_NAMES,
  type Evidence,
  READINESS_STATE_LABELS,
  type ReadinessState,
} from '@/lib/readiness/evidence'
import { Cited } from '../../_components/cited'

const TONES: Readonly<Record<ReadinessState, Tone>> = { met: 'good', not_yet: 'warn', not_said: 'unknown' }

/** Each line with its state in a word, the results that it was read from, and its criterion. */
export function EvidenceList({
  lines,
  names,
}: {
  lines: readonly Evidence[]
  names: ReadonlyMap<string, string>
}) {
  return (
    <ul className="mt-1 divide-y divide-line">
      {lines.map(({ key, state, text, criteria, rule, restsOn }) => (
        <li key={key} className="grid gap-x-4 gap-y-1 py-3 sm:grid-cols-[9rem_minmax(0,1fr)]">
          <span>
            <StatusChip tone={TONES[state]}>{READINESS_STATE_LABELS[state]}</StatusChip>
          </span>
          <div className="max-w-prose">
            <p className="font-medium first-letter:uppercase">{EVIDENCE_NAMES[key]}</p>
            <p>{text}</p>
            {restsOn.length > 0 && (
              <p className="text-sm text-mute">
                Rests on{' '}
                <a href="/exams/practice" className="text-mute underline underline-offset-3 hover:text-ink">
                  {restsOn.map((id) => names.get(id) ?? 'a result').join('; ')}
                </a>
                .
              </p>
            )}
            <Cited criteria={criteria} rule={rule} />
          </div>
        </li>
      ))}
    </ul>
  )
}
