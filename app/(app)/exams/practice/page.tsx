import type { Metadata } from 'next'
import { getViewer } from '@/app/_server/auth'
import { PageHeader } from '@/app/_ui/page-header'
import { ToastLine } from '@/app/_ui/toast-line'
import { withOwnScope } from '@/db/access'
import { listPracticeResults } from '@/db/queries/practice-results'
import { ExamsTabs } from '../_components/exams-tabs'
import { PracticePanel } from './_components/practice-panel'

export const metadata: Metadata = {
  title: 'Practice',
  description: 'Practice results as their reports print them.',
}

const DONE: Readonly<Record<string, string>> = {
  'practice-added': 'The result is in the log.',
  'practice-removed': 'The result is removed.',
}

export default async function PracticePage({ searchParams }: PageProps<'/exams/practice'>) {
  const { done, show } = await searchParams
  const viewer = await getViewer()
  const results = viewer ? await withOwnScope(viewer, listPracticeResults) : []
  const message = typeof done === 'string' ? DONE[done] : undefined
  return (
    <>
      {message && <ToastLine message={message} />}
      <PageHeader title="Practice" lead="Self-assessments on the way to Step 1 and Step 2 CK." />
      <ExamsTabs current="/exams/practice" />
      <PracticePanel results={results} formId={crypto.randomUUID()} showsAll={show === 'all'} />
    </>
  )
}
