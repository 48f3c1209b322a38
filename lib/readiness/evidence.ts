import type { CalendarDate } from '@/lib/dates/calendar-date'
import type { PracticeExam } from '@/lib/exams/practice'
import type { Sourced } from '@/lib/facts/sourced'

/** Each line of evidence and each verdict is one of these; unknown is never "no". */
export const READINESS_STATES = ['met', 'not_yet', 'not_said'] as const
export type ReadinessState = (typeof READINESS_STATES)[number]

export const READINESS_STATE_LABELS: Readonly<Record<ReadinessState, string>> = {
  met: 'Met',
  not_yet: 'Not yet',
  not_said: 'Not said yet',
}

export const EVIDENCE_KEYS = [
  'assessments',
  'buffer',
  'steady',
  'recent',
  'free120',
  'coverage',
  'timed_mixed',
  'forms',
  'margin',
  'habit_timed_blocks',
  'habit_biostatistics',
  'habit_stems_aloud',
  'habit_review_resource',
  'habit_rest_day',
  'habit_light_last_week',
] as const
export type EvidenceKey = (typeof EVIDENCE_KEYS)[number]

export type ReadinessCriterion = 'B4' | 'C7' | 'C9' | 'C10' | 'C13' | 'C14'

export type Evidence = {
  key: EvidenceKey
  state: ReadinessState
  text: string
  /** false: it is shown and supports, but the verdict does not wait for it. */
  isNeeded: boolean
  criteria: readonly ReadinessCriterion[]
  rule: Sourced<unknown> | null
  /** The ids of the practice results and question-bank snapshots that it was read from. */
  restsOn: readonly string[]
  /** What would turn it into "met", in a sentence; null where it is met already. */
  change: string | null
}

export const READINESS_VERDICTS = ['ready', 'not_yet', 'not_said'] as const
export type ReadinessVerdict = (typeof READINESS_VERDICTS)[number]

/** A verdict about a date, with its evidence. It promises no result. */
export type Readiness = {
  exam: PracticeExam
  examOn: CalendarDate | null
  verdict: ReadinessVerdict
  text: string
  /** Why a delay is cheaper than a fail, where one is advised; else empty. */
  why: readonly string[]
  evidence: readonly Evidence[]
  /** The days that a delay leads to, four to eight weeks after the exam day; null where none is advised. */
  delay: { weeks: { from: number; to: number }; from: CalendarDate; until: CalendarDate } | null
}

/** The verdict that the needed lines allow: one "not yet" outweighs, then one "not said", else ready. */
export function verdictOf(evidence: readonly Evidence[]): ReadinessVerdict {
  const needed = evidence.filter((line) => line.isNeeded)
  if (needed.some((line) => line.state === 'not_yet')) return 'not_yet'
  return needed.some((line) => line.state === 'not_said') ? 'not_said' : 'ready'
}

/** The article's delay for a borderline state (B4), in weeks. */
export const DELAY_WEEKS = { from: 4, to: 8 } as const

/** What the verdict is waiting for, in a few words: 'two NBME assessments, a steady buffer'. */
export function waitingFor(evidence: readonly Evidence[], state: ReadinessState): string {
  return evidence
    .filter((line) => line.isNeeded && line.state === state)
    .map((line) => EVIDENCE_NAMES[line.key])
    .join(', ')
}

export const EVIDENCE_NAMES: Readonly<Record<EvidenceKey, string>> = {
  assessments: 'two NBME assessments',
  buffer: 'a buffer over the low-pass band',
  steady: 'steady results',
  recent: 'a recent assessment',
  free120: 'Free 120',
  coverage: 'the question bank covered once',
  timed_mixed: '60 to 70 per cent, timed and mixed',
  forms: 'two to three NBME forms',
  margin: 'room above the passing standard',
  habit_timed_blocks: 'timed blocks',
  habit_biostatistics: 'regular biostatistics',
  habit_stems_aloud: 'stems read aloud in review',
  habit_review_resource: 'one trusted review resource',
  habit_rest_day: 'a rest day a week',
  habit_light_last_week: 'a light last week',
}
