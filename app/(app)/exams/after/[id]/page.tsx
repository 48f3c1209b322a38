import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { readStrategyBasis } from '@/app/_server/strategy-basis'
import { BackLink } from '@/app/_ui/back-link'
import { LinkButton } from '@/app/_ui/link-button'
import { PageHeader } from '@/app/_ui/page-header'
import { Panel } from '@/app/_ui/panel'
import { ToastLine } from '@/app/_ui/toast-line'
import { withOwnScope } from '@/db/access'
import { getForecastOwn } from '@/db/queries/forecast-settings'
import { formatDate } from '@/lib/dates/format'
import { afterResult } from '@/lib/exams/after-result'
import { asProgramsRead } from '@/lib/exams/as-programs-read'
import { EXAM_LABELS } from '@/lib/exams/attempt-words'
import { eventOn } from '@/lib/season/events'
import { resultEffect } from '@/lib/strategy/result-effect'
import { trajectory } from '@/lib/strategy/trajectory'
import { ProgramReadings } from '../../_components/program-readings'
import { ListEffect } from './_components/list-effect'
import { NextSteps } from './_components/next-steps'
import { ResultVerdict } from './_components/result-verdict'
import { TrajectoryStrip } from './_components/trajectory-strip'

export const metadata: Metadata = { title: 'After a result' }

const DONE: Readonly<Record<string, string>> = {
  'attempt-added': 'The result is saved.',
  'attempt-saved': 'The result is saved.',
}

export default async function AfterResultPage({ params, searchParams }: PageProps<'/exams/after/[id]'>) {
  const [{ id }, { done }] = await Promise.all([params, searchParams])
  const { viewer, setting, listed } = await readStrategyBasis()
  if (!viewer) notFound()
  const attempts = setting.applicant.attempts ?? []
  const attempt = attempts.find((candidate) => candidate.id === id)
  if (!attempt) notFound()
  const { targetScore } = await withOwnScope(viewer, getForecastOwn)
  const after = afterResult(attempt, {
    attempts,
    today: setting.today,
    targetScore,
    reviewOn: eventOn(setting.season, 'eras_program_review_opens'),
  })
  const isWaiting = after.kind === 'waiting'
  const programs = new Map(listed.map(({ program, entry }) => [program.id, { program, entryId: entry.id }]))
  const message = typeof done === 'string' ? DONE[done] : undefined
  return (
    <>
      {message && <ToastLine message={message} />}
      <PageHeader
        above={<BackLink href="/exams/attempts">Attempts</BackLink>}
        title={`${EXAM_LABELS[attempt.exam]}, ${formatDate(attempt.takenOn)}`}
        lead={isWaiting ? undefined : 'What this result means, and what to do next.'}
        actions={<LinkButton href={`/exams/attempts/${id}`}>Edit this sitting</LinkButton>}
      />
      <div className="space-y-5">
        <ResultVerdict after={after} hasScore={attempt.score !== null} />
        {after.next.length > 0 && <NextSteps steps={after.next} attempt={attempt} />}
        {!isWaiting && attempt.exam !== 'oet' && (
          <ListEffect
            effect={resultEffect(setting, listed, id)}
            programs={programs}
            season={setting.season.year}
          />
        )}
        {!isWaiting && (
          <Panel
            id="readings"
            title="How programs read your attempts now"
            actions={
              <LinkButton href="/exams/attempts" kind="quiet" isSmall>
                The whole history
              </LinkButton>
            }
          >
            <ProgramReadings readings={asProgramsRead(attempts)} />
          </Panel>
        )}
        {!isWaiting && <TrajectoryStrip parts={trajectory(setting.applicant)} />}
      </div>
    </>
  )
}
