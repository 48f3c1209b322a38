import type { CalendarDate } from '@/lib/dates/calendar-date'
import type { LetterStage, StageDays, TrackedLetter } from './letter'

const DAY_OF = {
  created: 'createdOn',
  confirmed: 'confirmedOn',
  requested: 'requestedOn',
  uploaded: 'uploadedOn',
} as const satisfies Partial<Record<LetterStage, keyof StageDays>>

export const DATED_STAGES = ['created', 'confirmed', 'requested', 'uploaded'] as const
export type DatedStage = (typeof DATED_STAGES)[number]

/** The days alone of something that has more. */
export function stageDaysOf({ createdOn, confirmedOn, requestedOn, uploadedOn }: StageDays): StageDays {
  return { createdOn, confirmedOn, requestedOn, uploadedOn }
}

export function dayOfStage(days: StageDays, stage: DatedStage): CalendarDate | null {
  return days[DAY_OF[stage]]
}

/** The first day on which it was assigned to a program in ERAS; null while it is only planned, or not at all. */
export function assignedSince({ assignments }: Pick<TrackedLetter, 'assignments'>): CalendarDate | null {
  return assignments.reduce<CalendarDate | null>(
    (first, { assignedOn }) =>
      assignedOn !== null && (first === null || assignedOn < first) ? assignedOn : first,
    null,
  )
}

/** The furthest stage that is recorded; null when none is. Stages that were not written down are not asked for. */
export function stageOf(letter: StageDays & Pick<TrackedLetter, 'assignments'>): LetterStage | null {
  if (assignedSince(letter) !== null) return 'assigned'
  return [...DATED_STAGES].reverse().find((stage) => dayOfStage(letter, stage) !== null) ?? null
}

/** What cannot be true of the days, each at its field: one that is still ahead, and one before an earlier stage's. */
export function stageProblems(
  days: StageDays,
  today: CalendarDate,
): readonly { field: keyof StageDays; message: string }[] {
  return DATED_STAGES.flatMap((stage, index) => {
    const field = DAY_OF[stage]
    const on = days[field]
    if (on === null) return []
    if (on > today) return [{ field, message: 'This day is still ahead: enter it once it has happened' }]
    const before = DATED_STAGES.slice(0, index).find((earlier) => (dayOfStage(days, earlier) ?? on) > on)
    return before
      ? [{ field, message: `It cannot be ${stage} before it was ${before}: check the two days` }]
      : []
  })
}
