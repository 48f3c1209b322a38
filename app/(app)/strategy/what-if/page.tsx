import type { Metadata } from 'next'
import { readStrategyBasis } from '@/app/_server/strategy-basis'
import { PageHeader } from '@/app/_ui/page-header'
import { withOwnScope } from '@/db/access'
import { listDismissals } from '@/db/queries/dismissals'
import { compareLedgers, createEvaluator } from '@/lib/fit/evaluate'
import { GATE_TITLES } from '@/lib/fit/gate-words'
import { STANDING_WORDS } from '@/lib/fit/words'
import type { Program } from '@/lib/programs/fact'
import { pathwayShortName } from '@/lib/programs/pathway-words'
import { step2ckRange, whatIfOf } from '@/lib/strategy/what-if'
import { readWhatIf } from '@/lib/strategy/what-if-params'
import { EmptyList } from '../_components/empty-list'
import { StrategyTabs } from '../_components/strategy-tabs'
import { WhatIfBoard } from './_components/what-if-board'

export const metadata: Metadata = { title: 'What if' }

export default async function WhatIfPage({ searchParams }: PageProps<'/strategy/what-if'>) {
  const given = await searchParams
  const { viewer, setting, programs, listed: entries } = await readStrategyBasis()
  // A reader is a function, and no prop for the browser.
  const { facts: _, ...plain } = setting
  const dismissals = viewer && entries.length > 0 ? await withOwnScope(viewer, listDismissals) : []
  const isListed = new Set(entries.map(({ program }) => program.id))
  // In the order of the list, which then stays: rows do not jump under a moving slider.
  const evaluate = createEvaluator(setting)
  const listed = entries
    .map((entry) => ({ ...entry, ledger: evaluate(entry.program, entry.appliedOn) }))
    .sort((a, b) => compareLedgers(a.ledger, b.ledger))
  const params = new URLSearchParams(
    Object.entries(given).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  )
  return (
    <>
      <PageHeader
        title="What if"
        lead="Try an answer out and see what it does to your list and to what is suggested. Nothing is saved; your profile stays as it is."
      />
      <StrategyTabs current="/strategy/what-if" />
      {listed.length === 0 ? (
        <EmptyList />
      ) : (
        <WhatIfBoard
          setting={plain}
          programs={listed.map(({ program, appliedOn }) => ({ program: bare(program), appliedOn }))}
          rows={listed.map(({ program, entry }) => ({
            programId: program.id,
            href: `/list/${entry.id}`,
            name: `${program.sponsor}, ${pathwayShortName(program.pathway)}`,
          }))}
          initial={readWhatIf(params)}
          profile={whatIfOf(setting.applicant)}
          scores={step2ckRange(setting.applicant, setting.today)}
          standings={STANDING_WORDS}
          gates={GATE_TITLES}
          catalogue={programs
            .filter(({ id, isRetired }) => !isListed.has(id) && !isRetired)
            .map((program) => ({ ...bare(program), sponsor: program.sponsor }))}
          dismissals={dismissals}
        />
      )}
    </>
  )
}

/** What the engine computes with, and no more: notes and titles of sources stay on the server. */
function bare(program: Program): Program {
  return {
    id: program.id,
    sponsor: '',
    name: '',
    city: null,
    state: program.state,
    pathway: program.pathway,
    isOwn: program.isOwn,
    facts: program.facts
      .filter((fact) => !fact.field.endsWith('_note') && fact.field !== 'existence')
      .map((fact) => ({ ...fact, note: null, source: { title: '', url: null, year: fact.source.year } })),
  }
}
