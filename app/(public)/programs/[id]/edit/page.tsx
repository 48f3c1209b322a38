import type { Metadata } from 'next'
import { BackLink } from '@/app/_ui/back-link'
import { LinkButton } from '@/app/_ui/link-button'
import { PageHeader } from '@/app/_ui/page-header'
import { Panel } from '@/app/_ui/panel'
import { OwnProgramForm } from '../../_components/own-program-form'
import { readOwnProgram } from '../../_read/own-program'
import { saveOwnProgramAction } from '../../actions'

export const metadata: Metadata = { title: 'Edit program' }

export default async function EditProgramPage({ params }: PageProps<'/programs/[id]/edit'>) {
  const program = await readOwnProgram((await params).id)
  return (
    <>
      <PageHeader
        above={<BackLink href={`/programs/${program.id}`}>{program.sponsor}</BackLink>}
        title="Edit this program"
        actions={
          <LinkButton href={`/programs/${program.id}/remove`} kind="danger">
            Delete…
          </LinkButton>
        }
      />
      <Panel>
        <OwnProgramForm
          action={saveOwnProgramAction}
          hidden={{ id: program.id, version: program.version }}
          known={program}
          isNew={false}
        />
      </Panel>
    </>
  )
}
