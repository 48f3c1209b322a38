import type { Metadata } from 'next'
import { readStrategyBasis } from '@/app/_server/strategy-basis'
import { CountBar } from '@/app/_ui/charts/count-bar'
import { FoldedList } from '@/app/_ui/folded-list'
import { PageHeader } from '@/app/_ui/page-header'
import { Panel } from '@/app/_ui/panel'
import { ToastLine } from '@/app/_ui/toast-line'
import { withOwnScope } from '@/db/access'
import { listDismissals } from '@/db/queries/dismissals'
import { listLeads } from '@/db/queries/programs'
import { createEvaluator } from '@/lib/fit/evaluate'
import type { Gate } from '@/lib/fit/ledger'
import { STANDING_WORDS } from '@/lib/fit/words'
import { type Balance, readBalance } from '@/lib/strategy/balance'
import { balanceSentence, sameSponsorSentence } from '@/lib/strategy/balance-words'
import { grounds, groundsWords } from '@/lib/strategy/grounds'
import { groundsReader } from '@/lib/strategy/grounds-for'
import { suggestLeads } from '@/lib/strategy/lead-suggestions'
import { suggestPrograms } from '@/lib/strategy/suggestions'
import { EmptyList } from '../_components/empty-list'
import { GroundsNote } from '../_components/grounds-note'
import { StrategyTabs } from '../_components/strategy-tabs'
import { ByState } from './_components/by-state'
import { CannotTake } from './_components/cannot-take'
import { DismissedList } from './_components/dismissed-list'
import { GapList } from './_components/gap-list'
import { LeadSuggestions } from './_components/lead-suggestions'
import { Shares } from './_components/shares'
import { StandingRanges } from './_components/standing-ranges'
import { SuggestionList } from './_components/suggestion-list'

export const metadata: Metadata = { title: 'Balance' }

/** A handful that can be read; the next ones come when these are added or put aside. */
const SHOWN = 6
const LEADS_SHOWN = 4
const SPONSORS_SHOWN = 12

const DONE: Readonly<Record<string, string>> = {
  dismissed: 'Put aside. It is not suggested again unless you ask for it.',
  recalled: 'It may be suggested again.',
}

export default async function BalancePage({ searchParams }: PageProps<'/strategy/balance'>) {
  const [{ done }, { viewer, setting, programs, listed }] = await Promise.all([
    searchParams,
    readStrategyBasis(),
  ])
  const [dismissals, leads] = viewer
    ? await withOwnScope(viewer, (scope) => Promise.all([listDismissals(scope), listLeads(scope)]))
    : [[], []]
  const evaluate = createEvaluator(setting)
  // What is no longer listed stays on a list that has it, and is suggested to nobody.
  const catalogue = programs.filter(({ isRetired }) => !isRetired)
  const balance = readBalance(setting, listed, catalogue)
  const found = viewer ? suggestPrograms(setting, { programs: listed, catalogue, dismissals }) : []
  const suggestions = found.filter(({ standing }) => standing !== 'not_enough_facts')
  const toCheck = suggestions.length > 0 ? suggestLeads(setting, { leads, programs: listed, catalogue }) : []
  const byId = new Map(programs.map((program) => [program.id, program]))
  const entryIds = new Map(listed.map(({ program, entry }) => [program.id, entry.id]))
  const concerning = groundsReader(setting.applicant)
  const cite = ({ rule: { criteria, source } }: Gate) =>
    groundsWords(concerning(grounds(criteria, ...(source === null ? [] : [source]))))
  const said = typeof done === 'string' ? DONE[done] : undefined
  return (
    <>
      {said && <ToastLine message={said} />}
      <PageHeader
        title="Balance"
        lead="The list as a whole: how it spreads, what the article would add, and what costs without leading anywhere."
      />
      <StrategyTabs current="/strategy/balance" />
      <div className="space-y-5">
        {listed.length === 0 ? (
          <EmptyList />
        ) : (
          <>
            <Whole balance={balance} />
            {balance.cannotTake.length > 0 && (
              <CannotTake balance={balance} programs={byId} entryIds={entryIds} cite={cite} />
            )}
            <GapList gaps={balance.gaps} programs={byId} />
          </>
        )}
        {viewer && (
          <SuggestionList
            suggestions={suggestions.slice(0, SHOWN)}
            more={Math.max(0, suggestions.length - SHOWN)}
            isProfileMissing={suggestions.length === 0 && found.length > 0}
            programs={byId}
          />
        )}
        {toCheck.length > 0 && (
          <LeadSuggestions
            found={toCheck.slice(0, LEADS_SHOWN)}
            more={Math.max(0, toCheck.length - LEADS_SHOWN)}
          />
        )}
        {listed.length > 0 && (
          <>
            <StandingRanges
              programs={listed.map(({ program, entry, appliedOn }) => ({
                program,
                entryId: entry.id,
                ledger: evaluate(program, appliedOn),
              }))}
            />
            <ByState balance={balance} />
            {balance.sameSponsor.length > 0 && (
              <Panel
                id="same-sponsor"
                title="Several tracks of one sponsor"
                lead="Not wrong by itself: one letter of interest and one conversation serve all of them. But one institution reads you each time, and each track has its own fee and its own statement."
              >
                <FoldedList
                  shown={SPONSORS_SHOWN}
                  more={(count) => `${count} more sponsors`}
                  className="grid list-disc gap-x-8 gap-y-1 pl-5 lg:grid-cols-2"
                  items={balance.sameSponsor.map((group) => (
                    <li key={group.sponsor}>{sameSponsorSentence(group)}</li>
                  ))}
                />
                <GroundsNote grounds={grounds(['F6', 'F7'])} />
              </Panel>
            )}
          </>
        )}
        {dismissals.length > 0 && <DismissedList dismissals={dismissals} programs={byId} />}
      </div>
    </>
  )
}

function Whole({ balance }: { balance: Balance }) {
  return (
    <Panel
      id="whole"
      title={balanceSentence(balance)}
      lead="Counted and named. A standing is a reading of a record, never a chance of matching."
    >
      <CountBar
        label="Programs by standing"
        counts={balance.standings.flatMap(({ name, count }) =>
          name === null
            ? []
            : [
                {
                  key: name,
                  label: STANDING_WORDS[name].word.toLowerCase(),
                  count,
                  tone: STANDING_WORDS[name].tone,
                },
              ],
        )}
      />
      <Shares balance={balance} />
    </Panel>
  )
}
