import type { Metadata } from 'next'
import Link from 'next/link'
import { requireViewer } from '@/app/_server/auth'
import { seatPrograms } from '@/app/_server/seat-basis'
import { ActionForm } from '@/app/_ui/action-form'
import { BackLink } from '@/app/_ui/back-link'
import { EmptyState } from '@/app/_ui/empty-state'
import { PageHeader } from '@/app/_ui/page-header'
import { Panel } from '@/app/_ui/panel'
import { SubmitButton } from '@/app/_ui/submit-button'
import { ToastLine } from '@/app/_ui/toast-line'
import { withOwnScope } from '@/db/access'
import { findSeat, listOwnMentees } from '@/db/queries/mentor-seat'
import { formatDate } from '@/lib/dates/format'
import { today } from '@/lib/dates/instant'
import { levelsWords } from '@/lib/mentors/words'
import { SeatFields } from './_components/seat-fields'
import { leaveMenteeAction, saveSeatAction } from './actions'

export const metadata: Metadata = { title: 'Mentoring' }

const DONE: Readonly<Record<string, string>> = {
  saved: 'Saved. Your mentees read it, and what you may see follows it at once.',
  left: 'You are no longer their mentor. They see that you stopped.',
}

export default async function MentoringPage({ searchParams }: PageProps<'/settings/mentoring'>) {
  const viewer = await requireViewer('/settings/mentoring')
  const { done } = await searchParams
  const { seat, mentees, programs } = await withOwnScope(viewer, async (scope) => {
    const [seat, mentees, programs] = await Promise.all([
      findSeat(scope),
      listOwnMentees(scope),
      seatPrograms(scope),
    ])
    return { seat, mentees, programs }
  })
  const said = typeof done === 'string' ? DONE[done] : undefined
  return (
    <>
      {said && <ToastLine message={said} />}
      <PageHeader
        above={<BackLink href="/settings">Settings</BackLink>}
        title="Mentoring"
        lead="Who you are to your mentees, and whose mentor you are."
      />
      <div className="space-y-5">
        {mentees.length === 0 && !seat ? (
          <EmptyState title="You are nobody’s mentor yet">
            An applicant invites you by mail or link. Accepting takes a minute.
          </EmptyState>
        ) : (
          <>
            <Panel id="seat" title="You as a mentor">
              <ActionForm action={saveSeatAction} id="seat-form">
                <SeatFields programs={programs} seat={seat} name={viewer.name} submit="Save" />
              </ActionForm>
            </Panel>
            <Panel
              id="mentees"
              title={mentees.length === 0 ? 'Nobody shares with you now' : 'Your mentees'}
              lead="To stop is at once. What you wrote stays with them, under your name."
            >
              <ul className="divide-y divide-line">
                {mentees.map((mentee) => (
                  <li
                    key={mentee.applicantId}
                    className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3 first:pt-0 last:pb-0"
                  >
                    <div className="min-w-0 flex-[1_1_16rem]">
                      <Link href={`/mentees/${mentee.applicantId}`} prefetch={false} className="font-medium">
                        {mentee.applicantName}
                      </Link>
                      <p className="text-sm text-mute">
                        Since {formatDate(today(mentee.since, viewer.timeZone))}. {levelsWords(mentee.levels)}
                        .
                      </p>
                    </div>
                    <ActionForm
                      action={leaveMenteeAction}
                      className=""
                      aria-label={`Stop mentoring ${mentee.applicantName}`}
                    >
                      <input type="hidden" name="applicantId" value={mentee.applicantId} />
                      <SubmitButton
                        isSmall
                        kind="danger"
                        pendingLabel="Stopping…"
                        aria-label={`Stop mentoring ${mentee.applicantName}`}
                      >
                        Stop mentoring
                      </SubmitButton>
                    </ActionForm>
                  </li>
                ))}
              </ul>
            </Panel>
          </>
        )}
      </div>
    </>
  )
}
