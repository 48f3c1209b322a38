import Link from 'next/link'
import { ActionForm } from '@/app/_ui/action-form'
import { EmptyState } from '@/app/_ui/empty-state'
import { Panel } from '@/app/_ui/panel'
import { SubmitButton } from '@/app/_ui/submit-button'
import { Table } from '@/app/_ui/table'
import { formatShortDate } from '@/lib/dates/format'
import type { LoggedResult } from '@/lib/exams/practice-detail'
import { weakWords } from '@/lib/exams/practice-detail-words'
import { resultWords, sittingWords, testWords } from '@/lib/exams/practice-line-words'
import type { WaitingThread } from '@/lib/notes/waiting'
import { WaitingMark } from '../../../mentors/_notes/waiting-mark'
import { removePracticeResultAction } from '../actions'

const SHOWN = 12

/** The practice log: what was taken, when, with what result; the newest first, the older ones behind one link. */
export function ResultsPanel({
  results,
  waiting,
  showsAll,
}: {
  results: readonly LoggedResult[]
  waiting: readonly WaitingThread[]
  showsAll: boolean
}) {
  const shown = showsAll ? results : results.slice(0, SHOWN)
  return (
    <Panel
      id="results"
      title="Practice results"
      lead="As their reports print them, a score or a percent; nothing is converted here."
    >
      <div className="space-y-4">
        {results.length === 0 ? (
          <EmptyState title="Nothing logged yet">
            Log each NBME form, self-assessment or Free 120 with its date. Two or three before the exam say
            more than one.
          </EmptyState>
        ) : (
          <Table
            caption="Results, the newest first"
            isCaptionHidden
            columns={[
              { label: 'Test' },
              { label: 'Day' },
              { label: 'Result', isNumeric: true },
              { label: 'How' },
              { label: 'Weak areas' },
              { label: 'Actions', isLabelHidden: true },
            ]}
          >
            {shown.map((result) => (
              <tr key={result.id}>
                <th scope="row">
                  <Link href={`/exams/practice/${result.id}`} prefetch={false}>
                    {testWords(result)}
                  </Link>{' '}
                  <WaitingMark waiting={waiting} kind="practice" id={result.id} />
                </th>
                <td>{formatShortDate(result.takenOn)}</td>
                <td>{resultWords(result)}</td>
                <td>{sittingWords(result) || 'Not said'}</td>
                <td>{weakWords(result)}</td>
                <td>
                  <ActionForm action={removePracticeResultAction} className="">
                    <input type="hidden" name="id" value={result.id} />
                    <SubmitButton kind="quiet" isSmall pendingLabel="Removing…">
                      Remove
                      <span className="sr-only">
                        {' '}
                        {testWords(result)} of {formatShortDate(result.takenOn)}
                      </span>
                    </SubmitButton>
                  </ActionForm>
                </td>
              </tr>
            ))}
          </Table>
        )}
        {shown.length < results.length && (
          <p>
            <Link href="/exams/practice?show=all#results" prefetch={false}>
              Show all {results.length} results
            </Link>
          </p>
        )}
      </div>
    </Panel>
  )
}
