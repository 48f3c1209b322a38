import type { Metadata } from 'next'
import { readStrategyBasis } from '@/app/_server/strategy-basis'
import { PageHeader } from '@/app/_ui/page-header'
import { Panel } from '@/app/_ui/panel'
import { changeTitle, idleReasonWords } from '@/lib/strategy/change-words'
import { changeKey } from '@/lib/strategy/changes'
import { profileAdvice } from '@/lib/strategy/profile-advice'
import { readActions } from '@/lib/strategy/unlocks'
import { ActionItem } from './_components/action-item'
import { EmptyList } from './_components/empty-list'
import { FirstWords } from './_components/first-words'
import { StrategyTabs } from './_components/strategy-tabs'

export const metadata: Metadata = { title: 'What to do' }

export default async function StrategyPage() {
  const { setting, listed } = await readStrategyBasis()
  const { actions, noMore, idle } = readActions(setting, listed)
  const advice = profileAdvice(setting, listed)
  const programs = new Map(listed.map(({ program, entry }) => [program.id, { program, entryId: entry.id }]))
  const best = actions.find((action) => action.timing.isPossible !== false)
  return (
    <>
      <PageHeader
        title="Strategy"
        lead="What would change your list. Each line was found by reading every program again with that one change made."
      />
      <StrategyTabs current="/strategy" />
      {listed.length === 0 ? (
        <EmptyList />
      ) : (
        <div className="space-y-5">
          {advice.length > 0 && <FirstWords advice={advice} />}
          <Panel
            id="actions"
            title={
              best
                ? `First for your list of ${listed.length}: ${inSentence(changeTitle(best.change))}`
                : 'No single change opens or raises a program of your list'
            }
            lead="Ranked by how many programs each opens, then raises, then settles; of equals, what takes least comes first. A standing is a reading of a record, never a chance of matching."
          >
            {actions.length > 0 && (
              <ol className="divide-y divide-line">
                {actions.map((action) => (
                  <ActionItem key={changeKey(action.change)} action={action} programs={programs} />
                ))}
              </ol>
            )}
          </Panel>
          {noMore.length > 0 && (
            <Panel
              id="no-more"
              title="Longer, for the same programs"
              lead="Each weighs more at the programs that a shorter step above moves already, and moves no further one."
            >
              <ul className="list-disc space-y-1 pl-5 text-mute">
                {noMore.map((change) => (
                  <li key={changeKey(change)}>{changeTitle(change)}</li>
                ))}
              </ul>
            </Panel>
          )}
          {idle.length > 0 && (
            <Panel
              id="idle"
              title="What would change nothing here"
              lead="Tried in the same way, at every program of your list."
            >
              <ul className="list-disc space-y-1 pl-5 text-mute">
                {idle.map(({ change, reason }) => (
                  <li key={changeKey(change)}>
                    <span className="text-ink">{changeTitle(change)}</span>: {idleReasonWords(reason)}.
                  </li>
                ))}
              </ul>
            </Panel>
          )}
        </div>
      )}
    </>
  )
}

function inSentence(title: string): string {
  return title.charAt(0).toLowerCase() + title.slice(1)
}
