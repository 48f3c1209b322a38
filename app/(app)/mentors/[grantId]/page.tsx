import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getViewer } from '@/app/_server/auth'
import { ActionForm } from '@/app/_ui/action-form'
import { BackLink } from '@/app/_ui/back-link'
import { TextField } from '@/app/_ui/field'
import { LinkButton } from '@/app/_ui/link-button'
import { PageHeader } from '@/app/_ui/page-header'
import { Panel } from '@/app/_ui/panel'
import { SubmitButton } from '@/app/_ui/submit-button'
import { ToastLine } from '@/app/_ui/toast-line'
import { withOwnScope } from '@/db/access'
import { type GivenGrant, getGivenGrant } from '@/db/queries/mentors'
import { listPrograms } from '@/db/queries/programs'
import { formatDate } from '@/lib/dates/format'
import { today } from '@/lib/dates/instant'
import { AppError } from '@/lib/errors/app-error'
import { lastDay } from '@/lib/mentors/until'
import { conflictWords } from '@/lib/mentors/words'
import { LevelFields } from '../_components/level-fields'
import { UntilField } from '../_components/until-field'
import { liftMaskAction, revokeGrantAction, saveGrantAction } from '../actions'

export const metadata: Metadata = { title: 'What a mentor sees' }

const DONE: Readonly<Record<string, string>> = {
  saved: 'Saved. It holds from their next click on.',
  lifted: 'They see your whole list now. Interviews, contacts and rank order stay closed to them.',
  masked: 'Other programs are hidden from them again.',
}

export default async function GrantPage({ params, searchParams }: PageProps<'/mentors/[grantId]'>) {
  const [{ grantId }, { done }] = await Promise.all([params, searchParams])
  const viewer = await getViewer()
  if (!viewer) notFound()
  const found = await withOwnScope(viewer, async (scope) => {
    const grant = await getGivenGrant(scope, grantId).catch((error) => {
      if (error instanceof AppError && error.code === 'not_found') return null
      throw error
    })
    if (!grant || grant.endedAt !== null) return null
    const programs = grant.conflict ? await listPrograms(scope) : []
    const names = grant.conflict?.programIds.map((id) => programs.find((one) => one.id === id)?.sponsor ?? id)
    return { grant, programNames: [...new Set(names ?? [])] }
  })
  if (!found) notFound()
  const { grant, programNames } = found
  const zone = viewer.timeZone
  const said = typeof done === 'string' ? DONE[done] : undefined
  return (
    <>
      {said && <ToastLine message={said} />}
      <PageHeader
        above={<BackLink href="/mentors">Mentors</BackLink>}
        title={`What ${grant.mentorName} sees`}
        lead={`${grant.mentorEmail}, since ${formatDate(today(grant.since, zone))}. Each change holds from their next click on, in every tab.`}
        actions={<LinkButton href={`/mentors/${grantId}/preview`}>See it as they do</LinkButton>}
      />
      <div className="space-y-5">
        {grant.conflict && <ConflictPanel grant={grant} names={programNames} />}
        <Panel id="open" title="What is open">
          <ActionForm action={saveGrantAction} id="grant-form">
            <input type="hidden" name="grantId" value={grantId} />
            <input type="hidden" name="version" value={grant.version} />
            <LevelFields levels={grant.levels} />
            <TextField
              name="applicantName"
              label="Your name, as they see it"
              defaultValue={grant.applicantName}
              isRequired
              maxLength={120}
            />
            <UntilField lastDay={grant.expiresAt === null ? null : lastDay(grant.expiresAt, zone)} />
            <SubmitButton>Save</SubmitButton>
          </ActionForm>
        </Panel>
        <Panel
          id="end"
          title="End access"
          lead="They see nothing from their next click on, and get no mail about it: you are gone from their list of mentees. What they wrote to you stays with you. To let them in again, invite them anew."
        >
          <ActionForm action={revokeGrantAction} id="end-form" className="">
            <input type="hidden" name="grantId" value={grantId} />
            <SubmitButton kind="danger" pendingLabel="Ending…">
              End access now
            </SubmitButton>
          </ActionForm>
        </Panel>
      </div>
    </>
  )
}

function ConflictPanel({ grant, names }: { grant: GivenGrant; names: readonly string[] }) {
  const isLifted = grant.conflict?.isLifted === true
  return (
    <Panel
      id="conflict"
      title="They may select for a program on your list"
      lead={conflictWords(names, isLifted)}
    >
      <div className="space-y-4">
        <p className="max-w-prose text-mute">
          Why: somebody who helps to choose at one program should not learn where else you apply, nor how you
          rank. They are told the same. You can show them the whole list all the same; never your interviews,
          contacts or rank order.
        </p>
        <ActionForm action={liftMaskAction} id="mask-form" className="">
          <input type="hidden" name="grantId" value={grant.id} />
          <input type="hidden" name="lift" value={isLifted ? 'no' : 'yes'} />
          <SubmitButton kind="secondary">
            {isLifted ? 'Hide the other programs again' : 'Show them my whole list'}
          </SubmitButton>
        </ActionForm>
      </div>
    </Panel>
  )
}
