import { randomUUID } from 'node:crypto'
import type { BrowserContext } from '@playwright/test'
import type postgres from 'postgres'
import type { UserViewer } from '@/lib/access/viewer'
import { today } from '@/lib/dates/instant'
import { createUser } from '../../factories/user'
import { createWork, type Work } from '../../factories/work'
import { type WrittenName, written } from '../../factories/written-lists'
import type { WrittenWork } from '../../factories/written-work'
import { e2eDatabaseUrl, e2eDataFolder } from '../e2e-database'
import { SESSION_COOKIE, secretIn, sessionToken } from '../session-token'

/** Someone who exists in the database of the server under test, with a session that `signIn` puts into a browser. */
export type Person = UserViewer & { email: string | null; cookie: { name: string; value: string } }
export type Worker = Person & { work: Work; marker: string }
export type WrittenPerson = Person & WrittenWork

type Options = { timeZone?: string; password?: string }
type WorkOptions = Options & Parameters<typeof createWork>[2]

/** Makes people for one test. Each is new, so tests may run beside each other and leave theirs behind. */
export class People {
  #owner: postgres.Sql

  constructor(owner: postgres.Sql) {
    this.#owner = owner
  }

  /** A member who has entered nothing yet. */
  member(options: Options = {}): Promise<Person> {
    return this.#make({ ...options, email: `member-${randomUUID()}@example.org` })
  }

  /** A guest who has entered nothing yet. */
  guest(options: Options = {}): Promise<Person> {
    return this.#make({ ...options, email: null })
  }

  /** A member with a full profile, exams, a list and an own program; their free texts hold `marker`. */
  async memberAtWork(options: WorkOptions = {}): Promise<Worker> {
    return this.#atWork(await this.member(options), options)
  }

  /** A guest with the same. */
  async guestAtWork(options: WorkOptions = {}): Promise<Worker> {
    return this.#atWork(await this.guest(options), options)
  }

  /** A guest who walks about in the sample applicant, as the landing page makes one. */
  async sample(): Promise<Person> {
    const person = await this.#make({ email: null, isSample: true })
    const { withOwnScope, fillWithSample } = await appServer()
    await withOwnScope(person, (scope) => fillWithSample(scope, 2028))
    return person
  }

  /** One of the three written applicants, with the list that such a person would make, entered by the app's own queries. */
  async written(name: WrittenName): Promise<WrittenPerson> {
    const person = await this.member()
    const { withOwnScope, createWrittenWork } = await appServer()
    const at = { seasonYear: 2028, today: today(new Date().toISOString(), 'UTC') }
    return {
      ...person,
      ...(await withOwnScope(person, (scope) => createWrittenWork(scope, written(name), at))),
    }
  }

  /** Someone who is in the database already, such as the mentor of a person at work, with a session of their own. */
  async again(userId: string): Promise<Person> {
    const [row] = await this.#owner<{ id: string; email: string | null }[]>`
      insert into sessions (user_id, device, expires_at) values (${userId}, 'Test browser', now() + interval '1 day')
      returning id, (select email from users where id = ${userId}) as email`
    const sessionId = row?.id ?? ''
    const value = await sessionToken(sessionId, secretIn(e2eDataFolder()))
    const email = row?.email ?? null
    return {
      kind: 'user',
      userId,
      sessionId,
      isGuest: email === null,
      email,
      cookie: { name: SESSION_COOKIE, value },
    }
  }

  async #atWork(person: Person, options: WorkOptions): Promise<Worker> {
    const marker = options.marker ?? `Marker${randomUUID().slice(0, 8)}`
    return { ...person, marker, work: await createWork(this.#owner, person.userId, { ...options, marker }) }
  }

  async #make(options: Options & { email: string | null; isSample?: boolean }): Promise<Person> {
    const viewer = await createUser(this.#owner, options)
    if (options.password) {
      const { hashPassword } = await appServer()
      const hash = await hashPassword(options.password)
      await this.#owner`update users set password_hash = ${hash} where id = ${viewer.userId}`
    }
    const value = await sessionToken(viewer.sessionId, secretIn(e2eDataFolder()))
    return { ...viewer, email: options.email, cookie: { name: SESSION_COOKIE, value } }
  }
}

/** Signs a browser in by its cookie, in place of anyone who was. */
export async function signIn(context: BrowserContext, person: Person, baseURL: string): Promise<void> {
  await context.addCookies([{ ...person.cookie, url: baseURL, httpOnly: true, sameSite: 'Lax' }])
}

/** What the app's code reads of its surroundings, once and for all of it: so all of it is set before any is loaded. */
export function setAppSettings(): void {
  process.env.DATABASE_APP_URL = e2eDatabaseUrl('app')
  process.env.NEXTAUTH_SECRET = secretIn(e2eDataFolder())
  process.env.APP_URL = `http://localhost:${process.env.LOCUS_E2E_PORT}`
}

/**
 * The app's own server code, reading the settings of the server under test. It loads in Playwright's workers only, which
 * know the condition that `server-only` asks for; the process that collects the tests does not.
 */
async function appServer() {
  setAppSettings()
  const [{ withOwnScope }, { fillWithSample }, { hashPassword }, { createWrittenWork }] = await Promise.all([
    import('@/db/access'),
    import('@/db/queries/sample'),
    import('@/app/_server/auth/passwords'),
    import('../../factories/written-work'),
  ])
  return { withOwnScope, fillWithSample, hashPassword, createWrittenWork }
}
