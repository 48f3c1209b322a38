import { connect, createServer, type Server, type Socket } from 'node:net'

/**
 * A proxy in front of PostgreSQL that counts round trips: each time the client speaks after the server has answered.
 * Statements that travel together count once, which is what a distant database would make one wait for.
 */
export async function countingProxy(target: {
  host: string
  port: number
}): Promise<{ port: number; take: () => number; close: () => Promise<void> }> {
  let trips = 0
  const open = new Set<Socket>()
  const server: Server = createServer((client) => {
    const upstream = connect(target)
    let isAnswered = true
    client.on('data', (chunk) => {
      if (isAnswered) trips += 1
      isAnswered = false
      upstream.write(chunk)
    })
    upstream.on('data', (chunk) => {
      isAnswered = true
      client.write(chunk)
    })
    for (const [socket, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      open.add(socket)
      socket.on('error', () => other.destroy())
      socket.on('close', () => {
        open.delete(socket)
        other.destroy()
      })
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the proxy has no port')
  return {
    port: address.port,
    take: () => {
      const seen = trips
      trips = 0
      return seen
    },
    close: () =>
      new Promise((resolve) => {
        for (const socket of open) socket.destroy()
        server.close(() => resolve())
      }),
  }
}
