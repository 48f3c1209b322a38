import { parseConnectionUrl } from 'nodemailer/lib/shared'
import type SMTPTransport from 'nodemailer/lib/smtp-transport'
import { openMailSocket } from './mail-socket'

/**
 * How every connection to the mail server is made. The address is taken apart here: nodemailer, given a `url`, looks at that
 * alone and at none of the options beside it, the pool and the time limits among them.
 */
export function smtpOptions(url: string): SMTPTransport.Options {
  return {
    ...parseConnectionUrl(url),
    getSocket: openMailSocket,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    // Nothing that a person typed may reach the file system or the network through a mail.
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}
