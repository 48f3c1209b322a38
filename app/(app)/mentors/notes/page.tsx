import type { Metadata } from 'next'
import { getViewer } from '@/app/_server/auth'
import { viewerZone } from '@/app/_server/zone'
import { BackLink } from '@/app/_ui/back-link'
import { EmptyState } from '@/app/_ui/empty-state'
import { LinkButton } from '@/app/_ui/link-button'
import { PageHeader } from '@/app/_ui/page-header'
import { ownNotes, withOwnScope } from '@/db/access'
import { nameTargets } from '@/db/queries/note-names'
import { listPartners, listThreads } from '@/db/queries/notes'
import { ownHref } from '@/lib/notes/target'
import { ThreadList, type ThreadListing } from '../_notes/thread-list'

export const metadata: Metadata = { title: 'Comments and tasks' }

const NOTHING = { threads: [], partners: [], names: new Map<string, string>() }

/** Everything that mentors and the applicant say to each other, wherever it hangs. */
export default async function NotesPage() {
  const viewer = await getViewer()
  const { threads, partners, names } = viewer
    ? await withOwnScope(viewer, async (scope) => {
        const [threads, partners] = await Promise.all([
          listThreads(ownNotes(scope)),
          listPartners(ownNotes(scope), 'any'),
        ])
        const names = await nameTargets(
          ownNotes(scope),
          threads.map(({ target }) => target),
        )
        return { threads, partners, names }
      })
    : NOTHING
  const listing: ThreadListing = {
    side: 'applicant',
    applicantId: viewer?.userId ?? '',
    threads,
    partners,
    names,
    zone: await viewerZone(viewer),
    back: '/mentors/notes',
    hrefOf: ownHref,
  }
  const open = threads.filter(({ resolvedAt }) => resolvedAt === null).length
  return (
    <>
      <PageHeader
        above={<BackLink href="/mentors">Mentors</BackLink>}
        title="Comments and tasks"
        lead={
          open === 0 ? undefined : `${open} ${open === 1 ? 'conversation is' : 'conversations are'} open.`
        }
        actions={<LinkButton href="/mentors/agenda">Questions for a talk</LinkButton>}
      />
      {threads.length === 0 ? (
        <EmptyState title="Nothing was said yet" action={<LinkButton href="/mentors">Mentors</LinkButton>}>
          What a mentor writes about a program, a letter, a practice result, a date or a paragraph stands
          there, and here with everything else. A task that they suggest goes on your checklist when you take
          it.
        </EmptyState>
      ) : (
        <ThreadList listing={listing} />
      )}
    </>
  )
}
