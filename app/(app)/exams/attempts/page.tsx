import type { Metadata } from 'next'
import Link from 'next/link'
import { getViewer } from '@/app/_server/auth'
import { viewerToday } from '@/app/_server/fit-basis'
import { EmptyState } from '@/app/_ui/empty-state'
import { LinkButton } from '@/app/_ui/link-button'
import { PageHeader } from '@/app/_ui/page-header'
import { Panel } from '@/app/_ui/panel'
import { withOwnScope } from '@/db/access'
import { loadApplicant } from '@/db/queries/applicant'
import { asProgramsRead, historyLines } from '@/lib/exams/as-programs-read'
import { earliestNextAttempt } from '@/lib/exams/attempt-rules'
import { EXAM_LABELS, nextAttemptWords } from '@/lib/exams/attempt-words'
import { STEPS } from '@/lib/exams/standards'
import { attemptSummary } from '@/lib/exams/summary'
import { EMPTY_APPLICANT } from '@/lib/profile/empty-applicant'
import { ExamsTabs } from '../_components/exams-tabs'
import { ProgramReadings } from '../_components/program-readings'

export const metadata: Metadata = {
  title: 'Attempts',
  description: 'Your attempts as programs read them: competency, reliability, consistency.',
}

export default async function AttemptsPage() {
  const viewer = await getViewer()
  const [today, { attempts }] = await Promise.all([
    viewerToday(viewer),
    viewer ? withOwnScope(viewer, loadApplicant) : EMPTY_APPLICANT,
  ])
  const lines = historyLines(attempts ?? [])
  const open = STEPS.filter((step) => {
    const { attempts: count, passed } = attemptSummary(attempts ?? [], step)
    return count > 0 && !passed
  })
  const needsPassage = STEPS.some((step) => {
    const { fails, incomplete } = attemptSummary(attempts ?? [], step)
    return fails + incomplete > 0
  })
  return (
    <>
      <PageHeader
        title="Attempts, as programs read them"
        lead="Every attempt stays on the transcript. This is what a reader takes from it, and what eases a question."
      />
      <ExamsTabs current="/exams/attempts" />
      <div className="space-y-5">
        <Panel id="readings" title="Three readings">
          <ProgramReadings readings={asProgramsRead(attempts)} />
          <p className="mt-4 max-w-prose text-mute">
            Which of these is there already: <a href="/story/evidence">your evidence</a>. All six parts
            together: <a href="/story">your story</a>.
          </p>
        </Panel>
        <Panel id="history" title="The history">
          {lines.length === 0 ? (
            <EmptyState
              title={attempts === null ? 'No exam recorded yet' : 'No Step taken yet'}
              action={<LinkButton href="/exams">Record an exam</LinkButton>}
            >
              Each sitting with its day and result stands here in the order in which a transcript lists it.
            </EmptyState>
          ) : (
            <ol className="divide-y divide-line">
              {lines.map(({ id, text }) => (
                <li key={id} className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 py-2.5">
                  <span className="min-w-0">{text}</span>
                  <Link
                    href={`/exams/after/${id}`}
                    prefetch={false}
                    className="text-accent underline underline-offset-3"
                  >
                    What it means<span className="sr-only">: {text}</span>
                  </Link>
                </li>
              ))}
            </ol>
          )}
          {open.map((step) => (
            <p key={step} className="mt-3 max-w-prose text-mute">
              {EXAM_LABELS[step]}: {nextAttemptWords(earliestNextAttempt(attempts ?? [], step), step, today)}
            </p>
          ))}
        </Panel>
        {needsPassage && (
          <Panel
            id="passage"
            title="One short passage explains it"
            lead="In ERAS’ Additional Information: what you understood and what you changed, without excuses (article, B6)."
            actions={<LinkButton href="/exams/additional-information">Draft the passage</LinkButton>}
          />
        )}
      </div>
    </>
  )
}
