'use server'
import { redirect } from 'next/navigation'
import { publicAction } from '@/app/_server/action'
import { limitAttempts } from '@/app/_server/auth/limits'
import { finishSignUp, requestSignUp } from '@/app/_server/auth/sign-up'
import { finishSignUpInput, signUpInput } from '@/lib/account/account-input'
import { safeNextPath } from '@/lib/account/next-path'

export const signUpAction = publicAction(signUpInput, async ({ email, next }) => {
  await limitAttempts('mail', email)
  await requestSignUp(email, safeNextPath(next))
  redirect('/sign-up/sent')
})

export const finishSignUpAction = publicAction(finishSignUpInput, async ({ token, newPassword, bring }) => {
  await limitAttempts('link')
  redirect(await finishSignUp(token, { newPassword, bring: bring === 'yes' }))
})
