import { Notice } from '@/app/_ui/notice'
import { sendsMail } from '@/lib/io/mail'

/** On a server without a mail server: says so, and where its operator finds the link. Otherwise nothing. */
export function MailNote() {
  if (sendsMail()) return null
  return (
    <Notice kind="warn" word="This server sends no mail yet">
      Its operator finds the link in the window where Locus was started, and in the folder <code>outbox</code>{' '}
      of Locus’ data folder (usually <code>.locus/outbox</code>). If that is you, look there now.
    </Notice>
  )
}
