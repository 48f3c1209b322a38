import { Button } from '@/app/_ui/button'
import { signOutAction } from '@/app/(auth)/sign-out/actions'

/** A form, so that signing out works without script and never by following a link. */
export function SignOutForm() {
  return (
    <form action={signOutAction}>
      <Button type="submit" isSmall>
        Sign out
      </Button>
    </form>
  )
}
