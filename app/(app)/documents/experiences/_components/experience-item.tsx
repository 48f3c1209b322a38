import Link from 'next/link'
import { ActionForm } from '@/app/_ui/action-form'
import { StatusChip } from '@/app/_ui/status-chip'
import { SubmitButton } from '@/app/_ui/submit-button'
import type { CalendarDate } from '@/lib/dates/calendar-date'
import { formatMonth } from '@/lib/dates/format'
import { charactersOf, DESCRIPTION_MOST, EXPERIENCE_TYPE_LABELS } from '@/lib/experiences/experience'
import {
  experienceProblems,
  experienceProblemWords,
  type ShownExperience,
} from '@/lib/experiences/from-profile'
import { moveExperienceAction } from '../actions'

/** One experience of the list: what it is, when, what is wrong with it, and its place among the ten. */
export function ExperienceItem({
  experience: one,
  today,
  moves,
}: {
  experience: ShownExperience
  today: CalendarDate
  moves: readonly ('up' | 'down' | 'aside' | 'in')[]
}) {
  const problems = experienceProblems(one, today)
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 py-3.5 first:pt-0 last:pb-0">
      <div className="min-w-0 flex-[1_1_18rem]">
        <p className="flex flex-wrap items-baseline gap-x-2.5 gap-y-1">
          <Link
            href={`/documents/experiences/${one.id}`}
            prefetch={false}
            className="font-semibold text-ink underline decoration-line underline-offset-3"
          >
            {one.shownTitle}
          </Link>
          {one.isMeaningful && <StatusChip tone="good">Most meaningful</StatusChip>}
        </p>
        <p className="text-mute">
          {[one.shownOrganization, EXPERIENCE_TYPE_LABELS[one.type].replace(/ \(.*\)$/, ''), monthsWords(one)]
            .filter((part) => part !== '')
            .join(' · ')}
        </p>
        {one.description !== '' && (
          <p className="text-sm text-mute">
            {charactersOf(one.description)} of {DESCRIPTION_MOST} characters
          </p>
        )}
        {problems.length > 0 && (
          <ul className="mt-1 space-y-0.5 text-sm">
            {problems.map((problem) => (
              <li key={problem.code} className="text-warn">
                {experienceProblemWords(problem)}
              </li>
            ))}
          </ul>
        )}
      </div>
      <div className="no-print flex flex-wrap gap-1.5">
        {moves.map((to) => (
          <ActionForm key={to} action={moveExperienceAction} className="">
            <input type="hidden" name="id" value={one.id} />
            <input type="hidden" name="to" value={to} />
            <SubmitButton
              kind="quiet"
              isSmall
              pendingLabel="Moving…"
              aria-label={`${MOVES[to]}: ${one.shownTitle}`}
            >
              {MOVES[to]}
            </SubmitButton>
          </ActionForm>
        ))}
      </div>
    </li>
  )
}

const MOVES = { up: 'Up', down: 'Down', aside: 'Set aside', in: 'Into the ten' } as const

function monthsWords({ startOn, endOn, isOngoing }: ShownExperience): string {
  if (startOn === null) return ''
  if (isOngoing) return `since ${formatMonth(startOn)}`
  return endOn === null || endOn === startOn
    ? formatMonth(startOn)
    : `${formatMonth(startOn)} to ${formatMonth(endOn)}`
}
