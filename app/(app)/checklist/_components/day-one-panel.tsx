import Link from 'next/link'
import { Panel } from '@/app/_ui/panel'
import { Sign } from '@/app/_ui/sign'
import type { DayOne } from '@/lib/checklist/day-one'
import { dayOneWords, thingsWords } from '@/lib/checklist/sentence'

/** What blocks submission on day one, named, each one click from where it is mended. */
export function DayOnePanel({ day, isMine = true }: { day: DayOne; isMine?: boolean }) {
  const { blockers, left, phase } = day
  if (phase === 'reading') return null
  return (
    <Panel
      id="day-one"
      title={phase === 'open' ? 'What keeps the application incomplete' : 'What blocks submission on day one'}
      lead={dayOneWords(day)}
    >
      {blockers.length === 0 ? (
        <p className="flex items-center gap-2.5">
          <Sign tone="good" />
          {left === 0 ? 'Nothing that Locus can see.' : 'Nothing yet: what is missing still has time.'}
        </p>
      ) : (
        <ul className="divide-y divide-line">
          {blockers.map(({ id, text, detail, href, isLate }) => (
            <li key={id} className="flex flex-wrap items-baseline gap-x-3 gap-y-1 py-2 first:pt-0 last:pb-0">
              <Sign tone={isLate ? 'bad' : 'warn'} className="size-3.5 translate-y-0.5" />
              <span className="min-w-0 flex-[1_1_12rem]">
                {text}
                {detail && <span className="text-mute">: {detail}</span>}
              </span>
              {isMine && (
                <Link
                  href={href}
                  prefetch={false}
                  className="flex-none text-accent underline underline-offset-3"
                >
                  Mend it<span className="sr-only">: {text}</span>
                </Link>
              )}
            </li>
          ))}
        </ul>
      )}
      {left > 0 && (
        <p className="mt-3 text-sm text-mute">
          {thingsWords(left)} {left === 1 ? 'is' : 'are'} left to do for it in the months before.
        </p>
      )}
    </Panel>
  )
}
