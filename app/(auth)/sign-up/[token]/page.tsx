import type { Metadata } from 'next'
import { findSignUpOffer, type SignUpOffer } from '@/app/_server/auth/sign-up'
import { ActionForm } from '@/app/_ui/action-form'
import { RadioGroupField } from '@/app/_ui/choice-field'
import { PageHeader } from '@/app/_ui/page-header'
import { SubmitButton } from '@/app/_ui/submit-button'
import { EndedLink } from '../../_components/ended-link'
import { HoldingsList } from '../../_components/holdings-list'
import { NewPasswordField } from '../../_components/password-fields'
import { finishSignUpAction } from '../actions'

export const metadata: Metadata = { title: 'Confirm your address', robots: { index: false } }

/** Looking spends nothing: programs that open links in mails only look, a person presses the button. */
export default async function FollowSignUpPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const offer = await findSignUpOffer(token)
  if (!offer) return <EndedLink href="/sign-up">Ask for a new link</EndedLink>
  if (offer.isMember) {
    return (
      <>
        <PageHeader
          title="You have an account already"
          lead={`The address ${offer.email} is yours, and it has one.`}
        />
        <ActionForm action={finishSignUpAction}>
          <input type="hidden" name="token" value={token} />
          <SubmitButton pendingLabel="Signing in…">Sign in</SubmitButton>
        </ActionForm>
      </>
    )
  }
  return (
    <>
      <PageHeader title="Choose a password" lead={`For your new account with the address ${offer.email}.`} />
      <ActionForm action={finishSignUpAction}>
        <input type="hidden" name="token" value={token} />
        <NewPasswordField email={offer.email} />
        <GuestWork guest={offer.guest} />
        <SubmitButton pendingLabel="Making your account…">Make my account</SubmitButton>
      </ActionForm>
    </>
  )
}

/** The plain case needs no question: a guest in the browser where they worked, with work that is their own. */
function GuestWork({ guest }: { guest: SignUpOffer['guest'] }) {
  if (!guest || guest.holdings.isEmpty) return <input type="hidden" name="bring" value="yes" />
  if (guest.isHere && !guest.isSample) {
    return (
      <div>
        <input type="hidden" name="bring" value="yes" />
        <p className="font-medium">What you entered as a guest comes along:</p>
        <HoldingsList holdings={guest.holdings} />
      </div>
    )
  }
  return (
    <div className="space-y-3">
      <p className="font-medium">
        {guest.isSample
          ? 'You asked for the account while looking at the sample applicant:'
          : 'In the browser from which this account was asked for, a guest has entered:'}
      </p>
      <HoldingsList holdings={guest.holdings} />
      <RadioGroupField
        name="bring"
        legend="Bring this into the account?"
        layout="column"
        defaultValue={guest.isSample ? 'no' : 'yes'}
        choices={[
          {
            value: 'yes',
            label: 'Yes, bring it',
            hint: guest.isSample ? 'It stays marked as made up.' : 'If it was you, with another browser.',
          },
          {
            value: 'no',
            label: 'No, begin empty',
            hint: guest.isHere ? 'It is deleted.' : 'It stays in that browser.',
          },
        ]}
      />
    </div>
  )
}
