import 'server-only'
import { createHmac } from 'node:crypto'
import { withAuthScope } from '@/db/access'
import { clearAttempts, countAttempt } from '@/db/queries/rate-limits'
import { AppError } from '@/lib/errors/app-error'
import { env } from '@/lib/io/env'
import { clientAddress } from './client-address'

const MINUTE = 60
const HOUR = 60 * MINUTE

/**
 * How often each deed may be tried: for one account (or mail address), and from one network address. The latter are
 * wide, since a hospital or a whole country may share one.
 */
const LIMITS = {
  guest: { byAddress: 400, seconds: HOUR },
  signIn: { byAccount: 20, byAddress: 200, seconds: 15 * MINUTE },
  mail: { byAccount: 5, byAddress: 60, seconds: HOUR },
  link: { byAddress: 120, seconds: 15 * MINUTE },
  password: { byAccount: 20, byAddress: 200, seconds: 15 * MINUTE },
} as const satisfies Record<string, { byAccount?: number; byAddress: number; seconds: number }>

export type Limited = keyof typeof LIMITS

/**
 * Counts an attempt and throws `limit` when there were too many. It counts the same whether or not the account exists,
 * and what it stores cannot be read back: keys are hashed with the installation's secret.
 */
export async function limitAttempts(deed: Limited, account?: string): Promise<void> {
  const limits: { byAccount?: number; byAddress: number; seconds: number } = LIMITS[deed]
  const address = await clientAddress()
  const counts: [string, number][] = []
  if (address) counts.push([keyOf(deed, 'address', address), limits.byAddress])
  if (account && limits.byAccount) counts.push([keyOf(deed, 'account', account), limits.byAccount])
  // In this order everywhere: two transactions that take the same two rows must not wait for each other.
  counts.sort(([a], [b]) => (a < b ? -1 : 1))
  const isOver = await withAuthScope(async (scope) => {
    let over = false
    for (const [key, most] of counts) over = (await countAttempt(scope, key, limits.seconds)) > most || over
    return over
  })
  if (isOver) throw new AppError('limit')
}

/** Forgets an account's failed attempts once it has shown its password. */
export function forgetAttempts(deed: Limited, account: string): Promise<void> {
  return withAuthScope((scope) => clearAttempts(scope, keyOf(deed, 'account', account)))
}

function keyOf(deed: Limited, kind: 'account' | 'address', value: string): string {
  return createHmac('sha256', env().authSecret).update(`${deed}:${kind}:${value}`).digest('base64url')
}
