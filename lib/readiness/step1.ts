import { addDays, type CalendarDate, daysBetween } from '@/lib/dates/calendar-date'
import { formatDate } from '@/lib/dates/format'
import type { PracticeResult } from '@/lib/exams/practice'
import { attemptLimitOn } from '@/lib/facts/attempt-rules'
import { CBSSA, CBSSA_SCENARIOS, type CbssaState, FREE_120 } from '@/lib/facts/nbme'

import { DELAY_WEEKS, type Evidence, type Readiness, verdictOf, waitingFor } from './evidence'

/** The band just above the passing mark, in per cent, as printed on a CBSSA report. */
export type LowPassBand = { from: number; to: number }

/** How many assessments B4 asks for, and how old the newest may be (an assumption of ours). */
const LEAST_ASSESSMENTS = 2
const RECENT_DAYS = 42

/**
 * Where one CBSSA result stands by NBME's own four descriptions: the likely range (result plus or minus NBME's stated
 * precision) against the low-pass band. Never a chance to pass: no trustworthy table exists.
 */
export function cbssaState(percent: number, band: LowPassBand = CBSSA.value.lowPassBand): CbssaState {
  const { precisionPercent } = CBSSA.value
  if (percent + precisionPercent < band.from) return 'at_risk'
  if (percent - precisionPercent < band.from) return 'borderline'
  return percent - precisionPercent > band.to ? 'likely_ready' : 'near'
}

/**
 * Whether the evidence for sitting Step 1 is there (B4): two or more NBME assessments, the last two with their whole
 * likely range above the low-pass band, not falling, and recent. `band` is the one on the person's own report; null
 * takes the default, which was measured off a sample. `today` is the person's own day.
 */
export function step1Readiness({
  results,
  examOn,
  today,
  band = null,
}: {
  results: readonly PracticeResult[]
  examOn: CalendarDate | null
  today: CalendarDate
  band?: LowPassBand | null
}): Readiness {
  const held = band ?? CBSSA.value.lowPassBand
  const all = cbssaResults(results)
  const forms = all.filter((form) => form.isTimed !== false)
  const evidence = [
    assessmentsLine(forms, all.length - forms.length),
    bufferLine(forms, held, band !== null),
    steadyLine(forms),
    recentLine(forms, today),
    free120Line(results),
  ].filter((line) => line !== null)
  const verdict = verdictOf(evidence)
  const worst = forms.slice(-LEAST_ASSESSMENTS).map(({ percent }) => cbssaState(percent, held))
  const delay = verdict === 'ready' || examOn === null ? null : delayOf(examOn, today, worst)
  return {
    exam: 'step1',
    examOn,
    verdict,
    text: verdictText(verdict, evidence, examOn, delay),
    why: verdict === 'not_yet' ? delayReasons(examOn ?? today) : [],
    evidence,
    delay,
  }
}

type Form = { id: string; takenOn: CalendarDate; percent: number; isTimed: boolean | null }

/** CBSSA results from the first to the last; the order of the input is irrelevant. */
function cbssaResults(results: readonly PracticeResult[]): readonly Form[] {
  return results
    .flatMap(({ id, kind, takenOn, percent, isTimed }) =>
      kind === 'nbme_cbssa' && percent !== null ? { id, takenOn, percent, isTimed } : [],
    )
    .sort((a, b) => (a.takenOn < b.takenOn ? -1 : a.takenOn > b.takenOn ? 1 : a.id < b.id ? -1 : 1))
}

