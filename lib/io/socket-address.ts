import 'server-only'
import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage } from 'node:http'

/**
 * With no proxy in front, X-Forwarded-For is whatever a client writes there, and Next passes it on. From this call on
 * every request of this process carries the address of its own socket there instead.
 */
export function believeSocketsOnly(): void {
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: IncomingMessage }
    request.headers['x-forwarded-for'] = request.socket.remoteAddress ?? ''
  })
}
