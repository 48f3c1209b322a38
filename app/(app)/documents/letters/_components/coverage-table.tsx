import Link from 'next/link'
import { Sign, type Tone } from '@/app/_ui/sign'
import { Table } from '@/app/_ui/table'
import { citation } from '@/lib/fit/criteria'
import { type CoverageState, cellOf, TOPIC_CRITERIA, type TopicCoverage } from '@/lib/letters/coverage'
import type { TrackedLetter } from '@/lib/letters/letter'
import { COVERAGE_TOPIC_LABELS, COVERAGE_TOPIC_SHORT, COVERAGE_WORDS, letterName } from '@/lib/letters/words'

const TONES: Readonly<Record<CoverageState, Tone>> = {
  hole: 'bad',
  thin: 'unknown',
  promised: 'warn',
  covered: 'good',
}

const CELL_WORDS: Readonly<Record<CoverageState, string>> = {
  hole: 'no',
  thin: 'knows you little',
  promised: 'promised',
  covered: 'in\u00a0hand',
}

/** One row a letter, one column a topic, and a first row with the best of each. A phone shows a card a letter. */
export function CoverageTable({
  letters,
  coverage,
  isMine = true,
}: {
  letters: readonly TrackedLetter[]
  coverage: readonly TopicCoverage[]
  /** Off where a mentor reads it: the letters' own pages are not theirs. */
  isMine?: boolean
}) {
  return (
    <div className="space-y-3">
      <Table
        caption="Letters by what they speak of"
        isCaptionHidden
        columns={[
          { label: 'Letter' },
          ...coverage.map(({ topic }) => ({ label: COVERAGE_TOPIC_SHORT[topic] })),
        ]}
      >
        <tr>
          <th scope="row">All together</th>
          {coverage.map(({ topic, state }) => (
            <td key={topic}>
              <Cell state={state} word={COVERAGE_WORDS[state]} />
            </td>
          ))}
        </tr>
        {letters.map((letter) => (
          <tr key={letter.id}>
            <th scope="row">
              {isMine ? (
                <Link href={`/documents/letters/${letter.id}#writer`} prefetch={false}>
                  {letterName(letter)}
                </Link>
              ) : (
                letterName(letter)
              )}
            </th>
            {coverage.map(({ topic }) => {
              const state = cellOf(letter, topic)
              return (
                <td key={topic}>
                  {state === 'hole' ? (
                    <span className="text-mute">
                      <span aria-hidden="true">–</span>
                      <span className="sr-only">no</span>
                    </span>
                  ) : (
                    <Cell state={state} word={CELL_WORDS[state]} />
                  )}
                </td>
              )
            })}
          </tr>
        ))}
      </Table>
      <p className="max-w-prose text-sm text-mute">
        {coverage
          .map(({ topic }) => `${COVERAGE_TOPIC_LABELS[topic]}: ${citation(TOPIC_CRITERIA[topic])}`)
          .join('. ')}
        . A letter counts for what you say that it speaks of.
      </p>
    </div>
  )
}

function Cell({ state, word }: { state: CoverageState; word: string }) {
  return (
    <span className="inline-flex items-baseline gap-1.5">
      <Sign tone={TONES[state]} className="size-3 flex-none translate-y-px" />
      {word}
    </span>
  )
}
