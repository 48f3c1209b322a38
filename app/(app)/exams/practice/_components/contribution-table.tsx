import { Table } from '@/app/_ui/table'
import { formatShortDate } from '@/lib/dates/format'
import type { LoggedResult } from '@/lib/exams/practice-detail'
import { resultWords, testWords } from '@/lib/exams/practice-line-words'
import type { Forecast } from '@/lib/forecast/forecast'
import { pullWords, unusedWords } from '@/lib/forecast/words'

/** The account of the forecast, newest result first; then what was left out, and why. */
export function ContributionTable({
  forecast,
  results,
}: {
  forecast: Forecast
  results: readonly LoggedResult[]
}) {
  const byId = new Map(results.map((result) => [result.id, result]))
  return (
    <div className="space-y-3">
      <Table
        caption="How each result moved the forecast"
        isCaptionHidden
        columns={[
          { label: 'Test' },
          { label: 'Day' },
          { label: 'Reads', isNumeric: true },
          { label: 'Spread', isNumeric: true },
          { label: 'Weight', isNumeric: true },
          { label: 'What it did' },
        ]}
      >
        {forecast.contributions.toReversed().map((contribution) => {
          const { id, takenOn, reads, isConverted, spread, weight } = contribution
          const result = byId.get(id)
          return (
            <tr key={id}>
              <th scope="row">{result && testWords(result)}</th>
              <td>{formatShortDate(takenOn)}</td>
              <td>
                {Math.round(reads)}
                {isConverted && ' by your conversion'}
              </td>
              <td>±{spread.toFixed(1)}</td>
              <td>{Math.round(weight * 100)} %</td>
              <td>{pullWords(contribution)}</td>
            </tr>
          )
        })}
      </Table>
      <p className="max-w-prose text-sm text-mute">
        “What it did” is the forecast with this result against the forecast without it, the trend included.
      </p>
      {forecast.unused.length > 0 && (
        <ul className="max-w-prose list-disc space-y-1 pl-5 text-mute">
          {forecast.unused.map(({ id, reason }) => {
            const result = byId.get(id)
            return (
              result && (
                <li key={id}>
                  {testWords(result)} of {formatShortDate(result.takenOn)}, {resultWords(result)}:{' '}
                  {unusedWords(reason)}
                </li>
              )
            )
          })}
        </ul>
      )}
    </div>
  )
}
