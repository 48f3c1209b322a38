import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import {
  DraftKeeper,
  type DraftState,
  type KeptDraft,
  type SendAnswer,
} from '@/app/(app)/documents/_writing/draft-keeper'

/** A server as far as a draft goes: one text under a stamp, and a line that can be dead. */
class Server {
  text = 'As stored.'
  stamp = 1
  line: 'up' | 'down' | 'hanging' = 'up'
  requests = 0
  /** All that it ever took. */
  readonly held = new Set([this.text])
  #waiting: (() => void)[] = []

  async write(text: string, stamp: number): Promise<SendAnswer> {
    this.requests += 1
    if (this.line === 'down') return { kind: 'offline' }
    if (this.line === 'hanging') await new Promise<void>((resolve) => this.#waiting.push(resolve))
    if (stamp !== this.stamp && text !== this.text)
      return { kind: 'conflict', text: this.text, stamp: this.stamp }
    if (text !== this.text) this.stamp += 1
    this.text = text
    this.held.add(text)
    return { kind: 'saved', stamp: this.stamp }
  }

  answer(): void {
    this.line = 'up'
    for (const resolve of this.#waiting.splice(0)) resolve()
  }
}

function window_(server: Server) {
  const own = { field: server.text, kept: null as KeptDraft | null, state: 'saved' as DraftState['kind'] }
  const keeper = new DraftKeeper({
    text: server.text,
    stamp: server.stamp,
    read: () => own.field,
    send: ({ text, stamp }) => server.write(text, stamp),
    store: {
      keep: (draft) => {
        own.kept = draft
      },
      drop: () => {
        own.kept = null
      },
    },
    onState: ({ kind }) => {
      own.state = kind
    },
    write: (text) => {
      own.field = text
    },
    now: () => '2026-11-22T12:00:00.000Z',
  })
  const type = (text: string) => {
    own.field = text
    keeper.typed()
  }
  return { own, keeper, type }
}

const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds)

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('what is typed', () => {
  test('is in the browser within half a second, on the server within seconds, and then nowhere else', async () => {
    const server = new Server()
    const { own, type } = window_(server)
    type('New text.')
    expect(own.state).toBe('typing')
    await pass(500)
    expect(own.kept).toMatchObject({ text: 'New text.', stamp: 1 })
    await pass(2000)
    expect(server).toMatchObject({ text: 'New text.', stamp: 2 })
    expect(own).toMatchObject({ state: 'saved', kept: null })
  })

  test('reaches the server while one types without a pause, and seldom', async () => {
    const server = new Server()
    const { type } = window_(server)
    for (let second = 0; second < 60; second += 0.2) {
      type(`Typed for ${second.toFixed(1)} s.`)
      await pass(200)
    }
    expect(server.requests).toBeGreaterThanOrEqual(4)
    expect(server.requests).toBeLessThanOrEqual(8)
  })

  test('typed back to what is stored needs no request', async () => {
    const server = new Server()
    const { own, type } = window_(server)
    type('As stored. More')
    await pass(300)
    type('As stored.')
    await pass(5000)
    expect(server.requests).toBe(0)
    expect(own).toMatchObject({ state: 'saved', kept: null })
  })

  test('last, before the page is left, goes out as soon as the save under way has ended', async () => {
    const server = new Server()
    const { own, keeper, type } = window_(server)
    server.line = 'hanging'
    type('Half.')
    await pass(2500)
    type('Half, and the last words.')
    const left = keeper.leave()
    keeper.stop()
    expect(own.kept?.text).toBe('Half, and the last words.')
    server.answer()
    await left
    expect(server.text).toBe('Half, and the last words.')
    expect(own.kept).toBe(null)
  })
})

describe('a dead network', () => {
  test('is said, kept through, and tried again until it works', async () => {
    const server = new Server()
    const { own, type } = window_(server)
    server.line = 'down'
    type('On a train.')
    await pass(3000)
    expect(own).toMatchObject({ state: 'offline', kept: { text: 'On a train.' } })
    await pass(60_000)
    expect(server.requests).toBeGreaterThan(3)
    expect(own.kept?.text).toBe('On a train.')
    server.line = 'up'
    await pass(30_000)
    expect(server.text).toBe('On a train.')
    expect(own).toMatchObject({ state: 'saved', kept: null })
  })

  test('that comes back is used at once', async () => {
    const server = new Server()
    const { keeper, type } = window_(server)
    server.line = 'down'
    type('On a train.')
    await pass(40_000)
    server.line = 'up'
    keeper.retry()
    await pass(1)
    expect(server.text).toBe('On a train.')
  })
})

describe('two windows', () => {
  test('the second learns that the first has saved, and sends nothing more by itself', async () => {
    const server = new Server()
    const [first, second] = [window_(server), window_(server)]
    first.type('First.')
    await pass(3000)
    second.type('Second.')
    await pass(3000)
    expect(second.own).toMatchObject({ state: 'conflict', kept: { text: 'Second.' } })
    const { requests } = server
    second.type('Second, longer.')
    await pass(60_000)
    expect(server.requests).toBe(requests)
    expect(server.text).toBe('First.')
    expect(second.own.kept?.text).toBe('Second, longer.')
    // The person chose: their text stands on the server now.
    second.keeper.settled('Second, longer.', 3)
    expect(second.own).toMatchObject({ state: 'saved', kept: null })
  })
})

describe('a page that is shown again', () => {
  test('takes the newer stored text where nothing was typed, and is in conflict where something was', async () => {
    const server = new Server()
    const [untouched, touched] = [window_(server), window_(server)]
    touched.type('Typed here.')
    untouched.keeper.compare('Newer.', 4)
    touched.keeper.compare('Newer.', 4)
    expect(untouched.own).toMatchObject({ field: 'Newer.', state: 'saved' })
    expect(untouched.keeper.stamp).toBe(4)
    expect(touched.own).toMatchObject({ field: 'Typed here.', state: 'conflict' })
  })
})

describe('a save that the person asks for', () => {
  test('waits for the one that is under way, and takes its stamp', async () => {
    const server = new Server()
    const { keeper, type, own } = window_(server)
    server.line = 'hanging'
    type('Half a sentence')
    await pass(2500)
    type('Half a sentence, and the rest.')
    const held = keeper.hold()
    server.answer()
    await held
    expect(keeper.stamp).toBe(2)
    expect(await server.write(own.field, keeper.stamp)).toMatchObject({ kind: 'saved', stamp: 3 })
    await pass(10_000)
    expect(server.requests).toBe(2)
    // Typed while the answer was on its way.
    type('Half a sentence, and the rest. More.')
    keeper.settled('Half a sentence, and the rest.', 3)
    await pass(3000)
    expect(server.text).toBe('Half a sentence, and the rest. More.')
  })

  test('that did not succeed leaves the keeper at work', async () => {
    const server = new Server()
    const { keeper, type } = window_(server)
    type('New text.')
    await keeper.hold()
    keeper.release()
    await pass(10)
    expect(server.text).toBe('New text.')
  })
})

describe('signing out', () => {
  test('first saves what was typed a moment ago, without waiting for a pause', async () => {
    const server = new Server()
    const { own, keeper, type } = window_(server)
    type('The last words.')
    await keeper.flush()
    expect(server.text).toBe('The last words.')
    expect(own).toMatchObject({ state: 'saved', kept: null })
  })

  test('also what was typed while another save was under way', async () => {
    const server = new Server()
    const { keeper, type } = window_(server)
    server.line = 'hanging'
    type('Half.')
    await pass(2500)
    type('Half, and the rest.')
    const settled = keeper.flush()
    server.answer()
    await settled
    expect(server.text).toBe('Half, and the rest.')
  })

  test('leaves nothing in the browser, however the window goes, until somebody types there again', async () => {
    const server = new Server()
    const { own, keeper, type } = window_(server)
    server.line = 'down'
    type('Discarded.')
    await pass(3000)
    expect(own.kept?.text).toBe('Discarded.')
    const { requests } = server
    keeper.forget()
    await pass(60_000)
    keeper.retry()
    keeper.leave()
    await pass(60_000)
    expect(own.kept).toBe(null)
    expect(server.requests).toBe(requests)
    type('Discarded. And again.')
    await pass(500)
    expect(own.kept?.text).toBe('Discarded. And again.')
  })
})

test('whatever happens in whatever order, the text was taken by the server or is in the browser', async () => {
  const step = fc.oneof(
    fc.string({ maxLength: 12 }).map((text) => ({ kind: 'type' as const, text })),
    fc
      .constantFrom('down', 'up', 'pause', 'moment', 'leave', 'retry', 'flush', 'other')
      .map((kind) => ({ kind })),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      const server = new Server()
      const { own, keeper, type } = window_(server)
      for (const one of steps) {
        if (one.kind === 'type') type((one as { text: string }).text)
        else if (one.kind === 'down' || one.kind === 'up') server.line = one.kind
        else if (one.kind === 'pause') await pass(35_000)
        else if (one.kind === 'moment') await pass(150)
        else if (one.kind === 'leave') keeper.leave()
        else if (one.kind === 'retry') keeper.retry()
        else if (one.kind === 'flush') await keeper.flush()
        else {
          server.text = `Other window ${server.stamp}`
          server.stamp += 1
        }
      }
      keeper.leave()
      await pass(1)
      expect(own.kept?.text === own.field || server.held.has(own.field)).toBe(true)
      keeper.stop()
    }),
    { numRuns: 300 },
  )
})
