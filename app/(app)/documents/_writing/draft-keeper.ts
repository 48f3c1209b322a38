/*
 * Keeps what is typed, first in this browser and then on the server, so that a closed laptop, a dead network or a second
 * window loses nothing. It knows no React and no page: what it needs is handed to it.
 */

export type DraftState =
  /** What stands in the field is stored on the server. */
  | { readonly kind: 'saved' }
  /** Kept in this browser; the server is told at the next pause. */
  | { readonly kind: 'typing' }
  /** The server was not reached: kept in this browser, and tried again. */
  | { readonly kind: 'offline' }
  | { readonly kind: 'signed_out' }
  /** The statement was removed meanwhile. */
  | { readonly kind: 'gone' }
  | { readonly kind: 'too_long' }
  /** Another window stored another text. Nothing more is sent until the person has chosen. */
  | { readonly kind: 'conflict'; readonly text: string; readonly stamp: number }

export type SendAnswer =
  | { readonly kind: 'saved'; readonly stamp: number }
  | { readonly kind: 'conflict'; readonly text: string; readonly stamp: number }
  | { readonly kind: 'offline' | 'signed_out' | 'gone' | 'too_long' }

/** The last words of a window that closes go out after it has gone. */
export type Send = (draft: { text: string; stamp: number }, isLast: boolean) => Promise<SendAnswer>

export type KeptDraft = { readonly text: string; readonly stamp: number; readonly at: string }
export type DraftStore = { keep: (draft: KeptDraft) => void; drop: () => void }

type Setting = {
  /** What the server holds, and the stamp it holds it under. */
  text: string
  stamp: number
  /** What stands in the field now. */
  read: () => string
  store: DraftStore
  /** Null where drafts are kept in this browser alone. */
  send: Send | null
  onState: (state: DraftState) => void
  /** Puts a newer stored text into a field in which nothing was typed. */
  write?: (text: string) => void
  now: () => string
}

const KEEP_PAUSE_MS = 400
const SEND_PAUSE_MS = 2000
const SEND_MOST_MS = 12_000
const RETRY_MS = [3000, 6000, 12_000, 30_000] as const

type Timer = ReturnType<typeof setTimeout>

export class DraftKeeper {
  #setting: Setting
  #stored: string
  #stamp: number
  #state: DraftState = { kind: 'saved' }
  #keepTimer: Timer | undefined
  #sendTimer: Timer | undefined
  #unsentSince: number | null = null
  #sending: Promise<void> | null = null
  #failures = 0
  #isHeld = false
  /** The person signed out: what stands in the field now is kept no longer. */
  #isForgotten = false

  constructor(setting: Setting) {
    this.#setting = setting
    this.#stored = setting.text
    this.#stamp = setting.stamp
  }

  /** What a save that the person asks for must be sent with. */
  get stamp(): number {
    return this.#stamp
  }

