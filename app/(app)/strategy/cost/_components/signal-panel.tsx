import { Panel } from '@/app/_ui/panel'
import { Sign } from '@/app/_ui/sign'
import { SourceNote } from '@/app/_ui/source-note'
import { SIGNAL_RULE } from '@/lib/facts/signal-allowances'
import { signalWords } from '@/lib/strategy/cost-words'
import type { SignalUse } from '@/lib/strategy/signals'

/** Signals marked on the list, within what the season allows per specialty. Where that is not known, none is assumed. */
export function SignalPanel({ signals }: { signals: readonly SignalUse[] }) {
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
        {signals.map((use) => (
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

function marked({ used }: SignalUse): number {
  return used.signal + used.gold + used.silver
}
