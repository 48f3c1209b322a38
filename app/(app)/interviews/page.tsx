import type { Metadata } from 'next'
import { readInterviewBasis } from '@/app/_server/interview-basis'
import { EmptyState } from '@/app/_ui/empty-state'
import { LinkButton } from '@/app/_ui/link-button'
import { Notice } from '@/app/_ui/notice'
import { PageHeader } from '@/app/_ui/page-header'
import { withOwnScope } from '@/db/access'
import { listWaitingThreads } from '@/db/queries/waiting-notes'
import { interviewDesk } from '@/lib/interviews/desk'
import { BookedPanels } from './_components/booked-panels'
import { HeldPanel } from './_components/held-panel'
import { PlainPanel } from './_components/plain-panel'
import { ProblemsPanel } from './_components/problems-panel'
import { WaitingPanel } from './_components/waiting-panel'

export const metadata: Metadata = { title: 'Interviews' }

export default async function InterviewsPage() {
  const { viewer, interviews, programOf, zone, now, today, person } = await readInterviewBasis()
  const threads = viewer && interviews.length > 0 ? await withOwnScope(viewer, listWaitingThreads) : []
  const desk = interviewDesk(interviews, {
    viewerZone: zone,
    now,
    stateOf: (programId) => programOf(programId)?.state ?? null,
  })
  const nameOf = (interviewId: string) => {
    const programId = interviews.find(({ id }) => id === interviewId)?.programId ?? ''
    return programOf(programId)?.sponsor ?? 'an interview'
  }
  const isEmpty = interviews.length === 0
  return (
    <>
      <PageHeader
        title="Interviews"
        lead={leadOf(desk, isEmpty)}
        actions={
          (person?.entries.length ?? 0) > 0 && (
            <LinkButton href="/interviews/new" kind="primary">
              An invitation came
            </LinkButton>
          )
        }
      />
      {isEmpty ? (
        <EmptyState
          title="No interview yet"
          action={
            (person?.entries.length ?? 0) > 0 ? (
              <LinkButton href="/interviews/new">Enter an invitation</LinkButton>
            ) : (
              <LinkButton href="/programs">Browse the catalogue</LinkButton>
            )
          }
        >
          When an invitation comes, paste the mail here. Locus reads the times it offers, shows each on the
          program’s clock and on yours, runs the clock for your answer, and marks what overlaps. Interviews
          belong to programs on your list.
        </EmptyState>
      ) : (
        <div className="space-y-5">
          <ProblemsPanel desk={desk} interviews={interviews} threads={threads} nameOf={nameOf} />
          <WaitingPanel waiting={desk.waiting} programOf={programOf} now={now} zone={zone} />
          <BookedPanels ahead={desk.ahead} programOf={programOf} today={today} zone={zone} />
          <PlainPanel
            id="waitlist"
            title="On a waiting list"
            lead="A place may open with a day’s notice. Keep your calendar here true, so that you can answer at once."
            interviews={desk.waitlisted}
            programOf={programOf}
          />
          <HeldPanel held={desk.held} programOf={programOf} />
          <PlainPanel id="declined" title="Declined" interviews={desk.declined} programOf={programOf} />
          <Notice word="Never to be asked">
            Programs may not ask where else you applied or how you will rank (NRMP, Match Participation
            Agreement). You owe no answer; “I am looking at several programs” is enough.
          </Notice>
        </div>
      )}
    </>
  )
}

function leadOf(desk: ReturnType<typeof interviewDesk>, isEmpty: boolean): string {
  if (isEmpty) return 'Each on the program’s clock and on yours, right over every change of the clocks.'
  const parts = [
    desk.waiting.length > 0 &&
      `${desk.waiting.length} ${desk.waiting.length === 1 ? 'invitation waits' : 'invitations wait'} for your answer`,
    desk.ahead.length > 0 && `${desk.ahead.length} booked ahead`,
    desk.held.length > 0 && `${desk.held.length} held`,
    desk.clashes.length > 0 &&
      `${desk.clashes.length} ${desk.clashes.length === 1 ? 'clash' : 'clashes'} to mend`,
  ].filter((part) => part !== false)
  return parts.length === 0 ? 'Nothing is booked.' : `${parts.join(', ')}.`
}
