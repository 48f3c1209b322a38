import { LinkButton } from '@/app/_ui/link-button'
import { EXAM_LABELS } from '@/lib/exams/attempt-words'
import { PRACTICE_EXAMS, type PracticeExam } from '@/lib/exams/practice'

/** Which exam's plan is shown; who plans one alone sees the other as a quiet link. */
export function ExamChoice({
  current,
  plans,
}: {
  current: PracticeExam
  plans: readonly { exam: PracticeExam }[]
}) {
  return (
    <p className="no-print flex flex-wrap items-center gap-2">
      <span className="font-medium">{EXAM_LABELS[current]}</span>
      {PRACTICE_EXAMS.filter((exam) => exam !== current).map((exam) => (
        <LinkButton key={exam} href={`/exams/plan?exam=${exam}`} kind="quiet" isSmall>
          {plans.some((plan) => plan.exam === exam)
            ? `See the plan for ${EXAM_LABELS[exam]}`
            : `Plan ${EXAM_LABELS[exam]} instead`}
        </LinkButton>
      ))}
    </p>
  )
}
