import type { Metadata } from 'next'
import Link from 'next/link'
import { getViewer } from '@/app/_server/auth'
import { LinkButton } from '@/app/_ui/link-button'
import { PageHeader } from '@/app/_ui/page-header'
import { sendsMail } from '@/lib/io/mail'
import { MailNote } from '../../_components/mail-note'

export const metadata: Metadata = { title: 'We sent you a link' }

export default async function SignUpSentPage() {
  const viewer = await getViewer()
  return (
    <>
      <PageHeader
        title="We sent you a link"
        lead="Open it to confirm the address and choose a password. It works once, within 24 hours."
      />
      <div className="space-y-6">
        <MailNote />
        <p>
          Nothing there after a few minutes? {sendsMail() && 'Look among the unwanted mail, or '}
          <Link href="/sign-up" prefetch={false}>
            {sendsMail() ? 'ask for another link' : 'Ask for another link'}
          </Link>
          ; the newest one counts.
        </p>
        {viewer?.isGuest && <p>Until then you go on as a guest: nothing that you entered is lost.</p>}
        <LinkButton href="/home">Go on meanwhile</LinkButton>
      </div>
    </>
  )
}
