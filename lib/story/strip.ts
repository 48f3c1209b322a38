import { addMonths, type CalendarDate, earliestOf, latestOf } from '@/lib/dates/calendar-date'
import { EXAM_LABELS } from '@/lib/exams/attempt-words'
import { attemptsAt } from '@/lib/exams/summary'
import {
  TRAJECTORY_LABELS,
  type TrajectoryPart,
  type TrajectoryPartKey,
  trajectory,
} from '@/lib/strategy/trajectory'
import type { StoryItem } from './items'
import type { DatedSpan, StoryRecord } from './record'

export type StripMark = { key: string; label: string; span: DatedSpan; isPlanned: boolean }
export type StripLane = {
  key: TrajectoryPartKey
  label: string
  state: TrajectoryPart['state']
  text: string
  marks: readonly StripMark[]
  /** Items of this part that have no dates yet: listed, never placed. */
  undated: readonly StoryItem[]
}
export type StoryStrip = {
  lanes: readonly StripLane[]
  from: CalendarDate
  to: CalendarDate
  undated: number
}

/** Parts whose items are dated among the experiences; the others have their days already, or are undated by nature. */
const DATED_BY_EXPERIENCE = /^(?:clinical|research):/

/**
 * E1's six parts on one line of time. An item without dates is listed beside its part and never placed by a guess; a
 * planned exam stands on its day and is marked as planned.
 */
export function storyStrip(
  record: StoryRecord,
  items: readonly StoryItem[],
  today: CalendarDate,
): StoryStrip {
  const lanes = trajectory(record.applicant).map(({ key, state, text }): StripLane => {
    const own = items.filter(({ part }) => part === key)
    const marks = own.flatMap(({ key, label, span }) =>
      span ? [{ key, label, span, isPlanned: false }] : [],
    )
    return {
      key,
      state,
      text,
      label: TRAJECTORY_LABELS[key],
      marks: [...marks, ...planned(record, key), ...written(record, key)].sort((a, b) =>
        a.span.startOn < b.span.startOn ? -1 : 1,
      ),
      undated: own.filter((item) => item.span === null && DATED_BY_EXPERIENCE.test(item.key)),
    }
  })
  const days = lanes.flatMap(({ marks }) => marks.flatMap(({ span }) => [span.startOn, span.endOn ?? today]))
  return {
    lanes,
    from: addMonths(earliestOf(today, ...days), -2),
    to: addMonths(latestOf(today, ...days), 2),
    undated: lanes.reduce((sum, { undated }) => sum + undated.length, 0),
  }
}

/** A statement stands on the day on which it was last changed; it is no item, since no sentence rests on it. */
function written({ statements }: StoryRecord, part: TrajectoryPartKey): StripMark[] {
  return part !== 'letters'
    ? []
    : statements.map(({ id, title, changedOn }) => ({
        key: `statement:${id}`,
        label: `Personal statement “${title}”`,
        span: { startOn: changedOn, endOn: changedOn, isOngoing: false },
        isPlanned: false,
      }))
}

function planned({ applicant }: StoryRecord, key: TrajectoryPartKey): StripMark[] {
  const exams =
    key === 'step1' ? (['step1'] as const) : key === 'step2ck' ? (['step2ck', 'step3'] as const) : []
  return exams.flatMap((exam) =>
    attemptsAt(applicant.attempts ?? [], exam)
      .filter(({ outcome }) => outcome === 'planned' || outcome === 'pending')
      .map(({ takenOn, outcome }) => ({
        key: `attempt:${exam}:${takenOn}`,
        label: `${EXAM_LABELS[exam]}, ${outcome === 'planned' ? 'planned' : 'waiting for the result'}`,
        span: { startOn: takenOn, endOn: takenOn, isOngoing: false },
        isPlanned: true,
      })),
  )
}
