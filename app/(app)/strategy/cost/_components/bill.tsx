import { Panel } from '@/app/_ui/panel'
import { SourceNote } from '@/app/_ui/source-note'
import { Table } from '@/app/_ui/table'
import type { Cost } from '@/lib/strategy/cost'
import { costLineAmount, costLineTitle, costSentence } from '@/lib/strategy/cost-words'

/** The bill line by line, each price with its source; what has no price is named and not counted. */
export function Bill({ cost, needsVisa }: { cost: Cost; needsVisa: boolean }) {
  return (
    <Panel
      id="bill"
      title={costSentence(cost)}
      lead={`A fee table begins anew with each specialty. ${needsVisa ? 'Visas, exams' : 'Exams'} and travel are not in it.`}
    >
      <Table
        caption={`The bill of season ${cost.season}`}
        isCaptionHidden
        columns={[{ label: 'For' }, { label: 'Price' }, { label: 'Source' }]}
      >
        {cost.lines.map((line) => (
          <tr key={`${line.item}:${line.pathway}`}>
            <th scope="row">{costLineTitle(line)}</th>
            <td>{costLineAmount(line)}</td>
            <td>
              {line.sourced ? (
                <SourceNote
                  title={line.sourced.source.title}
                  href={line.sourced.source.url}
                  year={line.sourced.source.year}
                  confidence={line.sourced.confidence}
                />
              ) : (
                <span className="text-sm text-mute">No page read gives it: ask before you count on it.</span>
              )}
            </td>
          </tr>
        ))}
      </Table>
    </Panel>
  )
}
