import { cpus } from 'node:os'
import type { Browser } from '@playwright/test'
import { forgetThePersonsSettings } from '../support/clean-env.mjs'
import { type FitRates, measureFit } from './fit'
import {
  FRAME_MS,
  type SliderTimes,
  startChromium,
  THROTTLED,
  type Times,
  timeEngine,
  timeSlider,
} from './frames'
import { type Scores, startBrowser, visit } from './lighthouse'
import { fetchHtml, firstLoadScriptBytes, measure, median, type Page, percentile } from './load'
import { measureReminders } from './reminders'
import { besides, figure, kilobytes, signed, table } from './report'
import { countingProxy } from './round-trips'
import { buildBoth, type Server, serveApp, serveBare } from './servers'
import { simulatorInput } from './simulator-input'
import { LONG_TEXT_CHARACTERS, type TypingCost, timeBareTyping, timeTyping } from './typing'
import { whatIfInput } from './what-if-input'
import { LISTED_PROGRAMS, makeWorld, type World } from './world'

/*
 * `npm run bench`: what a page costs, beside a bare Next page with one query, measured in one run on one machine. It
 * reports what is and judges nothing; it fails only when it could not measure. `npm run bench -- fit lighthouse` measures
 * these parts alone.
 */

const PARTS = ['cost', 'pages', 'fit', 'frames', 'strategy', 'roster', 'lighthouse', 'reminders'] as const
/** Measured without a served page. */
const APART: readonly string[] = ['fit', 'reminders']
/** A hundred thousand reminders; fewer people say sooner whether something is wrong. */
const REMINDED_PEOPLE = Number(process.env.LOCUS_BENCH_PEOPLE) || 10_000
const chosen = process.argv.slice(2)
const isAsked = (part: (typeof PARTS)[number]) => chosen.length === 0 || chosen.includes(part)

const RUNS = 5
const REQUESTS = 100
const WARM_UP = 60
const TRIP_REQUESTS = 15
const VISITS = 3
/** A list as long as anyone's, and the whole catalogue, on which what-if must keep up with the hand. */
const LONG_LIST = 300
const WHAT_IF_LIST = 62
const STRATEGY_REQUESTS = 6
const MENTEES = 30
const ROSTER_REQUESTS = 20
const STRATEGY_PATHS = [
  '/strategy',
  '/strategy/questions',
  '/strategy/pathways',
  '/strategy/balance',
  '/strategy/cost',
  '/strategy/delay',
  '/strategy/what-if',
] as const

type Ends = (() => Promise<void>)[]

const ends: Ends = []
let isEnding = false

/** Ends what was started, the last first; once, however often it is asked. */
async function endAll(): Promise<void> {
  if (isEnding) return
  isEnding = true
  for (const end of ends.toReversed()) await end().catch((error) => console.error(error))
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => void endAll().then(() => process.exit(130)))
}

try {
  await bench()
} catch (error) {
  if (!isEnding) console.error(error instanceof Error ? (error.stack ?? error.message) : error)
  process.exitCode = 1
} finally {
  await endAll()
}
process.exit()

async function bench(): Promise<void> {
  const start = performance.now()
  const strange = chosen.filter((part) => !PARTS.some((known) => known === part))
  if (strange.length > 0) throw new Error(`The bench knows no "${strange}": it measures ${PARTS.join(', ')}.`)
  forgetThePersonsSettings(process.env)
  const world = await makeWorld()
  ends.push(world.stop)
  console.log(`Locus bench, ${new Date().toISOString().slice(0, 10)}: Node ${process.versions.node}`)
  console.log(
    `${cpus().length} cores of ${cpus()[0]?.model.trim()}; ${world.database} (only reads are timed)`,
  )
  // First, while nothing else runs.
  if (isAsked('fit')) reportFit(await fitRates(world))
  if (isAsked('reminders')) await measureReminders(world.keys, REMINDED_PEOPLE)
  if (PARTS.some((part) => !APART.includes(part) && isAsked(part))) await reportServed(world)
  console.log(`\nMeasured in ${figure((performance.now() - start) / 1000, 0)} s.`)
}

