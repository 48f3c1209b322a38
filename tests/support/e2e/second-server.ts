import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { resolve } from 'node:path'
import { e2eDatabaseUrl, e2eDataFolder } from '../e2e-database'
import { secretIn } from '../session-token'

const ROOT = resolve(import.meta.dirname, '..', '..', '..')

export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((done) => server.listen(0, done))
  const address = server.address()
  await new Promise<void>((done) => server.close(() => done()))
  if (typeof address !== 'object' || !address) throw new Error('There is no free port')
  return address.port
}

/**
 * One more web process of the same build on the same database, with settings of its own, as an operator who sets a mail
 * server or a provider has. Resolves when it is ready.
 */
export async function startSecondServer(port: number, settings: Record<string, string>) {
  const url = `http://localhost:${port}`
  const child = spawn(
    process.execPath,
    ['node_modules/next/dist/bin/next', 'start', '--port', String(port)],
    {
      cwd: ROOT,
      stdio: 'ignore',
      env: {
        PATH: process.env.PATH,
        NODE_ENV: 'production',
        LOCUS_BUILD: '.locus/test/build',
        LOCUS_DATA: e2eDataFolder(),
        DATABASE_APP_URL: e2eDatabaseUrl('app'),
        NEXTAUTH_SECRET: secretIn(e2eDataFolder()),
        APP_URL: url,
        NEXT_TELEMETRY_DISABLED: '1',
        ...settings,
      },
    },
  )
  const stop = () =>
    new Promise<void>((done) => {
      if (child.exitCode !== null) return done()
      child.once('close', () => done())
      child.kill('SIGTERM')
    })
  for (let waited = 0; waited < 60_000; waited += 200) {
    if (child.exitCode !== null) throw new Error('The second server ended at once')
    const isReady = await fetch(`${url}/api/health`).then(
      ({ ok }) => ok,
      () => false,
    )
    if (isReady) return { url, stop }
    await new Promise((again) => setTimeout(again, 200))
  }
  await stop()
  throw new Error('The second server did not become ready')
}
