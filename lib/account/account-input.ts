import { z } from 'zod'
import { isZone, modernZone } from '@/lib/dates/zones'
import { normalizeEmail } from './email'
import { PASSWORD_MAX } from './password-rules'

const single = (message: string) => z.string({ error: message })

const email = single('Enter your mail address.').transform((value, context) => {
  const address = normalizeEmail(value)
  if (address) return address
  context.issues.push({
    code: 'custom',
    input: value,
    message: value.trim() ? 'Enter an address such as ana@example.org.' : 'Enter your mail address.',
  })
  return z.NEVER
})

/** A password as it is typed; its rules are applied where the address is known. Cut off before it can cost much work. */
const typedPassword = (message: string) =>
  single(message)
    .min(1, message)
    .max(PASSWORD_MAX * 4, `Use at most ${PASSWORD_MAX} characters.`)

const optionalPassword = z
  .string()
  .max(PASSWORD_MAX * 4)
  .optional()
  .default('')
const next = z.string().max(1000).optional()
const token = single('Open the link from the mail again.').regex(
  /^[\w-]{43}$/,
  'Open the link from the mail again: it was cut short.',
)
const bring = z.enum(['yes', 'no']).optional()

export const signInInput = z.object({ email, password: typedPassword('Enter your password.'), next })
export const signUpInput = z.object({ email, next })
export const resetInput = z.object({ email })

/** The sign-up link's form: a new account has a password to choose, an existing one only a button to press. */
export const finishSignUpInput = z.object({ token, newPassword: optionalPassword, bring })
export const finishResetInput = z.object({ token, newPassword: typedPassword('Enter a new password.') })
export const confirmAddressInput = z.object({ token })
export const choiceInput = z.object({
  keep: z.enum(['account', 'guest'], { error: 'Choose which of the two to keep.' }),
  next,
})

export const nameInput = z.object({
  name: single('Enter a name, or leave the field empty.')
    .trim()
    .max(120, 'Use at most 120 characters.')
    .regex(/^[^\p{Cc}]*$/u, 'Leave out line breaks.')
    .transform((value) => value || null),
})
export const zoneInput = z.object({
  timeZone: single('Choose a time zone.')
    .refine(isZone, 'Choose a time zone from the list.')
    .transform(modernZone),
})
export const themeInput = z.object({
  theme: z.enum(['system', 'light', 'dark'], { error: 'Choose one of the three.' }),
})
export const changePasswordInput = z.object({
  currentPassword: optionalPassword,
  newPassword: typedPassword('Enter a new password.'),
})
export const changeEmailInput = z.object({ email, currentPassword: optionalPassword })
export const revokeSessionInput = z.object({ session: z.string().regex(/^[0-9a-f]{64}$/) })
export const unlinkInput = z.object({ provider: z.string().regex(/^[a-z]{1,20}$/) })
export const deleteAccountInput = z.object({
  confirmation: z.literal('on', { error: 'Tick the box to say that you mean it.' }),
  currentPassword: optionalPassword,
})
