import type { Evidence, EvidenceKey, ReadinessCriterion } from './evidence'

/** Habits of study that the article asks for (C10, C13, C14). */
export const STUDY_HABITS = [
  'timed_blocks',
  'biostatistics',
  'stems_aloud',
  'review_resource',
  'rest_day',
  'light_last_week',
] as const
export type StudyHabit = (typeof STUDY_HABITS)[number]

/** What the person says of each; a habit left out is not said. */
export type HabitAnswers = Readonly<Partial<Record<StudyHabit, boolean | null>>>

export const HABIT_LABELS: Readonly<Record<StudyHabit, string>> = {
  timed_blocks: 'Timed blocks from the first day',
  biostatistics: 'Biostatistics and epidemiology every week',
  stems_aloud: 'Question stems read aloud in review',
  review_resource: 'One trusted review resource beside the question bank',
  rest_day: 'A rest day every week in the last eight to ten weeks',
  light_last_week: 'A light last week: review, formulas and sleep, nothing new',
}

/** Why each is worth it, in a sentence. */
export const HABIT_REASONS: Readonly<Record<StudyHabit, string>> = {
  timed_blocks: 'Pace is learned only against the clock.',
  biostatistics: 'Its questions turn on wording, and a geneticist reads studies and variants with it later.',
  stems_aloud: 'It trains reading long English stems closely; skip it if English is your first language.',
  review_resource: 'One source known well serves better than three half read.',
  rest_day: 'It keeps the last weeks sustainable.',
  light_last_week: 'Sleep and recall count for more than anything new.',
}

const CRITERIA: Readonly<Record<StudyHabit, ReadinessCriterion>> = {
  timed_blocks: 'C13',
  biostatistics: 'C13',
  stems_aloud: 'C13',
  review_resource: 'C10',
  rest_day: 'C14',
  light_last_week: 'C14',
}

/** The habits as supporting evidence: they are shown, and the verdict does not wait for them. */
export function habitEvidence(answers: HabitAnswers): readonly Evidence[] {
  return STUDY_HABITS.map((habit): Evidence => {
    const answer = answers[habit] ?? null
    return {
      key: `habit_${habit}` satisfies EvidenceKey,
      state: answer === null ? 'not_said' : answer ? 'met' : 'not_yet',
      text: answer === true ? `${HABIT_LABELS[habit]}.` : `${HABIT_LABELS[habit]}. ${HABIT_REASONS[habit]}`,
      isNeeded: false,
      criteria: [CRITERIA[habit]],
      rule: null,
      restsOn: [],
      change: null,
    }
  })
}
