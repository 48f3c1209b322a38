import { Tabs } from '@/app/_ui/tabs'

const VIEWS = [
  { href: '/exams', label: 'Overview' },
  { href: '/exams/attempts', label: 'Attempts' },
  { href: '/exams/practice', label: 'Practice' },
  { href: '/exams/readiness', label: 'Readiness' },
  { href: '/exams/plan', label: 'Study plan' },
  { href: '/exams/timing', label: 'Timing' },
] as const

export type ExamsView = (typeof VIEWS)[number]['href']

export function ExamsTabs({ current }: { current: ExamsView }) {
  return <Tabs label="Exams" items={VIEWS.map((view) => ({ ...view, isCurrent: view.href === current }))} />
}
