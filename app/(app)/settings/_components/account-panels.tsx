import type { SignedIn } from '@/app/_server/auth'
import { configuredProviders, providerName } from '@/app/_server/auth/providers'
import { ActionForm } from '@/app/_ui/action-form'
import { TextField } from '@/app/_ui/field'
import { Panel } from '@/app/_ui/panel'
import { SubmitButton } from '@/app/_ui/submit-button'
import { MailNote } from '@/app/(auth)/_components/mail-note'
import { ProviderForms } from '@/app/(auth)/_components/provider-forms'
import { PASSWORD_MIN } from '@/lib/account/password-rules'
import {
  changeEmailAction,
  changePasswordAction,
  mailPasswordLinkAction,
  saveNameAction,
  unlinkAction,
} from '../actions'

/** What only a member has: name, address, password, and providers that open the account. */
export function AccountPanels({
  viewer,
  identities,
  hasPassword,
}: {
  viewer: SignedIn
  identities: { provider: string }[]
  hasPassword: boolean
}) {
  return (
    <>
      <Panel title="Name" id="name" lead="Shown to mentors whom you invite. You may leave it empty.">
        <ActionForm action={saveNameAction} id="name-form" className="space-y-4">
          <TextField
            name="name"
            label="Name"
            autoComplete="name"
            defaultValue={viewer.name}
            maxLength={120}
          />
          <SubmitButton kind="secondary">Save name</SubmitButton>
        </ActionForm>
      </Panel>
      <Panel title="Mail address" id="address" lead={viewer.email}>
        <div className="space-y-4">
          <MailNote />
          <ActionForm action={changeEmailAction} id="email-form" className="space-y-4">
            <TextField
              name="email"
              label="New address"
              type="email"
              autoComplete="email"
              hint="We send a link to the old and to the new address. It changes once both are opened."
              isRequired
            />
            {hasPassword && <PresentPassword />}
            <SubmitButton kind="secondary" pendingLabel="Sending…">
              Change address
            </SubmitButton>
          </ActionForm>
        </div>
      </Panel>
      <Panel
        title="Password"
        id="password"
        lead={
          hasPassword
            ? 'Changing it signs out every other browser.'
            : 'You have none: you sign in by a provider. To set one, open the link that we mail you.'
        }
      >
        {hasPassword ? (
          <ActionForm action={changePasswordAction} id="password-form" className="space-y-4">
            <PresentPassword />
            <TextField
              name="newPassword"
              label="New password"
              type="password"
              autoComplete="new-password"
              hint={`${PASSWORD_MIN} characters or more. Four unrelated words are easy to remember.`}
              isRequired
            />
            <SubmitButton kind="secondary">Change password</SubmitButton>
          </ActionForm>
        ) : (
          <ActionForm action={mailPasswordLinkAction} id="password-link-form">
            <SubmitButton kind="secondary" pendingLabel="Sending…">
              Send me a link
            </SubmitButton>
          </ActionForm>
        )}
      </Panel>
      <Providers identities={identities} />
    </>
  )
}

function PresentPassword() {
  return (
    <TextField
      name="currentPassword"
      label="Present password"
      type="password"
      autoComplete="current-password"
      isRequired
    />
  )
}

function Providers({ identities }: { identities: { provider: string }[] }) {
  const linked = new Set(identities.map(({ provider }) => provider))
  const hasMore = configuredProviders().some(({ id }) => !linked.has(id))
  if (linked.size === 0 && !hasMore) return null
  return (
    <Panel title="Other ways to sign in" id="providers">
      <ul className="space-y-3">
        {[...linked].map((provider) => (
          <li key={provider} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
            <span>{providerName(provider)}</span>
            <ActionForm action={unlinkAction} aria-label={`Take away ${providerName(provider)}`}>
              <input type="hidden" name="provider" value={provider} />
              <SubmitButton kind="quiet" isSmall aria-label={`Take away ${providerName(provider)}`}>
                Take away
              </SubmitButton>
            </ActionForm>
          </li>
        ))}
      </ul>
      {hasMore && (
        <div className={linked.size > 0 ? 'mt-4' : undefined}>
          <ProviderForms verb="Add" leaveOut={linked} />
        </div>
      )}
    </Panel>
  )
}
