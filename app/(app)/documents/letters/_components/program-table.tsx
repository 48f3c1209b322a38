import Link from 'next/link'
import type { LetterProgram } from '@/app/_server/letters-basis'
import { Table } from '@/app/_ui/table'
import { formatShortDate } from '@/lib/dates/format'
import { type ProgramCoverage, programCoverage } from '@/lib/letters/coverage'
import { MOST_PER_PROGRAM, type TrackedLetter } from '@/lib/letters/letter'
import { COVERAGE_TOPIC_SHORT, letterName } from '@/lib/letters/words'
import { pathwayShortName } from '@/lib/programs/pathway-words'

/** Each program with its letters, what it would not hear, and the letter that would add most. */
export function ProgramTable({
  letters,
  programs,
  isMine = true,
}: {
  letters: readonly TrackedLetter[]
  programs: readonly LetterProgram[]
  /** Off where a mentor reads it. */
  isMine?: boolean
}) {
  return (
    <Table
      caption="Programs by their letters"
      isCaptionHidden
      columns={[
        { label: 'Program' },
        { label: 'Letters' },
        { label: 'Would not hear of' },
        { label: 'Would add most' },
        ...(isMine ? [{ label: 'Change', isLabelHidden: true }] : []),
      ]}
    >
      {programs.map(({ entryId, program }) => {
        const placeOf = ({ assignments }: TrackedLetter) =>
          assignments.find((place) => place.entryId === entryId)
        const assigned = letters.filter((letter) => placeOf(letter) !== undefined)
        const read = programCoverage(assigned, letters)
        const next = letters.find(({ id }) => id === read.addNext)
        return (
          <tr key={entryId}>
            <th scope="row">
              {program.sponsor}
              <span className="block text-sm font-normal text-mute">{pathwayShortName(program.pathway)}</span>
            </th>
            <td>
              {assigned.length === 0 ? (
                'none yet'
              ) : (
                <ul>
                  {assigned.map((letter) => {
                    const on = placeOf(letter)?.assignedOn ?? null
                    return (
                      <li key={letter.id}>
                        {letterName(letter)}{' '}
                        <span className="text-mute">
                          {on ? formatShortDate(on) : 'planned'}
                          {on && letter.uploadedOn === null && ', no upload recorded'}
                        </span>
                      </li>
                    )
                  })}
                </ul>
              )}
              <span className="sr-only">
                {read.count} of {MOST_PER_PROGRAM}
              </span>
            </td>
            <td className="text-mute">{assigned.length > 0 && missingWords(read)}</td>
            <td>{assigned.length > 0 && (next ? letterName(next) : '–')}</td>
            {isMine && (
              <td>
                <Link
                  href={`/documents/letters/coverage?program=${entryId}#change`}
                  prefetch={false}
                  className="text-accent underline underline-offset-3"
                >
                  Change<span className="sr-only"> the letters for {program.sponsor}</span>
                </Link>
              </td>
            )}
          </tr>
        )
      })}
    </Table>
  )
}

function missingWords({ hasUsGeneticist, missing }: ProgramCoverage): string {
  const parts = [
    ...(hasUsGeneticist ? [] : ['a US geneticist (A4)']),
    ...missing.map((topic) => COVERAGE_TOPIC_SHORT[topic].toLowerCase()),
  ]
  return parts.length === 0 ? 'nothing missing' : parts.join('; ')
}
