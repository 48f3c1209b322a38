import type { Metadata } from 'next'
import { findReset } from '@/app/_server/auth/account-changes'
import { ActionForm } from '@/app/_ui/action-form'
import { PageHeader } from '@/app/_ui/page-header'
import { SubmitButton } from '@/app/_ui/submit-button'
import { EndedLink } from '../../_components/ended-link'
import { NewPasswordField } from '../../_components/password-fields'
import { finishResetAction } from '../actions'

export const metadata: Metadata = { title: 'Choose a new password', robots: { index: false } }

export default async function FollowResetPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const email = await findReset(token)
  if (!email) return <EndedLink href="/reset">Ask for a new link</EndedLink>
  return (
    <>
      <PageHeader
        title="Choose a new password"
        lead={`For the account with the address ${email}. Every other browser is signed out.`}
      />
      <ActionForm action={finishResetAction}>
        <input type="hidden" name="token" value={token} />
        <NewPasswordField email={email} />
        <SubmitButton>Set the password and sign in</SubmitButton>
      </ActionForm>
    </>
  )
}
