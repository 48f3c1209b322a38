import type { CalendarDate } from '@/lib/dates/calendar-date'
import { formatDate } from '@/lib/dates/format'
import { LETTER_IMPORT } from '@/lib/facts/eras-imports'
import type { TrackedLetter } from './letter'
import { isFromBefore } from './season'
import { assignedSince, dayOfStage, stageOf } from './stages'
import { STAGE_LABELS } from './words'

/** 'Uploaded on 3 May 2027': how far a letter is, in one line without its full stop. */
export function wayWords(letter: TrackedLetter): string {
  const { former, state } = letter
  if (former !== null && isFromBefore(letter)) {
    return former.uploadedOn === null
      ? 'Asked for in an earlier season and never uploaded'
      : `Uploaded on ${formatDate(former.uploadedOn)}, for an earlier season`
  }
  const stage = stageOf(letter)
  if (stage === null)
    return state === 'in_hand' ? 'Written; no day is recorded' : 'Promised; nothing is recorded yet'
  const on = stage === 'assigned' ? assignedSince(letter) : dayOfStage(letter, stage)
  return `${STAGE_LABELS[stage]}${on ? ` on ${formatDate(on)}` : ''}`
}

/** What to do about a letter of an earlier season, and what its readers will see; null where there is nothing to say. */
export function formerAdvice(letter: TrackedLetter, today: CalendarDate): readonly string[] | null {
  const { former } = letter
  if (former === null) return null
  if (!isFromBefore(letter)) {
    return former.uploadedOn === null
      ? null
      : [
          `It was first uploaded on ${formatDate(former.uploadedOn)}. Where it was imported, programs see that day on it, and so that you have applied before.`,
        ]
  }
  const when = whenOpen(former, today)
  if (former.uploadedOn === null) {
    return [`An unfinished request is not carried into a new season. Request the letter anew ${when}.`]
  }
  return [
    'MyERAS does not bring it along by itself.',
    `${capital(when)} you can import it there (History), if you certified and submitted that application within the last ${LETTER_IMPORT.value.mostYears} years. Else its writer uploads it anew.`,
    'Enter that day below as the day of the upload, and assign the letter again, program by program.',
    'Who writes it, what of, and your waiver stay. A new letter may say more, with what you did since.',
  ]
}

function whenOpen(
  { opensOn, isProjected }: NonNullable<TrackedLetter['former']>,
  today: CalendarDate,
): string {
  if (opensOn === null) return 'once MyERAS opens for this season'
  if (opensOn <= today) return 'now'
  return `from ${formatDate(opensOn)}${isProjected ? ' (expected, not announced yet)' : ''}, when MyERAS opens for this season,`
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
