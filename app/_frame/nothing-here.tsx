import { LinkButton } from '@/app/_ui/link-button'
import { PageHeader } from '@/app/_ui/page-header'

/** What a missing row and a missing page say alike, so that neither tells whether something is there for somebody else. */
export function NothingHere() {
  return (
    <>
      <PageHeader
        title="There is nothing at this address"
        lead="The page may have moved, or the link may belong to another account. Nothing of yours was changed."
      />
      <div className="flex flex-wrap gap-2">
        <LinkButton href="/home" kind="primary">
          Go to your home page
        </LinkButton>
        <LinkButton href="/programs">Browse programs</LinkButton>
      </div>
    </>
  )
}
