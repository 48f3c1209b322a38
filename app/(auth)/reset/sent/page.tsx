import type { Metadata } from 'next'
import Link from 'next/link'
import { PageHeader } from '@/app/_ui/page-header'
import { sendsMail } from '@/lib/io/mail'
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
          Nothing there after a few minutes? {sendsMail() && 'Look among the unwanted mail, '}
          <Link href="/reset" prefetch={false}>
            {sendsMail() ? 'ask again' : 'Ask again'}
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
