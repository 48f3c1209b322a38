'use client'
import { useRouter } from 'next/navigation'
import { type ReactNode, useEffect, useState } from 'react'

/** What this tab has shown before. */
const shown = new Set<string>()

/**
 * Round what somebody else may close at any moment. `render` is new with every answer of the server: one that this tab has
 * shown before came out of its memory (back, forward), so the server is asked anew and nothing is shown until it answers. A
 * tab that comes into view again asks too.
 */
export function AskAgain({ render, children }: { render: string; children: ReactNode }) {
  const router = useRouter()
  const [fromMemory] = useState(() => (typeof window !== 'undefined' && shown.has(render) ? render : null))
  const isOld = fromMemory === render

  useEffect(() => {
    shown.add(render)
    if (isOld) router.refresh()
  }, [render, isOld, router])

  useEffect(() => {
    const seen = () => {
      if (document.visibilityState === 'visible') router.refresh()
    }
    const restored = (event: PageTransitionEvent) => {
      if (event.persisted) location.reload()
    }
    document.addEventListener('visibilitychange', seen)
    window.addEventListener('pageshow', restored)
    return () => {
      document.removeEventListener('visibilitychange', seen)
      window.removeEventListener('pageshow', restored)
    }
  }, [router])

  return isOld ? <p role="status">Asking what is open to you now…</p> : children
}
