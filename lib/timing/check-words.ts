import type { CalendarDate } from '@/lib/dates/calendar-date'

import type { Simulation } from './simulate'
import { type CheckState, SITTING_CHECKS, type SittingCheck, type SittingCheckKey } from './simulate-checks'

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

/** One answer of a rule, with the dates that it holds for; `isForAll` where it is the same for every date. */
export type CheckAnswer = {
  state: CheckState
  text: string
  dates: readonly CalendarDate[]
  isForAll: boolean
}
export type CheckGroup = {
  key: SittingCheckKey
  answers: readonly CheckAnswer[]
  rule: SittingCheck['rule']
  source: SittingCheck['source']
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
      const dates = [...new Set(same.map(({ on }) => on))]
      return [{ state: one.check.state, text, dates, isForAll: same.length === sittings.length }]
    })
    return [{ key, answers, rule: first.rule, source: first.source }]
  })
}
