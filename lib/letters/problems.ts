import { type CalendarDate, daysBetween } from '@/lib/dates/calendar-date'
import { NEAR_DAYS, nextAsk } from './asking'
import type { TrackedLetter } from './letter'
import { isFromBefore } from './season'
import { assignedSince } from './stages'
import { letterName, listed } from './words'

/** What stands between a letter and its readers, the weightiest first. */
export const LETTER_PROBLEMS = [
  'uploaded_unassigned',
  'assigned_not_uploaded',
  'programs_without_letters',
  'from_before',
  'request_lapsed',
  'ask_again',
  'not_requested',
  'upload_not_recorded',
  'waiver_not_said',
] as const
export type LetterProblemCode = (typeof LETTER_PROBLEMS)[number]

export type LetterProblem = {
  code: LetterProblemCode
  /** The letters that it is about; none where it is about programs. */
  letterIds: readonly string[]
  names: readonly string[]
  /** Letters, or programs where it is about programs. */
  count: number
}

/** Days after which an entry that was made in MyERAS should have been requested from its writer: a number of ours. */
export const REQUEST_AFTER_DAYS = 7

/**
 * The named problems of a person's letters on a day. `needBy` is the checklist's day for the uploads, `programs` the
 * entries of the list that the season is still about. What is not recorded is asked for, never taken for undone.
 */
export function letterProblems({
  letters,
  programs,
  needBy,
  today,
}: {
  letters: readonly TrackedLetter[]
  programs: readonly { entryId: string }[]
  needBy: CalendarDate | null
  today: CalendarDate
}): readonly LetterProblem[] {
  const isNear = needBy !== null && daysBetween(today, needBy) <= NEAR_DAYS
  const uploaded = letters.filter(({ uploadedOn }) => uploadedOn !== null)
  const about = (code: LetterProblemCode, found: readonly TrackedLetter[]): LetterProblem => ({
    code,
    letterIds: found.map(({ id }) => id),
    names: found.map(letterName),
    count: found.length,
  })
  const served = new Set(
    uploaded.flatMap(({ assignments }) =>
      assignments.filter(({ assignedOn }) => assignedOn !== null).map(({ entryId }) => entryId),
    ),
  )
  // Before MyERAS opens there is nothing to be done about them.
  const toBring = letters.filter(
    (letter) => isFromBefore(letter) && letter.former?.opensOn != null && letter.former.opensOn <= today,
  )
  const bare = programs.filter(({ entryId }) => !served.has(entryId)).length
  const problems = [
    about(
      'uploaded_unassigned',
      programs.length === 0 ? [] : uploaded.filter((letter) => assignedSince(letter) === null),
    ),
    about(
      'assigned_not_uploaded',
      isNear ? letters.filter((letter) => assignedSince(letter) !== null && letter.uploadedOn === null) : [],
    ),
    {
      code: 'programs_without_letters' as const,
      letterIds: [],
      names: [],
      count: isNear && served.size > 0 ? bare : 0,
    },
    about(
      'from_before',
      toBring.filter(({ former }) => former?.uploadedOn != null),
    ),
    about(
      'request_lapsed',
      toBring.filter(({ former }) => former?.uploadedOn == null),
    ),
    about('ask_again', lettersToAsk(letters, needBy, today)),
    about(
      'not_requested',
      letters.filter(({ createdOn, confirmedOn, requestedOn, uploadedOn }) => {
        const since = confirmedOn ?? createdOn
        return (
          requestedOn === null &&
          uploadedOn === null &&
          since !== null &&
          daysBetween(since, today) >= REQUEST_AFTER_DAYS
        )
      }),
    ),
    about(
      'upload_not_recorded',
      letters.filter(
        (letter) => letter.state === 'in_hand' && letter.uploadedOn === null && !isFromBefore(letter),
      ),
    ),
    about(
      'waiver_not_said',
      letters.filter(
        ({ waiver, createdOn, uploadedOn }) => waiver === null && createdOn !== null && uploadedOn === null,
      ),
    ),
  ]
  return problems.filter(({ count }) => count > 0)
}

/** The letters whose day of asking again has come. */
export function lettersToAsk(
  letters: readonly TrackedLetter[],
  needBy: CalendarDate | null,
  today: CalendarDate,
): readonly TrackedLetter[] {
  return letters.filter((letter) => {
    const next = nextAsk(letter, needBy)
    return next !== null && next.on <= today
  })
}

/** The problem in words, and what mends it. */
export function letterProblemWords({ code, count, names }: LetterProblem): { text: string; detail: string } {
  const letters = `${count} ${count === 1 ? 'letter' : 'letters'}`
  const who = listed(names)
  switch (code) {
    case 'uploaded_unassigned':
      return {
        text: `${letters} uploaded but unassigned`,
        detail: `${who}: nobody reads it until it is assigned, program by program`,
      }
    case 'assigned_not_uploaded':
      return {
        text: `${letters} assigned but not uploaded`,
        detail: `${who}: programs see a name and no letter`,
      }
    case 'programs_without_letters':
      return {
        text: `${count} ${count === 1 ? 'program has' : 'programs have'} no uploaded letter`,
        detail: 'assign at least one to each',
      }
    case 'from_before':
      return {
        text: `${letters} from an earlier season`,
        detail: `${who}: import it in MyERAS, or have it uploaded anew`,
      }
    case 'request_lapsed':
      return {
        text: `${letters} requested in an earlier season and never uploaded`,
        detail: `${who}: request it anew`,
      }
    case 'ask_again':
      return { text: `${letters} to ask for again`, detail: who }
    case 'not_requested':
      return {
        text: `${letters} entered in MyERAS and not requested`,
        detail: `${who}: the writer can upload nothing before your request`,
      }
    case 'upload_not_recorded':
      return {
        text: `${letters} in hand, with no upload recorded`,
        detail: `${who}: look in MyERAS, and enter the day`,
      }
    case 'waiver_not_said':
      return { text: `Waiver not noted for ${letters}`, detail: who }
  }
}

/** '3 letters, one uploaded': how many are where. */
export function lettersTotal(letters: readonly TrackedLetter[]): string {
  const uploaded = letters.filter(({ uploadedOn }) => uploadedOn !== null).length
  const before = letters.filter(({ former, uploadedOn }) => former?.uploadedOn != null && uploadedOn === null)
  const total = `${letters.length} ${letters.length === 1 ? 'letter' : 'letters'}, ${uploaded === 0 ? 'none' : uploaded} uploaded`
  return before.length === 0 ? total : `${total} for this season, ${before.length} for an earlier one`
}

/** Letters in one sentence: how many are where, the weightiest problem first. */
export function lettersSentence(
  letters: readonly TrackedLetter[],
  problems: readonly LetterProblem[],
): string {
  if (letters.length === 0) return 'No letter is entered yet.'
  const total = lettersTotal(letters)
  const first = problems[0]
  if (!first) return `${total}. Nothing about them waits for you today.`
  const { text } = letterProblemWords(first)
  return `${text}${problems.length > 1 ? `, and ${problems.length - 1} more to look at` : ''}. ${total}.`
}