  /** Called at each input: it sets two timers and no more. */
  typed(): void {
    this.#isForgotten = false
    clearTimeout(this.#keepTimer)
    this.#keepTimer = setTimeout(() => this.keep(), KEEP_PAUSE_MS)
    if (this.#state.kind === 'saved' || this.#state.kind === 'too_long') this.#say({ kind: 'typing' })
    this.#sendSoon(SEND_PAUSE_MS)
  }

  /** Keeps what stands in the field in this browser, now. */
  keep(): void {
    clearTimeout(this.#keepTimer)
    if (this.#isForgotten) return
    const text = this.#setting.read()
    if (text === this.#stored) {
      this.#setting.store.drop()
      if (this.#state.kind === 'typing') this.#say({ kind: 'saved' })
    } else this.#setting.store.keep({ text, stamp: this.#stamp, at: this.#setting.now() })
  }

  /** The window is about to be hidden or closed, or shows another page; resolves when the server has answered. */
  async leave(): Promise<void> {
    this.keep()
    if (this.#sending) await this.#sending
    if (this.#setting.read() !== this.#stored) await this.#send(true)
  }

  /** Keeps and sends what stands in the field without waiting for a pause; resolves when the server has answered. */
  async flush(): Promise<void> {
    this.keep()
    clearTimeout(this.#sendTimer)
    await this.#sending
    if (this.#setting.read() !== this.#stored) await this.#send(false)
  }

  /** Lets go of what this browser kept, and keeps nothing more until somebody types again. */
  forget(): void {
    this.stop()
    this.#isForgotten = true
    this.#setting.store.drop()
  }

  /** The network is back, or the person asks: tries again at once. */
  retry(): void {
    if (this.#state.kind !== 'offline' && this.#state.kind !== 'signed_out') return
    this.#failures = 0
    this.#say({ kind: 'typing' })
    this.#sendSoon(0)
  }

  /** Lets a save that is under way end, and begins none until `settled` or `release`: the person saves themselves. */
  async hold(): Promise<void> {
    this.#isHeld = true
    clearTimeout(this.#sendTimer)
    this.keep()
    await this.#sending
  }

  /** The person's own save did not succeed: goes on by itself, at once. */
  release(): void {
    this.#isHeld = false
    if (this.#setting.read() === this.#stored) return
    this.typed()
    this.#sendSoon(0)
  }

  /** The server holds this text now, under this stamp: the person saved, or chose between two texts. */
  settled(text: string, stamp: number): void {
    this.#stored = text
    this.#stamp = stamp
    this.#failures = 0
    this.#isHeld = false
    this.#unsentSince = null
    this.#say({ kind: 'saved' })
    this.keep()
    if (this.#setting.read() !== text) this.typed()
  }

  /** Another window was found to have stored this. */
  disagree(text: string, stamp: number): void {
    if (text === this.#setting.read()) {
      this.settled(text, stamp)
      return
    }
    clearTimeout(this.#sendTimer)
    this.#isHeld = false
    this.keep()
    this.#say({ kind: 'conflict', text, stamp })
  }

  /** What the server holds was asked for: a field in which nothing was typed takes it, another one is in conflict. */
  compare(text: string, stamp: number): void {
    if (stamp === this.#stamp) return
    if (this.#setting.read() !== this.#stored || !this.#setting.write) {
      this.disagree(text, stamp)
      return
    }
    this.#setting.write(text)
    this.settled(text, stamp)
  }

  stop(): void {
    clearTimeout(this.#keepTimer)
    clearTimeout(this.#sendTimer)
  }

  #maySend(): boolean {
    const { kind } = this.#state
    return (
      this.#setting.send !== null &&
      !this.#isHeld &&
      !this.#isForgotten &&
      kind !== 'conflict' &&
      kind !== 'gone'
    )
  }

  #sendSoon(pause: number): void {
    if (!this.#maySend()) return
    const now = performance.now()
    this.#unsentSince ??= now
    clearTimeout(this.#sendTimer)
    const wait = Math.min(pause, Math.max(0, this.#unsentSince + SEND_MOST_MS - now))
    this.#sendTimer = setTimeout(() => void this.#send(false), wait)
  }

  async #send(isLast: boolean): Promise<void> {
    if (!this.#maySend() || this.#setting.send === null) return
    if (this.#sending) {
      this.#sendSoon(SEND_PAUSE_MS)
      return
    }
    const text = this.#setting.read()
    this.#unsentSince = null
    if (text === this.#stored) {
      this.keep()
      return
    }
    const sent = this.#setting
      .send({ text, stamp: this.#stamp }, isLast)
      .then((answer) => this.#hear(text, answer))
    this.#sending = sent.finally(() => {
      this.#sending = null
    })
    await this.#sending
  }

  #hear(text: string, answer: SendAnswer): void {
    if (answer.kind === 'conflict') {
      this.disagree(answer.text, answer.stamp)
      return
    }
    if (answer.kind === 'saved') {
      this.#stored = text
      this.#stamp = answer.stamp
      this.#failures = 0
      const isAll = this.#setting.read() === text
      this.keep()
      this.#say({ kind: isAll ? 'saved' : 'typing' })
      if (!isAll) this.#sendSoon(SEND_PAUSE_MS)
      return
    }
    this.keep()
    this.#say({ kind: answer.kind })
    if (answer.kind === 'offline') {
      const wait = RETRY_MS[Math.min(this.#failures, RETRY_MS.length - 1)] ?? SEND_MOST_MS
      this.#failures += 1
      clearTimeout(this.#sendTimer)
      this.#sendTimer = setTimeout(() => void this.#send(false), wait)
    }
  }

  #say(state: DraftState): void {
    if (state.kind === this.#state.kind && state.kind !== 'conflict') return
    this.#state = state
    this.#setting.onState(state)
  }
}
