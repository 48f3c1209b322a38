import Link from 'next/link'
import { Disclosure } from '@/app/_ui/disclosure'
import { formatDate } from '@/lib/dates/format'
import type { PracticeExam } from '@/lib/exams/practice'
import type { StudyDay } from '@/lib/study/plan'
import { daySentence, questionWords } from '@/lib/study/plan-words'

/** What was done, the newest first. A day of which nothing is said is only a date: it can be opened and said. */
export function PastDays({
  days,
  exam,
  done,
}: {
  days: readonly StudyDay[]
  exam: PracticeExam
  done: number
}) {
  if (days.length === 0) return null
  return (
    <div className="no-print mt-6">
      <Disclosure summary={done > 0 ? `Before today: ${questionWords(done)} done` : 'Before today'}>
        <ul className="columns-2 gap-8 sm:columns-3">
          {days.toReversed().map((day) => (
            <li key={day.on} className="break-inside-avoid py-0.5">
              <Link
                href={`/exams/plan?exam=${exam}&day=${day.on}#day`}
                prefetch={false}
                className="text-ink underline decoration-line underline-offset-3"
              >
                {formatDate(day.on)}
              </Link>
              {day.mark !== null && <span className="block text-sm text-mute">{daySentence(day)}</span>}
            </li>
          ))}
        </ul>
      </Disclosure>
    </div>
  )
}
