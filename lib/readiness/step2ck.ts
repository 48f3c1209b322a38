import { addDays, type CalendarDate, daysBetween } from '@/lib/dates/calendar-date'
import { formatDate } from '@/lib/dates/format'
import type { PracticeResult } from '@/lib/exams/practice'
import type { BankSnapshot } from '@/lib/exams/practice-detail'
import { QUESTION_BANK_LABELS } from '@/lib/exams/practice-detail-words'
import { attemptLimitOn } from '@/lib/facts/attempt-rules'
import { passingStandardOn } from '@/lib/facts/exam-standards'
import { CCSSA, FREE_120 } from '@/lib/facts/nbme'
import { bandOf, type Distribution } from '@/lib/forecast/forecast'

import { DELAY_WEEKS, type Evidence, type Readiness, verdictOf, waitingFor } from './evidence'
import { type HabitAnswers, habitEvidence } from './habits'

/** The article's aims for Step 2 CK (C9, C10). */
export const STEP2CK_AIMS = {
  coveredPercent: 100,
  correctPercent: { from: 60, to: 70 },
  lastWeeks: { from: 4, to: 6 },
  forms: { from: 2, to: 3 },
} as const

/** The forecast for the exam day; with its contributions the margin can say which results it rests on. */
export type ReadinessForecast = Distribution & { contributions?: readonly { id: string }[] }

/**
 * Whether the evidence for sitting Step 2 CK is there: bank covered once, 60 to 70 per cent timed and mixed in the last
 * four to six weeks (C9), two to three NBME forms (C10), and a forecast whose band lies above the passing standard of
 * the exam day (C7). Habits (C13, C14) are shown beside it. `today` is the person's own day; `forecast` is the one for
 * the exam day.
 */
export function step2ckReadiness({
  results,
  snapshots,
  habits = {},
  forecast,
  examOn,
  today,
}: {
  results: readonly PracticeResult[]
  snapshots: readonly BankSnapshot[]
  habits?: HabitAnswers
  forecast: ReadinessForecast | null
  examOn: CalendarDate | null
  today: CalendarDate
}): Readiness {
  const own = snapshots.filter((snapshot) => snapshot.exam === 'step2ck').sort(byDay)
  const evidence = [
    coverageLine(own, examOn),
    timedMixedLine(own, examOn, today),
    formsLine(results),
    marginLine(forecast, examOn),
    free120Line(results),
    ...habitEvidence(habits),
  ].filter((line) => line !== null)
  const verdict = verdictOf(evidence)
  const isBelow = evidence.some((line) => line.key === 'margin' && line.state === 'not_yet')
  return {
    exam: 'step2ck',
    examOn,
    verdict,
    text: verdictText(verdict, evidence, examOn),
    why: isBelow ? delayReasons(examOn ?? today) : [],
    evidence,
    delay:
      isBelow && examOn !== null && daysBetween(today, examOn) <= DELAY_WEEKS.to * 7
        ? {
            weeks: DELAY_WEEKS,
            from: addDays(examOn, DELAY_WEEKS.from * 7),
            until: addDays(examOn, DELAY_WEEKS.to * 7),
          }
        : null,
  }
}

function byDay(a: BankSnapshot, b: BankSnapshot): number {
  return a.takenOn < b.takenOn ? -1 : a.takenOn > b.takenOn ? 1 : a.id < b.id ? -1 : 1
}

/** The bank that is furthest along counts: the article asks for one bank, once. */
function coverageLine(snapshots: readonly BankSnapshot[], examOn: CalendarDate | null): Evidence {
  const best = snapshots.reduce<BankSnapshot | null>(
    (found, snapshot) => ((snapshot.coveredPercent ?? -1) >= (found?.coveredPercent ?? 0) ? snapshot : found),
    null,
  )
  const common = {
    key: 'coverage',
    isNeeded: true,
    criteria: ['C9'],
    rule: null,
    restsOn: best ? [best.id] : [],
  } as const
  const covered = best?.coveredPercent ?? null
  if (!best || covered === null) {
    return {
      ...common,
      state: 'not_said',
      text: 'How much of the question bank is done is not recorded.',
      change: 'A snapshot of your question bank in the practice log.',
    }
  }
  const text = `${QUESTION_BANK_LABELS[best.bank]}: ${covered} per cent done on ${formatDate(best.takenOn)}`
  if (covered >= STEP2CK_AIMS.coveredPercent)
    return { ...common, state: 'met', text: `${text}, once through.`, change: null }
  const by =
    examOn === null ? 'before the exam' : `by ${formatDate(addDays(examOn, -7))}, a week before the exam`
  const left = Math.round((STEP2CK_AIMS.coveredPercent - covered) * 10) / 10
  return {
    ...common,
    state: 'not_yet',
    text: `${text}; the aim is once through ${by}.`,
    change: `The other ${left} per cent of the bank done ${by}.`,
  }
}

