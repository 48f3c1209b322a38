'use server'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { accountAction } from '@/app/_server/account-action'
import { limitAttempts } from '@/app/_server/auth/limits'
import { newCalendarAddress } from '@/app/_server/calendar-address'
import { withOwnScope } from '@/db/access'
import { renewCalendarFeed, revokeCalendarFeed } from '@/db/queries/calendar-feeds'
import { saveReminderPreferences } from '@/db/queries/reminder-settings'
import { addTestMail } from '@/db/queries/reminders'
import { enqueue } from '@/db/queries/work'
import { today } from '@/lib/dates/instant'
import { AppError } from '@/lib/errors/app-error'
import { now } from '@/lib/io/clock'
import { env } from '@/lib/io/env'
import { domainOf } from '@/lib/reminders/message-id'
import { reminderPreferencesInput } from '@/lib/reminders/reminder-input'

export const saveRemindersAction = accountAction(reminderPreferencesInput, async (viewer, input) => {
  await withOwnScope(viewer, (scope) => saveReminderPreferences(scope, input.preferences, input.version))
  redirect('/settings?done=reminders#reminders')
})

export const sendTestMailAction = accountAction(z.object({}), async (viewer) => {
  const { smtp } = env()
  if (!viewer.email || !smtp) throw new AppError('unavailable')
  await limitAttempts('mail', viewer.email)
  await withOwnScope(viewer, async (scope) => {
    const mailDomain = domainOf(smtp.from)
    await addTestMail(scope, { today: today(now().toISOString(), viewer.timeZone), mailDomain })
    await enqueue(scope, 'remind')
  })
  redirect('/settings?done=test-mail#reminders')
})

/** The address is shown in the answer alone: it is kept nowhere, so that nobody can read it out of the database. */
export const renewCalendarAction = accountAction(z.object({}), async (viewer) => {
  const { address, tokenHash } = newCalendarAddress()
  await withOwnScope(viewer, (scope) => renewCalendarFeed(scope, tokenHash))
  return { status: 'done', message: `Your calendar address, shown this once: ${address}` }
})

export const revokeCalendarAction = accountAction(z.object({}), async (viewer) => {
  await withOwnScope(viewer, revokeCalendarFeed)
  redirect('/settings?done=calendar-ended#calendar')
})
