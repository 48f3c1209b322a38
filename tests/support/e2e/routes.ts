import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Work } from '../../factories/work'
import { type Address, HANDLERS, PAGES } from '../access-matrix'

const APP = resolve(import.meta.dirname, '..', '..', '..', 'app')

export type Route = { pattern: string; path: string; isOwned: boolean }

/** What stands in an address about a mentee where nobody is meant. */
const NOBODY = 'no-such-mentee'

/**
 * Every page's address, read from the folders, so that one added tomorrow is swept too. Pages about a row are asked with
 * `work`'s, pages behind a secret with one that does not exist, pages about a mentee with `menteeId` or nobody.
 */
export function pageRoutes(work: Work, menteeId: string = NOBODY): Route[] {
  return patternsOf('page.tsx').map((pattern) => routeOf(pattern, PAGES[pattern], { work, menteeId }))
}

/** The same with the handlers that hand out a person's data. */
export function dataRoutes(work: Work, menteeId?: string): Route[] {
  const handlers = patternsOf('route.ts').flatMap((pattern) => {
    const address = HANDLERS[pattern]
    return address?.is === 'own' || address?.is === 'row'
      ? [routeOf(pattern, address, { work, menteeId: menteeId ?? NOBODY })]
      : []
  })
  return [...pageRoutes(work, menteeId), ...handlers]
}

function routeOf(
  pattern: string,
  address: Address | undefined,
  { work, menteeId }: { work: Work; menteeId: string },
): Route {
  const fill = (...values: string[]) =>
    values.reduce((path, value) => path.replace(/\[[^\]]+\]/, value), pattern)
  switch (address?.is) {
    case 'everyone':
    case 'own':
      return { pattern, path: fill(address.named ?? ''), isOwned: false }
    case 'row':
      return { pattern, path: fill(address.of(work)), isOwned: true }
    case 'secret':
    case 'link':
      return { pattern, path: fill('no-such-link'), isOwned: false }
    case 'mentee':
      return {
        pattern,
        path: fill(menteeId, menteeId === NOBODY ? NOBODY : (work.entryIds[0] ?? '')),
        isOwned: false,
      }
    case undefined:
      throw new Error(`Say in tests/support/access-matrix.ts who may open ${pattern}`)
  }
}

/** The addresses of all pages (`page.tsx`) or handlers (`route.ts`), as folders name them. */
export function patternsOf(file: string): string[] {
  return readdirSync(APP, { recursive: true, encoding: 'utf8' })
    .filter((path) => path === file || path.endsWith(`/${file}`))
    .map((path) => {
      const parts = path.split('/').slice(0, -1)
      // (groups) are folders that addresses leave out; _folders hold no route.
      if (parts.some((part) => part.startsWith('_'))) return null
      return `/${parts.filter((part) => !part.startsWith('(')).join('/')}`
    })
    .filter((pattern) => pattern !== null)
    .sort()
}
