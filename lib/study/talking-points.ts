import type { CalendarDate } from '@/lib/dates/calendar-date'
import { GENETICS_AREAS, type GeneticsArea, type PracticeDetail } from '@/lib/exams/practice-detail'
import { GENETICS_AREA_LABELS } from '@/lib/exams/practice-detail-words'

/** From this per cent, on this many questions, an area is called strong. Our reading of C12: the article names no number. */
export const STRONG_AREA = { percent: 70, questions: 20 } as const

export type AreaProgress = {
  area: GeneticsArea
  questions: number
  /** Right answers weighted by their questions; null without a question count. */
  percent: number | null
  state: 'strong' | 'building' | 'few_questions' | 'not_said'
}

/** The five genetics areas over all practice details (C12); what has no count of questions cannot be added up. */
export function geneticsProgress(details: readonly PracticeDetail[]): readonly AreaProgress[] {
  return GENETICS_AREAS.map((area): AreaProgress => {
    let questions = 0
    let right = 0
    for (const detail of details) {
      for (const result of detail.genetics) {
        if (result.area !== area || result.percent === null || result.questions === null) continue
        questions += result.questions
        right += (result.questions * result.percent) / 100
      }
    }
    const percent = questions === 0 ? null : (100 * right) / questions
    return { area, questions, percent, state: stateOf(questions, percent) }
  })
}

function stateOf(questions: number, percent: number | null): AreaProgress['state'] {
  if (percent === null) return 'not_said'
  if (questions < STRONG_AREA.questions) return 'few_questions'
  return percent >= STRONG_AREA.percent ? 'strong' : 'building'
}

export type TalkingPoint = { area: GeneticsArea; title: string; evidence: string; prompts: readonly string[] }

/** What an applicant can bring to an interview from strong areas: prompts to answer in their own words, never a script. */
export function talkingPoints(details: readonly PracticeDetail[]): readonly TalkingPoint[] {
  return geneticsProgress(details)
    .filter((progress) => progress.state === 'strong')
    .sort((a, b) => (b.percent ?? 0) - (a.percent ?? 0))
    .map(({ area, percent, questions }) => ({
      area,
      title: GENETICS_AREA_LABELS[area],
      evidence: `${Math.round(percent ?? 0)} per cent of ${questions} practice questions were right.`,
      prompts: [
        PROMPTS[area],
        'Say what you learned and how you use it; leave the percentage itself at home.',
      ],
    }))
}

const PROMPTS: Readonly<Record<GeneticsArea, string>> = {
  metabolism:
    'Which patient made you think of an inborn error of metabolism, and what did you ask for first?',
  dysmorphology:
    'Which child’s features did you put together, and how did you talk with the family before a diagnosis?',
  prenatal: 'How did you explain what a prenatal screen can and cannot tell to a couple?',
  cancer_genetics: 'Which family history made you think beyond one patient, and whom would you have tested?',
  pharmacogenomics: 'Where did a genotype change, or should it have changed, a drug or a dose you saw given?',
}

/** Where study stands to gain next: areas with too few questions or below the strong mark, weakest first. */
export function areasToBuild(details: readonly PracticeDetail[]): readonly GeneticsArea[] {
  return geneticsProgress(details)
    .filter((progress) => progress.state !== 'strong')
    .sort((a, b) => (a.percent ?? -1) - (b.percent ?? -1))
    .map((progress) => progress.area)
}

export type WeakArea<T extends string> = { area: T; times: number; lastOn: CalendarDate }

/** How often each area was named weak, the most often and latest first (C11). */
export function weakAreas<T extends string>(
  named: readonly { on: CalendarDate; areas: readonly T[] | null }[],
): readonly WeakArea<T>[] {
  const found = new Map<T, WeakArea<T>>()
  for (const { on, areas } of named) {
    for (const area of new Set(areas ?? [])) {
      const held = found.get(area)
      found.set(area, {
        area,
        times: (held?.times ?? 0) + 1,
        lastOn: held && held.lastOn > on ? held.lastOn : on,
      })
    }
  }
  return [...found.values()].sort(
    (a, b) =>
      b.times - a.times || (a.lastOn > b.lastOn ? -1 : a.lastOn < b.lastOn ? 1 : a.area < b.area ? -1 : 1),
  )
}
