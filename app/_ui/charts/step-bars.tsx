/** Counts of one whole, step by step, as lengths from one edge: each beside its word and number. */
export function StepBars({
  label,
  steps,
}: {
  label: string
  steps: readonly { key: string; label: string; count: number; note?: string }[]
}) {
  const most = Math.max(1, ...steps.map(({ count }) => count))
  return (
    <figure>
      <figcaption className="sr-only">{label}</figcaption>
      <ol className="grid grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-4 gap-y-2.5">
        {steps.map((step) => (
          <li key={step.key} className="col-span-3 grid grid-cols-subgrid items-center">
            <span>{step.label}</span>
            <svg viewBox="0 0 100 10" preserveAspectRatio="none" className="h-4 w-full" aria-hidden="true">
              <rect width="100" height="10" className="fill-sunken" />
              <rect width={(100 * step.count) / most} height="10" className="fill-accent" />
            </svg>
            <span className="min-w-8 text-right font-semibold">{step.count}</span>
            {step.note && <span className="col-span-3 text-sm text-mute">{step.note}</span>}
          </li>
        ))}
      </ol>
    </figure>
  )
}
