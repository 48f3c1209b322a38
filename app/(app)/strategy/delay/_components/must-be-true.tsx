import { Panel } from '@/app/_ui/panel'
import { Section } from '@/app/_ui/section'
import { conditionPhrase } from '@/lib/fit/words'
import type { Program } from '@/lib/programs/fact'
import { changeTimingWords, changeTitle } from '@/lib/strategy/change-words'
import { changeKey } from '@/lib/strategy/changes'
import type { Delay } from '@/lib/strategy/delay'
import { ActionItem } from '../../_components/action-item'

/** What must become true for waiting to win, by when what was set must be there, and what stays the person's own to do. */
export function MustBeTrue({
  delay: { winsIf, needsNoYear, gains, stillYours, now, next },
  programs,
}: {
  delay: Delay
  programs: ReadonlyMap<string, { program: Program; entryId: string }>
}) {
  const conditions = [...new Set(stillYours.map(conditionPhrase))].filter((phrase) => phrase !== '')
  return (
    <Panel
      id="must-be-true"
      title={
        winsIf.length > 0
          ? 'What must become true for waiting to win'
          : needsNoYear.length > 0
            ? 'Nothing that needs the year would open or raise a program of this list'
            : 'Nothing that a year allows would open or raise a program of this list'
      }
      lead={`Each was found by reading every program again for season ${next.season} with that one change made.`}
    >
      {winsIf.length > 0 && (
        <ol className="divide-y divide-line">
          {winsIf.map((action) => (
            <ActionItem key={changeKey(action.change)} action={action} programs={programs} />
          ))}
        </ol>
      )}
      {needsNoYear.length > 0 && (
        <Section title={`No reason to wait: this still counts in season ${now.season}`} level={3}>
          <ul className="list-disc space-y-1 pl-5">
            {needsNoYear.map((change) => (
              <li key={changeKey(change)}>{changeTitle(change)}</li>
            ))}
          </ul>
          <p className="mt-1">
            <a href="/strategy">By when, and at which programs</a>
          </p>
        </Section>
      )}
      {gains.length > 0 && (
        <Section title="What you have set, and by when" level={3}>
          <ul className="space-y-1.5">
            {gains.map(({ change, timing }) => (
              <li key={changeKey(change)} className="max-w-prose">
                {changeTitle(change)}. <span className="text-mute">{changeTimingWords(timing)}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {conditions.length > 0 && (
        <Section title={`Yours to settle for season ${next.season}`} level={3}>
          <ul className="list-disc space-y-1 pl-5">
            {conditions.map((phrase) => (
              <li key={phrase} className="max-w-prose">
                {phrase}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Panel>
  )
}
