import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { getViewer } from '@/app/_server/auth'
import { ActionForm } from '@/app/_ui/action-form'
import { TextField } from '@/app/_ui/field'
import { PageHeader } from '@/app/_ui/page-header'
import { SubmitButton } from '@/app/_ui/submit-button'
import { AFTER_SIGN_IN, safeNextPath } from '@/lib/account/next-path'
import { MailNote } from '../_components/mail-note'
import { ProviderForms } from '../_components/provider-forms'
import { signUpAction } from './actions'

export const metadata: Metadata = { title: 'Sign up' }

export default async function SignUpPage({ searchParams }: { searchParams: Promise<{ next?: string }> }) {
  const next = safeNextPath((await searchParams).next)
  const viewer = await getViewer()
  if (viewer && !viewer.isGuest) redirect(next ?? AFTER_SIGN_IN)
  return (
    <>
      <PageHeader
        title="Sign up"
        lead={
          viewer?.isGuest && !viewer.isSample
            ? 'Everything you entered as a guest comes along. We need your mail address and nothing else; you choose a password from the mail.'
            : 'We need your mail address and nothing else; you choose a password from the mail.'
        }
      />
      <div className="space-y-6">
        <MailNote />
        <ActionForm action={signUpAction} className="space-y-5">
          {next && <input type="hidden" name="next" value={next} />}
          <TextField name="email" label="Mail address" type="email" autoComplete="email" isRequired />
          <SubmitButton pendingLabel="Sending…">Send me a link</SubmitButton>
        </ActionForm>
        <ProviderForms next={next} verb="Sign up with" />
        <p className="text-mute">
          Have an account?{' '}
          <Link href="/sign-in" prefetch={false}>
            Sign in
          </Link>
          . What is kept, and for how long, is on the{' '}
          <Link href="/privacy" prefetch={false}>
            privacy page
          </Link>
          .
        </p>
      </div>
    </>
  )
}
