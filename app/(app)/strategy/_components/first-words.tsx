import { Panel } from '@/app/_ui/panel'
import type { ProfileAdvice } from '@/lib/strategy/profile-advice'
import { profileAdviceWords } from '@/lib/strategy/profile-advice-words'
import { GroundsNote } from './grounds-note'

/** What an adviser would say before any single step. */
export function FirstWords({ advice }: { advice: readonly ProfileAdvice[] }) {
  return (
    <Panel id="first" title="What an adviser would say first">
      <ul className="space-y-3">
        {advice.map((one) => (
          <li key={one.code}>
            <p className="max-w-prose">{profileAdviceWords(one)}</p>
            <GroundsNote grounds={one.grounds} />
          </li>
        ))}
      </ul>
    </Panel>
  )
}
