import { Sign, type Tone } from '../sign'

const GROUNDS: Record<Tone, string> = {
  good: 'border-good bg-good-soft',
  warn: 'border-dashed border-warn bg-warn-soft',
  bad: 'border-2 border-bad bg-bad-soft',
  unknown: 'hatch border-unknown-fill',
  neutral: 'border-edge bg-sunken',
}

/**
 * A row of doors, each with the sign of its state; what is not known is hatched, what is shut has the heaviest frame, so
 * that the row reads in black and white too. Decorative: the list below it says the same in words, in the same order.
 */
export function SignStrip({ states }: { states: readonly { key: string; tone: Tone; title: string }[] }) {
  return (
    <div className="flex max-w-xl gap-1" aria-hidden="true">
      {states.map(({ key, tone, title }) => (
        <span
          key={key}
          title={title}
          className={`${GROUNDS[tone]} flex h-8 min-w-0 flex-1 items-center justify-center rounded-sm border [print-color-adjust:exact]`}
        >
          <span className={tone === 'unknown' ? 'flex rounded-full bg-panel p-0.5' : 'flex'}>
            <Sign tone={tone} className="size-3.5" />
          </span>
        </span>
      ))}
    </div>
  )
}
