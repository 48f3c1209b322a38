'use client'
import { type ReactNode, useEffect, useState } from 'react'

/** Screen readers need a moment with a live region before they hear what is put into it. */
const PAUSE_MS = 150

/** The text of a live region that came with its page: put in once more, since what arrives together is not read out. */
export function SaidLine({ children }: { children: ReactNode }) {
  const [isSaid, setIsSaid] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setIsSaid(true), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [])
  return (
    <p key={String(isSaid)} className="flex min-w-0 items-center gap-2.5">
      {children}
    </p>
  )
}
