import { Panel } from '@/app/_ui/panel'
import { Sign } from '@/app/_ui/sign'
import { SourceNote } from '@/app/_ui/source-note'
import { SIGNAL_RULE } from '@/lib/facts/signal-allowances'
import { signalWords, unknownSignalsWords } from '@/lib/strategy/cost-words'
import type { SignalUse } from '@/lib/strategy/signals'

/** Signals marked on the list, within what the season allows per specialty. Where that is not known, none is assumed. */
export function SignalPanel({ signals }: { signals: readonly SignalUse[] }) {
  const open = signals.filter((use) => !isSaidApart(use)).map(({ pathway }) => pathway)
  return (
    <Panel
      id="signals"
      title={
        signals.some(({ isOver }) => isOver)
          ? 'More signals are marked than may be sent'
          : 'Signals, as far as the season’s number is known'
      }
      lead="Mark one on a program’s page of your list. Here they are counted per specialty."
    >
      <ul className="divide-y divide-line">
        {open.length > 0 && (
          <li className="flex gap-3 py-2.5 first:pt-0 last:pb-0">
            <Sign tone="unknown" className="mt-1.5 size-3.5" />
            <span className="min-w-0 max-w-prose">{unknownSignalsWords(open)}</span>
          </li>
        )}
        {signals.filter(isSaidApart).map((use) => (
          <li key={use.pathway} className="flex gap-3 py-2.5 first:pt-0 last:pb-0">
            <Sign
              tone={use.state === 'unknown' ? 'unknown' : use.isOver ? 'bad' : 'neutral'}
              className="mt-1.5 size-3.5"
            />
            <span className="min-w-0">
              <span className="block max-w-prose">{signalWords(use)}</span>
              {use.state === 'unknown' && marked(use) > 0 && (
                <span className="block max-w-prose">You have marked {marked(use)}.</span>
              )}
              {use.state === 'known' && use.allowance && (
                <SourceNote
                  title={use.allowance.source.title}
                  href={use.allowance.source.url}
                  year={use.allowance.source.year}
                  confidence={use.allowance.confidence}
                />
              )}
            </span>
          </li>
        ))}
      </ul>
      <p className="mt-4 max-w-prose text-mute">
        The rule: {SIGNAL_RULE.value}.{' '}
        <SourceNote
          title={SIGNAL_RULE.source.title}
          href={SIGNAL_RULE.source.url}
          year={SIGNAL_RULE.source.year}
        />
      </p>
    </Panel>
  )
}

/** What is known of its allowance, or how many are marked, is its own; the rest have one thing in common: unknown. */
function isSaidApart(use: SignalUse): boolean {
  return use.state === 'known' || marked(use) > 0
}

function marked({ used }: SignalUse): number {
  return used.signal + used.gold + used.silver
}
