import { chmodSync, existsSync, mkdirSync } from 'node:fs'
import { dirname, isAbsolute, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bootDatabase } from './boot.mjs'
import { build, isBuilt } from './build.mjs'
import { asSentence, LaunchError, requireSpace } from './failure.mjs'
import { baseEnvironment, install, isInstalled } from './install.mjs'
import { choosePort } from './ports.mjs'
import { stopGroup } from './processes.mjs'
import { addressOf, claim } from './run-state.mjs'
import { secretOf } from './secret.mjs'
import { steps } from './steps.mjs'
import { Supervisor } from './supervisor.mjs'
import { webProcess } from './web.mjs'
import { workerProcess } from './worker.mjs'

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..')

/** `npm start` and `npm run dev`: from whatever is there to a printed address, then watching over what serves it. */
export async function main(mode) {
  process.chdir(ROOT)
  const folder = dataFolder()
  try {
    const run = await begin(folder, mode)
    if (run) await serve(run, folder, mode)
  } catch (error) {
    console.error(asSentence(error, folder))
    process.exitCode = 1
  }
}

/** Null when another launcher of this checkout serves already: its address is printed, and that is all. */
async function begin(folder, mode) {
  requireSpace(dirname(folder), 60, 'starting')
  makeDataFolder(folder)
  const run = await claim(folder, mode)
  if (!run.other) return run
  const url = await addressOf(folder, run.other)
  if (!url) return begin(folder, mode)
  if (run.other.mode !== mode) {
    const command = { start: 'npm start', dev: 'npm run dev' }[run.other.mode]
    throw new LaunchError(`Locus runs already, by ${command}, at ${url}: end that one with Ctrl-C first.`)
  }
  console.log(`Locus runs already: ${url}`)
  return null
}

async function serve(run, folder, mode) {
  const report = steps()
  const supervisor = new Supervisor(run, report)
  supervisor.listenForSignals()
  try {
    report.say('Locus')
    await report.time('Node', async () => process.versions.node)
    for (const child of run.left) await stopGroup(child)
    const { port, isUsual } = await choosePort(process.env.PORT?.trim())
    const url = `http://localhost:${port}`
    const settings = { ...baseEnvironment(), LOCUS_DATA: folder, LOCUS_BUILD: buildFolder() }

    await packages(report, supervisor)
    const { appUrl, jobsUrl } = await supervisor.keepDatabase(() =>
      bootDatabase({ root: ROOT, env: settings, report, supervisor }),
    )
    const { env, jobsEnv } = servingEnvironments(settings, {
      appUrl,
      jobsUrl,
      port,
      url,
      secret: process.env.NEXTAUTH_SECRET || secretOf(folder),
    })
    if (mode === 'start') await pages(report, supervisor, env)

    await report.time('Server', async () => {
      await supervisor.keep(webProcess({ root: ROOT, mode, port, env }))
      return isUsual ? `on port ${port}` : `on port ${port}, since 3000 is taken by another program`
    })
    if (process.env.LOCUS_WORKER?.trim() !== 'off') {
      await report.time('Worker', async () => {
        await supervisor.keep(workerProcess({ root: ROOT, env: jobsEnv }))
        return 'reminders and the daily clean-up'
      })
    }
    run.keep.reachableAt(url)
    report.say(`\nLocus is ready after ${report.total()}: ${url}`)
    if (env.APP_URL !== url) report.say(`People open it as ${env.APP_URL}`)
    report.say('Ctrl-C stops it.')
  } catch (error) {
    if (supervisor.isStopping) return
    console.error(asSentence(error, folder))
    await supervisor.stop(1)
  }
}

async function packages(report, supervisor) {
  if (isInstalled(ROOT)) return report.time('Packages', async () => 'installed already')
  report.begin('Packages', 'installing, which takes a minute or two the first time')
  await report.time('Packages', async () => {
    await install(ROOT, (child) => supervisor.adopt('npm', child))
    return 'installed'
  })
}

async function pages(report, supervisor, env) {
  if (isBuilt(ROOT, buildFolder())) return report.time('Pages', async () => 'built already')
  report.begin('Pages', 'building, which takes a minute when something changed')
  await report.time('Pages', async () => {
    await build(ROOT, buildFolder(), env, (child) => supervisor.adopt('build', child))
    return 'built'
  })
}

/** The owner's connection ends at the boot: the web holds the app role's alone, the worker the jobs' role's alone. */
function servingEnvironments(settings, { appUrl, jobsUrl, port, url, secret }) {
  const shared = { ...settings }
  for (const name of Object.keys(shared)) {
    if (/^(DATABASE_URL|DATABASE_APP_URL|DATABASE_JOBS_URL|PG[A-Z]+)$/.test(name)) delete shared[name]
  }
  const origin = process.env.APP_URL ? new URL(process.env.APP_URL).origin : url
  const both = { ...shared, NEXTAUTH_SECRET: secret, APP_URL: origin }
  return {
    env: { ...both, DATABASE_APP_URL: appUrl, NEXTAUTH_URL: origin, PORT: String(port) },
    jobsEnv: { ...both, DATABASE_JOBS_URL: jobsUrl },
  }
}

function dataFolder() {
  return resolve(ROOT, process.env.LOCUS_DATA?.trim() || '.locus')
}

/** Next wants it inside the checkout. */
function buildFolder() {
  const folder = process.env.LOCUS_BUILD?.trim() || '.next'
  if (isAbsolute(folder) || folder.startsWith('..')) {
    throw new LaunchError('LOCUS_BUILD must be a folder inside the checkout, such as .next.')
  }
  return folder
}

/** Holds secrets, so others may at most pass through it, which root's PostgreSQL needs. */
function makeDataFolder(folder) {
  if (!existsSync(folder)) mkdirSync(folder, { recursive: true })
  chmodSync(folder, process.getuid?.() === 0 ? 0o711 : 0o700)
}
