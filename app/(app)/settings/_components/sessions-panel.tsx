import { ActionForm } from '@/app/_ui/action-form'
import { Panel } from '@/app/_ui/panel'
import { StatusChip } from '@/app/_ui/status-chip'
import { SubmitButton } from '@/app/_ui/submit-button'
import type { SessionLine } from '@/db/queries/sessions'
import { formatInZone } from '@/lib/dates/format'
import { revokeOthersAction, revokeSessionAction } from '../actions'

/** The browsers that are signed in; one that is signed out here is out with its next click. */
export function SessionsPanel({ sessions, zone }: { sessions: SessionLine[]; zone: string }) {
  return (
    <Panel
      title="Where you are signed in"
      id="sessions"
      lead="A browser that you sign out here is out at its next click."
    >
      <ul className="space-y-4">
        {sessions.map((session) => (
          <li key={session.handle} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
            <div>
              <p className="font-medium">{session.device}</p>
              <p className="text-sm text-mute">
                Last used {formatInZone(session.lastSeenAt.toISOString(), zone)}, signed in{' '}
                {formatInZone(session.createdAt.toISOString(), zone)}
              </p>
            </div>
            {session.isThis ? (
              <StatusChip tone="good">This browser</StatusChip>
            ) : (
              <ActionForm action={revokeSessionAction} aria-label={`Sign out ${session.device}`}>
                <input type="hidden" name="session" value={session.handle} />
                <SubmitButton
                  kind="secondary"
                  isSmall
                  pendingLabel="Signing out…"
                  aria-label={`Sign out ${session.device}`}
                >
                  Sign out
                </SubmitButton>
              </ActionForm>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <ActionForm action={revokeOthersAction} aria-label="Sign out every other browser" className="mt-5">
          <SubmitButton kind="secondary" pendingLabel="Signing out…">
            Sign out every other browser
          </SubmitButton>
        </ActionForm>
      )}
    </Panel>
  )
}
