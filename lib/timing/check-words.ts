import { formatShortDate } from '@/lib/dates/format'

import type { Simulation } from './simulate'
import { type CheckState, SITTING_CHECKS, type SittingCheck, type SittingCheckKey } from './simulate-checks'
import { CHECK_STATE_LABELS } from './simulate-words'

export const CHECK_TITLES: Readonly<Record<SittingCheckKey, string>> = {
  exam_day: 'The day itself',
  step1: 'Step 1',
  eligibility_period: 'Eligibility period',
  attempt_limit: 'Four attempts',
  attempt_spacing: 'Time between attempts',
  seven_years: 'Seven years',
  rank_list: 'Rank list',
  ecfmg_pathways: 'ECFMG Pathways',
  step3_h1b: 'Step 3 before an H-1B',
}

/** One answer of a rule; `dates` names the days that it holds for, null where it is the same for every date. */
export type CheckAnswer = { state: CheckState; word: string; text: string; dates: string | null }

export type CheckGroup = {
  key: SittingCheckKey
  title: string
  answers: readonly CheckAnswer[]
  source: SittingCheck['source']
  confidence: string | null
}

/** The checks rule by rule instead of date by date, so that what is the same for every date is said once. */
export function checkGroups({ sittings }: Simulation): readonly CheckGroup[] {
  return SITTING_CHECKS.flatMap((key) => {
    const found = sittings.flatMap((sitting) =>
      sitting.checks.filter((check) => check.key === key).map((check) => ({ check, on: sitting.examOn })),
    )
    const first = found.find(({ check }) => check.source)?.check ?? found[0]?.check
    if (!first) return []
    const texts = [...new Set(found.map(({ check }) => check.text))]
    const answers = texts.flatMap((text): CheckAnswer[] => {
      const same = found.filter(({ check }) => check.text === text)
      const [one] = same
      if (!one) return []
      const { state } = one.check
      const dates = [...new Set(same.map(({ on }) => formatShortDate(on)))].join(', ')
      return [
        {
          state,
          word: CHECK_STATE_LABELS[state],
          text,
          dates: same.length === sittings.length ? null : dates,
        },
      ]
    })
    const confidence = first.rule?.confidence ?? null
    return [{ key, title: CHECK_TITLES[key], answers, source: first.source, confidence }]
  })
}
