import Link from 'next/link'
import { Sign } from '@/app/_ui/sign'
import { PART_LABELS, type PartRead } from '@/lib/papers/certification'

const SIGNS = { done: 'good', open: 'warn', unknown: 'unknown' } as const
const WORDS = { done: 'done', open: 'open', unknown: 'not said' } as const

/** Five parts beside each other: a word and a sign each, and where it is recorded. */
export function CertificationStrip({
  parts,
  isMine = true,
}: {
  parts: readonly PartRead[]
  /** Off where a mentor reads it. */
  isMine?: boolean
}) {
  const done = parts.filter(({ state }) => state === 'done').length
  return (
    <>
      <p className="mb-3">
        {done} of {parts.length} parts are done.
      </p>
      <ol className="grid gap-2 sm:grid-cols-5">
        {parts.map(({ part, state, href }) => (
          <li key={part} className="flex items-baseline gap-2 rounded-lg bg-sunken px-3 py-2">
            <Sign tone={SIGNS[state]} className="size-3.5 flex-none translate-y-0.5" />
            <span className="min-w-0">
              {isMine ? (
                <Link href={href} prefetch={false} className="underline decoration-edge underline-offset-3">
                  {PART_LABELS[part]}
                </Link>
              ) : (
                PART_LABELS[part]
              )}
              <span className="block text-sm text-mute">{WORDS[state]}</span>
            </span>
          </li>
        ))}
      </ol>
    </>
  )
}
