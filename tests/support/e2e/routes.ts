import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Work } from '../../factories/work'

const APP = resolve(import.meta.dirname, '..', '..', '..', 'app')

/** What a page that hangs on somebody's row is asked with. A catalogue program is nobody's. */
const OWNED: Readonly<Record<string, (work: Work) => string>> = {
  '/checklist/own/[id]': ({ checklistItemId }) => checklistItemId,
  '/contacts/[id]': ({ contactId }) => contactId,
  '/cycles/[cycleId]': ({ cycleId }) => cycleId,
  '/cycles/[cycleId]/next': ({ cycleId }) => cycleId,
  '/documents/experiences/[id]': ({ experienceId }) => experienceId,
  '/documents/letters/[id]': ({ letterId }) => letterId,
  '/documents/letters/[id]/brief': ({ letterId }) => letterId,
  '/documents/statements/[id]': ({ statementId }) => statementId,
  '/documents/statements/[id]/compare': ({ statementId }) => statementId,
  '/exams/after/[id]': ({ attemptIds }) => attemptIds[2] ?? '',
  '/exams/attempts/[id]': ({ attemptIds }) => attemptIds[2] ?? '',
  '/exams/practice/[id]': ({ practiceIds }) => practiceIds[0] ?? '',
  '/exams/practice/bank/[id]': ({ bankId }) => bankId,
  '/interviews/[id]': ({ interviewId }) => interviewId,
  '/interviews/[id]/day': ({ interviewId }) => interviewId,
  '/interviews/[id]/invitation': ({ interviewId }) => interviewId,
  '/list/[entryId]': ({ entryIds }) => entryIds.at(-1) ?? '',
  '/profile/clinical/[id]': ({ clinicalId }) => clinicalId,
  '/profile/research/[id]': ({ researchId }) => researchId,
  '/profile/publications/[id]': ({ publicationId }) => publicationId,
  '/profile/letters/[id]': ({ letterId }) => letterId,
  '/mentors/[grantId]': ({ grantId }) => grantId,
  '/mentors/[grantId]/preview': ({ grantId }) => grantId,
  '/programs/[id]': ({ ownProgramId }) => ownProgramId,
  '/programs/[id]/edit': ({ ownProgramId }) => ownProgramId,
  '/programs/[id]/remove': ({ ownProgramId }) => ownProgramId,
  '/strategy/questions/[programId]': ({ ownProgramId }) => ownProgramId,
}

/** Pages about something that everybody has, such as an item of the checklist's template. */
const NAMED: Readonly<Record<string, string>> = { '/checklist/[itemId]': 'statement' }

/** Pages behind a link that was mailed: the link's secret is the only thing that opens them. */
const LINKED = [
  '/invite/[token]',
  '/look/[token]',
  '/reset/[token]',
  '/sign-up/[token]',
  '/unsubscribe/[token]',
  '/verify/[token]',
] as const

/** Pages about a mentee: without a grant there is nothing at them, which is what the sweeps look at. See mentees.spec.ts. */
const MENTORED = '/mentees/[applicantId]'

/** Handlers that answer a person with data; the others (health, sign-in providers) know nobody's rows. */
const DATA_HANDLERS = ['/rank/export', '/reminders/calendar', '/settings/export']
/** Those behind a link answer to the link's secret alone; specs of their own try them. */
const OTHER_HANDLERS = [
  '/api/health',
  '/api/auth/[...nextauth]',
  '/documents/statements/[id]/draft',
  '/feed/[token]',
  '/unsubscribe/[token]/one-click',
]

export type Route = { pattern: string; path: string; isOwned: boolean }

/**
 * Every address of the app, read from the folders, so that a page added tomorrow is swept too. Pages about a row are
 * asked with `work`'s, pages behind a mailed link with one that does not exist.
 */
export function pageRoutes(work: Work): Route[] {
  return patternsOf('page.tsx').map((pattern) => routeOf(pattern, work))
}

/** The same with the handlers that hand out a person's data. */
export function dataRoutes(work: Work): Route[] {
  const handlers = patternsOf('route.ts')
  const strange = handlers.filter((one) => ![...DATA_HANDLERS, ...OTHER_HANDLERS].includes(one))
  if (strange.length > 0)
    throw new Error(`Say in tests/support/e2e/routes.ts whether ${strange} hands out a person's data`)
  return [
    ...pageRoutes(work),
    ...handlers.filter((one) => DATA_HANDLERS.includes(one)).map((pattern) => routeOf(pattern, work)),
  ]
}

function routeOf(pattern: string, work: Work): Route {
  if (!pattern.includes('[')) return { pattern, path: pattern, isOwned: false }
  const fill = (value: string) => pattern.replace(/\[[^\]]+\]/, value)
  const owned = OWNED[pattern]
  if (owned) return { pattern, path: fill(owned(work)), isOwned: true }
  const named = NAMED[pattern]
  if (named) return { pattern, path: fill(named), isOwned: false }
  if (pattern.startsWith(MENTORED))
    return { pattern, path: pattern.replaceAll(/\[[^\]]+\]/g, 'no-such-mentee'), isOwned: false }
  if (LINKED.some((one) => one === pattern)) return { pattern, path: fill('no-such-link'), isOwned: false }
  throw new Error(`Say in tests/support/e2e/routes.ts what to ask ${pattern} with`)
}

function patternsOf(file: string): string[] {
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
