'use client'
import { use } from 'react'
import { FormContext } from '@/app/_ui/form-context'
import { StatusChip } from '@/app/_ui/status-chip'
import { SubmitButton } from '@/app/_ui/submit-button'
import { Table } from '@/app/_ui/table'
import type { CalendarDate } from '@/lib/dates/calendar-date'
import type { PracticeExam, PracticeResult } from '@/lib/exams/practice'
import { lineProblemWords, readingSentence } from '@/lib/exams/practice-line-words'
import { type PastedRow, readPaste, readyEntries } from '@/lib/exams/practice-paste'
import { columnsSentence } from '@/lib/exams/practice-paste-words'

/** After a check: how each row is read, and the button that saves what can be saved. Nothing before. */
export function PastePreview({
  today,
  assumedExam,
  log,
}: {
  today: CalendarDate
  assumedExam: PracticeExam
  log: readonly Omit<PracticeResult, 'id'>[]
}) {
  const state = use(FormContext)?.state
  if (state?.status !== 'preview' || typeof state.values.rows !== 'string') return null
  const pasted = readPaste(state.values.rows, { today, assumedExam }, log)
  const count = readyEntries(pasted).length
  return (
    <div className="space-y-4">
      <input type="hidden" name="checked" value={state.values.rows} />
      <p className="max-w-prose">{columnsSentence(pasted)}</p>
      <Table
        caption="How the rows are read"
        isCaptionHidden
        hasOwnScroll
        columns={[{ label: 'Row', isNumeric: true }, { label: 'What happens' }, { label: 'Read as' }]}
      >
        {pasted.rows.map((row) => (
          <tr key={row.number}>
            <th scope="row">{row.number}</th>
            <td>
              <Outcome row={row} />
            </td>
            <td>
              {row.outcome === 'refused' ? (
                <>
                  <span className="text-mute">{row.text}</span> {row.problems.map(lineProblemWords).join(' ')}
                </>
              ) : (
                readingSentence(row.entry, row.outcome === 'ready' && row.isExamAssumed)
              )}
            </td>
          </tr>
        ))}
      </Table>
      {count > 0 && (
        <SubmitButton name="step" value="save">
          Save {count === 1 ? 'this result' : `these ${count} results`}
        </SubmitButton>
      )}
    </div>
  )
}

function Outcome({ row }: { row: PastedRow }) {
  switch (row.outcome) {
    case 'ready':
      return <StatusChip tone="good">Can be saved</StatusChip>
    case 'refused':
      return <StatusChip tone="warn">Left out</StatusChip>
    case 'known':
      return <StatusChip tone="neutral">In the log already</StatusChip>
  }
}
