import type { Metadata } from 'next'
import { requireViewer } from '@/app/_server/auth'
import { BackLink } from '@/app/_ui/back-link'
import { EmptyState } from '@/app/_ui/empty-state'
import { PageHeader } from '@/app/_ui/page-header'
import { Pagination } from '@/app/_ui/pagination'
import { Panel } from '@/app/_ui/panel'
import { Table } from '@/app/_ui/table'
import { withOwnScope } from '@/db/access'
import { LOOKS_A_PAGE, type Look, listLooks } from '@/db/queries/looks'
import { formatInZone } from '@/lib/dates/format'
import { zoneName } from '@/lib/dates/zones'
import { type LookKind, visitsOf } from '@/lib/mentors/look'
import { FORMER_MENTOR, LOOK_WORDS } from '@/lib/mentors/words'

export const metadata: Metadata = { title: 'Who looked' }

export default async function LogPage({ searchParams }: PageProps<'/mentors/log'>) {
  const viewer = await requireViewer('/mentors/log')
  const asked = Number((await searchParams).page)
  const page = Number.isInteger(asked) && asked > 0 && asked < 100_000 ? asked : 1
  const { looks, total } = await withOwnScope(viewer, (scope) => listLooks(scope, { page }))
  return (
    <>
      <PageHeader
        above={<BackLink href="/mentors">Mentors</BackLink>}
        title="Who looked"
        lead={`Each look of another person at your data, on the clock in ${zoneName(viewer.timeZone)}. Several within ten minutes are one.`}
      />
      {total === 0 ? (
        <EmptyState title="Nobody has looked">
          When a mentor, or somebody with a link of yours, opens a part of your cycle, it stands here. Nobody
          can change or remove a line, you neither; all of them go when you delete your account.
        </EmptyState>
      ) : (
        <Panel>
          <Table
            caption="The newest first"
            columns={[{ label: 'When' }, { label: 'Who' }, { label: 'What' }]}
          >
            {visitsOf(looks).map((look) => (
              <tr key={look.id}>
                <th scope="row">{formatInZone(look.at, viewer.timeZone)}</th>
                <td>{whoWords(look)}</td>
                <td>{whatsWords(look.whats)}</td>
              </tr>
            ))}
          </Table>
          <Pagination
            page={page}
            pageCount={Math.ceil(total / LOOKS_A_PAGE)}
            hrefFor={(other) => `/mentors/log?page=${other}`}
          />
        </Panel>
      )}
    </>
  )
}

/** 'Profile, exams, list and fit'. */
function whatsWords(whats: readonly LookKind[]): string {
  const [first = '', ...rest] = whats.map((what) => LOOK_WORDS[what])
  return [first, ...rest.map((words) => words.toLowerCase())].join(', ')
}

function whoWords({ by, who }: Pick<Look, 'by' | 'who'>): string {
  if (by === 'link') return who ? `Link: ${who}` : 'A link'
  return who ?? FORMER_MENTOR
}
