import type { CalendarDate } from '@/lib/dates/calendar-date'
import { formatDate } from '@/lib/dates/format'

import type { ExamAttempt } from './attempt'
import { EXAM_LABELS } from './attempt-words'
import { passingScore } from './standards'
import { attemptSummary, attemptsAt, wasSat } from './summary'

/** The three things that programs read out of an attempts history (B1). */
export const PROGRAM_READINGS = ['competency', 'reliability', 'consistency'] as const
export type ProgramReadingKey = (typeof PROGRAM_READINGS)[number]

/** 'clear': nothing to explain. 'explain': a reader will ask, and what eases it is said. 'open': not yet decided or not said. */
export const READING_STATES = ['clear', 'explain', 'open'] as const
export type ReadingState = (typeof READING_STATES)[number]

export const READING_LABELS: Readonly<Record<ProgramReadingKey, string>> = {
  competency: 'Competency: is the basic science there?',
  reliability: 'Reliability: passed at the first attempt?',
  consistency: 'Consistency: does Step 2 CK fit Step 1?',
}

export type ProgramReading = {
  key: ProgramReadingKey
  state: ReadingState
  text: string
  /** What eases a reading that will be asked about (B3, C3, G2); empty where nothing needs easing. */
  eases: readonly string[]
  criteria: readonly ('B1' | 'B2' | 'B3' | 'C3' | 'G2')[]
}

/** By how many points Step 2 CK must lie above an old Step 1 number to read as "clearly above" (ours; C3 names none). */
const CLEARLY_ABOVE = 10

/**
 * Attempts as programs read them: competency, reliability, consistency. It reads results alone and shames nobody; since
 * 2022 the missing Step 1 number is neutral. null attempts: nothing is said yet.
 */
export function asProgramsRead(attempts: readonly ExamAttempt[] | null): readonly ProgramReading[] {
  if (attempts === null) {
    return PROGRAM_READINGS.map((key) => ({
      key,
      state: 'open' as const,
      text: 'No exams are recorded yet.',
      eases: [],
      criteria: ['B1'] as const,
    }))
  }
  return [competency(attempts), reliability(attempts), consistency(attempts)]
}

function competency(attempts: readonly ExamAttempt[]): ProgramReading {
  const step1 = attemptSummary(attempts, 'step1')
  const common = { key: 'competency', criteria: ['B1'], eases: [] } as const
  switch (step1.state) {
    case 'passed':
      return {
        ...common,
        state: 'clear',
        text: `Step 1 is passed${step1.lastPassOn ? ` (${formatDate(step1.lastPassOn)})` : ''}: the foundation is shown.`,
      }
    case 'failed':
    case 'incomplete':
      return {
        ...common,
        state: 'explain',
        text: 'Step 1 is not passed yet: programs wait for a pass before they read further.',
        eases: ['A pass on the next attempt, with a steady buffer in practice first.'],
      }
    case 'pending':
    case 'withheld':
      return { ...common, state: 'open', text: 'The result of Step 1 is not in yet.' }
    case 'not_taken':
      return { ...common, state: 'open', text: 'Step 1 is not taken yet.' }
  }
}

function reliability(attempts: readonly ExamAttempt[]): ProgramReading {
  const common = { key: 'reliability' } as const
  const short = (['step1', 'step2ck', 'step3'] as const).flatMap((exam) => {
    const { fails, incomplete } = attemptSummary(attempts, exam)
    return fails + incomplete > 0 ? [{ exam, count: fails + incomplete }] : []
  })
  if (short.length > 0) {
    const which = short
      .map(
        ({ exam, count }) =>
          `${EXAM_LABELS[exam]}: ${count === 1 ? 'one attempt' : `${count} attempts`} without a pass`,
      )
      .join('; ')
    return {
      ...common,
      state: 'explain',
      text: `${which}. It stays visible, and it is not the end: a reader looks for what came after.`,
      eases: [
        'A clearly stronger Step 2 CK.',
        'One brief, honest explanation of what changed.',
        'Clinical evaluations and letters that speak of reliability.',
      ],
      criteria: ['B1', 'B3', 'G2'],
    }
  }
  const sat = attempts.filter((attempt) => attempt.exam !== 'oet' && wasSat(attempt))
  const passed = sat.some((attempt) => attempt.outcome === 'pass')
  if (!passed)
    return { ...common, state: 'open', text: 'No Step has a result yet.', eases: [], criteria: ['B1'] }
  return {
    ...common,
    state: 'clear',
    text: 'Every Step with a result was passed at the first attempt: programs hardly look further here.',
    eases: [],
    criteria: ['B1', 'B2'],
  }
}

