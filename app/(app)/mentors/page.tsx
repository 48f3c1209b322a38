import type { Metadata } from 'next'
import { getViewer } from '@/app/_server/auth'
import { viewerZone } from '@/app/_server/zone'
import { Disclosure } from '@/app/_ui/disclosure'
import { EmptyState } from '@/app/_ui/empty-state'
import { LinkButton } from '@/app/_ui/link-button'
import { PageHeader } from '@/app/_ui/page-header'
import { Panel } from '@/app/_ui/panel'
import { ToastLine } from '@/app/_ui/toast-line'
import { ownNotes, withOwnScope } from '@/db/access'
import { listOpenInvitations } from '@/db/queries/invitations'
import { listMentorQuestions } from '@/db/queries/mentor-questions'
import { type GivenGrant, listGivenGrants } from '@/db/queries/mentors'
import { listThreads } from '@/db/queries/notes'
import { listPrograms } from '@/db/queries/programs'
import { listLiveLinks } from '@/db/queries/share-links'
import { formatDate } from '@/lib/dates/format'
import { today } from '@/lib/dates/instant'
import { waitingFor } from '@/lib/notes/waiting'
import { GrantCard } from './_components/grant-card'
import { GuestNotice } from './_components/guest-notice'
import { InvitationRows, LinkRows } from './_components/open-rows'
import { WhoSeesWhat } from './_components/who-sees-what'
import { NotesSummary } from './_notes/notes-summary'

export const metadata: Metadata = { title: 'Mentors' }

const DONE: Readonly<Record<string, string>> = {
  invited: 'The invitation is on its way. Nothing is open until it is accepted.',
  withdrawn: 'The invitation is withdrawn: its link opens nothing any more.',
  ended: 'Access is ended. They see nothing from now on.',
  'link-ended': 'The link is ended: whoever opens it finds nothing.',
}

export default async function MentorsPage({ searchParams }: PageProps<'/mentors'>) {
  const { done } = await searchParams
  const viewer = await getViewer()
  const zone = await viewerZone(viewer)
  const { grants, invitations, links, programNames, waiting } = viewer
    ? await withOwnScope(viewer, async (scope) => {
        const [grants, invitations, links, threads, questions] = await Promise.all([
          listGivenGrants(scope),
          listOpenInvitations(scope),
          listLiveLinks(scope),
          listThreads(ownNotes(scope)),
          listMentorQuestions(scope),
        ])
        const programs = grants.some(({ conflict }) => conflict) ? await listPrograms(scope) : []
        return {
          grants,
          invitations,
          links,
          programNames: new Map(programs.map((one) => [one.id, one.sponsor])),
          waiting: waitingFor('applicant', threads, questions),
        }
      })
    : {
        grants: [],
        invitations: [],
        links: [],
        programNames: new Map<string, string>(),
        waiting: waitingFor('applicant', [], []),
      }
  const live = grants.filter(({ endedAt }) => endedAt === null)
  const ended = grants.filter(({ endedAt }) => endedAt !== null)
  const said = typeof done === 'string' ? DONE[done] : undefined
  const isMember = viewer !== null && !viewer.isGuest
  return (
    <>
      {said && <ToastLine message={said} />}
      <PageHeader
        title="Mentors"
        lead={leadWords(live.length, links.length)}
        actions={
          isMember && (
            <>
              <LinkButton href="/mentors/invite" kind="primary">
                Invite a mentor
              </LinkButton>
              <LinkButton href="/mentors/link">Make a link for reading</LinkButton>
              <LinkButton href="/mentors/log">Who looked</LinkButton>
            </>
          )
        }
      />
      <div className="space-y-5">
        {!isMember && <GuestNotice next="/mentors" />}
        {viewer && <NotesSummary waiting={waiting} />}
        {live.length + links.length > 1 && <WhoSeesWhat grants={live} links={links} zone={zone} />}
        {live.length > 0 && (
          <div className={`grid items-start gap-5 ${live.length > 1 ? 'xl:grid-cols-2' : ''}`}>
            {live.map((grant) => (
              <GrantCard key={grant.id} grant={grant} zone={zone} programNames={programNames} />
            ))}
          </div>
        )}
        {isMember && live.length === 0 && (
          <EmptyState
            title="Nobody looks in yet"
            action={<LinkButton href="/mentors/invite">Invite a mentor</LinkButton>}
          >
            A faculty member, a senior resident or an adviser can see what you open to them, and say what you
            should do next. You choose part by part, and end it at any time.
          </EmptyState>
        )}
        {invitations.length > 0 && (
          <Panel
            id="invitations"
            title="Invitations on their way"
            lead="Nothing is open until one is accepted."
          >
            <InvitationRows invitations={invitations} zone={zone} />
          </Panel>
        )}
        {links.length > 0 && (
          <Panel
            id="links"
            title="Links for reading"
            lead="Without an account, so nobody knows who opens one. Your rank order is never behind a link."
          >
            <LinkRows links={links} zone={zone} />
          </Panel>
        )}
        {ended.length > 0 && (
          <Disclosure summary={`${ended.length} ended`}>
            <ul className="space-y-1">
              {ended.map((grant) => (
                <li key={grant.id}>{endedWords(grant, zone)}</li>
              ))}
            </ul>
          </Disclosure>
        )}
      </div>
    </>
  )
}

function leadWords(people: number, links: number): string {
  if (people === 0 && links === 0) return 'Nobody but you can see your cycle.'
  const parts = [
    people > 0 ? `${people} ${people === 1 ? 'person' : 'people'}` : null,
    links > 0 ? `whoever holds ${links === 1 ? 'a link' : `one of ${links} links`}` : null,
  ].filter((part) => part !== null)
  return `What you opened can be seen by ${parts.join(' and ')}. Nobody changes anything of yours.`
}

const ENDERS = {
  applicant: 'you ended it',
  mentor: 'they stopped',
  replaced: 'a newer invitation took its place',
} as const

function endedWords({ mentorName, since, endedAt, endedBy }: GivenGrant, zone: string): string {
  const until = endedAt === null ? '' : ` to ${formatDate(today(endedAt, zone))}`
  const how = endedBy === null ? 'its time was over' : ENDERS[endedBy]
  return `${mentorName || 'A mentor'}, ${formatDate(today(since, zone))}${until}: ${how}.`
}
