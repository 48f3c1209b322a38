import { SourceNote } from '@/app/_ui/source-note'
import type { Sourced } from '@/lib/facts/sourced'

/** Rules in words, each with the place where it was read. */
export function SourcedList({ rules }: { rules: readonly { text: string; rule: Sourced<unknown> }[] }) {
  return (
    <ul className="max-w-prose space-y-3">
      {rules.map(({ text, rule }) => (
        <li key={text}>
          {text}
          <span className="block">
            <SourceNote
              title={rule.source.title}
              href={rule.source.url}
              year={rule.source.year}
              confidence={rule.confidence}
            />
          </span>
        </li>
      ))}
    </ul>
  )
}
