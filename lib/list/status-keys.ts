import type { EntryStatus } from './status'

/** One key for each status that is recorded often. The rest is chosen from the list. */
export const STATUS_KEYS: Readonly<Record<string, EntryStatus>> = {
  c: 'considering',
  s: 'saved',
  a: 'applied',
  o: 'interview_invited',
  b: 'interview_scheduled',
  l: 'interview_waitlisted',
  i: 'interviewed',
  r: 'rejected',
  w: 'withdrawn',
}

/** The status that a key stands for; null for every other key, and for any key held together with another. */
export function statusForKey(event: {
  key: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
}): EntryStatus | null {
  if (event.ctrlKey || event.metaKey || event.altKey || !Object.hasOwn(STATUS_KEYS, event.key)) return null
  return STATUS_KEYS[event.key] ?? null
}
