import type { CalendarDate } from '@/lib/dates/calendar-date'
import type { CycleOutcome } from '@/lib/season/cycle'
import type { SoapEligibility } from './desk'
import type { SoapWeek } from './week'

/** The one thing that the home page shows after an unmatched result (DESIGN.md section 12). */
export type StepAfterResult =
  | 'soap'
  | 'answer_soap'
  | 'other_programs'
  | 'unfilled_list'
  | 'close_cycle'
  | 'next_cycle'

export function stepAfterResult({
  state,
  phase,
  outcome,
  today,
  unfilledUntil,
}: {
  state: SoapEligibility['state']
  phase: SoapWeek['phase']
  outcome: CycleOutcome | null
  today: CalendarDate
  unfilledUntil: CalendarDate
}): StepAfterResult {
  if (outcome !== null) return 'next_cycle'
  if (phase !== 'over') {
    if (state === 'open') return 'answer_soap'
    return state === 'not_eligible' ? 'other_programs' : 'soap'
  }
  return today <= unfilledUntil ? 'unfilled_list' : 'close_cycle'
}

export const STEP_AFTER_RESULT_WORDS: Readonly<
  Record<StepAfterResult, { title: string; text: string; href: string; link: string }>
> = {
  soap: {
    title: 'SOAP is the next step',
    text: 'You may take part. The page leads through it hour by hour; you need to hold nothing in your head.',
    href: '/soap',
    link: 'Open SOAP',
  },
  answer_soap: {
    title: 'Two answers decide whether SOAP is open to you',
    text: 'Whether you are registered with NRMP, and whether ECFMG confirmed your requirements in time.',
    href: '/soap#who',
    link: 'Answer them',
  },
  other_programs: {
    title: 'Programs outside the Match are the next step',
    text: 'SOAP is not open to you in this cycle. From Tuesday of Match Week you may approach programs that are not in the Match.',
    href: '/soap#afterwards',
    link: 'What you may do, and from when',
  },
  unfilled_list: {
    title: 'Places that are still unfilled',
    text: 'SOAP has ended, so you may write to programs yourself. The list of unfilled programs stays open until 1 May.',
    href: '/soap#afterwards',
    link: 'What comes after SOAP',
  },
  close_cycle: {
    title: 'Close this cycle when you are ready',
    text: 'There is no hurry. All of it is kept, and the next one can begin from it.',
    href: '/cycles',
    link: 'Your cycles',
  },
  next_cycle: {
    title: 'The next cycle can begin from this one',
    text: 'When you want to. You will see for each program what is different this year.',
    href: '/cycles',
    link: 'Your cycles',
  },
}
