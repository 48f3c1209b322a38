import { datedItems } from '@/lib/checklist/dated-items'
import { addDays, type CalendarDate, daysBetween } from '@/lib/dates/calendar-date'
import type { Exam, ExamAttempt } from '@/lib/exams/attempt'
import type { CriterionId } from '@/lib/fit/ledger'
import type { ProblemCode } from '@/lib/home'
import type { LetterAuthor } from '@/lib/profile/applicant'
import { type MenteeReading, seesWhole } from './mentee'
import type { Section } from './policy'

/*
 * Why a mentee needs their mentor now. Every reason is one that the applicant's own pages give too, found by the same
 * rules (`readMentee`); this file only chooses and orders. A reason rests on sections that the mentor may see, or it is not
 * given: what is withheld makes no reason, and its absence says nothing.
 */

/** Blocked items are named from this many days before their day. */
export const SOON_DAYS = 14
/** After this many days without a change in what the mentor may see, it is said. */
export const QUIET_DAYS = 21

/**
 * Every reason with the sections that it rests on (of several in brackets one is enough) and the criteria that it serves,
 * the gravest first: this order is the
 * order of the roster. First what cannot be made good later (a date, a fail), then who is waiting for the mentor, then what
 * has a date, then what the list and the letters lack, then silence and news.
 */
export const NEEDS = {
  exam_misses_review: { rests: ['exams'], criteria: ['C6', 'C7'] },
  exam_not_passed: { rests: ['exams'], criteria: ['A3', 'B3'] },
  forecast_below_standard: { rests: ['exams'], criteria: ['C5', 'C7'] },
  asked_question: { rests: [], criteria: [] },
  blocked_soon: { rests: ['checklist'], criteria: ['F5'] },
  exam_may_miss_review: { rests: ['exams'], criteria: ['C6', 'C7'] },
  no_confirmed_visa: { rests: ['profile', 'list'], criteria: ['A1', 'F1'] },
  no_us_letter: { rests: [['profile', 'documents']], criteria: ['A4', 'E5'] },
  none_solid: { rests: ['profile', 'exams', 'list'], criteria: ['C4', 'F6'] },
  no_update: { rests: [], criteria: [] },
  result_in: { rests: ['exams'], criteria: ['E1'] },
} as const satisfies Record<
  string,
  { rests: readonly (Section | readonly Section[])[]; criteria: readonly CriterionId[] }
>

export type NeedCode = keyof typeof NEEDS
export const NEED_CODES = Object.keys(NEEDS) as readonly NeedCode[]

export type Need =
  | {
      code: 'exam_misses_review' | 'exam_may_miss_review'
      examOn: CalendarDate
      reviewOn: CalendarDate
      isProjected: boolean
    }
  | { code: 'exam_not_passed'; exam: Exam; on: CalendarDate | null }
  | { code: 'forecast_below_standard'; examOn: CalendarDate; low: number; high: number; standard: number }
  | { code: 'asked_question'; count: number }
  | { code: 'blocked_soon'; count: number; title: string; on: CalendarDate; isProjected: boolean }
  | { code: 'no_confirmed_visa'; programs: number }
  | { code: 'no_us_letter'; isAnyFromUs: boolean }
  | { code: 'none_solid'; programs: number }
  | { code: 'no_update'; since: CalendarDate; isEverUpdated: boolean }
  | { code: 'result_in'; exam: Exam; outcome: ExamAttempt['outcome']; score: number | null; on: CalendarDate }

/** What happened in the sections that the mentor may see. Days are the mentor's. */
export type MenteeNews = {
  /** The last change; null where nothing was ever entered. */
  lastChangeOn: CalendarDate | null
  /** The day on which this mentor was let in. */
  grantedOn: CalendarDate
  /** Results of exams that were recorded since the mentor last looked, the newest last. */
  newResults: readonly Pick<ExamAttempt, 'exam' | 'outcome' | 'score' | 'takenOn'>[]
  /** Questions to this mentor that wait for an answer. */
  openQuestions: number
}

/** Why this mentee needs their mentor, the gravest reason first, each at most once. */
export function menteeNeeds(reading: MenteeReading, news: MenteeNews): readonly Need[] {
  const { may } = reading.sight
  const found = [
    ...examNeeds(reading, news),
    ...listNeeds(reading),
    letterNeed(reading),
    blockedNeed(reading),
    news.openQuestions > 0 && ({ code: 'asked_question', count: news.openQuestions } as const),
    quietNeed(news, reading.today),
  ].filter((need): need is Need => Boolean(need))
  return found
    .filter(({ code }) => NEEDS[code].rests.every((one) => [one].flat().some(may)))
    .sort((a, b) => NEED_CODES.indexOf(a.code) - NEED_CODES.indexOf(b.code))
}

/**
 * Who comes first: the graver reason decides, then the next one, then who has more of them; equals keep to `name` and `id`,
 * so that the order is total and the same on every load. A further reason never lowers anyone's place.
 */
