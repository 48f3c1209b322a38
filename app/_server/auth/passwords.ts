import 'server-only'
import { hash, verify } from '@node-rs/argon2'
import { withAuthScope } from '@/db/access'
import { findLogin } from '@/db/queries/accounts'
import { normalizePassword, PASSWORD_SENTENCES, passwordFault } from '@/lib/account/password-rules'
import { AppError } from '@/lib/errors/app-error'

/** argon2id (the library's default) with the cost that OWASP names first: 19 MiB, two passes. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/** Of a password that nobody has, made with the same cost; checked where there is no account. */
const NOBODYS =
  '$argon2id$v=19$m=19456,t=2,p=1$WHM1VfolaYc+t1UGd/Ha2w$Uw3qevNjG49XRpyVPO1RW5/RChKhAUGDxVOVZ6ZLUUc'

/** The hash to store of a new password, which must have passed `passwordFault`. */
export function hashPassword(password: string): Promise<string> {
  return hash(normalizePassword(password), COST)
}

/** One argon2 check, whatever is known: with no hash it does the same work and answers false. */
export async function isPassword(password: string, passwordHash: string | null): Promise<boolean> {
  const isRight = await verify(passwordHash ?? NOBODYS, normalizePassword(password))
  return isRight && passwordHash !== null
}

/** The account that this address and password open, or null; how long it takes does not depend on which was wrong. */
export async function findByPassword(email: string, password: string): Promise<string | null> {
  const login = await withAuthScope((scope) => findLogin(scope, email))
  const isRight = await isPassword(password, login?.passwordHash ?? null)
  return login && isRight ? login.userId : null
}

/** Throws `invalid` at the field when a new password breaks a rule. */
export function refuseWeakPassword(password: string, email: string | null, field = 'newPassword'): void {
  const fault = passwordFault(password, email)
  if (!fault) return
  throw new AppError('invalid', {
    readerMessage: 'The password needs another look.',
    fields: { [field]: [PASSWORD_SENTENCES[fault]] },
  })
}
