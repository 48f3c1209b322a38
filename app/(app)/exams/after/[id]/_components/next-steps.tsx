import Link from 'next/link'
import { Panel } from '@/app/_ui/panel'
import type { AfterResultStep, AfterResultStepKey } from '@/lib/exams/after-result'
import type { ExamAttempt } from '@/lib/exams/attempt'
import { EXAM_LABELS } from '@/lib/exams/attempt-words'
import { Cited } from '../../../_components/cited'

type Way = { href: string; label: string }

/** Where a step is done in Locus; what is done elsewhere has no link. */
function wayOf(key: AfterResultStepKey, { id, exam }: ExamAttempt): Way | null {
  switch (key) {
    case 'next_date':
      return { href: `/exams?add=${exam}#${exam}`, label: `Plan the next ${EXAM_LABELS[exam]}` }
    case 'explain_briefly':
      return { href: `/exams/additional-information?attempt=${id}`, label: 'Draft the passage' }
    case 'outside_validation':
      return { href: '/profile', label: 'Enter it in your profile' }
    case 'reassess_path':
      return { href: '/strategy/pathways', label: 'Compare the pathways' }
    case 'niche_strengths':
      return { href: '/profile#niches', label: 'Enter your niche strengths' }
    case 'apply_broadly':
      return { href: '/strategy/balance', label: 'Look at the list’s balance' }
    case 'what_must_be_true':
      return { href: '/strategy', label: 'See what would change your list' }
    case 'upward_line':
      return { href: '/exams/attempts', label: 'See how it reads' }
    default:
      return null
  }
}

/** What to do next, one thing at a time, the most pressing first. */
export function NextSteps({ steps, attempt }: { steps: readonly AfterResultStep[]; attempt: ExamAttempt }) {
  return (
    <Panel id="next" title="What to do next">
      <ol className="divide-y divide-line">
        {steps.map((step) => {
          const way = wayOf(step.key, attempt)
          return (
            <li key={step.key} className="space-y-0.5 py-3 first:pt-0 last:pb-0">
              <p className={`max-w-prose ${step.key === 'resend_transcript' ? 'text-lg font-semibold' : ''}`}>
                {step.text}{' '}
                {way && (
                  <Link href={way.href} prefetch={false} className="text-accent underline underline-offset-3">
                    {way.label}
                  </Link>
                )}
              </p>
              <Cited criteria={step.criteria} rule={step.rule} />
            </li>
          )
        })}
      </ol>
    </Panel>
  )
}
