import type { Metadata } from 'next'
import Link from 'next/link'
import { findChoice } from '@/app/_server/auth/arrival'
import { ActionForm } from '@/app/_ui/action-form'
import { PageHeader } from '@/app/_ui/page-header'
import { Panel } from '@/app/_ui/panel'
import { SubmitButton } from '@/app/_ui/submit-button'
import { safeNextPath } from '@/lib/account/next-path'
import { EndedLink } from '../../_components/ended-link'
import { HoldingsList } from '../../_components/holdings-list'
import { chooseAction, dropChoiceAction } from '../actions'

export const metadata: Metadata = { title: 'Choose what to keep' }

export default async function ChoosePage({ searchParams }: { searchParams: Promise<{ next?: string }> }) {
  const choice = await findChoice()
  if (!choice) return <EndedLink href="/sign-in">Sign in</EndedLink>
  const next = safeNextPath((await searchParams).next)
  return (
    <>
      <PageHeader
        title="Which of the two do you want to keep?"
        lead={
          choice.isSample
            ? 'You were looking at the sample applicant. Their rows are made up; usually they are not worth keeping.'
            : 'You entered something as a guest, and your account has something too. The two are never mixed: one stays, the other is deleted for good.'
        }
      />
      <ActionForm action={chooseAction} className="space-y-4">
        {next && <input type="hidden" name="next" value={next} />}
        <Panel title="In your account" lead={choice.email}>
          <HoldingsList holdings={choice.account} />
          <div className="mt-4">
            <SubmitButton name="keep" value="account" pendingLabel="Signing in…">
              Keep what my account has
            </SubmitButton>
          </div>
        </Panel>
        <Panel
          title={choice.isSample ? 'The sample applicant' : 'Entered as a guest'}
          lead={choice.isSample ? 'Made up, and marked so wherever it is shown.' : 'In this browser.'}
        >
          <HoldingsList holdings={choice.guest} />
          <div className="mt-4">
            <SubmitButton kind="secondary" name="keep" value="guest" pendingLabel="Moving…">
              {choice.account.isEmpty
                ? 'Bring this into my account'
                : 'Bring this instead, and delete what my account has'}
            </SubmitButton>
          </div>
        </Panel>
      </ActionForm>
      <p className="mt-6 text-mute">
        Not sure?{' '}
        <Link href="/settings/export" prefetch={false}>
          Download what you entered as a guest
        </Link>{' '}
        first, or leave both as they are.
      </p>
      <form action={dropChoiceAction} className="mt-3">
        <SubmitButton kind="quiet" pendingLabel="One moment…">
          Do not sign in; go on as a guest
        </SubmitButton>
      </form>
    </>
  )
}
