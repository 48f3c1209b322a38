'use client'
import { startTransition, useCallback, useEffect, useRef, useState } from 'react'
import type { ReadingOptions } from '@/lib/statement/check'
import type { TextReading } from '@/lib/statement/text-reading'

/** A text and what was read in it: the two always belong together, also while one types on. */
export type ReadText = { readonly text: string; readonly reading: TextReading }

type Answer = { readonly turn: number; readonly reading: TextReading }
type Ask = (text: string) => void

/** After the last key; and while one types without a pause, at least so often. */
const PAUSE_MS = 250
const MOST_MS = 3000

/**
 * The reading of what stands in a field, made anew in a worker when one pauses. Call `typed` at each input: it costs the
 * page next to nothing. The first reading comes from the server.
 */
export function useReading(
  first: ReadText,
  fieldText: () => string | null,
  { isAboutExam = false }: ReadingOptions = {},
): { read: ReadText; typed: () => void } {
  const [read, setRead] = useState(first)
  const ask = useRef<Ask>(null)
  const latest = useRef({ turn: 0, text: first.text })
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const waitingSince = useRef<number>(null)

  useEffect(() => {
    let idle = 0
    const show = ({ turn, reading }: Answer) => {
      const { turn: asked, text } = latest.current
      if (turn === asked) startTransition(() => setRead({ text, reading }))
    }
    const worker = new Worker(new URL('./reading.worker.ts', import.meta.url), { type: 'module' })
    // The browser unpacks an answer when one looks into it: that may wait until no key does.
    worker.addEventListener('message', (event: MessageEvent<Answer>) => {
      cancelWhenIdle(idle)
      idle = whenIdle(() => show(event.data))
    })
    // Where workers are refused, the page reads by itself.
    worker.addEventListener('error', () => {
      ask.current = (text) =>
        void readHere(text, { isAboutExam }).then((reading) => show({ turn: latest.current.turn, reading }))
    })
    ask.current = (text) => worker.postMessage({ turn: latest.current.turn, text, isAboutExam })
    return () => {
      cancelWhenIdle(idle)
      worker.terminate()
    }
  }, [isAboutExam])
  useEffect(() => () => clearTimeout(timer.current), [])

  const typed = useCallback(() => {
    const now = performance.now()
    waitingSince.current ??= now
    clearTimeout(timer.current)
    timer.current = setTimeout(
      () => {
        waitingSince.current = null
        const text = fieldText()
        if (text === null) return
        latest.current = { turn: latest.current.turn + 1, text }
        ask.current?.(text)
      },
      Math.max(0, Math.min(PAUSE_MS, waitingSince.current + MOST_MS - now)),
    )
  }, [fieldText])

  return { read, typed }
}

async function readHere(text: string, options: ReadingOptions): Promise<TextReading> {
  const { readText } = await import('@/lib/statement/text-reading')
  return readText(text, options)
}

/** Safari has no idle callbacks. */
const canIdle = typeof requestIdleCallback === 'function'
const IDLE_AT_LATEST_MS = 500

function whenIdle(work: () => void): number {
  return canIdle ? requestIdleCallback(work, { timeout: IDLE_AT_LATEST_MS }) : window.setTimeout(work)
}

function cancelWhenIdle(id: number): void {
  if (canIdle) cancelIdleCallback(id)
  else clearTimeout(id)
}
