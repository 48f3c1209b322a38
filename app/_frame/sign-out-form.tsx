import { SubmitButton } from '@/app/_ui/submit-button'
import { signOutAction } from '@/app/(auth)/sign-out/actions'

/** The one button that ends this browser's session. */
export function SignOutForm() {
  return (
    <form action={signOutAction}>
      <SubmitButton kind="secondary" isSmall pendingLabel="Signing out…">
        Sign out
      </SubmitButton>
    </form>
  )
}
