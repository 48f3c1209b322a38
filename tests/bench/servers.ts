import type { ChildProcess } from 'node:child_process'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from '../../db/embedded-process'
import { build, isBuilt, nextBin } from '../../lib/launch/build.mjs'
import { ended, listenTo, spawnNode } from '../../lib/launch/processes.mjs'
import { webArgs } from '../../lib/launch/web.mjs'
import type { World } from './world'

const ROOT = resolve(import.meta.dirname, '../..')
const BARE = join('tests', 'bench', 'bare')
/** The browser tests' build; when it is of these very sources, building them again would only take time. */
const TESTED_BUILD = join('.locus', 'test', 'build')
const OWN_BUILD = join('.locus', 'bench', 'build')

export type Server = { pid: number; origin: string; stop: () => Promise<void> }

/** Builds the bare app and, unless it is there already, the app. Returns the app's build folder and what was done. */
export async function buildBoth(): Promise<{ folder: string; how: string }> {
  await run([nextBin(ROOT), 'build', BARE], 'the bare app')
  const ready = [TESTED_BUILD, OWN_BUILD].find((folder) => isBuilt(ROOT, folder))
  if (ready) return { folder: ready, how: 'built already' }
  await build(ROOT, OWN_BUILD, environment({ LOCUS_BUILD: OWN_BUILD }), () => {})
  return { folder: OWN_BUILD, how: 'built now' }
}

/** The bare page, which talks to the same database in the same role. */
export async function serveBare(world: World): Promise<Server> {
  return serve([BARE], await freePort(), { DATABASE_APP_URL: world.appUrl }, '/')
}

/** The app as `npm start` serves it; `appUrl` may lead through a proxy. */
export async function serveApp(world: World, folder: string, appUrl = world.appUrl): Promise<Server> {
  const port = await freePort()
  const origin = `http://localhost:${port}`
  const settings = {
    LOCUS_BUILD: folder,
    LOCUS_DATA: world.folder,
    DATABASE_APP_URL: appUrl,
    NEXTAUTH_SECRET: world.secret,
    APP_URL: origin,
    NEXTAUTH_URL: origin,
  }
  return serve([], port, settings, '/api/health')
}

async function serve(
  where: string[],
  port: number,
  settings: Record<string, string>,
  sign: string,
): Promise<Server> {
  const child: ChildProcess = spawnNode(webArgs({ root: ROOT, mode: 'start', port, where }), {
    cwd: ROOT,
    env: environment(settings),
  })
  const said = listenTo(child)
  const end = ended(child)
  const origin = `http://localhost:${port}`
  for (let waited = 0; !(await answers(origin + sign)); waited += 100) {
    if (child.exitCode !== null || waited > 60_000) throw new Error(`A server did not start:\n${said.text}`)
    await pause(100)
  }
  if (!child.pid) throw new Error('A server has no process id')
  return {
    pid: child.pid,
    origin,
    stop: async () => {
      child.kill('SIGTERM')
      const force = setTimeout(() => child.kill('SIGKILL'), 10_000)
      await end
      clearTimeout(force)
    },
  }
}

async function run(args: string[], what: string): Promise<void> {
  const child = spawnNode(args, { cwd: ROOT, env: environment({}) })
  const said = listenTo(child)
  const { code } = await ended(child)
  if (code !== 0) throw new Error(`${what} could not be built:\n${said.text}`)
}

function environment(settings: Record<string, string>): NodeJS.ProcessEnv {
  return { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', ...settings }
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok
  } catch {
    return false
  }
}
