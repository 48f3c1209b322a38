import type { Metadata } from 'next'
import { findEmailChange } from '@/app/_server/auth/account-changes'
import { ActionForm } from '@/app/_ui/action-form'
import { PageHeader } from '@/app/_ui/page-header'
import { SubmitButton } from '@/app/_ui/submit-button'
import { EndedLink } from '../../_components/ended-link'
import { confirmAddressAction } from '../actions'

export const metadata: Metadata = { title: 'Confirm the change of address', robots: { index: false } }

export default async function ConfirmAddressPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const change = await findEmailChange(token)
  if (!change) return <EndedLink href="/settings">Go to the settings</EndedLink>
  return (
    <>
      <PageHeader
        title={change.isOld ? 'Let your account move?' : 'Use this address?'}
        lead={
          change.isOld
            ? `Your account is to move to ${change.newEmail}. It moves once both addresses have confirmed.`
            : `${change.newEmail} is to become the address of a Locus account, once the old one has confirmed too.`
        }
      />
      <ActionForm action={confirmAddressAction}>
        <input type="hidden" name="token" value={token} />
        <SubmitButton pendingLabel="Confirming…">
          {change.isOld ? 'Yes, let it move' : 'Yes, use it'}
        </SubmitButton>
      </ActionForm>
    </>
  )
}
