import { Panel } from '@/app/_ui/panel'
import type { Tone } from '@/app/_ui/sign'
import { Verdict } from '@/app/_ui/verdict'
import type { AfterResult } from '@/lib/exams/after-result'
import { Cited } from '../../../_components/cited'

/** A fail is said in a calm tone: the words carry it, not an alarm. */
const TONES: Readonly<Record<AfterResult['kind'], { tone: Tone; word: string }>> = {
  pass: { tone: 'good', word: 'Passed' },
  fail: { tone: 'neutral', word: 'Did not pass' },
  incomplete: { tone: 'neutral', word: 'Incomplete' },
  withheld: { tone: 'unknown', word: 'Withheld' },
  waiting: { tone: 'unknown', word: 'No result yet' },
}

/** The result in DESIGN's words, by the standard of its own day, and what stands. */
export function ResultVerdict({ after, hasScore }: { after: AfterResult; hasScore: boolean }) {
  const { tone, word } = TONES[after.kind]
  return (
    <Panel>
      <Verdict tone={tone} word={word} title={after.lead}>
        {after.standard && hasScore && (
          <>
            Read by the standard of its own day
            {after.kind === 'pass' ? '.' : `: a pass began at ${after.standard.value}.`}
            <Cited criteria={[]} rule={after.standard} />
          </>
        )}
      </Verdict>
      {after.stands.length > 0 && (
        <section className="mt-5 max-w-prose">
          <h2 className="font-semibold">What still stands</h2>
          <ul className="mt-1 list-disc space-y-1 pl-5">
            {after.stands.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      )}
    </Panel>
  )
}
