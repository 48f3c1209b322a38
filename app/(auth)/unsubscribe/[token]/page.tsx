import type { Metadata } from 'next'
import { ActionForm } from '@/app/_ui/action-form'
import { LinkButton } from '@/app/_ui/link-button'
import { PageHeader } from '@/app/_ui/page-header'
import { SubmitButton } from '@/app/_ui/submit-button'
import { withMailLinkScope } from '@/db/access'
import { loadReminderPreferences } from '@/db/queries/reminder-settings'
import { readMailLink } from '@/lib/io/mail-link'
import type { MailStream } from '@/lib/reminders/mail-kind'
import { turnMailsAction } from '../actions'

export const metadata: Metadata = { title: 'Mails', robots: { index: false } }

const NAMES: Readonly<Record<MailStream, string>> = {
  digest: 'the daily mail of what is coming up',
  urgent: 'the mails about what cannot wait',
}

/** Shows how the mails stand and changes nothing by being opened: mail programs look at links before people do. */
export default async function UnsubscribePage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const link = readMailLink(token)
  if (!link) {
    return (
      <>
        <PageHeader title="This link does not work" lead="It may have been cut short on its way." />
        <LinkButton href="/settings" kind="primary">
          Go to the settings
        </LinkButton>
      </>
    )
  }
  const { isDigestOn, isUrgentOn } = await withMailLinkScope(link.personId, loadReminderPreferences)
  const isOn = link.stream === 'digest' ? isDigestOn : isUrgentOn
  const isOtherOn = link.stream === 'digest' ? isUrgentOn : isDigestOn
  const other: MailStream = link.stream === 'digest' ? 'urgent' : 'digest'
  return (
    <>
      <PageHeader
        title={isOn ? `Turn off ${NAMES[link.stream]}?` : `Off: ${NAMES[link.stream]}`}
        lead={
          isOn
            ? 'Your dates stay in Locus and in your calendar. You can turn it on again here.'
            : `No more of these come. ${
                isOtherOn
                  ? `Still on: ${NAMES[other]}${link.stream === 'urgent' ? ', which then holds what cannot wait too' : ''}.`
                  : 'No reminder comes by mail any more: look into Locus for your dates.'
              }`
        }
      />
      <div className="flex flex-wrap gap-3">
        {isOn ? (
          <TurnForm token={token} turn="off" label="Turn off" kind="primary" />
        ) : (
          <TurnForm token={token} turn="on" label="Turn on again" kind="primary" />
        )}
        {(isOn || isOtherOn) && (
          <TurnForm token={token} turn="all_off" label="Turn off all reminder mails" kind="secondary" />
        )}
        <LinkButton href="/settings#reminders">Settings</LinkButton>
      </div>
    </>
  )
}

function TurnForm({
  token,
  turn,
  label,
  kind,
}: {
  token: string
  turn: 'off' | 'all_off' | 'on'
  label: string
  kind: 'primary' | 'secondary'
}) {
  return (
    <ActionForm action={turnMailsAction} className="" aria-label={label}>
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="turn" value={turn} />
      <SubmitButton kind={kind}>{label}</SubmitButton>
    </ActionForm>
  )
}
