'use client'
import { useRouter, useSearchParams } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { type ListView, listViewHref, readListView } from '@/lib/list/rows'

/** How long the address waits for the next key. */
const ADDRESS_DELAY_MS = 150

/**
 * The view that the address names, changed here first and in the address a moment later, so that typing stays quick. A
 * change from outside (a link to a view, the way back from an entry) is followed. `isDrawnByServer`: the page is asked for anew,
 * since what it shows is worked out there.
 */
export function useListView(isDrawnByServer = false): { view: ListView; show: (next: ListView) => void } {
  const params = useSearchParams()
  const router = useRouter()
  const [view, setView] = useState(() => readListView(params))
  const unwritten = useRef<ReturnType<typeof setTimeout>>(undefined)

  useEffect(() => {
    // While a change is still to be written, the address is the older of the two.
    if (unwritten.current === undefined) setView(readListView(params))
  }, [params])
  useEffect(() => () => clearTimeout(unwritten.current), [])

  function show(next: ListView) {
    setView(next)
    clearTimeout(unwritten.current)
    unwritten.current = setTimeout(() => {
      unwritten.current = undefined
      if (isDrawnByServer) router.replace(listViewHref(next), { scroll: false })
      else window.history.replaceState(null, '', listViewHref(next))
    }, ADDRESS_DELAY_MS)
  }
  return { view, show }
}