async function reportServed(world: World): Promise<void> {
  const built = await buildBoth()
  const bare = await serveBare(world)
  ends.push(bare.stop)
  const app = await serveApp(world, built.folder)
  ends.push(app.stop)
  console.log(`\nPages: ${built.how} in ${built.folder}`)
  const pages = await answering(pagesOf(world, bare, app))
  const { list } = pages
  if (isAsked('cost')) await reportServerCost(pages)
  if (list && isAsked('cost')) await reportRows(world, list)
  if (isAsked('pages')) await reportPages(pages, await roundTrips(world, built.folder, pages))
  if (isAsked('frames')) await reportFrames(world, app)
  if (isAsked('strategy')) await reportStrategy(world, app)
  if (isAsked('roster')) await reportRoster(world, app)
  if (isAsked('lighthouse')) await reportLighthouse(world, pages)
}

type Pages = Partial<ReturnType<typeof pagesOf>>

/** Without the pages that do not answer: those are named, and the bench ends as failed once the rest is measured. */
async function answering(pages: ReturnType<typeof pagesOf>): Promise<Pages> {
  const answers: Pages = { ...pages }
  for (const [name, page] of Object.entries(pages)) {
    const fault = await fetchHtml(page).then(
      () => null,
      (error: Error) => error.message,
    )
    if (!fault) continue
    console.error(`Not measured: ${fault}`)
    process.exitCode = 1
    delete answers[name as keyof Pages]
  }
  return answers
}

function pagesOf({ cookie, plannerCookie, work }: World, bare: Server, app: Server) {
  const page = (name: string, path: string): Page => ({ name, pid: app.pid, url: app.origin + path, cookie })
  return {
    bare: { name: 'bare', pid: bare.pid, url: `${bare.origin}/`, cookie: null } satisfies Page,
    landing: { ...page('landing', '/'), cookie: null } satisfies Page,
    home: page('home', '/home'),
    list: page(`list, ${LISTED_PROGRAMS} programs`, '/list'),
    entry: page('list entry', `/list/${work.entryIds[0]}`),
    programs: page('programs', '/programs'),
    profile: page('profile', '/profile'),
    exams: page('exams', '/exams'),
    timing: { ...page('exam timing', '/exams/timing'), cookie: plannerCookie },
    season: page('season', '/season'),
  }
}

async function reportServerCost({ bare, home, list }: Pages): Promise<void> {
  const aims: [Page | undefined, string][] = [
    [bare, ''],
    [home, '0.40'],
    [list, '0.30'],
  ]
  const measured = aims.flatMap(([page, aim]) =>
    page ? [{ page, aim, cpu: [] as number[], latencies: [] as number[] }] : [],
  )
  for (const { page } of measured) await measure(page, WARM_UP)
  // In turns, so that a machine that grows slower or quicker does so for all of them.
  for (let run = 0; run < RUNS; run += 1) {
    for (const one of measured) {
      const { cpu, latencies } = await measure(one.page, REQUESTS)
      one.cpu.push(cpu)
      one.latencies.push(...latencies)
    }
  }
  const bareCpu = median(measured[0]?.cpu ?? [])
  table(
    `Server CPU a request (median of ${RUNS} alternating runs of ${REQUESTS}) and time to the last byte, ms`,
    measured,
    [
      { title: 'page', of: ({ page }) => page.name },
      { title: 'CPU', of: ({ cpu }) => figure(median(cpu), 2) },
      { title: 'runs', of: ({ cpu }) => `${figure(Math.min(...cpu))}-${figure(Math.max(...cpu))}` },
      {
        title: 'bare/page',
        of: ({ cpu, aim }) => {
          const ratio = figure(bareCpu / median(cpu), 2)
          return aim ? besides(ratio, aim) : ratio
        },
      },
      { title: 'median', of: ({ latencies }) => figure(median(latencies)) },
      { title: 'p95', of: ({ latencies }) => figure(percentile(latencies, 0.95)) },
    ],
  )
}

