import { readdirSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

/** A page to ask for: a server's process, an address, and the cookie of who is asking. */
export type Page = { name: string; pid: number; url: string; cookie: string | null }

const TICKS_PER_SECOND = 100

/** CPU seconds that a process and its children have used so far, from /proc. */
export function cpuSeconds(pid: number): number {
  return [pid, ...childrenOf(pid)].reduce((sum, id) => sum + ownCpuSeconds(id), 0)
}

function ownCpuSeconds(pid: number): number {
  try {
    // The second field is the command in brackets and may hold spaces; the numbers follow the last bracket.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
    return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND
  } catch {
    return 0
  }
}

function childrenOf(pid: number): number[] {
  return readdirSync(`/proc/${pid}/task`).flatMap((task) => {
    try {
      const children = readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').trim()
      return children
        ? children
            .split(' ')
            .map(Number)
            .flatMap((child) => [child, ...childrenOf(child)])
        : []
    } catch {
      return []
    }
  })
}

async function ask(page: Page): Promise<{ html: string; milliseconds: number }> {
  const start = performance.now()
  const response = await fetch(page.url, {
    headers: page.cookie ? { cookie: page.cookie } : {},
    redirect: 'manual',
  })
  const html = await response.text()
  if (response.status !== 200) throw new Error(`${page.name} answered ${response.status}`)
  return { html, milliseconds: performance.now() - start }
}

/** Asks one after the other; returns server CPU milliseconds a request, and the times to the last byte. */
export async function measure(page: Page, requests: number): Promise<{ cpu: number; latencies: number[] }> {
  const before = cpuSeconds(page.pid)
  const latencies: number[] = []
  for (let index = 0; index < requests; index += 1) latencies.push((await ask(page)).milliseconds)
  return { cpu: ((cpuSeconds(page.pid) - before) * 1000) / requests, latencies }
}

export async function fetchHtml(page: Page): Promise<string> {
  return (await ask(page)).html
}

/** Bytes of the module scripts of a page as they travel, gzip-compressed. Scripts for old browsers (`nomodule`) are left out. */
export async function firstLoadScriptBytes(page: Page): Promise<number> {
  const { html } = await ask(page)
  const sources = new Set(
    [...html.matchAll(/<script\b[^>]*>/g)]
      .map(([tag]) => tag)
      .filter((tag) => !/\bnomodule\b/i.test(tag))
      .map((tag) => /\bsrc="([^"]+)"/.exec(tag)?.[1])
      .filter((source) => source !== undefined),
  )
  const sizes = await Promise.all(
    [...sources].map(async (source) => {
      const { default: http } = await import('node:http')
      return new Promise<number>((resolve, reject) => {
        http
          .get(
            new URL(source.replaceAll('&amp;', '&'), page.url),
            { headers: { 'accept-encoding': 'gzip' } },
            (response) => {
              const chunks: Buffer[] = []
              response.on('data', (chunk: Buffer) => chunks.push(chunk))
              response.on('end', () => {
                const body = Buffer.concat(chunks)
                // A server that does not compress would make the figure another one: refuse to report it.
                if (response.headers['content-encoding'] !== 'gzip')
                  reject(new Error(`${source} came uncompressed`))
                else if (gunzipSync(body).length === 0) reject(new Error(`${source} is empty`))
                else resolve(body.length)
              })
            },
          )
          .on('error', reject)
      })
    }),
  )
  return sizes.reduce((sum, size) => sum + size, 0)
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}
