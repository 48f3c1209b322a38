import type { Metadata } from 'next'
import { LinkButton } from '@/app/_ui/link-button'
import { PageHeader } from '@/app/_ui/page-header'

export const metadata: Metadata = { title: 'Your address is changed' }

export default function AddressChangedPage() {
  return (
    <>
      <PageHeader
        title="Your address is changed"
        lead="Both addresses have confirmed. From now on you sign in with the new one."
      />
      <LinkButton href="/settings" kind="primary">
        Go to the settings
      </LinkButton>
    </>
  )
}
