import Link from 'next/link'
import { LinkButton } from '@/app/_ui/link-button'
import { Panel } from '@/app/_ui/panel'
import type { Checklist } from '@/lib/checklist/checklist'
import { datedItems } from '@/lib/checklist/dated-items'
import { formatRelative, formatShortDate } from '@/lib/dates/format'

const SHOWN = 4

/** The verdict of the checklist in a sentence, and what is due next. */
export function NextSteps({ checklist, sentence }: { checklist: Checklist; sentence: string }) {
  const items = datedItems(checklist)
  const { today } = checklist
  return (
    <Panel
      id="next-steps"
      title="What to do next"
      lead={sentence}
      actions={
        <LinkButton href="/checklist" isSmall>
          Checklist
        </LinkButton>
      }
    >
      <ul className="divide-y divide-line">
        {items.slice(0, SHOWN).map(({ id, title, on, isProjected }) => (
          <li key={id} className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5 py-2 first:pt-0 last:pb-0">
            <Link
              href={`/checklist?open=${id}#${id}`}
              prefetch={false}
              className="min-w-0 flex-[1_1_12rem] text-ink underline decoration-line underline-offset-3"
            >
              {title}
            </Link>
            <span className="text-sm text-mute">
              {on < today
                ? 'past its date'
                : `${formatShortDate(on)}${isProjected ? ' (projected)' : ''}, ${formatRelative(on, today)}`}
            </span>
          </li>
        ))}
        {items.length === 0 && <li>Nothing of the checklist is open.</li>}
      </ul>
    </Panel>
  )
}