export function byNeed(
  a: { needs: readonly Need[]; name: string; id: string },
  b: { needs: readonly Need[]; name: string; id: string },
): number {
  const [ranksA, ranksB] = [ranksOf(a.needs), ranksOf(b.needs)]
  for (let at = 0; at < Math.max(ranksA.length, ranksB.length); at += 1) {
    const difference = (ranksA[at] ?? NEED_CODES.length) - (ranksB[at] ?? NEED_CODES.length)
    if (difference !== 0) return difference
  }
  if (a.name !== b.name) return a.name < b.name ? -1 : 1
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

function ranksOf(needs: readonly Need[]): number[] {
  return needs.map(({ code }) => NEED_CODES.indexOf(code)).sort((a, b) => a - b)
}

function examNeeds({ verdict, marks, band, problems }: MenteeReading, news: MenteeNews): (Need | false)[] {
  const { examOn, review } = verdict
  const failed = marks.find(({ state }) => state === 'failed')
  const result = news.newResults.at(-1)
  return [
    has(problems, 'exam_date_misses_review') &&
      examOn !== null &&
      review !== null && {
        code: verdict.code === 'misses_review' ? 'exam_misses_review' : 'exam_may_miss_review',
        examOn,
        reviewOn: review.on,
        isProjected: review.isProjected,
      },
    failed !== undefined && { code: 'exam_not_passed', exam: failed.exam, on: failed.on },
    band !== null && band.low < band.standard && { code: 'forecast_below_standard', ...band },
    result !== undefined && {
      code: 'result_in',
      exam: result.exam,
      outcome: result.outcome,
      score: result.score,
      on: result.takenOn,
    },
  ]
}

/** Of a list that is not seen whole nothing is said: what the rest of it holds is not known here. */
function listNeeds({ sight, applicant, listed, problems }: MenteeReading): (Need | false)[] {
  if (!sight.isListWhole) return []
  const open = listed.filter(
    ({ ledger }) => ledger.standing !== 'closed' && ledger.standing !== 'not_yet_eligible',
  )
  const isConfirmed = open.some(({ ledger }) =>
    ledger.gates.some(({ code, state }) => code === 'visa' && state === 'met'),
  )
  // Without the person's own facts a standing is not said, and so no lack of one.
  const isSaid = !has(problems, 'too_little_said')
  return [
    applicant.visa.need === 'needs_visa' &&
      open.length > 0 &&
      !isConfirmed && { code: 'no_confirmed_visa', programs: open.length },
    isSaid &&
      !listed.some(({ ledger }) => ledger.standing === 'strong' || ledger.standing === 'solid') && {
        code: 'none_solid',
        programs: listed.length,
      },
  ]
}

const FROM_US: ReadonlySet<LetterAuthor> = new Set(['us_geneticist', 'us_clinician', 'us_researcher'])

function letterNeed({ applicant, problems }: MenteeReading): Need | false {
  return (
    has(problems, 'no_us_geneticist_letter') && {
      code: 'no_us_letter',
      isAnyFromUs: (applicant.letters ?? []).some(({ author }) => FROM_US.has(author)),
    }
  )
}

/**
 * Items that wait for something undone, or block submission, with a day within two weeks or gone by. Locus ticks much of the
 * checklist from the profile, the exams and the list: where one of these is withheld, only what the person wrote or ticks
 * themselves is spoken of.
 */
function blockedNeed({ sight, checklist, day, today }: MenteeReading): Need | false {
  const until = addDays(today, SOON_DAYS)
  const isWhole = seesWhole(sight)
  const blocking = new Set(isWhole ? day?.blockers.map(({ id }) => id) : [])
  const byId = new Map(checklist.items.map((item) => [item.id, item]))
  const isKnownHere = (id: string) => isWhole || (byId.get(id)?.template?.doneIf.length ?? 0) === 0
  const blocked = datedItems(checklist).filter(({ id, on }) => {
    const item = byId.get(id)
    // The exam itself is a reason of its own.
    if (!item || id === 'step2ck' || on > until || !isKnownHere(id)) return false
    if (blocking.has(id)) return true
    const isWaiting = item.waitsFor.some((other) => !other.isDone && isKnownHere(other.id))
    return on >= today && (item.clash !== null || isWaiting)
  })
  const first = blocked.find(({ on }) => on >= today) ?? blocked[0]
  return (
    first !== undefined && {
      code: 'blocked_soon',
      count: blocked.length,
      title: first.title,
      on: first.on,
      isProjected: first.isProjected,
    }
  )
}

function quietNeed({ lastChangeOn, grantedOn }: MenteeNews, today: CalendarDate): Need | false {
  const since = lastChangeOn ?? grantedOn
  return (
    daysBetween(since, today) >= QUIET_DAYS && {
      code: 'no_update',
      since,
      isEverUpdated: lastChangeOn !== null,
    }
  )
}

function has(problems: MenteeReading['problems'], code: ProblemCode): boolean {
  return problems.some((problem) => problem.code === code)
}
