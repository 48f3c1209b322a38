import type { Metadata } from 'next'
import { getViewer, type SignedIn } from '@/app/_server/auth'
import { viewerZone } from '@/app/_server/zone'
import { PageHeader } from '@/app/_ui/page-header'
import { withOwnScope } from '@/db/access'
import { findRemovedSnapshot, listBankSnapshots } from '@/db/queries/bank-snapshots'
import { listExamAttempts } from '@/db/queries/exams'
import { getForecastOwn } from '@/db/queries/forecast-settings'
import { countPastedResults, findRemovedResult, listPracticeResults } from '@/db/queries/practice-results'
import { listWaitingThreads } from '@/db/queries/waiting-notes'
import { today as todayIn } from '@/lib/dates/instant'
import { attemptSummary } from '@/lib/exams/summary'
import { forecastDay } from '@/lib/forecast/exam-day'
import { NO_NUMBERS, settingsWith } from '@/lib/forecast/overrides'
import { now } from '@/lib/io/clock'
import { ExamsTabs } from '../_components/exams-tabs'
import { BankPanel } from './_components/bank-panel'
import { ForecastPanel } from './_components/forecast-panel'
import { LogPanel } from './_components/log-panel'
import { ResultsPanel } from './_components/results-panel'
import { Step1Panel } from './_components/step1-panel'
import { UndoLine } from './_components/undo-line'

export const metadata: Metadata = {
  title: 'Practice',
  description: 'Practice results, the forecast that they lead to, and where the question bank stands.',
}

/** Everything that the page shows of a person, and what their last step was, where it can be taken back. */
function readPractice(viewer: SignedIn, last: { removed: string; bankRemoved: string; pasted: string }) {
  return withOwnScope(viewer, async (scope) => {
    const [results, attempts, snapshots, own, removed, bankRemoved, pasted, waiting] = await Promise.all([
      listPracticeResults(scope),
      listExamAttempts(scope),
      listBankSnapshots(scope),
      getForecastOwn(scope),
      findRemovedResult(scope, last.removed),
      findRemovedSnapshot(scope, last.bankRemoved),
      countPastedResults(scope, last.pasted),
      listWaitingThreads(scope),
    ])
    return { results, attempts, snapshots, own, removed, bankRemoved, pasted, waiting }
  })
}

const NOTHING: Awaited<ReturnType<typeof readPractice>> = {
  results: [],
  attempts: [],
  snapshots: [],
  own: { targetScore: null, sources: [], numbers: NO_NUMBERS },
  removed: null,
  bankRemoved: null,
  pasted: 0,
  waiting: [],
}

export default async function PracticePage({ searchParams }: PageProps<'/exams/practice'>) {
  const params = await searchParams
  const said = (name: string) => {
    const value = params[name]
    return typeof value === 'string' ? value : ''
  }
  const viewer = await getViewer()
  const today = todayIn(now().toISOString(), await viewerZone(viewer))
  const last = { removed: said('removed'), bankRemoved: said('bankRemoved'), pasted: said('pasted') }
  const { results, attempts, snapshots, own, waiting, ...undo } = viewer
    ? await readPractice(viewer, last)
    : NOTHING
  // Tests for both exams are taken for the one that was practised last.
  const assumedExam = results[0]?.exam ?? 'step2ck'
  const step2 = attemptSummary(attempts, 'step2ck')
  return (
    <>
      <UndoLine done={said('done')} pasteId={last.pasted} {...undo} />
      <PageHeader
        title="Practice"
        lead="Log each test in a line; see what the results say for an exam day."
      />
      <ExamsTabs current="/exams/practice" />
      <div className="space-y-5">
        <LogPanel
          today={today}
          assumedExam={assumedExam}
          formIds={[crypto.randomUUID(), crypto.randomUUID()]}
        />
        <ForecastPanel
          results={results}
          day={forecastDay(attempts, { today, asked: said('on') })}
          today={today}
          settings={settingsWith(own)}
          targetScore={own.targetScore}
          isPassed={step2.passed}
        />
        <ResultsPanel results={results} waiting={waiting} showsAll={said('show') === 'all'} />
        <Step1Panel results={results} today={today} />
        <BankPanel
          snapshots={snapshots}
          showsAll={said('show') === 'all'}
          formId={crypto.randomUUID()}
          assumedExam={assumedExam}
        />
      </div>
    </>
  )
}
