import { Disclosure } from '@/app/_ui/disclosure'
import { SourceNote } from '@/app/_ui/source-note'
import { Verdict } from '@/app/_ui/verdict'
import { type TimingReason, timingReasons } from '@/lib/timing/reasons'
import type { TimingVerdict as TimingVerdictFacts } from '@/lib/timing/verdict'
import { TONE_WORDS, timingSentence, timingTone } from '@/lib/timing/words'
import { TIMING_TONES } from './timing-tones'

/** The article's sections that the criteria stand in. */
const ARTICLE_SECTIONS: Readonly<Record<TimingReason['criteria'][number], string>> = {
  C6: 'timing',
  C7: 'timing',
  C8: 'timing',
  F5: 'tailoring',
}

/**
 * Whether the Step 2 CK score is there on review day: the verdict in a sentence, then every reason with its source.
 * `isBrief` folds the reasons away, for a page that is about something else.
 */
export function TimingVerdict({
  verdict,
  isBrief = false,
}: {
  verdict: TimingVerdictFacts
  isBrief?: boolean
}) {
  const tone = timingTone(verdict.code)
  const reasons = timingReasons(verdict)
  const list = (
    <ul className="max-w-prose space-y-2.5">
      {reasons.map((reason) => (
        <Reason key={reason.key} reason={reason} />
      ))}
    </ul>
  )
  return (
    <div className="space-y-4">
      <Verdict tone={TIMING_TONES[tone]} word={TONE_WORDS[tone]} title={timingSentence(verdict)} />
      {isBrief ? <Disclosure summary="Why, and with which dates">{list}</Disclosure> : list}
    </div>
  )
}

function Reason({ reason: { text, criteria, rule } }: { reason: TimingReason }) {
  return (
    <li>
      {text}
      {(rule || criteria.length > 0) && (
        <span className="block text-sm text-mute">
          {criteria.length > 0 &&
            `Article, ${criteria.map((id) => `${ARTICLE_SECTIONS[id]} (${id})`).join(' and ')}`}
          {rule && criteria.length > 0 && ' · '}
          {rule && (
            <SourceNote
              title={rule.source.title}
              href={rule.source.url}
              year={rule.source.year}
              confidence={rule.confidence}
            />
          )}
        </span>
      )}
    </li>
  )
}
