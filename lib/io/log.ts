import 'server-only'
import { randomUUID } from 'node:crypto'
import pino from 'pino'

/**
 * One JSON line per event on standard output. Log codes, counts, ids and durations; never a name, an address, a
 * score, a note, a token or a URL that holds one. The paths below are a net beneath that rule, not the rule.
 */
const PERSONAL = [
  'email',
  'to',
  'name',
  'password',
  'token',
  'cookie',
  'authorization',
  'secret',
  'url',
  'body',
]

export const log = pino({
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: { level: (level) => ({ level }) },
  redact: { paths: PERSONAL.flatMap((key) => [key, `*.${key}`]), remove: true },
  serializers: { err: withoutValues },
})

/** The log of one request: every line carries its id, so that one reader's trouble can be followed. */
export function requestLog(requestId: string): pino.Logger {
  return log.child({ requestId })
}

/**
 * The id that a proxy in front gave the request, if it is one that cannot smuggle anything into a log, else a new
 * one.
 */
export function requestIdFrom(header: string | null | undefined): string {
  return header && /^[A-Za-z0-9_-]{8,64}$/.test(header) ? header : randomUUID()
}

/**
 * What of an error may be kept: kind, database code and constraint, and where in the code. Driver messages quote
 * rows ("Key (email)=(...) already exists"), and Drizzle's quote parameters, so of those only the code stays.
 */
function withoutValues(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error }
  const cause = error.cause instanceof Error ? error.cause : undefined
  const fromDatabase = [error, cause].find((one) => one !== undefined && 'severity' in one && 'code' in one)
  const quotesValues = fromDatabase !== undefined || /\bparams:/.test(error.message)
  return {
    type: error.name,
    ...(quotesValues ? {} : { message: error.message }),
    ...('code' in error ? { code: error.code } : {}),
    ...('digest' in error ? { digest: error.digest } : {}),
    ...(fromDatabase ? pick(fromDatabase, ['code', 'constraint_name', 'table_name', 'routine']) : {}),
    at: (error.stack ?? '')
      .split('\n')
      .filter((line) => /^\s+at /.test(line))
      .slice(0, 12)
      .map((line) => line.trim()),
    ...(cause && cause !== fromDatabase ? { cause: withoutValues(cause) } : {}),
  }
}

function pick(from: object, keys: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(from).filter(([key]) => keys.includes(key)))
}
