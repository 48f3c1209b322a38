import { type ChildProcess, spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import lighthouse from 'lighthouse'
import { freePort } from '../../db/embedded-process'
import { CHROMIUM_FLAGS, findChromium } from '../support/chromium.mjs'

export type Scores = {
  performance: number
  accessibility: number
  bestPractices: number
  layoutShift: number
  largestPaintMs: number
  blockingMs: number
  /** Audits that cost points, as "id: title". */
  faults: string[]
}

export type Browser = { port: number; stop: () => Promise<void> }

/** The system's Chromium on a debugging port of its own, with a profile that goes with it. */
export async function startBrowser(folder: string): Promise<Browser> {
  const path = await findChromium()
  if (!path) throw new Error('No Chromium was found: install one, or set CHROMIUM_PATH.')
  const port = await freePort()
  const profile = join(folder, 'chromium')
  const child = spawn(
    path,
    [...CHROMIUM_FLAGS, '--headless=new', `--remote-debugging-port=${port}`, `--user-data-dir=${profile}`],
    { stdio: 'ignore', detached: true },
  )
  const stop = async () => {
    endGroup(child, 'SIGTERM')
    for (let waited = 0; waited < 5000 && child.exitCode === null && !child.signalCode; waited += 50)
      await pause(50)
    endGroup(child, 'SIGKILL')
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
  }
  for (let waited = 0; waited < 20_000; waited += 100) {
    const isUp = await fetch(`http://127.0.0.1:${port}/json/version`).then(
      (response) => response.ok,
      () => false,
    )
    if (isUp) return { port, stop }
    await pause(100)
  }
  await stop()
  throw new Error(`${path} opened no debugging port.`)
}

/** Chromium is a family of processes, and its launcher script may be the eldest. */
function endGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (child.pid) process.kill(-child.pid, signal)
  } catch {
    // All have ended.
  }
}

/** Lighthouse misses the start of a visit now and then, on a busy machine above all; it asks to be run again. */
const TRIES = 3

export async function visit(browser: Browser, url: string, cookie: string | null): Promise<Scores> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await visitOnce(browser, url, cookie)
    } catch (error) {
      if (tries === TRIES) throw error
    }
  }
}

/** One visit of Lighthouse as a phone (its default), signed in when a cookie is given. */
async function visitOnce(browser: Browser, url: string, cookie: string | null): Promise<Scores> {
  const result = await lighthouse(url, {
    port: browser.port,
    output: 'json',
    logLevel: 'error',
    onlyCategories: ['performance', 'accessibility', 'best-practices'],
    ...(cookie ? { extraHeaders: { Cookie: cookie } } : {}),
  })
  if (!result) throw new Error(`Lighthouse had nothing to say of ${url}`)
  const { categories, audits, runtimeError, finalDisplayedUrl } = result.lhr
  if (runtimeError) throw new Error(`Lighthouse at ${url}: ${runtimeError.message}`)
  // A page that sent us to the sign-in page would be measured as that.
  if (finalDisplayedUrl !== url) throw new Error(`Lighthouse asked for ${url} and saw ${finalDisplayedUrl}`)
  const score = (name: string) => Math.round((categories[name]?.score ?? Number.NaN) * 100)
  const value = (name: string) => audits[name]?.numericValue ?? Number.NaN
  return {
    performance: score('performance'),
    accessibility: score('accessibility'),
    bestPractices: score('best-practices'),
    layoutShift: value('cumulative-layout-shift'),
    largestPaintMs: value('largest-contentful-paint'),
    blockingMs: value('total-blocking-time'),
    faults: Object.values(categories)
      .filter((category) => category.id !== 'performance')
      .flatMap((category) => category.auditRefs.filter(({ weight }) => weight > 0))
      .flatMap(({ id }) => {
        const audit = audits[id]
        return audit?.score !== null && audit && audit.score < 1 ? [`${id}: ${audit.title}`] : []
      }),
  }
}
