import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { getViewer } from '@/app/_server/auth'
import { BackLink } from '@/app/_ui/back-link'
import { Notice } from '@/app/_ui/notice'
import { PageHeader } from '@/app/_ui/page-header'
import { Panel } from '@/app/_ui/panel'
import { withPublicScope } from '@/db/access'
import { listLeads } from '@/db/queries/programs'
import { PATHWAYS } from '@/lib/programs/pathway'
import { OwnProgramForm } from '../_components/own-program-form'
import { addOwnProgramAction } from '../actions'

export const metadata: Metadata = { title: 'A program of your own' }

/** `?lead=` fills in an institution that is named elsewhere, so that a person only adds what they have found. */
export default async function NewProgramPage({ searchParams }: PageProps<'/programs/new'>) {
  const { lead: wanted } = await searchParams
  const viewer = await getViewer()
  const leads = wanted ? await withPublicScope(viewer, listLeads) : []
  const lead = leads.find(({ id }) => id === wanted)
  const pathway = PATHWAYS.find((known) => known === lead?.pathways[0])
  return (
    <>
      <PageHeader
        above={<BackLink href="/programs">Programs</BackLink>}
        title="A program of your own"
        lead="For programs that the catalogue does not hold, and for backups in pediatrics or medicine. Only you see it, and it is in the fit like any other."
      />
      {lead && (
        <div className="mb-5">
          <Notice kind="unknown" word="Unverified">
            {lead.sponsor} is only named elsewhere: “{lead.found}”. Check with the program that it exists
            before you rely on it.
          </Notice>
        </div>
      )}
      <Panel>
        <OwnProgramForm
          action={addOwnProgramAction}
          hidden={{ formId: randomUUID() }}
          isNew
          known={
            lead
              ? { sponsor: lead.sponsor, city: lead.city, state: lead.state, ...(pathway && { pathway }) }
              : {}
          }
        />
      </Panel>
    </>
  )
}
