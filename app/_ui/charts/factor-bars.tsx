import { type ReactNode, useId } from 'react'
import { divergingScale } from './bar-scale'
import { HatchPattern } from './hatch'

export type FactorOutcome = 'helps' | 'neutral' | 'hurts' | 'unknown'

export type FactorBar = {
  key: string
  label: ReactNode
  detail?: ReactNode
  outcome: FactorOutcome
  /** Contribution, and the range it may take; for an unknown one the range is what is drawn. */
  value: number
  low: number
  high: number
  /** Replaces the usual word. */
  word?: string
}

const LOOKS = {
  helps: { text: 'text-good', fill: 'fill-good-fill', glyph: 'M4 2.5 12.5 8 4 13.500z' },
  neutral: { text: 'text-mute', fill: 'fill-neutral-fill', glyph: 'M8 3.5 12.5 8 8 12.5 3.5 8z' },
  hurts: { text: 'text-warn', fill: 'fill-warn-fill', glyph: 'M12 2.5 3.5 8 12 13.500z' },
  unknown: { text: 'text-unknown', fill: '', glyph: '' },
} as const

function usualWord({ outcome, low, high }: FactorBar): string {
  if (outcome !== 'unknown') return outcome
  if (low < 0 && high > 0) return 'could go either way'
  return low < 0 ? 'could hurt' : high > 0 ? 'could help' : 'not known'
}

/**
 * The ledger's picture: one row per factor, a bar from the line of no effect, the outcome in a word and a sign. What is
 * not known is hatched over all that it might do, and never drawn as nothing.
 */
export function FactorBars({ factors, label }: { factors: FactorBar[]; label: string }) {
  const hatchId = useId()
  const { zero, at } = divergingScale(factors.flatMap(({ low, value, high }) => [low, value, high]))
  return (
    <figure className="@container">
      <figcaption className="sr-only">{label}</figcaption>
      <svg width="0" height="0" className="absolute" aria-hidden="true">
        <HatchPattern id={hatchId} />
      </svg>
      <ul className="grid gap-y-3 @min-[36rem]:gap-y-0">
        {factors.map((factor) => (
          <li
            key={factor.key}
            className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 @min-[36rem]:min-h-11 @min-[36rem]:grid-cols-[minmax(0,14rem)_minmax(0,1fr)_9.5rem] @min-[54rem]:grid-cols-[minmax(0,20rem)_minmax(0,1fr)_9.5rem]"
          >
            <p className="min-w-0 @min-[36rem]:py-1.5">
              <span className="font-medium">{factor.label}</span>
              {factor.detail && <span className="block text-sm text-mute">{factor.detail}</span>}
            </p>
            {/* Out of the flow: the text gives the row its height, and the bar follows. */}
            <div className="relative col-span-2 row-start-2 h-6 self-stretch @min-[36rem]:col-span-1 @min-[36rem]:row-start-auto @min-[36rem]:h-auto">
              <svg className="absolute inset-0 size-full overflow-visible" aria-hidden="true">
                <Bar factor={factor} zero={zero} at={at} hatchId={hatchId} />
              </svg>
            </div>
            <p
              className={`${LOOKS[factor.outcome].text} flex items-center gap-1.5 self-start pt-0.5 text-sm font-medium @min-[36rem]:self-center @min-[36rem]:pt-0`}
            >
              <svg viewBox="0 0 16 16" width="12" height="12" className="size-3 flex-none" aria-hidden="true">
                {factor.outcome === 'unknown' ? (
                  <rect
                    x="2"
                    y="2"
                    width="12"
                    height="12"
                    rx="2"
                    fill={`url(#${hatchId})`}
                    className="stroke-unknown"
                  />
                ) : (
                  <path d={LOOKS[factor.outcome].glyph} className="fill-current" />
                )}
              </svg>
              {factor.word ?? usualWord(factor)}
            </p>
          </li>
        ))}
      </ul>
    </figure>
  )
}

function Bar({
  factor: { outcome, low, value, high },
  zero,
  at,
  hatchId,
}: {
  factor: FactorBar
  zero: number
  at: (value: number) => number
  hatchId: string
}) {
  const [start, end] =
    outcome === 'unknown' ? [at(low), at(high)] : [Math.min(zero, at(value)), Math.max(zero, at(value))]
  const isSpread = outcome !== 'unknown' && (low !== value || high !== value)
  // A nested svg moves the origin to the row's middle: the row's height is its text's.
  return (
    <>
      <line x1={`${zero}%`} x2={`${zero}%`} y1="-0.5" y2="101%" className="stroke-edge" />
      <svg y="50%" overflow="visible" aria-hidden="true">
        {isSpread && (
          <line
            x1={`${at(low)}%`}
            x2={`${at(high)}%`}
            y1="0"
            y2="0"
            className="stroke-unknown"
            strokeWidth="2"
            strokeDasharray="3 3"
          />
        )}
        {outcome === 'unknown' ? (
          <rect
            x={`${start}%`}
            y="-8"
            width={`${Math.max(1, end - start)}%`}
            height="16"
            rx="4"
            fill={`url(#${hatchId})`}
            className="stroke-unknown-fill"
          />
        ) : outcome === 'neutral' && end - start < 1 ? (
          <circle cx={`${zero}%`} cy="0" r="4.5" className={LOOKS.neutral.fill} />
        ) : (
          <rect
            x={`${start}%`}
            y="-8"
            width={`${Math.max(0.8, end - start)}%`}
            height="16"
            rx="4"
            className={LOOKS[outcome].fill}
          />
        )}
      </svg>
    </>
  )
}
