'use client'
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useIsTakingOver } from '@/app/_ui/is-taking-over'
import { DraftKeeper, type DraftState, type Send } from './draft-keeper'
import {
  type DraftPlace,
  hearOfDrafts,
  type LeftDraft,
  leftDrafts,
  localDrafts,
  showOpen,
} from './local-drafts'

type Stored = { text: string; stamp: number }
/** What the server holds now; null when it does not answer. */
type Ask = () => Promise<Stored | null>

/**
 * A keeper of drafts for one field, for as long as the page is open: it keeps when the page is hidden or closed, tries again
 * when the network is back, and finds what an earlier window left behind.
 */
export function useDraft(
  { owner, place, title }: DraftPlace & { title: string },
  stored: Stored,
  {
    read,
    send,
    ask,
    write,
  }: { read: () => string | null; send: Send | null; ask?: Ask; write?: (text: string) => void },
): {
  keeper: RefObject<DraftKeeper | null>
  state: DraftState
  left: LeftDraft | null
  forget: (draft: LeftDraft) => void
} {
  const keeper = useRef<DraftKeeper>(null)
  const [state, setState] = useState<DraftState>({ kind: 'saved' })
  const [left, setLeft] = useState<LeftDraft | null>(null)
  const first = useRef(stored)
  const given = useRef({ read, send, ask, write, title })
  /** The field goes before its keeper does: then what it last held counts, never what it began with. */
  const last = useRef(stored.text)
  const isFromServer = useRef(useIsTakingOver())

  useEffect(() => {
    const at = { owner, place }
    const windowId = Math.random().toString(36).slice(2)
    const readNow = () => {
      last.current = given.current.read() ?? last.current
      return last.current
    }
    const own = new DraftKeeper({
      ...first.current,
      read: readNow,
      send: given.current.send,
      write: (text) => given.current.write?.(text),
      store: localDrafts(at, windowId, given.current.title),
      onState: setState,
      now: () => new Date().toISOString(),
    })
    keeper.current = own
    let isOpen = true
    const close = showOpen(at, windowId)
    const deafen = hearOfDrafts(owner, (kind) => (kind === 'settle' ? own.flush() : own.forget()))
    const find = () => leftDrafts(at).then((all) => setLeft(pick(all, at, first.current.text)))
    const leave = () => void own.leave()
    const hide = () => document.visibilityState === 'hidden' && leave()
    const retry = () => own.retry()
    addEventListener('pagehide', leave)
    addEventListener('online', retry)
    document.addEventListener('visibilitychange', hide)
    // What was typed before the page was ready.
    if (readNow() !== first.current.text) own.typed()
    // A page that the browser's way back shows again is as old as when it was left, and its last words may be on their way.
    const ask = async () => {
      const now = await given.current.ask?.()
      if (now && isOpen) own.compare(now.text, now.stamp)
    }
    if (isFromServer.current) void find()
    else void lastWords(at).then(() => Promise.all([find(), ask()]))
    return () => {
      isOpen = false
      own.stop()
      close()
      deafen()
      removeEventListener('pagehide', leave)
      removeEventListener('online', retry)
      document.removeEventListener('visibilitychange', hide)
    }
  }, [owner, place])
  // Before the field is gone, which an effect would be too late for.
  useLayoutEffect(
    () => () => {
      if (keeper.current) noteLastWords({ owner, place }, keeper.current.leave())
    },
    [owner, place],
  )

  return {
    keeper,
    state,
    left,
    forget: (draft) => {
      localDrafts({ owner, place }, draft.windowId).drop()
      setLeft(null)
    },
  }
}

const onTheirWay = new Map<string, Promise<void>>()
const PATIENCE_MS = 3000

const keyOf = ({ owner, place }: DraftPlace) => `${owner}:${place}`

/** What a page of this window sent when it was left. */
function noteLastWords(at: DraftPlace, sent: Promise<void>): void {
  const key = keyOf(at)
  onTheirWay.set(key, sent)
  void sent.finally(() => onTheirWay.get(key) === sent && onTheirWay.delete(key))
}

/** Resolves when what an earlier page of this window sent has been answered, or has been waited for long enough. */
async function lastWords(at: DraftPlace): Promise<void> {
  const sent = onTheirWay.get(keyOf(at))
  if (sent) await Promise.race([sent, new Promise((done) => setTimeout(done, PATIENCE_MS))])
}

/** The newest that says something else than what is stored; what says the same is cleared away. */
function pick(all: readonly LeftDraft[], at: DraftPlace, stored: string): LeftDraft | null {
  for (const draft of all) if (draft.text === stored) localDrafts(at, draft.windowId).drop()
  return all.find(({ text }) => text !== stored) ?? null
}
