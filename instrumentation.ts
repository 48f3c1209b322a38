import { readSettings } from '@/lib/io/env'

/** Runs once when the server starts, before its first request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  if (readSettings(process.env).trustProxy > 0) return
  const { believeSocketsOnly } = await import('@/lib/io/socket-address')
  believeSocketsOnly()
}
