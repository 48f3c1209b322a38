import 'server-only'
import { randomBytes } from 'node:crypto'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { createTransport, type Transporter } from 'nodemailer'
import type { Mail } from '@/lib/account/mail-texts'
import { env } from './env'
import { smtpOptions } from './smtp-options'

/** Whether this server hands mail to a mail server; without one, mails lie in the outbox for the operator. */
export function sendsMail(): boolean {
  return env().smtp !== null
}

/** Where mails lie when there is no mail server. */
export function outboxFolder(): string {
  return resolve(env().dataFolder, 'outbox')
}

let transport: Transporter | undefined

/** Sends one mail, or lays it in the outbox and tells the console. Throws when neither could be done. */
export async function sendMail(mail: Mail): Promise<void> {
  const { smtp } = env()
  if (!smtp) return layInOutbox(mail)
  transport ??= createTransport({
    ...smtpOptions(smtp.url),
    socketTimeout: 20_000,
  })
  await transport.sendMail({
    from: smtp.from,
    to: { name: '', address: mail.to },
    subject: mail.subject,
    text: mail.text,
    ...(mail.html && { html: mail.html }),
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
  })
}

async function layInOutbox(mail: Mail): Promise<void> {
  const folder = outboxFolder()
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const at = new Date().toISOString()
  const name = `${at.replaceAll(':', '-')}-${randomBytes(3).toString('hex')}.txt`
  const text = `Date: ${at}\nTo: ${mail.to}\nSubject: ${mail.subject}\n\n${mail.text}`
  // Written aside first, so that nobody reads half a mail.
  const aside = join(folder, `.${name}`)
  await writeFile(aside, text, { mode: 0o600 })
  await rename(aside, join(folder, name))
  // Meant for the operator's eyes at the terminal and not a log line: it must hold the link.
  process.stdout.write(`Mail for ${mail.to} (${mail.subject})${mail.link ? `: ${mail.link}` : ''}\n`)
}
