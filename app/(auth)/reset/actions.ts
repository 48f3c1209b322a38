'use server'
import { redirect } from 'next/navigation'
import { publicAction } from '@/app/_server/action'
import { finishReset, requestReset } from '@/app/_server/auth/account-changes'
import { limitAttempts } from '@/app/_server/auth/limits'
import { finishResetInput, resetInput } from '@/lib/account/account-input'

export const requestResetAction = publicAction(resetInput, async ({ email }) => {
  await limitAttempts('mail', email)
  await requestReset(email)
  redirect('/reset/sent')
})

export const finishResetAction = publicAction(finishResetInput, async ({ token, newPassword }) => {
  await limitAttempts('link')
  redirect(await finishReset(token, newPassword))
})
