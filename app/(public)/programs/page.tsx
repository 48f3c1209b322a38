import type { Metadata } from 'next'
import { getViewer } from '@/app/_server/auth'
import { readFitBasis } from '@/app/_server/fit-basis'
import { EmptyState } from '@/app/_ui/empty-state'
import { LinkButton } from '@/app/_ui/link-button'
import { PageHeader } from '@/app/_ui/page-header'
import { Panel } from '@/app/_ui/panel'
import { ToastLine } from '@/app/_ui/toast-line'
import { withPublicScope } from '@/db/access'
import { listLeads } from '@/db/queries/programs'
import { catalogueRow, filterCatalogue, readCatalogueFilter } from '@/lib/catalogue/filter'
import { evaluateFit } from '@/lib/fit/evaluate'
import { FIT_POLICY } from '@/lib/fit/policy'
import { folded } from '@/lib/programs/search'
import { stateName } from '@/lib/programs/states'
import { LeadList } from './_components/lead-list'
import { PathwayContext } from './_components/pathway-context'
import { ProgramFilters } from './_components/program-filters'
import { ProgramTable, type ShownProgram } from './_components/program-table'

export const metadata: Metadata = {
  title: 'Programs',
  description:
    'Medical genetics residencies with what is known of each: visas, limits, places; every fact with its source, whose word it is and its age.',
}

export default async function ProgramsPage({ searchParams }: PageProps<'/programs'>) {
  const [params, viewer] = await Promise.all([searchParams, getViewer()])
  const [basis, leads] = await Promise.all([readFitBasis(viewer), withPublicScope(viewer, listLeads)])
  const { person, season, today } = basis
  const filter = readCatalogueFilter(params)
  const entries = new Map(person?.entries.map((entry) => [entry.programId, entry.id]))
  const rows = basis.programs
    .filter((program) => !program.isRetired || entries.has(program.id))
    .map((program): ShownProgram => {
      const row = catalogueRow(program, season.year)
      if (!person) return { ...row, ledger: null, entryId: null }
      const { applicant } = person
      const ledger = evaluateFit({ applicant, program, season, policy: FIT_POLICY, today })
      const entryId = entries.get(program.id) ?? null
      return { ...row, standing: ledger.standing, sortKey: ledger.sortKey, ledger, entryId }
    })
  const shown = filterCatalogue(rows, filter)
  const states = [...new Set(rows.flatMap(({ program }) => program.state ?? []))].sort((a, b) =>
    stateName(a) < stateName(b) ? -1 : 1,
  )
  const isPlain = Object.keys(params).every((name) => name === 'done')
  const foundLeads = leads.filter((lead) => matchesLead(lead, filter.query, filter.state))

  return (
    <>
      {params.done === 'removed' && <ToastLine message="Your program is deleted." />}
      <PageHeader
        title="Programs"
        lead={`${rows.length} medical genetics programs and what is known of each. Most facts are unknown and many are old: each says its source, whose word it is, and its year.`}
        actions={<LinkButton href="/programs/new">Add a program of your own</LinkButton>}
      />
      <ProgramFilters filter={filter} states={states} hasStandings={person !== null} />
      {filter.pathway && <PathwayContext pathway={filter.pathway} applicant={person?.applicant ?? null} />}
      {shown.length > 0 ? (
        <Panel>
          <ProgramTable
            rows={shown}
            isVisitor={viewer === null}
            caption={isPlain ? `${shown.length} programs` : `${shown.length} of ${rows.length} programs`}
            back={backTo(params)}
          />
        </Panel>
      ) : (
        <EmptyState
          title="No program matches"
          action={
            <>
              <LinkButton href="/programs">Show all programs</LinkButton>
              <LinkButton href="/programs/new">Add it as your own</LinkButton>
            </>
          }
        >
          The catalogue is incomplete, two-year programs above all. Take a filter away, or add the program
          yourself: only you will see it.
        </EmptyState>
      )}
      {foundLeads.length > 0 && (
        <LeadList leads={foundLeads} isOpen={filter.query !== '' && foundLeads.length < leads.length} />
      )}
    </>
  )
}

function matchesLead(
  lead: { sponsor: string; city: string | null; state: string | null },
  query: string,
  state: string | null,
): boolean {
  if (state !== null && lead.state !== state) return false
  const text = ` ${folded([lead.sponsor, lead.city, lead.state, lead.state && stateName(lead.state)].join(' '))}`
  return folded(query)
    .split(' ')
    .every((word) => text.includes(` ${word}`))
}

/** This page with its filter, for a form that shows it again. */
function backTo(params: Readonly<Record<string, string | string[] | undefined>>): string {
  const pairs = Object.entries(params).flatMap(([name, value]) =>
    typeof value === 'string' && name !== 'done' ? [[name, value]] : [],
  )
  const query = new URLSearchParams(pairs).toString()
  return query ? `/programs?${query}` : '/programs'
}
