import type { DraftStore, KeptDraft } from './draft-keeper'
import { GUEST_OWNER } from './draft-owner'

/*
 * Drafts in this browser, one a window: two windows on the same text never write over each other. A window that is open
 * holds a lock of its name, so that another one offers only what was left behind. Each draft carries whose it is, since
 * several people may use one computer.
 */

const PREFIX = 'locus:draft'
const CHANNEL = 'locus:drafts'

/** `owner` is whose text it is (`draftOwner`), `place` which text. Owners hold no colon. */
export type DraftPlace = { readonly owner: string; readonly place: string }
export type LeftDraft = KeptDraft & { readonly windowId: string }
export type LocalDraft = KeptDraft & DraftPlace & { readonly key: string; readonly title: string }

const keyOf = ({ owner, place }: DraftPlace, windowId: string) => `${PREFIX}:${owner}:${place}:${windowId}`

/** Where storage is full or refused, the text is still in the field, and the server is told at the next pause. */
export function localDrafts(at: DraftPlace, windowId: string, title = ''): DraftStore {
  const key = keyOf(at, windowId)
  return {
    keep: (draft) => {
      try {
        localStorage.setItem(key, JSON.stringify({ ...draft, title }))
      } catch {}
    },
    drop: () => dropDraft(key),
  }
}

export function dropDraft(key: string): void {
  try {
    localStorage.removeItem(key)
  } catch {}
}

/** Shows other windows that this one is open, until the answer is called. */
export function showOpen(at: DraftPlace, windowId: string): () => void {
  let close = () => {}
  const open = new Promise<void>((resolve) => {
    close = resolve
  })
  void navigator.locks?.request(keyOf(at, windowId), () => open).catch(() => {})
  return close
}

/** What windows that are no longer open left behind here, the newest first. */
export async function leftDrafts({ owner, place }: DraftPlace): Promise<LeftDraft[]> {
  const open = await openKeys()
  takeOverFromGuests(owner)
  return draftsInBrowser()
    .filter((draft) => draft.owner === owner && draft.place === place && !open.has(draft.key))
    .map(({ key, text, stamp, at }) => ({ text, stamp, at, windowId: key.slice(key.lastIndexOf(':') + 1) }))
    .sort((a, b) => b.at.localeCompare(a.at))
}

async function openKeys(): Promise<ReadonlySet<string>> {
  const held = await navigator.locks?.query().catch(() => undefined)
  return new Set(held?.held?.flatMap(({ name }) => (name?.startsWith(PREFIX) ? [name] : [])))
}

/** Every draft that this browser keeps, whoever wrote it. */
export function draftsInBrowser(): LocalDraft[] {
  try {
    return Object.keys(localStorage).flatMap((key) => draftIn(key, localStorage.getItem(key)) ?? [])
  } catch {
    return []
  }
}

function draftIn(key: string, stored: string | null): LocalDraft | null {
  if (!key.startsWith(`${PREFIX}:`) || stored === null) return null
  const [owner, ...rest] = key.slice(PREFIX.length + 1).split(':')
  const value: unknown = JSON.parse(stored)
  if (!owner || rest.length < 2 || typeof value !== 'object' || value === null) return null
  const { text, stamp, at, title } = value as Record<string, unknown>
  return typeof text === 'string' && typeof stamp === 'number' && typeof at === 'string'
    ? { key, owner, place: rest.slice(0, -1).join(':'), text, stamp, at, title: String(title ?? '') }
    : null
}

/** A member finds what a guest of this browser left; their rows were moved or given up at the sign-in. */
export function takeOverFromGuests(owner: string): void {
  if (owner.startsWith(GUEST_OWNER)) return
  for (const draft of draftsInBrowser()) {
    if (!draft.owner.startsWith(GUEST_OWNER)) continue
    localDrafts(
      { owner, place: draft.place },
      draft.key.slice(draft.key.lastIndexOf(':') + 1),
      draft.title,
    ).keep({
      text: draft.text,
      stamp: draft.stamp,
      at: draft.at,
    })
    dropDraft(draft.key)
  }
}

/** What the windows of one person are told: to keep and send what they hold, or to keep it no longer. */
type News = { readonly kind: 'settle' | 'forget'; readonly owner: string }
type Hear = (news: News) => Promise<void> | void

const hearers = new Set<Hear>()

/** Hears news of this window and of others, until the answer is called. */
export function hearOfDrafts(owner: string, hear: (kind: News['kind']) => Promise<void> | void): () => void {
  const own: Hear = (news) => (news.owner === owner ? hear(news.kind) : undefined)
  const channel = new BroadcastChannel(CHANNEL)
  channel.addEventListener('message', ({ data }: MessageEvent<News & { from?: string }>) => {
    if (data.from !== WINDOW) void own(data)
  })
  hearers.add(own)
  return () => {
    hearers.delete(own)
    channel.close()
  }
}

const WINDOW = Math.random().toString(36).slice(2)

function tell(news: News): Promise<void>[] {
  const channel = new BroadcastChannel(CHANNEL)
  channel.postMessage({ ...news, from: WINDOW })
  channel.close()
  return [...hearers].map(async (hear) => hear(news))
}

/** Other windows do not say when they are done. */
const OTHER_WINDOWS_MS = 700
const PATIENCE_MS = 4000

/** Has open windows save what they hold, and returns what this browser then still keeps of that person. Never rejects. */
export async function settleDrafts(owner: string): Promise<LocalDraft[]> {
  const isOpen = [...(await openKeys())].some((key) => key.startsWith(`${PREFIX}:${owner}:`))
  if (isOpen || hearers.size > 0) {
    const saved = [...tell({ kind: 'settle', owner }), pause(OTHER_WINDOWS_MS)]
    await Promise.race([Promise.allSettled(saved), pause(PATIENCE_MS)])
  }
  return draftsInBrowser().filter((draft) => draft.owner === owner)
}

/** Takes a person's drafts out of this browser; open windows keep no more of what stands in them now. */
export function forgetDrafts(owner: string): void {
  tell({ kind: 'forget', owner })
  for (const draft of draftsInBrowser()) if (draft.owner === owner) dropDraft(draft.key)
}

const LEAVING = 'locus:leaving'

/** Notes in this window who asks to be deleted. A refusal leaves the note, which nothing reads then. */
export function noteLeaving(owner: string): void {
  try {
    sessionStorage.setItem(LEAVING, owner)
  } catch {}
}

/** Takes the drafts of whoever was just deleted in this window out of the browser. */
export function forgetWhoLeft(): void {
  try {
    const owner = sessionStorage.getItem(LEAVING)
    sessionStorage.removeItem(LEAVING)
    if (owner) forgetDrafts(owner)
  } catch {}
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds))
}
