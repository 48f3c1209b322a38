'use server'
import { redirect } from 'next/navigation'
import { publicAction } from '@/app/_server/action'
import { limitAttempts } from '@/app/_server/auth/limits'
import { withMailLinkScope } from '@/db/access'
import { turnMails } from '@/db/queries/reminder-settings'
import { AppError } from '@/lib/errors/app-error'
import { readMailLink } from '@/lib/io/mail-link'
import { MAIL_STREAMS } from '@/lib/reminders/mail-kind'
import { mailLinkInput } from '@/lib/reminders/reminder-input'

/** Turns mails off or on again by the link out of one, for whoever holds it. */
export const turnMailsAction = publicAction(mailLinkInput, async ({ token, turn }) => {
  await limitAttempts('link')
  const link = readMailLink(token)
  if (!link)
    throw new AppError('expired', { readerMessage: 'This link does not work. Sign in to change your mails.' })
  await withMailLinkScope(link.personId, (scope) =>
    turnMails(scope, turn === 'all_off' ? MAIL_STREAMS : [link.stream], turn === 'on'),
  )
  redirect(`/unsubscribe/${token}`)
})
