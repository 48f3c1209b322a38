import Link from 'next/link'
import type { ReactNode } from 'react'
import { Disclosure } from '@/app/_ui/disclosure'
import { StatusChip } from '@/app/_ui/status-chip'
import type { ChecklistItem } from '@/lib/checklist/checklist'
import { CONDITION_QUESTIONS, dueWords, hrefOf } from '@/lib/checklist/item-words'
import { formatDate, formatRelative } from '@/lib/dates/format'
import { DoneButton } from './done-button'
import { ItemReasons } from './item-reasons'

const WAITING_SHOWN = 3

/** One item: what, by when, what it waits for; the rest opens in place. */
export function ItemRow({
  item,
  today,
  isOpen = false,
  back = null,
  suggestedBy = null,
  children,
}: {
  item: ChecklistItem
  today: string
  isOpen?: boolean
  /** Where the reader comes back to after ticking; null for someone who reads another person's checklist. */
  back?: string | null
  /** The mentor who suggested it. */
  suggestedBy?: string | null
  /** What others say of the item. */
  children?: ReactNode
}) {
  const isMine = back !== null
  const { due, template, applies, because, clash, state, title } = item
  const waiting = item.waitsFor.filter(({ isDone }) => !isDone)
  const isDone = state === 'done'
  const href = hrefOf(item)
  return (
    <li
      id={item.id}
      className="flex scroll-mt-4 flex-wrap items-start gap-x-4 gap-y-2 py-3 first:pt-0 last:pb-0"
    >
      <span aria-hidden="true" className="mt-1 hidden size-4 flex-none border border-edge print:block" />
      <div className="min-w-0 flex-[1_1_16rem]">
        <h3 className={isDone ? 'font-medium text-mute line-through decoration-edge' : 'font-medium'}>
          {title}
        </h3>
        <p className="text-sm text-mute">
          {isDone ? 'done today' : dueWords(item)}
          {!isDone && due.on !== null && `, ${relative(due.on, today)}`}
          {!isDone && due.isOwn && template && ', set by you'}
          {suggestedBy !== null && `, suggested by ${suggestedBy}`}
        </p>
        {!isDone && (applies === 'unknown' || clash || waiting.length > 0) && (
          <p className="mt-1.5 flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-mute">
            {applies === 'unknown' && because && (
              <>
                <StatusChip tone="unknown">may apply</StatusChip>
                <span>
                  {CONDITION_QUESTIONS[because].unknown}{' '}
                  {isMine && (
                    <Link
                      href={CONDITION_QUESTIONS[because].href}
                      prefetch={false}
                      className="text-accent underline underline-offset-3"
                    >
                      {CONDITION_QUESTIONS[because].link}
                    </Link>
                  )}
                </span>
              </>
            )}
            {clash && applies === 'unknown' && (
              <span>
                If it does, “{clash.title}” would have to come before it, and not only on{' '}
                {formatDate(clash.on)}.
              </span>
            )}
            {clash && applies === 'yes' && (
              <>
                <StatusChip tone="warn">comes too late</StatusChip>
                <span>
                  “{clash.title}” is only there on {formatDate(clash.on)}
                </span>
              </>
            )}
            {!clash && waiting.length > 0 && (
              <span>
                Waits for{' '}
                {waiting.slice(0, WAITING_SHOWN).map(({ id, title: name }, index) => (
                  <span key={id}>
                    {index > 0 && ', '}
                    <a
                      href={`#${id}`}
                      className="text-mute underline decoration-edge underline-offset-3 hover:text-ink"
                    >
                      {name}
                    </a>
                  </span>
                ))}
                {waiting.length > WAITING_SHOWN && ` and ${waiting.length - WAITING_SHOWN} more`}
              </span>
            )}
          </p>
        )}
        {item.note && <p className="mt-1 text-sm whitespace-pre-line">{item.note}</p>}
        <div className="no-print mt-1 flex flex-wrap items-start gap-x-5 text-sm [&>:has(details)]:basis-full">
          <Disclosure
            summary={
              <span className="text-sm font-normal">
                Why and how long<span className="sr-only">: {title}</span>
              </span>
            }
            isOpen={isOpen}
          >
            <ItemReasons item={item} isReadOnly={!isMine} />
          </Disclosure>
          {children}
        </div>
      </div>
      <div className="no-print flex flex-none flex-wrap items-center gap-2">
        {isMine && template && !href.startsWith('/checklist') && !isDone && (
          <Link href={href} prefetch={false} className="text-sm text-accent underline underline-offset-3">
            {PLACES[href.split(/[/?#]/)[1] ?? ''] ?? 'Open'}
            <span className="sr-only">: {title}</span>
          </Link>
        )}
        {isMine && (template === null || template.isTickable) && (
          <DoneButton itemId={item.id} title={title} isDone={isDone} back={back} />
        )}
      </div>
    </li>
  )
}

const PLACES: Readonly<Record<string, string>> = {
  profile: 'Profile',
  exams: 'Exams',
  list: 'List',
  strategy: 'Strategy',
  documents: 'Documents',
}

/** Calm for what is over: how long ago it was says nothing that helps. */
function relative(on: string, today: string): string {
  return on < today ? 'past its date' : formatRelative(on, today)
}
