import type { Metadata } from 'next'
import Link from 'next/link'
import { PageHeader } from '@/app/_ui/page-header'
import { MailNote } from '../../_components/mail-note'

export const metadata: Metadata = { title: 'We sent you a link' }

export default function ResetSentPage() {
  return (
    <>
      <PageHeader
        title="We sent you a link"
        lead="If the address has an account, the mail is on its way. The link works once, within one hour."
      />
      <div className="space-y-6">
        <MailNote />
        <p>
          Nothing there after a few minutes? Look among the unwanted mail,{' '}
          <Link href="/reset" prefetch={false}>
            ask again
          </Link>
          , or{' '}
          <Link href="/sign-up" prefetch={false}>
            sign up
          </Link>{' '}
          if you have no account with this address yet.
        </p>
      </div>
    </>
  )
}
