import type { CSSProperties } from 'react'

/**
 * A number with its spread on a scale from 0 to 100: what is known as a point, what the unknown may make of it hatched.
 * Drawn by `.range-bar` alone, so that a list can hold hundreds. `label` says it in words and is required; it should
 * name what the number is, for it is never a chance of anything.
 */
export function RangeBar({
  low,
  point,
  high,
  label,
  isCompact = false,
}: {
  low: number
  point: number
  high: number
  label: string
  isCompact?: boolean
}) {
  const style = { '--low': low, '--point': point, '--high': high } as CSSProperties
  const bar = <span className="range-bar" style={style} role="img" aria-label={label} />
  if (isCompact) return bar
  return (
    <div>
      {bar}
      <div className="mt-1 flex justify-between text-xs text-mute" aria-hidden="true">
        <span>0</span>
        <span>50</span>
        <span>100</span>
      </div>
    </div>
  )
}
