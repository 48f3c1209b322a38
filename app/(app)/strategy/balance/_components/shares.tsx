import { pathwayShortName } from '@/lib/programs/pathway-words'
import type { Balance } from '@/lib/strategy/balance'
import { CERTAINTY_WORDS, SETTING_NAMES } from '@/lib/strategy/balance-words'
import { REGION_NAMES } from '@/lib/strategy/regions'

type Line = { key: string; label: string; count: number; isUnknown: boolean }

/** The list by pathway, certainty, setting and region. What is not known is a group of its own, hatched. */
export function Shares({ balance }: { balance: Balance }) {
  return (
    <div className="mt-7 grid gap-x-10 gap-y-7 sm:grid-cols-2">
      <Share
        title="By pathway"
        total={balance.total}
        lines={linesOf(balance.pathways, (name) => pathwayShortName(name))}
      />
      <Share
        title="By certainty"
        total={balance.total}
        lines={linesOf(balance.certainty, (name) => CERTAINTY_WORDS[name])}
      />
      <Share
        title="By setting"
        total={balance.total}
        lines={linesOf(balance.settings, (name) => SETTING_NAMES[name])}
      />
      <Share
        title="By region"
        total={balance.total}
        lines={linesOf(balance.regions, (name) => REGION_NAMES[name])}
      />
    </div>
  )
}

function linesOf<K extends string>(
  shares: readonly { name: K | null; count: number }[],
  words: (name: K) => string,
): Line[] {
  return shares.map(({ name, count }) => ({
    key: name ?? 'unknown',
    label: name === null ? 'Not known' : words(name),
    count,
    isUnknown: name === null,
  }))
}

function Share({ title, total, lines }: { title: string; total: number; lines: readonly Line[] }) {
  return (
    <section>
      <h3 className="font-semibold">{title}</h3>
      <ul className="mt-2 space-y-2">
        {lines.map(({ key, label, count, isUnknown }) => (
          <li key={key}>
            <span className="flex items-baseline justify-between gap-4">
              <span className="min-w-0">{label}</span>
              <span className="font-semibold">{count}</span>
            </span>
            <span
              aria-hidden="true"
              className="mt-0.5 flex h-1.5 overflow-hidden rounded-full bg-sunken print:border"
            >
              <span
                style={{ flexGrow: count }}
                className={
                  isUnknown
                    ? 'hatch basis-0 outline -outline-offset-1 outline-unknown-fill'
                    : 'basis-0 bg-neutral-fill [print-color-adjust:exact]'
                }
              />
              <span style={{ flexGrow: total - count }} className="basis-0" />
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
