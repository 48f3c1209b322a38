import type { Metadata } from 'next'
import { readStrategyBasis } from '@/app/_server/strategy-basis'
import { PageHeader } from '@/app/_ui/page-header'
import { readBudget } from '@/lib/strategy/budget-input'
import { listCost } from '@/lib/strategy/cost'
import { signalUse } from '@/lib/strategy/signals'
import { EmptyList } from '../_components/empty-list'
import { StrategyTabs } from '../_components/strategy-tabs'
import { Bill } from './_components/bill'
import { BudgetPanel } from './_components/budget-panel'
import { NextApplications } from './_components/next-applications'
import { SignalPanel } from './_components/signal-panel'

export const metadata: Metadata = { title: 'Cost' }

export default async function CostPage({ searchParams }: PageProps<'/strategy/cost'>) {
  const [{ budget }, { setting, listed }] = await Promise.all([searchParams, readStrategyBasis()])
  const { year } = setting.season
  const cost = listCost(
    listed.map(({ program }) => program),
    year,
  )
  const signals = signalUse(
    listed.map(({ program, entry }) => ({
      programId: program.id,
      pathway: program.pathway,
      signal: entry.signal,
    })),
    year,
  )
  return (
    <>
      <PageHeader
        title="Cost"
        lead={`What applying to your list costs in season ${year}, what one more would cost, and what to leave off first.`}
      />
      <StrategyTabs current="/strategy/cost" />
      {listed.length === 0 ? (
        <EmptyList />
      ) : (
        <div className="space-y-5">
          <Bill cost={cost} needsVisa={setting.applicant.visa.need !== 'no_visa_needed'} />
          <NextApplications cost={cost} />
          <BudgetPanel setting={setting} listed={listed} limit={readBudget(budget)} />
          <SignalPanel signals={signals} />
        </div>
      )}
    </>
  )
}
