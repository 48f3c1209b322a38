import Link from 'next/link'
import type { ReactNode } from 'react'
import { StatusChip } from '@/app/_ui/status-chip'
import type { CalendarDate } from '@/lib/dates/calendar-date'
import { formatDate, formatRelative } from '@/lib/dates/format'
import { askTime, type NextAsk } from '@/lib/letters/asking'
import type { TrackedLetter } from '@/lib/letters/letter'
import { isFromBefore } from '@/lib/letters/season'
import { stageOf } from '@/lib/letters/stages'
import { wayWords } from '@/lib/letters/way-words'
import { letterName } from '@/lib/letters/words'
import { LETTER_AUTHOR_LABELS } from '@/lib/profile/words'
import { clockLine } from './clock-line'
import { StageStrip } from './stage-strip'

/** One letter: who writes it, how far it is, and when to ask again. */
export function LetterRow({
  letter,
  next,
  today,
  zone,
  mark,
}: {
  letter: TrackedLetter
  next: NextAsk | null
  today: CalendarDate
  zone: string
  /** That something waits on it. */
  mark?: ReactNode
}) {
  const count = letter.assignments.length
  return (
    <li className="space-y-2 py-4 first:pt-0 last:pb-0">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h3 className="min-w-0 font-medium break-words">
          <Link
            href={`/documents/letters/${letter.id}`}
            prefetch={false}
            className="text-accent underline underline-offset-3 hover:text-accent-strong"
          >
            {letterName(letter)}
          </Link>
        </h3>
        {mark}
        <Link
          href={`/documents/letters/${letter.id}/brief`}
          prefetch={false}
          className="text-sm text-accent underline underline-offset-3"
        >
          Brief for the writer<span className="sr-only">: {letterName(letter)}</span>
        </Link>
      </div>
      <p className="text-sm text-mute">
        {letter.writer && `${LETTER_AUTHOR_LABELS[letter.author]}. `}
        {wayWords(letter)}. {count > 0 && `Meant for ${count} ${count === 1 ? 'program' : 'programs'}.`}
      </p>
      {isFromBefore(letter) && <StatusChip tone="unknown">from an earlier season</StatusChip>}
      {stageOf(letter) !== null && <StageStrip letter={letter} />}
      {next && (
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm">
          {next.on <= today && <StatusChip tone="warn">ask again</StatusChip>}
          <span className="text-mute">
            {next.on <= today ? 'Since' : 'Ask again on'} {formatDate(next.on)}
            {next.on > today && `, ${formatRelative(next.on, today)}`}
            {letter.zone &&
              next.on >= today &&
              `: ${clockLine(askTime(next.on, { writer: letter.zone, own: zone }).at, { writer: letter.zone, own: zone })}`}
          </span>
        </p>
      )}
    </li>
  )
}