function consistency(attempts: readonly ExamAttempt[]): ProgramReading {
  const common = { key: 'consistency', eases: [] as readonly string[] } as const
  const step1 = attemptSummary(attempts, 'step1')
  const step2 = attemptSummary(attempts, 'step2ck')
  if (!step1.passed || !step2.passed) {
    return { ...common, state: 'open', text: 'It is read once both Steps are passed.', criteria: ['B1'] }
  }
  const struggled = step1.fails + step1.incomplete > 0
  if (step2.score === null) {
    return {
      ...common,
      state: 'open',
      text: 'The Step 2 CK score is not recorded: add it to read this.',
      criteria: ['B1'],
    }
  }
  if (step1.score !== null) {
    const rise = step2.score - step1.score
    // The two scales differ; a small distance says nothing either way.
    if (rise >= CLEARLY_ABOVE) {
      return {
        ...common,
        state: 'clear',
        text: `Step 2 CK (${step2.score}) lies clearly above Step 1 (${step1.score}): an upward line.`,
        criteria: ['B1', 'C3'],
      }
    }
    return rise <= -CLEARLY_ABOVE
      ? {
          ...common,
          state: 'explain',
          text: `Step 2 CK (${step2.score}) lies below Step 1 (${step1.score}): a reader will look for the reason.`,
          eases: ['Clinical grades and letters that show current ability.'],
          criteria: ['B1', 'C3'],
        }
      : {
          ...common,
          state: 'clear',
          text: `Step 2 CK (${step2.score}) and Step 1 (${step1.score}) tell the same story.`,
          criteria: ['B1'],
        }
  }
  const room = marginOver(step2.lastPassOn, step2.score)
  if (!struggled) {
    return {
      ...common,
      state: 'clear',
      text: `Step 1 passed at once and Step 2 CK ${step2.score}: nothing pulls apart. Step 1 has no number, which is neutral.`,
      criteria: ['B1', 'B2'],
    }
  }
  return room !== null && room >= CLEARLY_ABOVE
    ? {
        ...common,
        state: 'clear',
        text: `After Step 1, Step 2 CK with ${step2.score} is ${room} above its passing standard: the upward line that programs look for.`,
        criteria: ['B1', 'C3', 'G2'],
      }
    : {
        ...common,
        state: 'explain',
        text: `After Step 1, Step 2 CK with ${step2.score} is close to its passing standard: other evidence must carry the upward line.`,
        eases: [
          'Clinical grades in medicine, pediatrics or neurology.',
          'Genetics research or coursework.',
          'Letters on growth.',
        ],
        criteria: ['B1', 'C3', 'G2'],
      }
}

function marginOver(passedOn: CalendarDate | null, score: number): number | null {
  const standard = passedOn === null ? null : passingScore('step2ck', passedOn)
  return standard === null ? null : score - standard
}

export type HistoryLine = { id: string; on: CalendarDate; text: string }

/** Every attempt that was sat, by date, as a transcript would list it. */
export function historyLines(attempts: readonly ExamAttempt[]): readonly HistoryLine[] {
  return (['step1', 'step2ck', 'step3'] as const)
    .flatMap((exam) =>
      attemptsAt(attempts, exam)
        .filter(wasSat)
        .map((attempt, index) => ({
          id: attempt.id,
          on: attempt.takenOn,
          text: `${EXAM_LABELS[exam]}, attempt ${index + 1}, ${formatDate(attempt.takenOn)}: ${resultWords(attempt)}`,
        })),
    )
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.id < b.id ? -1 : 1))
}

function resultWords({ outcome, score }: ExamAttempt): string {
  const number = score === null ? '' : ` with ${score}`
  switch (outcome) {
    case 'pass':
      return `passed${number}`
    case 'fail':
      return `did not pass${number}`
    case 'incomplete':
      return 'incomplete, counts as an attempt'
    case 'withheld':
      return 'result withheld'
    case 'pending':
      return 'waiting for the result'
    case 'planned':
      return 'planned'
  }
}
