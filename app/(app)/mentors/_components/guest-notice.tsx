import { LinkButton } from '@/app/_ui/link-button'
import { Notice } from '@/app/_ui/notice'

/** Sharing needs an account, so that what others were shown does not hang on one browser. */
export function GuestNotice({ next }: { next: string }) {
  return (
    <Notice
      word="Sign up first"
      action={
        <LinkButton href={`/sign-up?next=${encodeURIComponent(next)}`} kind="primary" isSmall>
          Sign up
        </LinkButton>
      }
    >
      To show your cycle to somebody you need an account: a guest’s pages hang on one browser. All that you
      have entered comes along.
    </Notice>
  )
}
