import { ActionForm } from '@/app/_ui/action-form'
import { TextField } from '@/app/_ui/field'
import { Panel } from '@/app/_ui/panel'
import { SourceNote } from '@/app/_ui/source-note'
import { StatusChip } from '@/app/_ui/status-chip'
import { SubmitButton } from '@/app/_ui/submit-button'
import type { ExamAttempt } from '@/lib/exams/attempt'
import { type Gap, type GapLine, gapStart, gapWords, lineFor, linesWithoutGap } from '@/lib/experiences/gaps'
import { TIMELINE_GAP_MONTHS } from '@/lib/facts/eras-limits'
import { saveGapLineAction } from '../actions'

/** Times without anything dated, each with its line. `gaps` is null while there is no day to count from. */
export function GapsPanel({
  gaps,
  lines,
  attempts,
}: {
  gaps: readonly Gap[] | null
  lines: readonly GapLine[]
  attempts: readonly ExamAttempt[] | null
}) {
  const { value, source, confidence } = TIMELINE_GAP_MONTHS
  const asked = (gaps ?? []).filter((gap) => gap.isAsked && lineFor(gap, lines) === null).length
  const filled = linesWithoutGap(gaps ?? [], lines)
  return (
    <Panel
      id="gaps"
      title="Gaps in the dates"
      lead={
        gaps === null
          ? 'Counted from graduation: it has no day in your profile yet, or is still ahead.'
          : gaps.length === 0
            ? 'None: since graduation nothing stands empty for longer than two months.'
            : asked > 0
              ? `${asked === 1 ? 'One gap' : `${asked} gaps`} that a reader will ask about ${asked === 1 ? 'has' : 'have'} no line yet.`
              : 'Each long gap has its line.'
      }
    >
      {gaps !== null && gaps.length > 0 && (
        <ol className="divide-y divide-line">
          {gaps.map((gap) => {
            const line = lineFor(gap, lines)
            const start = gapStart(gap, attempts)
            return (
              <li key={gap.fromOn} className="space-y-2 py-3.5 first:pt-0 last:pb-0">
                <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
                  <h3 className="font-semibold">{gapWords(gap)}</h3>
                  <StatusChip tone={line ? 'good' : gap.isAsked ? 'warn' : 'neutral'}>
                    {line ? 'Explained' : gap.isAsked ? 'Will be asked about' : 'May be asked about'}
                  </StatusChip>
                </div>
                <ActionForm
                  action={saveGapLineAction}
                  id={`gap-${gap.fromOn}`}
                  aria-label={gapWords(gap)}
                  className="flex max-w-3xl flex-wrap items-end gap-3"
                >
                  <input type="hidden" name="fromOn" value={gap.fromOn} />
                  <input type="hidden" name="toOn" value={gap.toOn} />
                  <div className="min-w-0 flex-[1_1_20rem]">
                    <TextField
                      name="line"
                      label="What you did in that time, in one line"
                      hint={
                        start === ''
                          ? 'Plain and short. No details of illness or family are owed.'
                          : undefined
                      }
                      maxLength={300}
                      defaultValue={line?.line ?? start}
                    />
                  </div>
                  <SubmitButton kind="secondary" aria-label={`Save the line for ${gapWords(gap)}`}>
                    Save
                  </SubmitButton>
                </ActionForm>
              </li>
            )
          })}
        </ol>
      )}
      {filled.length > 0 && (
        <div className="mt-4">
          <h3 className="font-semibold">No longer gaps</h3>
          <ul className="mt-1 list-disc space-y-1 pl-5 text-mute">
            {filled.map(({ id, line }) => (
              <li key={id}>{line}</li>
            ))}
          </ul>
        </div>
      )}
      <p className="mt-4 max-w-prose text-sm text-mute">
        Up to {value.usualUpTo} months between things are usual; above {value.askedAbove} one is asked.{' '}
        <SourceNote title={source.title} href={source.url} year={source.year} confidence={confidence} />. No
        field of MyERAS for such a line was found published: keep it for Additional Information and for
        interviews.
      </p>
    </Panel>
  )
}
