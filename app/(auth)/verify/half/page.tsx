import type { Metadata } from 'next'
import { LinkButton } from '@/app/_ui/link-button'
import { PageHeader } from '@/app/_ui/page-header'

export const metadata: Metadata = { title: 'One address is still to confirm' }

export default function AddressHalfConfirmedPage() {
  return (
    <>
      <PageHeader
        title="Confirmed. One address is still to do"
        lead="The account keeps its address until the link in the other mail is opened too, within 24 hours."
      />
      <LinkButton href="/home">Go on</LinkButton>
    </>
  )
}
