import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { ForgetWhoLeft } from '@/app/_frame/deleted-drafts'
import { getViewer } from '@/app/_server/auth'
import { ActionForm } from '@/app/_ui/action-form'
import { TextField } from '@/app/_ui/field'
import { Notice } from '@/app/_ui/notice'
import { PageHeader } from '@/app/_ui/page-header'
import { SubmitButton } from '@/app/_ui/submit-button'
import { ToastLine } from '@/app/_ui/toast-line'
import { AFTER_SIGN_IN, safeNextPath } from '@/lib/account/next-path'
import { ProviderForms } from '../_components/provider-forms'
import { signInAction } from './actions'

export const metadata: Metadata = { title: 'Sign in' }

const DONE: Readonly<Record<string, string>> = {
  'signed-out': 'You are signed out.',
  deleted: 'Everything of yours is deleted.',
  'address-changed': 'Your new address is confirmed. Sign in with it from now on.',
}

const ERRORS: Readonly<Record<string, string>> = {
  unverified:
    'The provider has not confirmed your mail address, so it cannot open or make an account here. Confirm the address with the provider, or sign in with your password.',
  taken: 'That sign-in already opens another account here. Nothing was changed.',
  limit: 'That was tried too often. Wait a few minutes and try again.',
  origin: 'That form came from somewhere else. Please start from this page.',
}

export default async function SignInPage({
  searchParams,
}: {
  searchParams: Promise<{ next?: string; error?: string; done?: string }>
}) {
  const asked = await searchParams
  const next = safeNextPath(asked.next)
  const viewer = await getViewer()
  if (viewer && !viewer.isGuest && !asked.error) redirect(next ?? AFTER_SIGN_IN)
  const done = asked.done ? DONE[asked.done] : undefined
  return (
    <>
      {done && <ToastLine message={done} />}
      {asked.done === 'deleted' && <ForgetWhoLeft />}
      <PageHeader
        title="Sign in"
        lead={
          viewer?.isGuest
            ? 'What you entered as a guest is not lost: if your account has something too, you will be asked what to keep.'
            : undefined
        }
      />
      <div className="space-y-6">
        {asked.error && (
          <Notice kind="bad" word="Not signed in">
            {ERRORS[asked.error] ?? 'That sign-in did not finish. Nothing was changed; please try again.'}
          </Notice>
        )}
        <ActionForm action={signInAction} className="space-y-5">
          {next && <input type="hidden" name="next" value={next} />}
          <TextField name="email" label="Mail address" type="email" autoComplete="username" isRequired />
          <TextField
            name="password"
            label="Password"
            type="password"
            autoComplete="current-password"
            isRequired
          />
          <div className="flex flex-wrap items-center gap-x-5 gap-y-3">
            <SubmitButton pendingLabel="Signing in…">Sign in</SubmitButton>
            <Link href="/reset" prefetch={false}>
              Forgotten your password?
            </Link>
          </div>
        </ActionForm>
        <ProviderForms next={next} />
        <p className="text-mute">
          No account yet?{' '}
          <Link href={next ? `/sign-up?next=${encodeURIComponent(next)}` : '/sign-up'} prefetch={false}>
            Sign up
          </Link>
          , or{' '}
          <Link href="/home" prefetch={false}>
            start as a guest
          </Link>
          .
        </p>
      </div>
    </>
  )
}
