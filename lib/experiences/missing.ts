import type { CalendarDate } from '@/lib/dates/calendar-date'
import { MOST_EXPERIENCES, MOST_MEANINGFUL } from './experience'
import { experienceProblems, type ShownExperience } from './from-profile'

/** What the chosen experiences lack together, as sentences, the weightier first; the overview of documents says the same. */
export function experiencesMissing({
  ten,
  untaken,
  today,
}: {
  ten: readonly ShownExperience[]
  /** Entries of the profile that nobody has taken yet. */
  untaken: number
  today: CalendarDate
}): readonly string[] {
  const having = (...codes: readonly string[]) =>
    ten.filter((one) => experienceProblems(one, today).some(({ code }) => codes.includes(code))).length
  const over = having('too_long', 'meaning_too_long')
  const undated = having('no_dates')
  const undescribed = having('no_description', 'unfinished')
  const meaningful = ten.filter(({ isMeaningful }) => isMeaningful).length
  const hasGenetics = ten.some(({ isGenetics }) => isGenetics)
  return [
    ...(over > 0 ? [`${over} ${over === 1 ? 'is' : 'are'} longer than MyERAS takes.`] : []),
    ...(ten.length > 0 && !hasGenetics ? ['None of them is in genetics.'] : []),
    ...(undated > 0 ? [`${undated} ${undated === 1 ? 'has' : 'have'} no dates.`] : []),
    ...(undescribed > 0 ? [`${undescribed} ${undescribed === 1 ? 'waits' : 'wait'} for a description.`] : []),
    ...(ten.length > 0 && meaningful === 0
      ? [`None is marked as most meaningful; up to ${MOST_MEANINGFUL} may be.`]
      : []),
    ...(untaken > 0 && ten.length < MOST_EXPERIENCES
      ? [
          `${untaken} ${untaken === 1 ? 'entry' : 'entries'} of your profile ${untaken === 1 ? 'is' : 'are'} not chosen.`,
        ]
      : []),
  ]
}
