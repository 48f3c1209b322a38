import { LinkButton } from '@/app/_ui/link-button'
import { PageHeader } from '@/app/_ui/page-header'

/** In place of a form whose link can no longer be followed. */
export function EndedLink({ href, children }: { href: string; children: string }) {
  return (
    <>
      <PageHeader
        title="This link has ended"
        lead="It was used already, a newer one was sent, or its time is over. Nothing was changed."
      />
      <LinkButton href={href} kind="primary">
        {children}
      </LinkButton>
    </>
  )
}
