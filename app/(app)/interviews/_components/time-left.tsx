'use client'
import { useEffect, useState } from 'react'
import { leftWords, minutesUntil } from '@/lib/interviews/time-left'

/**
 * How long is left, as the server wrote it; with script it goes on counting. The width is held, so nothing moves when the
 * words change.
 */
export function TimeLeft({ at, now }: { at: string; now: string }) {
  const [moment, setMoment] = useState(now)
  useEffect(() => {
    const count = () => setMoment(new Date().toISOString())
    const timer = setInterval(count, 30_000)
    return () => clearInterval(timer)
  }, [])
  return (
    <span className="inline-block min-w-[9ch] whitespace-nowrap tabular-nums">
      {leftWords(minutesUntil(at, moment))}
    </span>
  )
}
