import { resolve } from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'
import { build } from 'esbuild'
import { CHROMIUM_FLAGS, findChromium } from '../support/chromium.mjs'

/*
 * What a moving hand costs, in a real browser whose CPU is slowed down: an engine alone, and a page from the input to the
 * picture. A frame has 16 ms.
 */

export const FRAME_MS = 16
export const THROTTLED = 6

export type Times = { median: number; p95: number }
/** `thread` is all that one input costs the page's main thread, paint included, in the thread's own time. */
export type SliderTimes = Times & { thread: number }

export async function startChromium(): Promise<Browser> {
  const executablePath = await findChromium()
  if (!executablePath) throw new Error('No Chromium was found: install one, or set CHROMIUM_PATH.')
  return chromium.launch({ executablePath, args: [...CHROMIUM_FLAGS] })
}

/**
 * Times a function of the project in the browser. `entry` (from the project's root) exports `prepare(input)`, which returns
 * a function of the run's number; only that is timed.
 */
export async function timeEngine(
  browser: Browser,
  { entry, input, runs }: { entry: string; input: unknown; runs: number },
): Promise<Times> {
  const root = resolve(import.meta.dirname, '../..')
  const bundle = await build({
    entryPoints: [resolve(root, entry)],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    globalName: 'engine',
    alias: { '@': root },
  })
  const page = await browser.newPage()
  try {
    await page.addScriptTag({ content: bundle.outputFiles[0]?.text ?? '' })
    await throttle(page)
    const times = await page.evaluate(
      ([given, count]) => {
        const { prepare } = (globalThis as unknown as { engine: { prepare: Prepare } }).engine
        const once = prepare(given)
        for (let index = 0; index < 100; index += 1) once(index)
        // A slowed CPU runs in spurts: a single run would fit into one, so that ten are timed together.
        return Array.from({ length: count / 10 }, (_, batch) => {
          const start = performance.now()
          for (let index = 0; index < 10; index += 1) once(batch * 10 + index)
          return (performance.now() - start) / 10
        })
      },
      [input, runs] as const,
    )
    return summed(times)
  } finally {
    await page.close()
  }
}

type Prepare = (input: unknown) => (run: number) => unknown

/**
 * Times a slider of a page from the input to the laid out picture: React's work and the browser's, without the wait for
 * the next frame. `values` are set one after the other.
 */
export async function timeSlider(
  browser: Browser,
  { url, cookie, name, values }: { url: string; cookie: string; name: string; values: readonly number[] },
): Promise<SliderTimes> {
  const page = await browser.newPage({ extraHTTPHeaders: { cookie } })
  try {
    await page.goto(url, { waitUntil: 'networkidle' })
    const slider = page.getByRole('slider', { name })
    await slider.waitFor()
    const spent = await threadTime(page)
    await throttle(page)
    const before = await spent()
    const times = await slider.evaluate(async (element, all) => {
      const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set
      const found: number[] = []
      for (const value of all) {
        const start = performance.now()
        set?.call(element, String(value))
        element.dispatchEvent(new Event('input', { bubbles: true }))
        // React draws in a microtask of its own; asking for a height lays the page out.
        await Promise.resolve()
        await Promise.resolve()
        document.body.getBoundingClientRect()
        found.push(performance.now() - start)
        await new Promise((done) => requestAnimationFrame(() => setTimeout(done)))
      }
      return found
    }, values)
    // The first inputs find code that the browser has not compiled yet.
    return { ...summed(times.slice(10)), thread: ((await spent()) - before) / values.length }
  } finally {
    await page.close()
  }
}

/** Reads how many milliseconds the page's main thread has worked; what else runs on the machine does not count. */
async function threadTime(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000
  }
}

export async function throttle(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: THROTTLED })
}

function summed(times: readonly number[]): Times {
  const sorted = [...times].sort((a, b) => a - b)
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
  return { median: at(0.5), p95: at(0.95) }
}
