import type { GeneticsAreaResult } from '@/lib/exams/practice-detail'
import { readExam } from '@/lib/fit/exam-reading'
import type { Applicant } from '@/lib/profile/applicant'
import { strengthsOf, strengthWords } from '@/lib/strategy/strengths'
import { type TalkingPoint, talkingPoints } from '@/lib/study/talking-points'

export type Preparation = {
  /** True sentences' halves, from the profile alone (E2, F7). */
  strengths: readonly string[]
  /** Prompts from strong genetics areas (C12). */
  points: readonly TalkingPoint[]
  /** What interviewers ask about a record like this one, and how to say it once (B6, E3). */
  careful: readonly string[]
}

/** What a person may truly bring to an interview, and what they will be asked about. Nothing is made up or rounded up. */
export function preparationOf(
  applicant: Applicant | null,
  practice: readonly { id: string; genetics: readonly GeneticsAreaResult[] }[],
): Preparation {
  if (applicant === null) return { strengths: [], points: [], careful: [] }
  return {
    strengths: strengthsOf(applicant).map((strength) => sentence(strengthWords(strength))),
    points: talkingPoints(
      practice.map(({ id, genetics }) => ({
        resultId: id,
        isMixed: null,
        weakSystems: null,
        weakTopics: null,
        genetics,
      })),
    ),
    careful: carefulPoints(applicant),
  }
}

function carefulPoints(applicant: Applicant): readonly string[] {
  const fails = (['step1', 'step2ck'] as const).some((exam) => readExam(applicant.attempts, exam).fails > 0)
  return [
    ...(fails
      ? [
          'The attempt that did not pass: what happened in one sentence, what you changed in the next, then what came of it. No excuses, no pity, and then go on (B6, E3).',
        ]
      : []),
    ...(applicant.visa.need === 'needs_visa'
      ? [
          'Your visa: say which one you need and what you have done for it. Ask who in the office helps with it.',
        ]
      : []),
    'Why genetics: one patient or one family, and what you did next (E3).',
  ]
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