function assessmentsLine(forms: readonly Form[], untimed: number): Evidence {
  const missing = LEAST_ASSESSMENTS - forms.length
  const common = {
    key: 'assessments',
    isNeeded: true,
    criteria: ['B4'],
    rule: null,
    restsOn: idsOf(forms),
    change:
      missing <= 0
        ? null
        : `${missing === 1 ? 'One more NBME assessment' : 'Two NBME assessments'}, timed, in the practice log.`,
  } as const
  const mark =
    untimed === 0 ? '' : ` ${untimed} untimed ${untimed === 1 ? 'one is' : 'ones are'} not counted.`
  if (forms.length === 0) {
    return {
      ...common,
      state: untimed > 0 ? 'not_yet' : 'not_said',
      text: `No timed NBME assessment (CBSSA) is recorded. Two or more are needed.${mark}`,
    }
  }
  return {
    ...common,
    state: missing <= 0 ? 'met' : 'not_yet',
    text: `${forms.length} NBME ${forms.length === 1 ? 'assessment' : 'assessments'} of at least ${LEAST_ASSESSMENTS}.${mark}`,
  }
}

function bufferLine(forms: readonly Form[], band: LowPassBand, isOwn: boolean): Evidence {
  const last = forms.slice(-LEAST_ASSESSMENTS)
  const precision = CBSSA.value.precisionPercent
  const clear = band.to + precision
  const isLastClear = last.length > 0 && cbssaState(last.at(-1)?.percent ?? 0, band) === 'likely_ready'
  const common = {
    key: 'buffer',
    isNeeded: true,
    criteria: ['B4'],
    rule: CBSSA_SCENARIOS,
    restsOn: idsOf(last),
    change: `${isLastClear ? 'One more result' : 'The next two results'} above ${clear} per cent: the top of the band, ${band.to}, and NBME’s own ${precision}.`,
  } as const
  const whose = isOwn ? 'from your report' : 'read off a sample report; enter the band that yours prints'
  const bandWords = `the low-pass band of ${band.from} to ${band.to} per cent (${whose})`
  if (last.length === 0) {
    return { ...common, state: 'not_said', text: `No result yet to hold against ${bandWords}.` }
  }
  const results = last.map(({ percent, takenOn }) => `${percent} per cent on ${formatDate(takenOn)}`)
  const text = `${results.join(' and ')}, each give or take ${precision}, against ${bandWords}.`
  const isClear = last.every(({ percent }) => cbssaState(percent, band) === 'likely_ready')
  if (isClear && last.length === LEAST_ASSESSMENTS) {
    return { ...common, state: 'met', text: `The last two lie wholly above: ${text}`, change: null }
  }
  if (isClear)
    return {
      ...common,
      state: 'not_yet',
      text: `The only one lies wholly above; a second must agree: ${text}`,
    }
  const lead =
    last.length < LEAST_ASSESSMENTS
      ? 'The only one does not lie wholly above'
      : 'Not both of the last two lie wholly above'
  return { ...common, state: 'not_yet', text: `${lead}: ${text}` }
}

/** "Steady" allows what the two results' own precision can explain. */
function steadyLine(forms: readonly Form[]): Evidence {
  const compared = forms.slice(-LEAST_ASSESSMENTS)
  const common = {
    key: 'steady',
    isNeeded: true,
    criteria: ['B4'],
    rule: CBSSA,
    restsOn: idsOf(compared),
  } as const
  const [before, last] = compared
  if (!before || !last) {
    return {
      ...common,
      state: 'not_said',
      text: 'Steadiness needs two assessments to compare.',
      // Said already by the line that counts them.
      change: null,
    }
  }
  const fall = before.percent - last.percent
  return fall > CBSSA.value.precisionPercent * 2
    ? {
        ...common,
        state: 'not_yet',
        text: `The last result is ${round(fall)} per cent below the one before.`,
        change: 'A next result that does not fall again.',
      }
    : {
        ...common,
        state: 'met',
        text: `The last two, ${before.percent} and ${last.percent} per cent, do not fall apart.`,
        change: null,
      }
}

