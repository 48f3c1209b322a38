import type { Metadata } from 'next'
import { LinkButton } from './_ui/link-button'
import { PageHeader } from './_ui/page-header'
import { PublicShell } from './_ui/public-shell'

export const metadata: Metadata = { title: 'Not found' }

export default function NotFound() {
  return (
    <PublicShell>
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
    </PublicShell>
  )
}
