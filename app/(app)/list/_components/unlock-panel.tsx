import Link from 'next/link'
import { Disclosure } from '@/app/_ui/disclosure'
import { Panel } from '@/app/_ui/panel'
import { Sign } from '@/app/_ui/sign'
import { GroundsNote } from '@/app/(app)/strategy/_components/grounds-note'
import { NeedList } from '@/app/(app)/strategy/_components/need-list'
import { timingTone } from '@/app/(app)/strategy/_components/timing-chip'
import type { Ledger } from '@/lib/fit/ledger'
import { changeTimingWords, noUnlockSentence, unlockSentence } from '@/lib/strategy/change-words'
import { changeKey } from '@/lib/strategy/changes'
import { smallestUnlock, type Unlock } from '@/lib/strategy/unlocks'
import { changePlace } from './profile-href'

/**
 * The smallest single change that opens or raises a program, by when and whether it can still be made, with the place
 * where it is entered; what else would do something here stands folded. `isBrief` is for a page about something else.
 */
export function UnlockPanel({
  ledger,
  unlocks,
  isBrief = false,
}: {
  ledger: Pick<Ledger, 'standing'>
  unlocks: readonly Unlock[]
  isBrief?: boolean
}) {
  const smallest = smallestUnlock(unlocks)
  const others = unlocks.filter((unlock) => unlock !== smallest)
  return (
    <Panel
      id="unlock"
      title={smallest ? unlockSentence(smallest) : noUnlockSentence(ledger.standing)}
      lead={
        smallest
          ? 'The smallest single change that does. Found by reading this program again with that one change made.'
          : undefined
      }
    >
      {smallest && <UnlockDetail unlock={smallest} isBrief={isBrief} />}
      {others.length > 0 && !isBrief && (
        <div className={smallest ? 'mt-3' : undefined}>
          <Disclosure summary={othersSummary(others.length, smallest !== null)}>
            <ul className="divide-y divide-line">
              {others.map((unlock) => (
                <li key={changeKey(unlock.change)} className="py-3 first:pt-0 last:pb-0">
                  <h3 className="font-medium">{unlockSentence(unlock)}</h3>
                  <UnlockDetail unlock={unlock} isBrief={false} />
                </li>
              ))}
            </ul>
          </Disclosure>
        </div>
      )}
    </Panel>
  )
}

function UnlockDetail({ unlock, isBrief }: { unlock: Unlock; isBrief: boolean }) {
  const place = changePlace(unlock.change.code)
  return (
    <>
      {/* The sentence begins with the word of its state. */}
      <p className="flex max-w-prose gap-2">
        <Sign tone={timingTone(unlock.timing.isPossible)} className="mt-1.5 size-3 flex-none" />
        <span>{changeTimingWords(unlock.timing)}</span>
      </p>
      {!isBrief && <NeedList needs={unlock.needs} />}
      <p className="mt-1">
        Entered under{' '}
        <Link href={place.href} prefetch={false} className="text-accent underline underline-offset-3">
          {place.label}
        </Link>
        .
      </p>
      {!isBrief && <GroundsNote grounds={unlock.grounds} />}
    </>
  )
}

function othersSummary(count: number, isAfterSmallest: boolean): string {
  const changes = `${count} ${isAfterSmallest ? 'other ' : ''}${count === 1 ? 'change' : 'changes'}`
  return `${changes} that would do something here`
}
