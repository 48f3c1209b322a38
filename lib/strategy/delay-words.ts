import { formatDate } from '@/lib/dates/format'
import { STANDING_WORDS } from '@/lib/fit/words'
import { dollars } from './cost-words'
import type { Delay, DelayVerdict, YearOfList, YearTask } from './delay'
import type { Moved } from './moves'

/* A year's delay in words. The verdict is about a year and a list, never about a person. */

const VERDICTS: Readonly<Record<DelayVerdict, string>> = {
  now_is_reasonable:
    'With a score in your band and work in genetics behind you, the article sees no need to wait: applying now can be right.',
  year_may_help:
    'With a score in your band and nothing in genetics yet, the article says that a planned year can change how the application reads.',
  weigh:
    'The article gives no clear answer for a profile like yours. Weigh what the year would bring against what it costs.',
  not_said: 'Enter your Step 2 CK and your work in genetics first; then this can be compared.',
}

export function delayVerdictWords(verdict: DelayVerdict): string {
  return VERDICTS[verdict]
}

const TASK_STATES = { there: 'already there', planned: 'planned', missing: 'not planned yet' } as const

/** 'Observe in a US genetics clinic: not planned yet.' Only what this person may lawfully do is named. */
export function yearTaskWords(task: YearTask): string {
  return `${taskTitle(task)}: ${TASK_STATES[task.state]}.`
}

function taskTitle({ code, for: { graduation, visaNeed } }: YearTask): string {
  switch (code) {
    case 'genetics_research':
      return 'Strengthen research in genetics'
    case 'us_clinical_exposure':
      return graduation === 'enrolled'
        ? 'Do an elective in a US genetics clinic, arranged by your school'
        : graduation === 'graduated'
          ? 'Observe in a US genetics clinic'
          : 'Gain clinical exposure in the US, by an elective while enrolled and by observing after graduation'
    case 'laboratory_or_clinic':
      return visaNeed === 'no_visa_needed'
        ? 'Work in a genetics laboratory or clinic'
        : 'Work in a genetics laboratory or clinic, at home where US law does not allow it'
  }
}

/**
 * What needs no year, since it still counts in this cycle; null where there is nothing of the kind. For the place right
 * behind the verdict: whoever can still do it now does not wait for it.
 */
export function needsNoYearWords({ needsNoYear, now }: Delay): string | null {
  if (needsNoYear.length === 0) return null
  const review = reviewWords(now)
  const many = needsNoYear.length > 1
  return `${many ? `${needsNoYear.length} of the steps that would raise or open programs` : 'The step that would raise or open programs'} next season still ${many ? 'count' : 'counts'} in season ${now.season}${review}: begin with ${many ? 'them' : 'it'}, and decide about waiting when you see what has come of ${many ? 'them' : 'it'}.`
}

/** ', whose review opens on 21 July 2027 in the July cycle and on 22 September 2027 in the Main Match': by the list's doors. */
function reviewWords({ reviewOn, hasMainMatch, fellowshipReview }: YearOfList): string {
  const july = fellowshipReview?.on == null ? null : formatDate(fellowshipReview.on)
  const main = reviewOn === null || (!hasMainMatch && july !== null) ? null : formatDate(reviewOn)
  if (july === null) return main === null ? '' : `, whose review opens on ${main}`
  const inMain = main === null ? '' : ` and on ${main} in the Main Match`
  return `, whose review opens on ${july} in the July cycle${inMain}`
}

/** One year in a line: what is open, what it costs, when review begins. */
export function yearWords(year: YearOfList): string {
  const review =
    year.reviewOn === null
      ? 'review day not announced'
      : `review from ${formatDate(year.reviewOn)}${year.isProjected ? ' (projected)' : ''}${year.isAfterReview ? ', which has begun: a new application would be late' : ''}`
  return `Season ${year.season}: ${year.open} open to you, about ${dollars(year.cost.total)}, ${review}.`
}

export function movedWords({ now, next }: Moved): string {
  return `${STANDING_WORDS[now].word} in this cycle, ${STANDING_WORDS[next].word.toLowerCase()} in the next.`
}

/** What the year would do to the list, in one sentence; null while nothing is set, which `waitingAloneWords` says. */
export function delaySentence({ opens, closes, raised, lowered, isAnythingSet }: Delay): string | null {
  if (!isAnythingSet) return null
  const parts: string[] = []
  if (opens.length > 0) parts.push(`opens ${programs(opens.length)}`)
  if (raised.length > 0) parts.push(`raises ${programs(raised.length)}`)
  if (closes.length > 0) parts.push(`closes ${programs(closes.length)}`)
  if (lowered.length > 0) parts.push(`lowers ${programs(lowered.length)}`)
  if (parts.length === 0) return 'With what you have set, the year changes no standing on this list.'
  return `With what you have set, the year ${joined(parts)}.`
}

/** Null where the certificate holds for the later start. */
export function renewCertificateWords({ renewCertificateBefore, next }: Delay): string | null {
  if (renewCertificateBefore === null) return null
  return `Your ECFMG certificate ends on ${formatDate(renewCertificateBefore)}, before training would start on ${formatDate(`${next.season}-07-01`)}: ask ECFMG how to keep it valid before you decide to wait.`
}

/** What waiting does by itself, with nothing gained. */
export function waitingAloneWords({ waitingAlone: { opens, closes, lowered } }: Delay): string {
  if (closes.length + lowered.length + opens.length === 0) {
    return 'Waiting alone changes no standing: only what you do with the year can.'
  }
  const parts: string[] = []
  if (opens.length > 0) parts.push(`${programs(opens.length)} would become a question again or open`)
  if (closes.length > 0) parts.push(`${programs(closes.length)} would close`)
  if (lowered.length > 0) parts.push(`${programs(lowered.length)} would stand lower`)
  return `With nothing gained, ${joined(parts)}.`
}

function programs(count: number): string {
  return `${count} ${count === 1 ? 'program' : 'programs'}`
}

function joined(parts: readonly string[]): string {
  return parts.length <= 1 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
}