/** The list is whole in the first answer: what counts is the markup, without the data that scripts carry along. */
async function reportRows({ work }: World, list: Page): Promise<void> {
  const markup = (await fetchHtml(list)).replace(/<script\b[\s\S]*?<\/script>/g, '')
  const shown = work.entryIds.filter((id) => markup.includes(`/list/${id}`))
  console.log(`\nRows in the first HTML of the list: ${shown.length} of ${work.entryIds.length}`)
}

/** Through a proxy that counts, and so by a server apart from the one that is timed. */
async function roundTrips(world: World, folder: string, pages: Pages): Promise<Map<string, number>> {
  const target = new URL(world.appUrl)
  const proxy = await countingProxy({ host: target.hostname, port: Number(target.port) })
  ends.push(proxy.close)
  target.port = String(proxy.port)
  const server = await serveApp(world, folder, target.href)
  ends.push(server.stop)
  const counted = new Map<string, number>()
  for (const page of Object.values(pages).filter(({ name }) => name !== 'bare')) {
    const through = { ...page, url: page.url.replace(/^http:\/\/[^/]+/, server.origin) }
    // Connections are opened and statements prepared on the first requests.
    await measure(through, TRIP_REQUESTS)
    const trips: number[] = []
    for (let index = 0; index < TRIP_REQUESTS; index += 1) {
      proxy.take()
      await fetchHtml(through)
      trips.push(proxy.take())
    }
    counted.set(page.name, median(trips))
  }
  await server.stop()
  return counted
}

async function reportPages(pages: Pages, trips: Map<string, number>): Promise<void> {
  const rows = []
  for (const page of Object.values(pages)) {
    rows.push({ page, script: await firstLoadScriptBytes(page), html: (await fetchHtml(page)).length })
  }
  const bareScript = rows[0]?.script ?? Number.NaN
  table('First-load script (module scripts, gzip), HTML (plain) and database round trips', rows, [
    { title: 'page', of: ({ page }) => page.name },
    { title: 'script kB', of: ({ script }) => kilobytes(script) },
    {
      title: 'over bare',
      of: ({ page, script }) =>
        page.name === 'bare' ? '' : besides(signed((script - bareScript) / 1000), '40'),
    },
    { title: 'HTML kB', of: ({ html }) => kilobytes(html) },
    { title: 'round trips', of: ({ page }) => String(trips.get(page.name) ?? '') },
  ])
}

/** The engine runs here and not in the server; what it works on is read as the app reads it. */
async function fitRates(world: World): Promise<FitRates> {
  Object.assign(process.env, {
    DATABASE_APP_URL: world.appUrl,
    NEXTAUTH_SECRET: world.secret,
    APP_URL: 'http://localhost',
  })
  return measureFit(world)
}

function reportFit(rates: FitRates): void {
  const perSecond = (value: number) => Math.round(value).toLocaleString('en-US')
  console.log(
    `\nFit on one core, over ${rates.programs} programs with ${rates.facts} facts, ledgers in a second of processor time (aim 100,000):`,
  )
  console.log(`  evaluateFit                    ${perSecond(rates.evaluateFit)}`)
  console.log(`  createEvaluator, once a list   ${perSecond(rates.createEvaluator)}`)
}

