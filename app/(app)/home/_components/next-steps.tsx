import { LinkButton } from '@/app/_ui/link-button'
import { Panel } from '@/app/_ui/panel'
import { NextItems } from '@/app/(app)/checklist/_components/next-items'
import type { Checklist } from '@/lib/checklist/checklist'
import { datedItems } from '@/lib/checklist/dated-items'

const SHOWN = 4

/** The verdict of the checklist in a sentence, and what is due next. */
export function NextSteps({ checklist, sentence }: { checklist: Checklist; sentence: string }) {
  const items = datedItems(checklist)
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
      <NextItems
        items={items.slice(0, SHOWN)}
        today={checklist.today}
        hrefOf={(id) => `/checklist?open=${id}#${id}`}
      />
      {items.length === 0 && <p>Nothing of the checklist is open.</p>}
    </Panel>
  )
}
