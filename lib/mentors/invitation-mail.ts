import type { Mail } from '@/lib/account/mail-texts'
import { escapeHtml, link, page, paragraph } from '@/lib/reminders/mail-html'
import { INVITATION_DAYS } from './grant'

/**
 * The mail to someone who is asked to be a mentor. The subject names nobody, since subjects show on locked screens; the
 * same mail goes to every address, with or without an account.
 */
export function invitationMail(
  to: string,
  {
    applicantName,
    message,
    opens,
    href,
  }: { applicantName: string; message: string; opens: string; href: string },
): Mail & { html: string } {
  const subject = 'You are asked to be a mentor in Locus'
  const asks = `${applicantName} asks you to be their mentor while they apply for residency in medical genetics.`
  const what = `Locus is where they keep the application. What they would show you: ${opens}.`
  const how = `Read what it means and accept or leave it. The link works once, within ${INVITATION_DAYS} days:`
  const unasked = `If you do not know ${applicantName}, do nothing: nothing happens without the link, and we will not write again.`
  return {
    to,
    subject,
    link: href,
    text: `${[asks, message && `They write:\n${message}`, what, `${how}\n${href}`, unasked].filter(Boolean).join('\n\n')}\n`,
    html: page({
      title: subject,
      body: [
        paragraph(escapeHtml(asks)),
        message ? paragraph(`They write:<br>${escapeHtml(message).replaceAll('\n', '<br>')}`) : '',
        paragraph(escapeHtml(what)),
        paragraph(`${escapeHtml(how)}<br>${link(href, 'Open the invitation')}`),
        paragraph(escapeHtml(unasked), { isMuted: true }),
      ],
    }),
  }
}
