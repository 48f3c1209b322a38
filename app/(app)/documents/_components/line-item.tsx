import Link from 'next/link'
import { Sign } from '@/app/_ui/sign'
import { StatusChip } from '@/app/_ui/status-chip'
import type { DocumentLine } from '@/lib/documents/line'

const STATES = {
  there: { tone: 'good', word: 'There' },
  begun: { tone: 'neutral', word: 'Begun' },
  none: { tone: 'neutral', word: 'Not begun' },
  not_asked: { tone: 'neutral', word: 'Not asked of you' },
} as const

/** One part of the papers: what it is, how it stands, and what it lacks. */
export function LineItem({ line: { href, title, says, missing, state } }: { line: DocumentLine }) {
  const { tone, word } =
    missing.length > 0 ? { tone: 'warn' as const, word: `${missing.length} missing` } : STATES[state]
  return (
    <li className="grid gap-x-8 gap-y-1.5 py-4 first:pt-0 last:pb-0 md:grid-cols-[minmax(0,16rem)_minmax(0,1fr)]">
      <div className="flex flex-wrap content-start items-baseline gap-x-3 gap-y-1">
        <h2 className="font-semibold">
          <Link
            href={href}
            prefetch={false}
            className="text-ink underline decoration-line underline-offset-3"
          >
            {title}
          </Link>
        </h2>
        <StatusChip tone={tone}>{word}</StatusChip>
      </div>
      <div className="min-w-0 max-w-prose">
        <p className="text-mute">{says}</p>
        {missing.length > 0 && (
          <ul className="mt-1 space-y-1">
            {missing.map((text) => (
              <li key={text} className="flex gap-2.5">
                <Sign tone="warn" className="mt-1.5 size-3.5" />
                <span className="min-w-0">{text}</span>
              </li>
            ))}
          </ul>
        )}
      </div>
    </li>
  )
}
