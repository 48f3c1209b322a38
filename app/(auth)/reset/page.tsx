import type { Metadata } from 'next'
import Link from 'next/link'
import { ActionForm } from '@/app/_ui/action-form'
import { TextField } from '@/app/_ui/field'
import { PageHeader } from '@/app/_ui/page-header'
import { SubmitButton } from '@/app/_ui/submit-button'
import { MailNote } from '../_components/mail-note'
import { requestResetAction } from './actions'

export const metadata: Metadata = { title: 'Set a new password' }

export default function ResetPage() {
  return (
    <>
      <PageHeader title="Set a new password" lead="If the address has an account, we mail it a link." />
      <div className="space-y-6">
        <MailNote />
        <ActionForm action={requestResetAction} className="space-y-5">
          <TextField name="email" label="Mail address" type="email" autoComplete="username" isRequired />
          <SubmitButton pendingLabel="Sending…">Send me a link</SubmitButton>
        </ActionForm>
        <p className="text-mute">
          Remembered it?{' '}
          <Link href="/sign-in" prefetch={false}>
            Sign in
          </Link>
          .
        </p>
      </div>
    </>
  )
}