function timedMixedLine(
  snapshots: readonly BankSnapshot[],
  examOn: CalendarDate | null,
  today: CalendarDate,
): Evidence {
  const { correctPercent: aim, lastWeeks } = STEP2CK_AIMS
  const aimWords = `${aim.from} to ${aim.to} per cent or more, timed and mixed, in the last ${lastWeeks.from} to ${lastWeeks.to} weeks`
  const opens = examOn === null ? addDays(today, -lastWeeks.to * 7) : addDays(examOn, -lastWeeks.to * 7)
  const withPercent = snapshots.filter((snapshot) => snapshot.correctPercent !== null)
  const fitting = withPercent.filter((snapshot) => snapshot.mode === 'timed_mixed')
  const last = fitting.findLast((snapshot) => snapshot.takenOn >= opens)
  const soFar = last ?? fitting.at(-1)
  const common = {
    key: 'timed_mixed',
    isNeeded: true,
    criteria: ['C9'],
    rule: null,
    restsOn: soFar ? [soFar.id] : [],
    change: `A snapshot of ${aim.from} per cent or more, timed and mixed, on ${formatDate(opens)} or later.`,
  } as const
  if (last) {
    const text = `${last.correctPercent} per cent on ${formatDate(last.takenOn)}; the aim is ${aimWords}.`
    return (last.correctPercent ?? 0) >= aim.from
      ? { ...common, state: 'met', text, change: null }
      : { ...common, state: 'not_yet', text }
  }
  if (today < opens) {
    const known = soFar ? ` So far: ${soFar.correctPercent} per cent on ${formatDate(soFar.takenOn)}.` : ''
    return { ...common, state: 'not_yet', text: `Counts from ${formatDate(opens)} on: ${aimWords}.${known}` }
  }
  if (withPercent.length === 0) {
    return { ...common, state: 'not_said', text: `No per cent correct is recorded; the aim is ${aimWords}.` }
  }
  return {
    ...common,
    state: 'not_yet',
    text: `What is recorded was not timed and mixed, or is older than ${formatDate(opens)}; the aim is ${aimWords}.`,
  }
}

function formsLine(results: readonly PracticeResult[]): Evidence {
  const { from, to } = STEP2CK_AIMS.forms
  const counted = results.filter((result) => result.kind === 'nbme_ccssa' && result.isTimed !== false)
  const count = counted.length
  const missing = from - count
  const common = {
    key: 'forms',
    isNeeded: true,
    criteria: ['C10'],
    rule: CCSSA,
    restsOn: counted.map(({ id }) => id).sort(),
    change: missing <= 0 ? null : `${missing === 1 ? 'One more timed NBME form' : 'Two timed NBME forms'}.`,
  } as const
  if (!results.some((result) => result.exam === 'step2ck'))
    return { ...common, state: 'not_said', text: `No NBME form is recorded; ${from} to ${to} are the aim.` }
  const forms = `${count} timed NBME ${count === 1 ? 'form' : 'forms'}`
  return missing <= 0
    ? { ...common, state: 'met', text: `${forms}; ${from} to ${to} are the aim.` }
    : { ...common, state: 'not_yet', text: `${forms} so far; ${from} to ${to} are the aim.` }
}

function marginLine(forecast: ReadinessForecast | null, examOn: CalendarDate | null): Evidence {
  const standard = examOn === null ? null : passingStandardOn('step2ck', examOn)
  const common = {
    key: 'margin',
    isNeeded: true,
    criteria: ['C7'],
    rule: standard,
    restsOn: (forecast?.contributions ?? []).map(({ id }) => id).sort(),
  } as const
  if (!forecast || !standard) {
    const missing = examOn === null ? 'an exam day' : 'a practice result with a score'
    return {
      ...common,
      state: 'not_said',
      text: `The forecast needs ${missing}.`,
      change: `${missing.charAt(0).toUpperCase()}${missing.slice(1)}, so that a forecast can be made.`,
    }
  }
  const { low, high } = bandOf(forecast)
  const band = `Two results in three would fall between ${low} and ${high}`
  return low >= standard.value
    ? {
        ...common,
        state: 'met',
        text: `${band}, at or above the passing standard of ${standard.value}.`,
        change: null,
      }
    : {
        ...common,
        state: 'not_yet',
        text: `${band}, which reaches below the passing standard of ${standard.value}: below it is a fail, not a low score.`,
        change: `A forecast whose lower end is at ${standard.value} or above; it is ${standard.value - low} ${standard.value - low === 1 ? 'point' : 'points'} below. Higher or further practice results move it.`,
      }
}

function free120Line(results: readonly PracticeResult[]): Evidence | null {
  const last = results
    .filter((result) => result.exam === 'step2ck' && result.kind === 'free120' && result.percent !== null)
    .sort((a, b) => (a.takenOn < b.takenOn ? -1 : 1))
    .at(-1)
  if (!last) return null
  return {
    key: 'free120',
    state: 'met',
    isNeeded: false,
    text: `Free 120: ${last.percent} per cent on ${formatDate(last.takenOn)}. It has no official conversion and is read beside the forms.`,
    criteria: ['C10'],
    rule: FREE_120,
    restsOn: [last.id],
    change: null,
  }
}

function verdictText(
  verdict: Readiness['verdict'],
  evidence: readonly Evidence[],
  examOn: CalendarDate | null,
): string {
  const when = examOn === null ? 'Step 2 CK' : `Step 2 CK on ${formatDate(examOn)}`
  switch (verdict) {
    case 'ready':
      return `The evidence for ${when} is there. It is no guarantee, and nobody can give one.`
    case 'not_said':
      return `Not enough is recorded for ${when}: ${waitingFor(evidence, 'not_said')}.`
    case 'not_yet':
      return `Not yet for ${when}: still open: ${waitingFor(evidence, 'not_yet')}.`
  }
}

function delayReasons(on: CalendarDate): readonly string[] {
  const limit = attemptLimitOn(on)?.value
  return [
    'A fail stays on the transcript for good; a later date does not show there (C7).',
    limit === undefined ? 'A fail counts as an attempt.' : `A fail uses one of at most ${limit} attempts.`,
    'Against this stands the season: compare the dates in the simulator before you decide (C6, C8).',
  ]
}
