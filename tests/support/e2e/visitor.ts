import { type ActionAnswer, callBody, stateIn } from './actions'
import type { SentForm } from './forms'
import { filledIn } from './forms'
import type { Person } from './people'

export type Answer = { status: number; location: string | null; cacheControl: string; body: string }

/** Someone at a browser without script, as far as the server can tell: asks for pages and posts their forms. */
export class Visitor {
  #origin: string
  #cookies = new Map<string, string>()

  constructor(origin: string, person: Person | null) {
    this.#origin = origin
    if (person) this.#cookies.set(person.cookie.name, person.cookie.value)
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.#ask(path, { headers })
  }

  /** Sends a form to the page that it stands on. Redirects are told and not followed. */
  post(path: string, form: SentForm, answers: Readonly<Record<string, string>> = {}): Promise<Answer> {
    return this.#ask(path, {
      method: 'POST',
      body: filledIn(form, answers),
      headers: { origin: this.#origin },
    })
  }

  /** Calls an action by its id as a page's script does, from whatever page. */
  async call(
    path: string,
    actionId: string,
    fields: readonly (readonly [string, string])[],
  ): Promise<ActionAnswer> {
    const { status, body } = await this.#ask(path, {
      method: 'POST',
      body: callBody(fields),
      headers: { origin: this.#origin, 'next-action': actionId, accept: 'text/x-component' },
    })
    return { status, state: stateIn(body), body }
  }

  /** Sends what a page's script saves by itself. */
  send(path: string, json: object): Promise<Answer> {
    return this.#ask(path, {
      method: 'POST',
      body: JSON.stringify(json),
      headers: { origin: this.#origin, 'content-type': 'application/json' },
    })
  }

  async #ask(path: string, init: RequestInit & { headers: Record<string, string> }): Promise<Answer> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(this.#origin + path, {
      ...init,
      redirect: 'manual',
      headers: { ...init.headers, ...(cookie ? { cookie } : {}) },
    })
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value) this.#cookies.set(name, value)
      else this.#cookies.delete(name)
    }
    return {
      status: response.status,
      location: response.headers.get('location'),
      cacheControl: response.headers.get('cache-control') ?? '',
      body: await response.text(),
    }
  }
}
