import 'server-only'
import { log, requestLog } from './log'

/** One line for an error that a request ended in: where in the code, never the address, which can hold a token. */
export function logRequestError(
  error: unknown,
  request: { method: string; headers: Readonly<Record<string, string | string[] | undefined>> },
  context: { routePath: string; routeType: string },
): void {
  const id = request.headers['x-request-id']
  const line = { err: error, method: request.method, route: context.routePath, kind: context.routeType }
  const target = typeof id === 'string' ? requestLog(id) : log
  target.error(line, 'A request ended in an error')
}

/**
 * Sends what the framework prints about errors through the log as well: its own lines quote an error's whole message,
 * and a database error's message quotes the row.
 */
export function sendConsoleErrorsToLog(): void {
  for (const level of ['error', 'warn'] as const) {
    console[level] = (...said: unknown[]) => {
      const error = said.find((one) => one instanceof Error)
      // An error with a digest has come to `logRequestError` too, with its request.
      if (error && 'digest' in error) return
      if (error) log[level]({ err: error }, 'Outside of any request')
      else log[level](said.map(String).join(' '))
    }
  }
}
