import Link from 'next/link'
import { Sign, type Tone } from '../sign'

export type Count = { key: string; label: string; count: number; tone: Tone; href?: string }

const FILLS: Record<Tone, string> = {
  good: 'bg-good-fill',
  warn: 'bg-warn-fill',
  bad: 'bg-bad-fill',
  unknown: 'hatch outline -outline-offset-1 outline-unknown-fill',
  neutral: 'bg-neutral-fill',
}

/**
 * A whole in parts, as lengths and again as counts with words. Parts of the same tone are told apart by the gap between
 * them and by their order, which the words repeat. Empty parts keep their word, since none is an answer as well.
 */
export function CountBar({ counts, label }: { counts: Count[]; label: string }) {
  return (
    <figure>
      <figcaption className="sr-only">{label}</figcaption>
      <div
        className="flex h-3.5 gap-0.5 overflow-hidden rounded-full bg-sunken print:border"
        aria-hidden="true"
      >
        {counts
          .filter(({ count }) => count > 0)
          .map(({ key, count, tone }) => (
            <span
              key={key}
              style={{ flexGrow: count }}
              className={`min-w-1.5 basis-0 [print-color-adjust:exact] ${FILLS[tone]}`}
            />
          ))}
      </div>
      <ul className="mt-3 flex flex-wrap gap-x-6 gap-y-1.5">
        {counts.map(({ key, label: word, count, tone, href }) => (
          <li key={key} className={`flex items-center gap-2 ${count === 0 ? 'text-mute' : ''}`}>
            <Sign tone={tone} className="size-3" />
            <span className="font-semibold">{count}</span>
            {href ? (
              <Link href={href} prefetch={false}>
                {word}
              </Link>
            ) : (
              word
            )}
          </li>
        ))}
      </ul>
    </figure>
  )
}
