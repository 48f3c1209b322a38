import type { Metadata } from 'next'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { getViewer, type SignedIn } from '@/app/_server/auth'
import { seatPrograms } from '@/app/_server/seat-basis'
import { secretHash } from '@/app/_server/secret'
import { viewerZone } from '@/app/_server/zone'
import { ActionForm } from '@/app/_ui/action-form'
import { DescriptionList } from '@/app/_ui/description-list'
import { LinkButton } from '@/app/_ui/link-button'
import { PageHeader } from '@/app/_ui/page-header'
import { Panel } from '@/app/_ui/panel'
import { SeatFields } from '@/app/(app)/settings/mentoring/_components/seat-fields'
import { withOwnScope, withPublicScope } from '@/db/access'
import { findInvitation, type SeenInvitation } from '@/db/queries/invitations'
import { findSeat } from '@/db/queries/mentor-seat'
import { formatDate, formatInZone } from '@/lib/dates/format'
import { GROUPS } from '@/lib/mentors/groups'
import { lastDay } from '@/lib/mentors/until'
import { GROUP_WORDS, LEVEL_WORDS } from '@/lib/mentors/words'
import { acceptInvitationAction } from './actions'

export const metadata: Metadata = { title: 'Invitation', robots: { index: false, follow: false } }

type Open = Extract<SeenInvitation, { state: 'open' }>

/** Looking spends nothing, so that a mail program may look first; a person presses the button. */
export default async function InvitationPage({ params }: PageProps<'/invite/[token]'>) {
  const { token } = await params
  const viewer = await getViewer()
  const invitation = await withPublicScope(viewer, (scope) => findInvitation(scope, secretHash(token)))
  if (!invitation) {
    return (
      <Ended
        title="This link does not work"
        lead="It may have been cut short on its way. Open it once more."
      />
    )
  }
  if (invitation.state !== 'open') return <EndedInvitation invitation={invitation} />
  if (invitation.isOwn) {
    return (
      <Ended
        title="This is your own invitation"
        lead="It is for somebody else: hand them the link. If you want to see what they will see, look under Mentors."
      >
        <LinkButton href="/mentors" kind="primary">
          Mentors
        </LinkButton>
      </Ended>
    )
  }
  const zone = await viewerZone(viewer)
  return (
    <div className="max-w-3xl">
      <PageHeader
        title={`${invitation.applicantName} asks you to be their mentor`}
        lead="They apply for residency in medical genetics and keep their application in Locus. As a mentor you look in, say what helps, and leave; five minutes a week will do."
      />
      <div className="space-y-5">
        {invitation.message && (
          <Panel id="message" title="They write">
            <p className="max-w-prose whitespace-pre-wrap wrap-anywhere">{invitation.message}</p>
          </Panel>
        )}
        <Opens invitation={invitation} zone={zone} />
        {viewer && !viewer.isGuest ? (
          <AcceptPanel viewer={viewer} token={token} />
        ) : (
          <AccountPanel token={token} isGuest={viewer?.isGuest === true} />
        )}
      </div>
    </div>
  )
}

function Opens({ invitation, zone }: { invitation: Open; zone: string }) {
  const groups = GROUPS.filter((group) => invitation.levels[group] !== 'none')
  return (
    <Panel
      id="opens"
      title="What you would see"
      lead="They can change or end it at any time. You change nothing of theirs. They see when you looked at what, your name, and the address of your account."
    >
      <div className="space-y-4">
        <DescriptionList
          items={groups.map((group) => ({
            key: group,
            term: GROUP_WORDS[group].label,
            value: `${LEVEL_WORDS[invitation.levels[group]]}.`,
          }))}
        />
        <p className="max-w-prose text-mute">
          {invitation.grantExpiresAt !== null &&
            `Until ${formatDate(lastDay(invitation.grantExpiresAt, zone))}. `}
          The invitation works once, until {formatInZone(invitation.expiresAt, zone)}. If you do not want it,
          close this page: nobody is told.
        </p>
      </div>
    </Panel>
  )
}

function AccountPanel({ token, isGuest }: { token: string; isGuest: boolean }) {
  const next = encodeURIComponent(`/invite/${token}`)
  return (
    <Panel
      id="account"
      title="You need an account to accept"
      lead="Your mail address and a password. You come back here afterwards, from the mail too."
    >
      <div className="space-y-3">
        <div className="flex flex-wrap gap-3">
          <LinkButton href={`/sign-up?next=${next}`} kind="primary">
            Make an account
          </LinkButton>
          <LinkButton href={`/sign-in?next=${next}`}>Sign in</LinkButton>
        </div>
        {isGuest && (
          <p className="max-w-prose text-mute">
            What you entered here as a guest comes along into your account and stays yours: one person can be
            applicant and mentor.
          </p>
        )}
      </div>
    </Panel>
  )
}

async function AcceptPanel({ viewer, token }: { viewer: SignedIn; token: string }) {
  const { seat, programs } = await withOwnScope(viewer, async (scope) => {
    const [seat, programs] = await Promise.all([findSeat(scope), seatPrograms(scope)])
    return { seat, programs }
  })
  return (
    <Panel
      id="accept"
      title="Before you accept"
      lead="If you work at a program on their list, you will see that program and no other, and never their interviews, contacts or rank order. Both of you are told why."
    >
      <ActionForm action={acceptInvitationAction} id="accept-form">
        <input type="hidden" name="token" value={token} />
        <SeatFields programs={programs} seat={seat} name={viewer.name} submit="Accept" />
      </ActionForm>
    </Panel>
  )
}

const STATES = {
  used: {
    title: 'This invitation was used',
    lead: 'It works once. Ask the person who sent it for a new one.',
  },
  expired: {
    title: 'This invitation has ended',
    lead: 'Its time is over. Ask the person who sent it for a new one.',
  },
  withdrawn: { title: 'This invitation was withdrawn', lead: 'It opens nothing any more.' },
} as const

function EndedInvitation({ invitation }: { invitation: Exclude<SeenInvitation, Open> }) {
  const { mine } = invitation
  if (!mine) return <Ended {...STATES[invitation.state]} />
  return (
    <Ended title="You have accepted this invitation" lead={`You are the mentor of ${mine.applicantName}.`}>
      <LinkButton href={`/mentees/${mine.applicantId}`} kind="primary">
        Look at their cycle
      </LinkButton>
    </Ended>
  )
}

function Ended({ title, lead, children }: { title: string; lead: string; children?: ReactNode }) {
  return (
    <div className="max-w-2xl">
      <PageHeader title={title} lead={lead} />
      {children ?? (
        <p>
          <Link href="/" prefetch={false}>
            What is Locus?
          </Link>
        </p>
      )}
    </div>
  )
}
