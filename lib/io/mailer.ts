import 'server-only'
import { createTransport } from 'nodemailer'
import type { Settings } from './env'
import { smtpOptions } from './smtp-options'

/** A mail with both parts, as the worker sends it. */
export type OutgoingMail = {
  to: string
  subject: string
  text: string
  html: string
  messageId: string
  /** Where one POST turns such mails off (RFC 8058); null for a mail that was asked for. */
  oneClickUrl: string | null
}

/** The mail server could not be spoken to at all: no mail and nobody's address is at fault. */
export class MailServerDown extends Error {
  override name = 'MailServerDown'
  constructor(readonly code: string) {
    super(`The mail server does not answer (${code})`)
  }
}

/** This mail was not taken, or nobody knows whether it was: the line dropped before the server's answer came. */
export class MailNotTaken extends Error {
  override name = 'MailNotTaken'
  constructor(
    readonly code: string,
    /** The line broke, so that the server may be gone altogether. */
    readonly isLineLost: boolean,
  ) {
    super(`A mail was not taken (${code})`)
  }
}

export type Mailer = {
  /** Throws MailServerDown unless the server answers and lets us in. */
  check: () => Promise<void>
  /** Resolves with the server's answer once it has taken the mail; throws MailNotTaken. Never tries twice. */
  post: (mail: OutgoingMail) => Promise<string>
  close: () => void
}

/** Connections to the mail server for one round of mails. */
export function openMailer(
  { url, from }: NonNullable<Settings['smtp']>,
  { connections }: { connections: number },
): Mailer {
  const transport = createTransport({
    ...smtpOptions(url),
    pool: true,
    maxConnections: connections,
    // Left to itself it would send a mail again whose fate it does not know, and nobody would count it.
    maxRequeues: 0,
    socketTimeout: 30_000,
  } as Parameters<typeof createTransport>[0])
  return {
    async check() {
      try {
        await transport.verify()
      } catch (error) {
        throw new MailServerDown(codeOf(error))
      }
    },
    async post(mail) {
      try {
        const info: { response?: string } = await transport.sendMail({
          from,
          to: { name: '', address: mail.to },
          subject: mail.subject,
          text: mail.text,
          html: mail.html,
          messageId: mail.messageId,
          headers: {
            'Auto-Submitted': 'auto-generated',
            'X-Auto-Response-Suppress': 'All',
            ...(mail.oneClickUrl
              ? {
                  'List-Unsubscribe': `<${mail.oneClickUrl}>`,
                  'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
                }
              : {}),
          },
        })
        return info.response ?? ''
      } catch (error) {
        throw new MailNotTaken(codeOf(error), isLineLost(error))
      }
    },
    close: () => transport.close(),
  }
}

/** What of a mail server's refusal may be kept: its number, or what went wrong with the line; never its words. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  if ('responseCode' in error && typeof error.responseCode === 'number') return String(error.responseCode)
  return 'code' in error && typeof error.code === 'string' ? error.code : 'closed'
}

/** With a number the server has answered; without one the line ended first. */
function isLineLost(error: unknown): boolean {
  return !(error instanceof Error && 'responseCode' in error && typeof error.responseCode === 'number')
}
