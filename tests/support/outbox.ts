import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A mail as a test reads it: all of its text, and the path of the first link that leads into the app. */
export type Letter = { text: string; link: string }

/** The path and not the whole address: a test opens it on the server that it is testing. */
export function linkIn(text: string): string {
  const path = text.match(/https?:\/\/[^\s/]+(\/(?:sign-up|reset|verify|invite)\/[\w-]{32,43})/)?.[1]
  return path ?? ''
}

/** The newest mail to an address in the outbox of a data folder, once there is one that is newer than `after`. */
export async function lastMailTo(dataFolder: string, address: string, after?: Letter): Promise<Letter> {
  const folder = join(dataFolder, 'outbox')
  for (let waited = 0; waited < 10_000; waited += 100) {
    const text = mailsTo(folder, address).at(-1)
    if (text !== undefined && text !== after?.text) return { text, link: linkIn(text) }
    await new Promise((again) => setTimeout(again, 100))
  }
  throw new Error(`No mail lies in ${folder} for ${address}`)
}

/** Every mail to an address, the oldest first. */
export function mailsTo(folder: string, address: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt') && !name.startsWith('.'))
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .filter((text) => text.includes(`\nTo: ${address}\n`))
}
