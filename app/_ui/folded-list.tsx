import type { ReactNode } from 'react'
import { Disclosure } from './disclosure'

/** Folding one or two items away would cost more than it saves. */
const LEAST_FOLDED = 3

/**
 * A list of which the first items stand at once and the rest is folded, for what is long and whose first items decide.
 * `items` are `<li>` elements with keys. An ordered list goes on counting where the first part ends, from `start`.
 */
export function FoldedList({
  items,
  shown,
  more,
  className,
  start,
}: {
  items: readonly ReactNode[]
  shown: number
  /** Names what is folded: '12 more programs'. */
  more: (count: number) => string
  className: string
  start?: number
}) {
  const cut = items.length - shown < LEAST_FOLDED ? items.length : shown
  const list = (part: readonly ReactNode[], from: number) =>
    start === undefined ? (
      <ul className={className}>{part}</ul>
    ) : (
      <ol start={start + from} className={className}>
        {part}
      </ol>
    )
  return (
    <>
      {list(items.slice(0, cut), 0)}
      {cut < items.length && (
        <Disclosure summary={more(items.length - cut)}>{list(items.slice(cut), cut)}</Disclosure>
      )}
    </>
  )
}
