import type { Send } from './draft-keeper'

const PATIENCE_MS = 15_000
/** A request that outlives its page may carry 64 kB. */
const LAST_WORDS_BYTES = 60_000

/** Sends drafts to an address that answers as `/documents/statements/[id]/draft` does. Never rejects. */
export function draftSender(address: string): Send {
  return async (draft, isLast) => {
    const body = JSON.stringify(draft)
    try {
      const answer = await fetch(address, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
        keepalive: isLast && new Blob([body]).size < LAST_WORDS_BYTES,
        signal: AbortSignal.timeout(PATIENCE_MS),
      })
      if (answer.status === 401) return { kind: 'signed_out' }
      if (answer.status === 404) return { kind: 'gone' }
      if (answer.status === 413) return { kind: 'too_long' }
      if (answer.status !== 200 && answer.status !== 409) return { kind: 'offline' }
      const { text, stamp } = (await answer.json()) as { text: string; stamp: number }
      return answer.status === 200 ? { kind: 'saved', stamp } : { kind: 'conflict', text, stamp }
    } catch {
      return { kind: 'offline' }
    }
  }
}

/** Asks the same address what it holds now; null when it does not say. */
export async function askStored(address: string): Promise<{ text: string; stamp: number } | null> {
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout(PATIENCE_MS) })
    return answer.ok ? ((await answer.json()) as { text: string; stamp: number }) : null
  } catch {
    return null
  }
}
