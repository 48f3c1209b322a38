import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { asSentence } from '../../lib/launch/failure.mjs'
import { baseEnvironment, install, isInstalled } from '../../lib/launch/install.mjs'
import { steps } from '../../lib/launch/steps.mjs'
import { ensureChromium } from './chromium.mjs'
import { forgetThePersonsSettings } from './clean-env.mjs'
import { playwrightTally, vitestTally } from './tally.mjs'
import { sweep, TEST_FOLDER } from './test-folders.mjs'

// Everything that must hold, from whatever is there to one line that says how it went. A step that fails does not keep
// the next from running. Part of the steps can be asked for by name: `npm test -- unit db`.

const ROOT = resolve(import.meta.dirname, '..', '..')
const BUILD = '.locus/test/build'
const VITEST = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs')
const NEXT = join(ROOT, 'node_modules', 'next', 'dist', 'bin', 'next')
const PLAYWRIGHT = join(ROOT, 'node_modules', '@playwright', 'test', 'cli.js')
const BIOME = join(ROOT, 'node_modules', '@biomejs', 'biome', 'bin', 'biome')
const TSC = join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc')

const STEPS = {
  types: async () =>
    tallyOf((await node(NEXT, 'typegen')) && (await node(TSC, '--noEmit', '-p', 'tests/tsconfig.json'))),
  lint: async () => tallyOf(await node(BIOME, 'check', '--config-path=tests/lint.json')),
  unit: () => vitest('unit'),
  db: () => vitest('db'),
  e2e: browser,
  // After the browser tests, whose build it takes along.
  launch: () => vitest('launch'),
}

const report = steps()
const env = environment()
let child = null

process.chdir(ROOT)
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    if (child) process.kill(-child.pid, signal)
    process.exitCode = 130
    stopped = true
  })
}
let stopped = false

try {
  await main(process.argv.slice(2))
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}

async function main(asked) {
  const unknown = asked.filter((name) => !STEPS[name])
  if (unknown.length > 0) throw new Error(`There is no step ${unknown[0]}: ${Object.keys(STEPS).join(', ')}.`)
  const names = asked.length > 0 ? asked : Object.keys(STEPS)
  await packages()
  const browserFault = names.includes('e2e') ? await prepareBrowser() : null
  mkdirSync(TEST_FOLDER, { recursive: true })

  const results = []
  for (const name of names) {
    if (stopped) return
    report.say(`\n== ${name}`)
    const since = performance.now()
    const tally =
      name === 'e2e' && browserFault
        ? { passed: 0, failed: 1, note: browserFault }
        : await STEPS[name]().catch(broken)
    results.push({ name, ...tally, ms: performance.now() - since })
    await sweep()
  }
  if (stopped) return
  summarise(results)
}

/** A long output is read from its end: what failed is said there once more. */
function summarise(results) {
  for (const { name, faults = [] } of results) {
    for (const fault of faults) report.say(`\nFailed in ${name}: ${fault}`)
  }
  report.say('')
  for (const { name, passed, failed, skipped, note, ms } of results) {
    const left = skipped ? `, ${skipped} not for this machine` : ''
    report.done(name, `${passed} passed, ${failed} failed${left}`, ms)
    if (note) report.say(`             ${note}`)
  }
  const passed = results.reduce((sum, one) => sum + one.passed, 0)
  const failed = results.reduce((sum, one) => sum + one.failed, 0)
  report.say(`\nAfter ${report.total()}:`)
  report.say(`${passed} passed, ${failed} failed`)
  process.exitCode = failed === 0 ? 0 : 1
}

async function packages() {
  if (isInstalled(ROOT)) return
  report.begin('packages', 'installing, which takes a minute or two the first time')
  try {
    await report.time('packages', async () => {
      await install(ROOT, (npm) => {
        child = npm
      })
      return 'installed'
    })
  } catch (error) {
    throw new Error(asSentence(error, ROOT))
  }
}

/** Null when a browser starts; else the sentence that the browser tests fail with. They are never left out. */
async function prepareBrowser() {
  try {
    env.CHROMIUM_PATH = await ensureChromium(ROOT)
    return null
  } catch (error) {
    console.error(error.message)
    return error.message
  }
}

async function vitest(project) {
  const file = resultFile(project)
  const ok = await node(
    VITEST,
    ...['run', '--config', 'tests/vitest.config.ts', '--project', project],
    ...['--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
  )
  return vitestTally(readResult(file), ok)
}

async function browser() {
  const file = resultFile('e2e')
  env.PLAYWRIGHT_JSON_OUTPUT_NAME = file
  const ok = await node(PLAYWRIGHT, 'test', '--config', 'tests/playwright.config.ts', '--reporter=line,json')
  return playwrightTally(readResult(file), ok)
}

function tallyOf(ok) {
  return ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

function broken(error) {
  console.error(error)
  return { passed: 0, failed: 1, note: 'the step itself broke' }
}

/** A group of its own, so that what a step starts can be ended with it. */
function node(...args) {
  return new Promise((done) => {
    child = spawn(process.execPath, args, {
      cwd: ROOT,
      env,
      stdio: ['ignore', 'inherit', 'inherit'],
      detached: true,
    })
    child.once('error', () => done(false))
    child.once('close', (code) => {
      child = null
      done(code === 0)
    })
  })
}

/** The person's own settings must not reach a test, or a test would reach the person's own database. */
function environment() {
  const clean = { ...baseEnvironment(), LOCUS_BUILD: BUILD, FORCE_COLOR: process.stdout.isTTY ? '1' : '0' }
  forgetThePersonsSettings(clean)
  return { ...clean, LOCUS_BUILD: BUILD }
}

function resultFile(name) {
  const file = join(TEST_FOLDER, `${name}-result.json`)
  rmSync(file, { force: true })
  return file
}

function readResult(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null
}
