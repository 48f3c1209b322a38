import { DotPicture, type Threshold } from './dot-picture'
import { stackDots } from './dot-stack'

/**
 * Equally likely outcomes, each one dot. Dots at or above the target are full, others hollow, those below a floor are
 * crosses. The picture comes in two sizes so that its text stays legible; the counts are repeated for screen readers.
 */
export function DotChart({
  values,
  thresholds,
  domain,
  binSize = 2,
  label,
}: {
  values: readonly number[]
  thresholds: Threshold[]
  domain: [number, number]
  binSize?: number
  label: string
}) {
  const dots = stackDots(values, binSize)
  return (
    <figure className="@container">
      <figcaption className="sr-only">{label}</figcaption>
      <DotPicture
        dots={dots}
        thresholds={thresholds}
        domain={domain}
        width={320}
        textSize={14}
        className="max-w-96 @min-[30rem]:hidden"
      />
      <DotPicture
        dots={dots}
        thresholds={thresholds}
        domain={domain}
        width={520}
        textSize={13}
        className="hidden max-w-[36rem] @min-[30rem]:block"
      />
      <ul className="sr-only">
        {thresholds.map((threshold) => (
          <li key={threshold.label}>
            {threshold.label}, {threshold.value}: {values.filter((value) => value >= threshold.value).length}{' '}
            of {values.length} at or above
          </li>
        ))}
      </ul>
    </figure>
  )
}
