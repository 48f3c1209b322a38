import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { requireViewer } from '@/app/_server/auth'
import { viewerZone } from '@/app/_server/zone'
import { AskAgain } from '@/app/_ui/ask-again'
import { EmptyState } from '@/app/_ui/empty-state'
import { LinkButton } from '@/app/_ui/link-button'
import { PageHeader } from '@/app/_ui/page-header'
import { withMenteesScope } from '@/db/access'
import { now } from '@/lib/io/clock'
import { readRosterView, rosterRows, rosterSentence } from '@/lib/mentors/roster'
import { NoContactNotice } from './_components/mentee-notices'
import { RosterFilters } from './_components/roster-filters'
import { RosterTable } from './_components/roster-table'
import { readRoster } from './_read/read-roster'

export const metadata: Metadata = { title: 'Mentees' }

const one = (value: string | string[] | undefined) => (typeof value === 'string' ? value : null)

export default async function MenteesPage({ searchParams }: PageProps<'/mentees'>) {
  const [params, viewer] = await Promise.all([searchParams, requireViewer()])
  const clock = { now: now().toISOString(), zone: await viewerZone(viewer) }
  const { rows, isContactBarred } = await withMenteesScope(viewer, (scope) => readRoster(scope, clock))
  if (rows.length === 0) return <NoMentees />
  const view = readRosterView({ get: (name) => one(params[name]) })
  const shown = rosterRows(rows, view)
  return (
    <AskAgain render={randomUUID()}>
      <PageHeader
        title="Mentees"
        lead={rosterSentence(rows)}
        actions={
          <LinkButton href="/settings/mentoring" isSmall>
            You as a mentor
          </LinkButton>
        }
      />
      {isContactBarred && (
        <div className="mb-4">
          <NoContactNotice />
        </div>
      )}
      <RosterFilters rows={rows} view={view} found={shown.length} />
      <RosterTable rows={shown} />
      <p className="mt-4 max-w-prose text-sm text-mute">
        Reasons come of what each mentee lets you see, by the rules of their own pages (
        <a href="/method">the method</a>); what is withheld makes none. Each mentee can read when you looked,
        and at what.
      </p>
    </AskAgain>
  )
}

function NoMentees() {
  return (
    <>
      <PageHeader
        title="Mentees"
        lead="Applicants who let you look in: who needs you, why, and what is new since you looked."
      />
      <EmptyState title="Nobody has let you in yet" action={<LinkButton href="/">What Locus is</LinkButton>}>
        An applicant invites you from their page “Mentors”, by mail or with a link. They choose what you see,
        part by part, and can change it at any time. Open the invitation while you are signed in here, and
        they appear on this page.
      </EmptyState>
    </>
  )
}
