import type { Listed } from '@/app/_server/strategy-basis'
import { TextField } from '@/app/_ui/field'
import { FoldedList } from '@/app/_ui/folded-list'
import { Notice } from '@/app/_ui/notice'
import { Panel } from '@/app/_ui/panel'
import { StatusChip } from '@/app/_ui/status-chip'
import { SubmitButton } from '@/app/_ui/submit-button'
import { STANDING_WORDS } from '@/lib/fit/words'
import { type Budget, dropsByReason, planBudget } from '@/lib/strategy/budget'
import { BUDGET_GROUNDS, budgetSentence, dropReasonWords, dropSavingWords } from '@/lib/strategy/cost-words'
import type { StrategySetting } from '@/lib/strategy/setting'
import { ProgramLink } from '../../_components/program-link'

/** Of what is left off for one reason; the rest is folded. */
const SHOWN = 8

/** A limit, kept in the address, and what to leave off first to stay within it. */
export function BudgetPanel({
  setting,
  listed,
  limit,
}: {
  setting: StrategySetting
  listed: readonly Listed[]
  limit: number | 'invalid' | null
}) {
  const plan = typeof limit === 'number' ? planBudget(setting, listed, limit) : null
  return (
    <Panel
      id="budget"
      title="Within a budget"
      lead="What to leave off first: what cannot take you this season, then a second track of one sponsor, then what stands lowest on your list, and a higher one only where cheaper ones fit in its place. What you have applied to stays: nothing is refunded."
    >
      <form action="/strategy/cost#budget" className="flex flex-wrap items-end gap-3">
        <TextField
          name="budget"
          label="Budget in US dollars"
          inputMode="numeric"
          width="narrow"
          defaultValue={typeof limit === 'number' ? limit : null}
        />
        <SubmitButton kind="secondary">Plan it</SubmitButton>
      </form>
      {limit === 'invalid' && (
        <div className="mt-4">
          <Notice kind="bad" word="Not a budget">
            Enter whole dollars, such as 600.
          </Notice>
        </div>
      )}
      {plan && <Plan plan={plan} listed={listed} />}
    </Panel>
  )
}

function Plan({ plan, listed }: { plan: Budget; listed: readonly Listed[] }) {
  const byId = new Map(listed.map((one) => [one.program.id, one]))
  const reasons = dropsByReason(plan.drops)
  return (
    <div className="mt-5 space-y-3" role="status">
      <p className="max-w-prose text-lg font-semibold">{budgetSentence(plan)}</p>
      {reasons.map(({ reason, from, drops }) => (
        <section key={from}>
          <h3 className="mt-4 font-medium">{dropReasonWords(reason)}</h3>
          <FoldedList
            start={from + 1}
            shown={SHOWN}
            more={(count) => `${count} more for this reason`}
            className="mt-1 divide-y divide-line"
            items={drops.map((drop, index) => {
              const found = byId.get(drop.programId)
              if (!found) return null
              const { tone, word } = STANDING_WORDS[drop.standing]
              return (
                <li key={drop.programId} className="grid grid-cols-[2rem_minmax(0,1fr)] py-2 last:pb-0">
                  <span className="text-mute">{from + index + 1}.</span>
                  <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
                    <ProgramLink program={found.program} entryId={found.entry.id} />
                    <StatusChip tone={tone}>{word}</StatusChip>
                    <span className="text-sm text-mute">{dropSavingWords(drop)}</span>
                  </div>
                </li>
              )
            })}
          />
        </section>
      ))}
      {plan.wasted.length > 0 && (
        <p className="max-w-prose">
          Within the budget or not,{' '}
          {plan.wasted.length === 1 ? 'one program costs' : `${plan.wasted.length} programs cost`} something
          that cannot take you this season: <a href="/strategy/balance#cannot-take">see which</a>.
        </p>
      )}
      <p className="text-sm text-mute">
        {BUDGET_GROUNDS}. A place low on the list is a reading of a record, not a chance of matching.
      </p>
    </div>
  )
}
