import type { Browser, Page } from '@playwright/test'
import { FRAME_MS, throttle } from './frames'

/*
 * What a key costs in a long text: every task of the page's main thread while one types, in the thread's own time, so that
 * what else runs on the machine does not count. A plain textarea with the same text says how much of it is the browser's.
 */

/** As long as MyERAS takes, with sentences that the rules mark and signs that it may change. */
export const LONG_TEXT_CHARACTERS = 28_000

export type TypingCost = {
  /** All that a key costs, paint included. */
  perKey: number
  longest: number
  /** Tasks longer than a frame: each may have dropped one. */
  overFrame: number
}

const KEYS = 60
/** Nearly as quick as a quick typist; at this pace the page reads and keeps the text while one types. */
const KEY_MS = 90
/** The whole of a task; the timeline's own `RunTask` lies within it and would count it twice. */
const TASK = 'ThreadControllerImpl::RunTask'
/** After the last key the page goes on reading, keeping and sending: that may drop no frame either. */
const AFTER_MS = 4000

export function longText(): string {
  const paragraph = [
    'I chose medical genetics because of a family with an “undiagnosed” child whom I followed for two years.',
    'In 2023 I failed Step 1, and it was through no fault of my own, since the exam was unfair.',
    'I speak Urdu and Punjabi with the families, and I explained the recurrence risk to both parents — twice.',
    'My thesis dealt with variants in two hundred exomes, which I classified with a molecular biologist.',
    'My scores are low, but I work harder than anyone, and I beg the committee to read my file.',
  ].join(' ')
  const many = Array.from({ length: 80 }, (_, index) => `${index + 1}. ${paragraph}`).join('\n\n')
  return many.slice(0, LONG_TEXT_CHARACTERS)
}

/**
 * Types in the middle of the long text of a statement's page. Without script it says what the browser itself spends on a key
 * in a page of that size, which no code of ours is part of.
 */
export async function timeTyping(
  browser: Browser,
  { url, cookie, hasScript = true }: { url: string; cookie: string; hasScript?: boolean },
): Promise<TypingCost> {
  // In the jar: a header given to the page does not go with the requests that its script sends.
  const context = await browser.newContext({ javaScriptEnabled: hasScript })
  const [name = '', value = ''] = cookie.split('=')
  await context.addCookies([{ name, value, url }])
  const page = await context.newPage()
  try {
    await page.goto(url, { waitUntil: 'networkidle' })
    const field = page.getByLabel('Your statement')
    await field.fill(longText())
    if (hasScript) await page.getByText('All of it is saved.').waitFor({ timeout: 60_000 })
    return await typed(browser, page, 'textarea[name=text]')
  } finally {
    await context.close()
  }
}

/** The same in a page that holds nothing but a textarea of the same size. */
export async function timeBareTyping(browser: Browser): Promise<TypingCost> {
  const page = await browser.newPage()
  try {
    await page.setContent(
      '<textarea style="width: 560px; height: 520px; font: 15px/1.65 sans-serif"></textarea>',
    )
    await page.locator('textarea').fill(longText())
    return await typed(browser, page, 'textarea')
  } finally {
    await page.close()
  }
}

type TraceEvent = {
  name: string
  ph: string
  pid: number
  tid: number
  tdur?: number
  args?: { name?: string }
}

async function typed(browser: Browser, page: Page, selector: string): Promise<TypingCost> {
  const field = page.locator(selector)
  await field.evaluate((area: HTMLTextAreaElement) => {
    area.focus()
    const middle = area.value.indexOf(' ', area.value.length / 2)
    area.setSelectionRange(middle, middle)
  })
  await throttle(page)
  // The first keys find code that the browser has not compiled yet.
  await page.keyboard.type('Once more ', { delay: KEY_MS })
  await page.waitForTimeout(AFTER_MS)
  await browser.startTracing(page, { categories: ['toplevel'] })
  await page.keyboard.type('a sentence of a girl. '.repeat(3).slice(0, KEYS), { delay: KEY_MS })
  await page.waitForTimeout(AFTER_MS)
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as {
    traceEvents: TraceEvent[]
  }
  const main = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid}:${tid}`),
  )
  const tasks = traceEvents
    .filter(({ name, ph, pid, tid }) => ph === 'X' && name === TASK && main.has(`${pid}:${tid}`))
    .map(({ tdur = 0 }) => tdur / 1000)
  if (tasks.length === 0) throw new Error('The browser’s trace named no task of the page')
  return {
    perKey: tasks.reduce((sum, time) => sum + time, 0) / KEYS,
    longest: Math.max(...tasks),
    overFrame: tasks.filter((time) => time > FRAME_MS).length,
  }
}