function recentLine(forms: readonly Form[], today: CalendarDate): Evidence {
  const last = forms.at(-1)
  const common = {
    key: 'recent',
    isNeeded: true,
    criteria: ['B4'],
    rule: null,
    restsOn: last ? [last.id] : [],
    change: last ? 'A fresh assessment.' : null,
  } as const
  if (!last) return { ...common, state: 'not_said', text: 'No assessment yet.' }
  const age = daysBetween(last.takenOn, today)
  return age <= RECENT_DAYS
    ? { ...common, state: 'met', text: `The newest is of ${formatDate(last.takenOn)}.`, change: null }
    : {
        ...common,
        state: 'not_yet',
        text: `The newest is of ${formatDate(last.takenOn)}, more than ${RECENT_DAYS / 7} weeks ago: sit a fresh one.`,
      }
}

function idsOf(forms: readonly Form[]): readonly string[] {
  return forms.map(({ id }) => id).sort()
}

function round(percent: number): number {
  return Math.round(percent * 10) / 10
}

function free120Line(results: readonly PracticeResult[]): Evidence | null {
  const last = results
    .filter((result) => result.exam === 'step1' && result.kind === 'free120' && result.percent !== null)
    .sort((a, b) => (a.takenOn < b.takenOn ? -1 : 1))
    .at(-1)
  if (!last) return null
  return {
    key: 'free120',
    state: 'met',
    isNeeded: false,
    text: `Free 120: ${last.percent} per cent on ${formatDate(last.takenOn)}. It has no official conversion and is read beside the assessments, not instead of them.`,
    criteria: ['B4'],
    rule: FREE_120,
    restsOn: [last.id],
    change: null,
  }
}

/** So many days before the exam there is still time for one more assessment (ours). */
const TIME_FOR_ONE_MORE = 14

/** Borderline results ask for a delay (B4); good ones that are only too few ask for one more while there is time. */
function delayOf(
  examOn: CalendarDate,
  today: CalendarDate,
  states: readonly CbssaState[],
): Readiness['delay'] {
  const left = daysBetween(today, examOn)
  // With more than eight weeks left the date need not move yet: there is time for the evidence first.
  if (states.length === 0 || left > DELAY_WEEKS.to * 7) return null
  if (states.every((state) => state === 'likely_ready') && left >= TIME_FOR_ONE_MORE) return null
  const isClose = states.every((state) => state === 'near' || state === 'likely_ready')
  const weeks = isClose ? DELAY_WEEKS : { from: 6, to: DELAY_WEEKS.to }
  return { weeks, from: addDays(examOn, weeks.from * 7), until: addDays(examOn, weeks.to * 7) }
}

function verdictText(
  verdict: Readiness['verdict'],
  evidence: readonly Evidence[],
  examOn: CalendarDate | null,
  delay: Readiness['delay'],
): string {
  const when = examOn === null ? 'Step 1' : `Step 1 on ${formatDate(examOn)}`
  switch (verdict) {
    case 'ready':
      return `The evidence for ${when} is there. It is no guarantee, and nobody can give one.`
    case 'not_said':
      return `Nothing can be said about ${when} yet: log two NBME assessments (CBSSA) first.`
    case 'not_yet': {
      const missing = `Not yet for ${when}: still open: ${waitingFor(evidence, 'not_yet')}.`
      if (examOn === null) return missing
      return delay === null
        ? `${missing} The date can stand for now; sit an assessment by ${formatDate(addDays(examOn, -TIME_FOR_ONE_MORE))}.`
        : `${missing} Consider moving the date by four to eight weeks.`
    }
  }
}

function delayReasons(on: CalendarDate): readonly string[] {
  const limit = attemptLimitOn(on)?.value
  return [
    'A delay costs weeks and shows nowhere on the transcript; a fail stays there for good (B4).',
    limit === undefined
      ? 'A fail counts as an attempt.'
      : `A fail counts as one of at most ${limit} attempts, and an incomplete one does too.`,
    'Programs read a first-attempt pass as reliability; after a fail it must be shown in other ways (B1, B3).',
  ]
}
