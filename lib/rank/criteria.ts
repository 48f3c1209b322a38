import { CRITERIA, CRITERION_WORDS, type Mark } from '@/lib/interviews/impression'

/** How much a criterion counts: 0 is not at all. */
export const WEIGHTS = [0, 1, 2, 3, 4, 5] as const
export type Weight = (typeof WEIGHTS)[number]

/** Until a person says otherwise, everything counts the same. */
export const EVEN_WEIGHT: Weight = 3

export const WEIGHT_WORDS: Readonly<Record<Weight, string>> = {
  0: 'Does not count',
  1: 'A little',
  2: 'Some',
  3: 'Much',
  4: 'Very much',
  5: 'Most of all',
}

export type RankCriterion = {
  /** A known criterion's own code, or 'own-…'. */
  code: string
  label: string
  hint: string | null
  weight: Weight
  isOwn: boolean
}

/** Marks of one program by criterion code. What is not there is not known. */
export type MarksByCode = Readonly<Record<string, Mark>>

/** The known criteria with the person's weights, and after them their own. */
export function criteriaOf(
  saved: readonly { code: string; label: string | null; weight: Weight }[],
): readonly RankCriterion[] {
  const known = CRITERIA.map((code) => ({
    code,
    label: CRITERION_WORDS[code].label,
    hint: CRITERION_WORDS[code].hint,
    weight: saved.find((one) => one.code === code)?.weight ?? EVEN_WEIGHT,
    isOwn: false,
  }))
  const own = saved.flatMap(({ code, label, weight }) =>
    label === null ? [] : [{ code, label, hint: null, weight, isOwn: true }],
  )
  return [...known, ...own]
}

/** What was noted on the day of the interview, and over it what the person has said since. */
export function seededMarks(noted: MarksByCode, said: MarksByCode): MarksByCode {
  return { ...noted, ...said }
}
