import type { DraftStore, KeptDraft } from './draft-keeper'

/*
 * Drafts in this browser, one a window: two windows on the same text never write over each other. A window that is open
 * holds a lock of its name, so that another one offers only what was left behind.
 */

const PREFIX = 'locus:draft'

export type LeftDraft = KeptDraft & { readonly windowId: string }

const keyOf = (place: string, windowId: string) => `${PREFIX}:${place}:${windowId}`

/** Where storage is full or refused, the text is still in the field, and the server is told at the next pause. */
export function localDrafts(place: string, windowId: string): DraftStore {
  const key = keyOf(place, windowId)
  return {
    keep: (draft) => {
      try {
        localStorage.setItem(key, JSON.stringify(draft))
      } catch {}
    },
    drop: () => {
      try {
        localStorage.removeItem(key)
      } catch {}
    },
  }
}

/** Shows other windows that this one is open, until the answer is called. */
export function showOpen(place: string, windowId: string): () => void {
  let close = () => {}
  const open = new Promise<void>((resolve) => {
    close = resolve
  })
  void navigator.locks?.request(keyOf(place, windowId), () => open).catch(() => {})
  return close
}

/** What windows that are no longer open left behind here, the newest first. */
export async function leftDrafts(place: string): Promise<LeftDraft[]> {
  const held = await navigator.locks?.query().catch(() => undefined)
  const open = new Set(held?.held?.map(({ name }) => name))
  const left: LeftDraft[] = []
  try {
    for (const key of Object.keys(localStorage)) {
      if (!key.startsWith(keyOf(place, '')) || open.has(key)) continue
      const draft = draftIn(localStorage.getItem(key))
      if (draft) left.push({ ...draft, windowId: key.slice(keyOf(place, '').length) })
    }
  } catch {}
  return left.sort((a, b) => b.at.localeCompare(a.at))
}

function draftIn(stored: string | null): KeptDraft | null {
  const value: unknown = stored === null ? null : JSON.parse(stored)
  if (typeof value !== 'object' || value === null) return null
  const { text, stamp, at } = value as Record<string, unknown>
  return typeof text === 'string' && typeof stamp === 'number' && typeof at === 'string'
    ? { text, stamp, at }
    : null
}