/** A date dragged over two months, with three dates and a dozen results on the page; a score tried on the whole catalogue. */
async function reportFrames(world: World, app: Server): Promise<void> {
  const browser = await startChromium()
  ends.push(() => browser.close())
  const input = simulatorInput()
  const dates = 'earlier=2027-05-28&later=2027-08-25&next=2028-06-26&target=240'
  const whatIf = await world.addMember(WHAT_IF_LIST)
  const rows: [string, Times & Partial<SliderTimes>][] = [
    [
      'simulator, three sittings recomputed',
      await timeEngine(browser, { entry: 'tests/bench/simulator-engine.ts', input, runs: 300 }),
    ],
    [
      'its page, from the input to the layout',
      await timeSlider(browser, {
        url: `${app.origin}/exams/timing?${dates}`,
        cookie: world.plannerCookie,
        name: 'Earlier date, exam day',
        values: Array.from({ length: 70 }, (_, index) => 90 + index),
      }),
    ],
    [
      `what if, ${WHAT_IF_LIST} programs read again`,
      await timeEngine(browser, {
        entry: 'tests/bench/what-if-engine.ts',
        input: whatIfInput(),
        runs: 300,
      }),
    ],
    [
      'its page, from the input to the layout',
      await timeSlider(browser, {
        url: `${app.origin}/strategy/what-if`,
        cookie: whatIf.cookie,
        name: 'Step 2 CK',
        values: Array.from({ length: 70 }, (_, index) => 218 + ((index * 7) % 60)),
      }),
    ],
  ]
  table(`What a moving hand costs in Chromium, CPU throttled ${THROTTLED} times, ms`, rows, [
    { title: 'what', of: ([what]) => what },
    { title: 'median', of: ([, { median }]) => besides(figure(median), String(FRAME_MS)) },
    { title: 'p95', of: ([, { p95 }]) => figure(p95) },
    {
      title: 'main thread, paint included',
      of: ([, { thread }]) => (thread === undefined ? '' : besides(figure(thread), String(FRAME_MS))),
    },
  ])
  await reportTyping(browser, world, app)
}

/** What a key costs in the middle of a statement as long as MyERAS takes, while it is read and kept. */
async function reportTyping(browser: Browser, { cookie, work }: World, app: Server): Promise<void> {
  const page = { url: `${app.origin}/documents/statements/${work.statementId}`, cookie }
  const rows: [string, TypingCost][] = [
    ['a plain textarea', await timeBareTyping(browser)],
    ['the page of a statement, without script', await timeTyping(browser, { ...page, hasScript: false })],
    ['the page of a statement', await timeTyping(browser, page)],
  ]
  table(
    `What a key costs in a text of ${LONG_TEXT_CHARACTERS} characters, CPU throttled ${THROTTLED} times, ms of the page's main thread`,
    rows,
    [
      { title: 'typing in', of: ([what]) => what },
      { title: 'a key, all in all', of: ([, { perKey }]) => figure(perKey) },
      { title: 'longest task', of: ([, { longest }]) => besides(figure(longest), String(FRAME_MS)) },
      { title: 'tasks over a frame', of: ([, { overFrame }]) => figure(overFrame, 0) },
    ],
  )
}

/** What the pages that advise on a long list cost beside the list itself. */
async function reportStrategy(world: World, app: Server): Promise<void> {
  const { cookie } = await world.addMember(LONG_LIST)
  const measured = ['/list', ...STRATEGY_PATHS].map((path) => ({
    page: { name: path, pid: app.pid, url: app.origin + path, cookie } satisfies Page,
    cpu: [] as number[],
    latencies: [] as number[],
  }))
  for (const { page } of measured) await measure(page, STRATEGY_REQUESTS)
  for (let run = 0; run < RUNS; run += 1) {
    for (const one of measured) {
      const { cpu, latencies } = await measure(one.page, STRATEGY_REQUESTS)
      one.cpu.push(cpu)
      one.latencies.push(...latencies)
    }
  }
  const listCpu = median(measured[0]?.cpu ?? [])
  table(
    `A list of ${LONG_LIST}: server CPU a request (median of ${RUNS} alternating runs of ${STRATEGY_REQUESTS}) and time to the last byte, ms`,
    measured,
    [
      { title: 'page', of: ({ page }) => page.name },
      { title: 'CPU', of: ({ cpu }) => figure(median(cpu), 2) },
      { title: 'page/list', of: ({ cpu }) => figure(median(cpu) / listCpu, 2) },
      { title: 'median', of: ({ latencies }) => figure(median(latencies)) },
      { title: 'p95', of: ({ latencies }) => figure(percentile(latencies, 0.95)) },
    ],
  )
}

