import { ActionForm } from '@/app/_ui/action-form'
import { SubmitButton } from '@/app/_ui/submit-button'
import type { OpenInvitation } from '@/db/queries/invitations'
import type { LiveLink } from '@/db/queries/share-links'
import { formatInZone } from '@/lib/dates/format'
import { levelsWords, linkWords } from '@/lib/mentors/words'
import { revokeLinkAction, withdrawInvitationAction } from '../actions'

const ROW = 'flex flex-wrap items-center gap-x-4 gap-y-2 py-3 first:pt-0 last:pb-0'

/** Invitations that nobody has accepted yet. */
export function InvitationRows({
  invitations,
  zone,
}: {
  invitations: readonly OpenInvitation[]
  zone: string
}) {
  return (
    <ul className="divide-y divide-line">
      {invitations.map((one) => (
        <li key={one.id} className={ROW}>
          <div className="min-w-0 flex-[1_1_16rem]">
            <p className="font-medium">{one.mentorLabel}</p>
            <p className="text-sm text-mute wrap-anywhere">
              {one.email ? `Mailed to ${one.email}` : 'By link'} on {formatInZone(one.createdAt, zone)}. Works
              once, until {formatInZone(one.expiresAt, zone)}. Would open: {levelsWords(one.levels)}.
            </p>
          </div>
          <ActionForm
            action={withdrawInvitationAction}
            className=""
            aria-label={`Withdraw: ${one.mentorLabel}`}
          >
            <input type="hidden" name="invitationId" value={one.id} />
            <SubmitButton
              isSmall
              kind="secondary"
              pendingLabel="Withdrawing…"
              aria-label={`Withdraw the invitation of ${one.mentorLabel}`}
            >
              Withdraw
            </SubmitButton>
          </ActionForm>
        </li>
      ))}
    </ul>
  )
}

/** Links for reading that work now. */
export function LinkRows({ links, zone }: { links: readonly LiveLink[]; zone: string }) {
  return (
    <ul className="divide-y divide-line">
      {links.map((link) => (
        <li key={link.id} className={ROW}>
          <div className="min-w-0 flex-[1_1_16rem]">
            <p className="font-medium">{link.label}</p>
            <p className="text-sm text-mute">
              Whoever holds it reads {linkWords(link.groups)} until {formatInZone(link.expiresAt, zone)}.{' '}
              {link.lastLookAt ? `Last opened ${formatInZone(link.lastLookAt, zone)}.` : 'Not opened yet.'}
            </p>
          </div>
          <ActionForm action={revokeLinkAction} className="" aria-label={`End: ${link.label}`}>
            <input type="hidden" name="linkId" value={link.id} />
            <SubmitButton
              isSmall
              kind="danger"
              pendingLabel="Ending…"
              aria-label={`End the link for ${link.label}`}
            >
              End it
            </SubmitButton>
          </ActionForm>
        </li>
      ))}
    </ul>
  )
}
