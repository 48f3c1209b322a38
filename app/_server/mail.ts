import 'server-only'
import { after } from 'next/server'
import type { Mail } from '@/lib/account/mail-texts'
import { env } from '@/lib/io/env'
import { log } from '@/lib/io/log'
import { sendMail } from '@/lib/io/mail'

/**
 * Sends mails once the answer is on its way, so that neither how long it took nor whether it worked tells anyone which
 * addresses have accounts. Call it after the commit. One retry; then the operator reads of it in the log.
 */
export function sendMailLater(...mails: Mail[]): void {
  after(async () => {
    for (const mail of mails) {
      try {
        await sendMail(mail).catch(async () => {
          await new Promise((done) => setTimeout(done, 3000))
          await sendMail(mail)
        })
      } catch (error) {
        // Error messages of mail servers quote addresses.
        const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
        log.error({ event: 'mail_not_sent', code, subject: mail.subject }, 'A mail could not be sent')
      }
    }
  })
}

/** An absolute address in this app, for links in mails. */
export function appLink(path: string): string {
  return new URL(path, env().appUrl).href
}
