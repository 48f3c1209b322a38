'use server'
import { redirect } from 'next/navigation'
import { publicAction } from '@/app/_server/action'
import { confirmEmailChange } from '@/app/_server/auth/account-changes'
import { limitAttempts } from '@/app/_server/auth/limits'
import { confirmAddressInput } from '@/lib/account/account-input'

export const confirmAddressAction = publicAction(confirmAddressInput, async ({ token }) => {
  await limitAttempts('link')
  redirect((await confirmEmailChange(token)) ? '/verify/done' : '/verify/half')
})
