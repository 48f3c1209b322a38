'use server'
import { redirect } from 'next/navigation'
import { publicAction } from '@/app/_server/action'
import { dropChoice, settleChoice, signInHere } from '@/app/_server/auth/arrival'
import { forgetAttempts, limitAttempts } from '@/app/_server/auth/limits'
import { findByPassword } from '@/app/_server/auth/passwords'
import { choiceInput, signInInput } from '@/lib/account/account-input'
import { AFTER_SIGN_IN, safeNextPath } from '@/lib/account/next-path'
import { AppError } from '@/lib/errors/app-error'

export const signInAction = publicAction(signInInput, async ({ email, password, next }) => {
  await limitAttempts('signIn', email)
  const userId = await findByPassword(email, password)
  if (!userId) {
    throw new AppError('invalid', {
      readerMessage: 'This address and password do not open an account. Check both, or set a new password.',
    })
  }
  await forgetAttempts('signIn', email)
  redirect(await signInHere(userId, safeNextPath(next) ?? AFTER_SIGN_IN))
})

export const chooseAction = publicAction(choiceInput, async ({ keep, next }) => {
  await settleChoice(keep)
  redirect(safeNextPath(next) ?? AFTER_SIGN_IN)
})

/** Goes on as a guest; both sides stay as they are. */
export async function dropChoiceAction(): Promise<void> {
  await dropChoice()
  redirect(AFTER_SIGN_IN)
}
