import { TextField } from '@/app/_ui/field'
import { PASSWORD_MIN } from '@/lib/account/password-rules'

/** A new password. The address stands beside it so that password managers store the pair. */
export function NewPasswordField({ email }: { email: string }) {
  return (
    <>
      <input type="email" name="email" autoComplete="username" value={email} readOnly hidden />
      <TextField
        name="newPassword"
        label="New password"
        type="password"
        autoComplete="new-password"
        hint={`${PASSWORD_MIN} characters or more. Four unrelated words are easy to remember.`}
        isRequired
      />
    </>
  )
}
