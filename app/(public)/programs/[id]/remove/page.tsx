import type { Metadata } from 'next'
import { ActionForm } from '@/app/_ui/action-form'
import { BackLink } from '@/app/_ui/back-link'
import { LinkButton } from '@/app/_ui/link-button'
import { PageHeader } from '@/app/_ui/page-header'
import { SubmitButton } from '@/app/_ui/submit-button'
import { readOwnProgram } from '../../_read/own-program'
import { removeOwnProgramAction } from '../../actions'

export const metadata: Metadata = { title: 'Delete program' }

export default async function RemoveProgramPage({ params }: PageProps<'/programs/[id]/remove'>) {
  const program = await readOwnProgram((await params).id)
  return (
    <>
      <PageHeader
        above={<BackLink href={`/programs/${program.id}`}>{program.sponsor}</BackLink>}
        title={`Delete ${program.sponsor}?`}
        lead={`This deletes the program that you added with its ${program.facts.length} ${program.facts.length === 1 ? 'fact' : 'facts'}, and takes it off your lists with its history and notes. It cannot be undone.`}
      />
      <ActionForm action={removeOwnProgramAction} className="flex flex-wrap gap-3">
        <input type="hidden" name="id" value={program.id} />
        <SubmitButton kind="danger" pendingLabel="Deleting…">
          Delete for good
        </SubmitButton>
        <LinkButton href={`/programs/${program.id}`}>Keep it</LinkButton>
      </ActionForm>
    </>
  )
}
