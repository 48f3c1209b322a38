import type { Metadata } from 'next'
import Link from 'next/link'
import { requireViewer } from '@/app/_server/auth'
import { reportedZone } from '@/app/_server/auth/guessed-zone'
import { LinkButton } from '@/app/_ui/link-button'
import { Notice } from '@/app/_ui/notice'
import { PageHeader } from '@/app/_ui/page-header'
import { Panel } from '@/app/_ui/panel'
import { ToastLine } from '@/app/_ui/toast-line'
import { withOwnScope } from '@/db/access'
import { findOwnPasswordHash, listIdentities } from '@/db/queries/accounts'
import { findCalendarFeed } from '@/db/queries/calendar-feeds'
import { loadReminderPreferences } from '@/db/queries/reminder-settings'
import { loadMailHealth } from '@/db/queries/reminders'
import { listSessions } from '@/db/queries/sessions'
import { now } from '@/lib/io/clock'
import { AccountPanels } from './_components/account-panels'
import { CalendarPanel } from './_components/calendar-panel'
import { LookPanels } from './_components/look-panels'
import { RemindersPanel } from './_components/reminders-panel'
import { SessionsPanel } from './_components/sessions-panel'

export const metadata: Metadata = { title: 'Settings' }

const DONE: Readonly<Record<string, string>> = {
  name: 'Your name is saved.',
  zone: 'Your time zone is saved.',
  theme: 'Saved.',
  password: 'Your password is changed, and every other browser is signed out.',
  'password-link': 'We sent you a link to set a password.',
  'email-links': 'We sent a link to both addresses. Your address changes once both are opened.',
  session: 'That browser is signed out.',
  sessions: 'Every other browser is signed out.',
  linked: 'You can sign in with that provider from now on.',
  unlinked: 'That provider no longer signs you in.',
  reminders: 'Your reminders are saved.',
  'test-mail': 'A test mail is on its way. Look in the folder for spam too.',
  'calendar-ended': 'The calendar address is ended: calendars that ask it find nothing.',
}

export default async function SettingsPage({ searchParams }: { searchParams: Promise<{ done?: string }> }) {
  const viewer = await requireViewer('/settings')
  const { done } = await searchParams
  const message = done ? DONE[done] : undefined
  const account = await withOwnScope(viewer, async (scope) => {
    const [sessions, identities, passwordHash, preferences, health, feed] = await Promise.all([
      listSessions(scope, viewer.sessionId),
      listIdentities(scope),
      findOwnPasswordHash(scope),
      loadReminderPreferences(scope),
      loadMailHealth(scope),
      findCalendarFeed(scope),
    ])
    return { sessions, identities, hasPassword: passwordHash !== null, preferences, health, feed }
  })
  const { preferences, health, feed } = account
  return (
    <>
      {message && <ToastLine message={message} />}
      <PageHeader
        title="Settings"
        lead={viewer.isGuest ? 'You are a guest in this browser.' : `Signed in as ${viewer.email}.`}
      />
      <div className="grid max-w-2xl gap-4">
        {viewer.isGuest ? (
          <Notice
            word="Guest"
            action={
              <>
                <LinkButton href="/sign-up" kind="primary" isSmall>
                  Sign up to keep it
                </LinkButton>
                <LinkButton href="/sign-in" isSmall>
                  Sign in
                </LinkButton>
              </>
            }
          >
            You are a guest: your work is kept in this browser for 90 days unused. Sign up to keep it.
          </Notice>
        ) : (
          <AccountPanels viewer={viewer} identities={account.identities} hasPassword={account.hasPassword} />
        )}
        <LookPanels viewer={viewer} guess={(await reportedZone()) ?? viewer.timeZone} />
        <RemindersPanel viewer={viewer} preferences={preferences} health={health} now={now().toISOString()} />
        <CalendarPanel feed={feed} zone={viewer.timeZone} />
        {!viewer.isGuest && <SessionsPanel sessions={account.sessions} zone={viewer.timeZone} />}
        {!viewer.isGuest && (
          <Panel
            title="People"
            id="people"
            lead="Who looks in on you, and on whom you look in."
            actions={
              <>
                <LinkButton href="/mentors/log" isSmall>
                  Who looked at my data
                </LinkButton>
                <LinkButton href="/settings/mentoring" isSmall>
                  Me as a mentor
                </LinkButton>
              </>
            }
          />
        )}
        <Panel
          title="Your data"
          id="data"
          lead="Everything that you entered is yours: take it with you, or delete it for good."
          actions={
            <>
              <LinkButton href="/settings/export" isDownload isSmall>
                Download everything (JSON)
              </LinkButton>
              <LinkButton href="/settings/delete" kind="danger" isSmall>
                {viewer.isGuest ? 'Delete what I entered' : 'Delete my account'}
              </LinkButton>
            </>
          }
        >
          <p className="text-mute">
            What is kept, why and for how long, is on the{' '}
            <Link href="/privacy" prefetch={false}>
              privacy page
            </Link>
            .
          </p>
        </Panel>
      </div>
    </>
  )
}
