import type { Metadata } from 'next'
import { ActionForm } from '@/app/_ui/action-form'
import { LinkButton } from '@/app/_ui/link-button'
import { PageHeader } from '@/app/_ui/page-header'
import { SubmitButton } from '@/app/_ui/submit-button'
import { withMailLinkScope } from '@/db/access'
import { loadReminderPreferences } from '@/db/queries/reminder-settings'
import { readMailLink } from '@/lib/io/mail-link'
import { MAIL_STREAMS, type MailStream } from '@/lib/reminders/mail-kind'
import { turnMailsAction } from '../actions'

export const metadata: Metadata = { title: 'Mails', robots: { index: false } }

const NAMES: Readonly<Record<MailStream, string>> = {
  digest: 'the daily mail of what is coming up',
  urgent: 'the mails about what cannot wait',
  notes: 'the mails about mentors and mentees',
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
  const { isDigestOn, isUrgentOn, isNotesOn } = await withMailLinkScope(
    link.personId,
    loadReminderPreferences,
  )
  const on: Readonly<Record<MailStream, boolean>> = {
    digest: isDigestOn,
    urgent: isUrgentOn,
    notes: isNotesOn,
  }
  const isOn = on[link.stream]
  const others = MAIL_STREAMS.filter((stream) => stream !== link.stream && on[stream])
  return (
    <>
      <PageHeader
        title={isOn ? `Turn off ${NAMES[link.stream]}?` : `Off: ${NAMES[link.stream]}`}
        lead={
          isOn
            ? link.stream === 'notes'
              ? 'What is written to you stays in Locus, and so does who may look. You can turn it on again here.'
              : 'Your dates stay in Locus and in your calendar. You can turn it on again here.'
            : `No more of these come. ${stillOnWords(link.stream, others)}`
        }
      />
      <div className="flex flex-wrap gap-3">
        {isOn ? (
          <TurnForm token={token} turn="off" label="Turn off" kind="primary" />
        ) : (
          <TurnForm token={token} turn="on" label="Turn on again" kind="primary" />
        )}
        {(isOn || others.length > 0) && (
          <TurnForm token={token} turn="all_off" label="Turn off all these mails" kind="secondary" />
        )}
        <LinkButton href="/settings#reminders">Settings</LinkButton>
      </div>
    </>
  )
}

function stillOnWords(stream: MailStream, others: readonly MailStream[]): string {
  const dates = others.some((other) => other !== 'notes')
  if (stream === 'notes' || dates) {
    if (others.length === 0) return 'Nothing else comes by mail either: look into Locus for your dates.'
    const withUrgent = stream === 'urgent' && others.includes('digest')
    return `Still on: ${others.map((other) => NAMES[other]).join(', and ')}${withUrgent ? '. The daily mail then holds what cannot wait too' : ''}.`
  }
  const rest = others.map((other) => ` Still on: ${NAMES[other]}.`).join('')
  return `No reminder comes by mail any more: look into Locus for your dates.${rest}`
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
