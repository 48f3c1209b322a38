import { Sign } from '@/app/_ui/sign'
import type { CalendarDate } from '@/lib/dates/calendar-date'
import { formatShortDate } from '@/lib/dates/format'
import { LETTER_STAGES, type LetterStage, type TrackedLetter } from '@/lib/letters/letter'
import { assignedSince, dayOfStage, stageOf } from '@/lib/letters/stages'
import { STAGE_LABELS } from '@/lib/letters/words'

/**
 * The five stages in a row, each with its day, "passed" where a later one is recorded, or "open". Who does not see which
 * programs a letter is meant for is shown the `stages` before that.
 */
export function StageStrip({
  letter,
  stages = LETTER_STAGES,
}: {
  letter: TrackedLetter
  stages?: readonly LetterStage[]
}) {
  const reached = LETTER_STAGES.indexOf(stageOf(letter) ?? LETTER_STAGES[0])
  const isBegun = stageOf(letter) !== null
  return (
    <ol className="flex flex-wrap gap-x-5 gap-y-1.5 text-sm" aria-label="Stages">
      {stages.map((stage, index) => {
        const on = dayOf(letter, stage)
        const isPassed = on === null && isBegun && index < reached
        return (
          <li key={stage} className="flex items-baseline gap-1.5">
            <Sign
              tone={on ? 'good' : isPassed ? 'unknown' : 'neutral'}
              className="size-3 flex-none translate-y-px"
            />
            <span className={on ? undefined : 'text-mute'}>
              {STAGE_LABELS[stage]}{' '}
              <span className="text-mute">
                {on ? formatShortDate(on) : isPassed ? '(no day noted)' : '(open)'}
              </span>
            </span>
          </li>
        )
      })}
    </ol>
  )
}

function dayOf(letter: TrackedLetter, stage: LetterStage): CalendarDate | null {
  return stage === 'assigned' ? assignedSince(letter) : dayOfStage(letter, stage)
}
