import type { Instrumentation } from 'next'
import { readSettings } from '@/lib/io/env'

/** Runs once when the server starts, before its first request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  if (process.env.NODE_ENV === 'production') {
    const { sendConsoleErrorsToLog } = await import('@/lib/io/error-log')
    sendConsoleErrorsToLog()
  }
  if (readSettings(process.env).trustProxy > 0) return
  const { believeSocketsOnly } = await import('@/lib/io/socket-address')
  believeSocketsOnly()
}

export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { logRequestError } = await import('@/lib/io/error-log')
  logRequestError(error, request, context)
}