/** What a mentor waits for whose mentees all have full cycles, beside what one of them waits for at home. */
async function reportRoster(world: World, app: Server): Promise<void> {
  const { mentor, mentee } = await world.addMentor(MENTEES, LISTED_PROGRAMS)
  const measured = [
    { name: 'home of one mentee', path: '/home', cookie: mentee.cookie, aim: '' },
    { name: `roster of ${MENTEES}`, path: '/mentees', cookie: mentor.cookie, aim: '3' },
    { name: 'one mentee’s overview', path: `/mentees/${mentee.id}`, cookie: mentor.cookie, aim: '' },
  ].map(({ name, path, cookie, aim }) => ({
    page: { name, pid: app.pid, url: app.origin + path, cookie } satisfies Page,
    aim,
    cpu: [] as number[],
    latencies: [] as number[],
  }))
  for (const { page } of measured) await measure(page, ROSTER_REQUESTS)
  for (let run = 0; run < RUNS; run += 1) {
    for (const one of measured) {
      const { cpu, latencies } = await measure(one.page, ROSTER_REQUESTS)
      one.cpu.push(cpu)
      one.latencies.push(...latencies)
    }
  }
  const home = median(measured[0]?.latencies ?? [])
  table(
    `Mentees with ${LISTED_PROGRAMS} programs each: time to the last byte, ms (${RUNS} alternating runs of ${ROSTER_REQUESTS}), and server CPU a request`,
    measured,
    [
      { title: 'page', of: ({ page }) => page.name },
      { title: 'median', of: ({ latencies }) => figure(median(latencies)) },
      { title: 'p95', of: ({ latencies }) => figure(percentile(latencies, 0.95)) },
      {
        title: 'page/home',
        of: ({ latencies, aim }) => {
          const ratio = figure(median(latencies) / home, 2)
          return aim ? besides(ratio, aim) : ratio
        },
      },
      { title: 'CPU', of: ({ cpu }) => figure(median(cpu), 2) },
    ],
  )
}

async function reportLighthouse(world: World, { home, list, landing }: Pages): Promise<void> {
  const browser = await startBrowser(world.folder)
  ends.push(browser.stop)
  const rows: { page: Page; visits: Scores[] }[] = []
  for (const page of [home, list, landing].filter((one) => one !== undefined)) {
    const visits: Scores[] = []
    for (let index = 0; index < VISITS; index += 1) {
      visits.push(await visit(browser, page.url, page.cookie))
    }
    rows.push({ page, visits })
  }
  const middle = (of: (scores: Scores) => number, digits = 0) => ({
    of: ({ visits }: { visits: Scores[] }) => figure(median(visits.map(of)), digits),
  })
  table(`Lighthouse 12, mobile (median of ${VISITS}; aims 95, 100, 100 and no layout shift)`, rows, [
    { title: 'page', of: ({ page }) => page.name },
    { title: 'performance', ...middle(({ performance }) => performance) },
    { title: 'accessibility', ...middle(({ accessibility }) => accessibility) },
    { title: 'best practices', ...middle(({ bestPractices }) => bestPractices) },
    { title: 'layout shift', ...middle(({ layoutShift }) => layoutShift, 3) },
    { title: 'largest paint ms', ...middle(({ largestPaintMs }) => largestPaintMs) },
    { title: 'blocking ms', ...middle(({ blockingMs }) => blockingMs) },
  ])
  for (const { page, visits } of rows) {
    for (const fault of new Set(visits.flatMap(({ faults }) => faults)))
      console.log(`  ${page.name}: ${fault}`)
  }
}
