import Link from 'next/link'
import { Disclosure } from '@/app/_ui/disclosure'
import type { ChecklistItem } from '@/lib/checklist/checklist'
import { CONDITION_QUESTIONS, doneWords } from '@/lib/checklist/item-words'
import { DoneButton } from './done-button'

/** What needs no more attention, folded away: done, not needed, and not for this person, each with its reason. */
export function AwayItems({
  done,
  notNeeded,
  notForYou,
  back,
  openId = null,
}: {
  done: readonly ChecklistItem[]
  notNeeded: readonly ChecklistItem[]
  notForYou: readonly ChecklistItem[]
  back: string
  /** An item that the reader comes from: what it is folded into stands open. */
  openId?: string | null
}) {
  const holds = (items: readonly ChecklistItem[]) => items.some(({ id }) => id === openId)
  return (
    <div className="space-y-2">
      {done.length > 0 && (
        <Disclosure id="done" summary={`Done (${done.length})`} isOpen={holds(done)}>
          <ul className="divide-y divide-line">
            {done.map((item) => (
              <li key={item.id} id={item.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
                <span className="min-w-0 flex-[1_1_14rem]">
                  {item.title}
                  <span className="block text-sm text-mute">{doneWords(item)}</span>
                </span>
                {item.done?.how === 'marked' && (
                  <DoneButton itemId={item.id} title={item.title} isDone back={back} />
                )}
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
      {notNeeded.length > 0 && (
        <Disclosure id="not-needed" summary={`Not needed (${notNeeded.length})`} isOpen={holds(notNeeded)}>
          <ul className="divide-y divide-line">
            {notNeeded.map((item) => (
              <li key={item.id} id={item.id} className="py-2">
                {item.title}
                <span className="block text-sm text-mute">
                  {item.notNeeded}{' '}
                  <Link
                    href={`/checklist/${item.id}`}
                    prefetch={false}
                    className="text-accent underline underline-offset-3"
                  >
                    Change it<span className="sr-only">: {item.title}</span>
                  </Link>
                </span>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
      {notForYou.length > 0 && (
        <Disclosure id="not-for-you" summary={`Not for you (${notForYou.length})`} isOpen={holds(notForYou)}>
          <ul className="divide-y divide-line">
            {notForYou.map(({ id, title, because }) => (
              <li key={id} id={id} className="py-2">
                {title}
                {because && (
                  <span className="block text-sm text-mute">Since {CONDITION_QUESTIONS[because].no}.</span>
                )}
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </div>
  )
}
