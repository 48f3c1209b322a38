import type { Metadata } from 'next'
import Link from 'next/link'
import { getViewer } from '@/app/_server/auth'
import { EmptyState } from '@/app/_ui/empty-state'
import { LinkButton } from '@/app/_ui/link-button'
import { PageHeader } from '@/app/_ui/page-header'
import { Panel } from '@/app/_ui/panel'
import { withOwnScope } from '@/db/access'
import { listCycleDetails } from '@/db/queries/cycles'
import { formatDate } from '@/lib/dates/format'
import { OUTCOME_WORDS } from '@/lib/season/cycle'

export const metadata: Metadata = { title: 'Your cycles' }

export default async function CyclesPage() {
  const viewer = await getViewer()
  const cycles = viewer ? await withOwnScope(viewer, listCycleDetails) : []
  return (
    <>
      <PageHeader
        title="Your cycles"
        lead="One run at one season each. A closed cycle stays readable, and the next can begin from it."
      />
      {cycles.length === 0 ? (
        <EmptyState title="No cycle yet" action={<LinkButton href="/season">Choose a season</LinkButton>}>
          A cycle begins when you choose a season or put a first program on your list.
        </EmptyState>
      ) : (
        <Panel id="cycles" title="By season">
          <ul className="divide-y divide-line">
            {cycles.map(({ id, seasonYear, isCurrent, closing }) => (
              <li key={id} className="py-3 first:pt-0 last:pb-0">
                <h3 className="font-semibold">
                  <Link href={`/cycles/${id}`}>Season {seasonYear}</Link>
                </h3>
                <p className="text-mute">
                  {closing
                    ? `${OUTCOME_WORDS[closing.outcome].label}, closed on ${formatDate(closing.on)}`
                    : 'Open'}
                  {isCurrent && '; the pages show this one'}
                </p>
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </>
  )
}
