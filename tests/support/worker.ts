import { type ChildProcess, spawn } from 'node:child_process'
import { resolve } from 'node:path'

const ROOT = resolve(import.meta.dirname, '../..')

export type RunningWorker = {
  child: ChildProcess
  output: () => string
  end: (signal: NodeJS.Signals) => Promise<void>
}

/** A real worker in a process of its own; resolves once it is ready. `settings` name its database and mail server. */
export async function startWorker(settings: Record<string, string>): Promise<RunningWorker> {
  const child = spawn(
    process.execPath,
    ['--conditions=react-server', '--import', 'tsx', 'app/_server/worker.ts'],
    {
      cwd: ROOT,
      env: {
        PATH: process.env.PATH,
        APP_URL: 'http://localhost:3000',
        NEXTAUTH_SECRET: 'a-secret-of-the-database-tests-only',
        ...settings,
      } as unknown as NodeJS.ProcessEnv,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    },
  )
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (chunk: string) => {
      printed += chunk
    })
  }
  const closed = new Promise<void>((done) => child.once('close', () => done()))
  await new Promise<void>((done, fail) => {
    child.once('message', () => done())
    child.once('close', () => fail(new Error(`The worker ended:\n${printed}`)))
  })
  return {
    child,
    output: () => printed,
    async end(signal) {
      child.kill(signal)
      await closed
    },
  }
}
