import { type CalendarDate, daysBetween } from '@/lib/dates/calendar-date'
import type { Condition, Ledger, Standing } from '@/lib/fit/ledger'
import { isInMainMatch } from '@/lib/fit/season-reading'
import type { Applicant } from '@/lib/profile/applicant'
import type { Program } from '@/lib/programs/fact'
import { event } from '@/lib/season/events'
import type { Season } from '@/lib/season/season'
import { type ChangeTiming, changeTiming } from './change-timing'
import { applyChange, type Change, type ChangeContext, changeKey, possibleChanges } from './changes'
import { type Cost, listCost } from './cost'
import { type Grounds, grounds } from './grounds'
import { groundsReader } from './grounds-for'
import { type Ledgers, type Moved, movesBetween, readList } from './moves'
import { readProfile } from './profile-reading'
import type { ListedProgram, StrategySetting } from './setting'
import { isOpen } from './standing-order'
import { type ListAction, listActions } from './unlocks'

/*
 * This cycle and the next side by side (G4). What the year would bring is what the person sets; the fit reads both seasons
 * with it, so graduation limits, the certificate's end and the age of facts are the next season's own.
 */

/** What the person expects to have gained by the next season; all of it is theirs to set, none is assumed. */
export type YearGains = {
  geneticsResearchMonths: number
  isResearchInUs: boolean
  /** Weeks of an elective for a student, of observing for a graduate. */
  geneticsWeeks: number
  hasUsGeneticistLetter: boolean
  hasFirstAuthorPaper: boolean
  hasPassedStep3: boolean
  isCertified: boolean
  /** A certificate that ends before the later start is renewed by then. */
  isCertificateRenewed: boolean
  acgmeMonths: number
}

export const NO_GAINS: YearGains = {
  geneticsResearchMonths: 0,
  isResearchInUs: false,
  geneticsWeeks: 0,
  hasUsGeneticistLetter: false,
  hasFirstAuthorPaper: false,
  hasPassedStep3: false,
  isCertified: false,
  isCertificateRenewed: false,
  acgmeMonths: 0,
}

/** The gains as changes of the profile; what this person cannot lawfully do, or has already, is left out. */
export function gainedChanges(gains: YearGains, applicant: Applicant): readonly Change[] {
  const offered = new Set(possibleChanges(applicant).map(({ code }) => code))
  const wanted: Change[] = []
  const want = (isWanted: boolean, code: Change['code'], amount: number | null = null) => {
    if (isWanted && offered.has(code)) wanted.push({ code, amount })
  }
  const months = gains.geneticsResearchMonths
  want(months > 0, gains.isResearchInUs ? 'us_genetics_research' : 'genetics_research', months)
  want(gains.geneticsWeeks > 0, 'genetics_elective', gains.geneticsWeeks)
  want(gains.geneticsWeeks > 0, 'genetics_observership', gains.geneticsWeeks)
  want(gains.hasUsGeneticistLetter, 'us_geneticist_letter')
  want(gains.hasFirstAuthorPaper, 'first_author_paper')
  want(gains.isCertified, 'certification')
  want(gains.hasPassedStep3, 'pass_step3')
  const held = applicant.training.acgmeMonths ?? 0
  want(gains.acgmeMonths > 0, 'acgme_training', held + gains.acgmeMonths)
  return wanted
}

/** The profile with the year's gains, for the season that the context names. */
export function applyGains(gains: YearGains, applicant: Applicant, context: ChangeContext): Applicant {
  const changed = gainedChanges(gains, applicant).reduce(
    (before, change) => applyChange(change, before, context),
    applicant,
  )
  return gains.isCertificateRenewed ? withRenewedCertificate(changed, context.seasonYear) : changed
}

function withRenewedCertificate(applicant: Applicant, seasonYear: number): Applicant {
  if (!endsBefore(applicant, seasonYear)) return applicant
  return { ...applicant, ecfmg: { ...applicant.ecfmg, validUntil: `${seasonYear}-12-31` } }
}

/** A certificate from a Pathway serves only if it is valid on the day training starts: a delayed year must check its end. */
function endsBefore({ ecfmg }: Applicant, seasonYear: number): boolean {
  const { status, permanent, validUntil } = ecfmg
  return (
    status === 'certified' && permanent !== true && validUntil !== null && validUntil < `${seasonYear}-07-01`
  )
}

export type YearOfList = {
  season: number
  standings: Readonly<Partial<Record<Standing, number>>>
  open: number
  cost: Cost
  /** Programs review from this day; null where it is not announced. */
  reviewOn: CalendarDate | null
  isProjected: boolean
  /** Review has begun, so a new application would be late. */
  isAfterReview: boolean
  /** July-cycle review, where the list holds programs of the fellowship calendars; null where it holds none. */
  fellowshipReview: { on: CalendarDate | null; isProjected: boolean } | null
  /** Whether the list holds a program of the Main Match, whose review `reviewOn` is. */
  hasMainMatch: boolean
}

/** What the article says of a year's delay to a profile like this (G4). */
export const DELAY_VERDICTS = ['now_is_reasonable', 'year_may_help', 'weigh', 'not_said'] as const
export type DelayVerdict = (typeof DELAY_VERDICTS)[number]

/** The three things that the article says to do with the year. */
export const YEAR_TASKS = ['genetics_research', 'us_clinical_exposure', 'laboratory_or_clinic'] as const
export type YearTask = {
  code: (typeof YEAR_TASKS)[number]
  /** Already in the profile, planned in the gains, or neither. */
  state: 'there' | 'planned' | 'missing'
  /** Who is asked to do it: the law allows a student, a graduate and a resident different things. */
  for: { graduation: Applicant['graduation']['status']; visaNeed: Applicant['visa']['need'] }
}

export type Delay = {
  now: YearOfList
  next: YearOfList
  /** Days between the two reviews; null where either is not announced. */
  days: number | null
  opens: readonly Moved[]
  closes: readonly Moved[]
  raised: readonly Moved[]
  lowered: readonly Moved[]
  /** Without any gain: what waiting alone would do. Programs by id. */
  waitingAlone: { opens: readonly string[]; closes: readonly string[]; lowered: readonly string[] }
  /**
   * What must become true for waiting to win: changes that open or raise something next season, fit into the year, and
   * would come too late for the same programs in this cycle. A certificate that must be renewed is taken as renewed here, and named apart.
   */
  winsIf: readonly ListAction[]
  /** What would do the same and still counts in this cycle: no reason to wait. */
  needsNoYear: readonly Change[]
  /** Whether the person has set any gain, so that `opens` and the others say more than `waitingAlone`. */
  isAnythingSet: boolean
  /** The day on which the certificate ends, where that is before the later start: it must be renewed first of all. */
  renewCertificateBefore: CalendarDate | null
  /** The gains that were set, each with the day by which it must be there next season. */
  gains: readonly { change: Change; timing: ChangeTiming }[]
  /** Conditions of the next season that are the person's own, once for the whole list. */
  stillYours: readonly Condition[]
  verdict: DelayVerdict
  grounds: Grounds
  tasks: readonly YearTask[]
}

/** The two years side by side for one list. `setting.season` is this cycle's, `next` the one to wait for. */
export function compareDelay(
  setting: StrategySetting,
  input: { programs: readonly ListedProgram[]; next: Season; gains: YearGains },
): Delay {
  const { applicant, season, today } = setting
  const context = { seasonYear: input.next.year, today }
  const later = { ...setting, season: input.next }
  // An application of this cycle does not carry over: next season everyone applies anew.
  const anew = input.programs.map(({ program }) => ({ program, appliedOn: null }))
  const now = readList(setting, input.programs)
  const alone = readList(later, anew)
  const next = readList({ ...later, applicant: applyGains(input.gains, applicant, context) }, anew)
  const { gatesOnly: _, ...moved } = movesBetween(now, next)
  const waiting = movesBetween(now, alone)
  const all = input.programs.map(({ program }) => program)
  const nowYear = yearOf(season, now, all, today)
  const nextYear = yearOf(input.next, next, all, today)
  const helpful = listActions(
    { ...later, applicant: withRenewedCertificate(applicant, input.next.year) },
    anew,
  ).filter((action) => action.opened.length + action.raised.length > 0 && action.timing.isPossible !== false)
  // From the smallest on, as `listActions` reads them: more of the same is named only where it moves more.
  const keys = new Set(helpful.map(({ change }) => changeKey(change)))
  const helping = possibleChanges(applicant).filter((change) => keys.has(changeKey(change)))
  const soon = listActions(setting, input.programs, helping).filter(
    (action) => action.timing.isPossible === true,
  )
  const needsNoYear = helpful.filter((action) => soon.some((sooner) => doesAsMuch(sooner, action)))
  return {
    now: nowYear,
    next: nextYear,
    days:
      nowYear.reviewOn === null || nextYear.reviewOn === null
        ? null
        : daysBetween(nowYear.reviewOn, nextYear.reviewOn),
    ...moved,
    waitingAlone: {
      opens: waiting.opens.map(({ programId }) => programId),
      closes: waiting.closes.map(({ programId }) => programId),
      lowered: waiting.lowered.map(({ programId }) => programId),
    },
    winsIf: helpful.filter((action) => !needsNoYear.includes(action)),
    needsNoYear: needsNoYear.map(({ change }) => change),
    isAnythingSet: Object.keys(NO_GAINS).some(
      (key) => input.gains[key as keyof YearGains] !== NO_GAINS[key as keyof YearGains],
    ),
    renewCertificateBefore: endsBefore(applicant, input.next.year) ? applicant.ecfmg.validUntil : null,
    gains: gainedChanges(input.gains, applicant).map((change) => ({
      change,
      timing: changeTiming(change, {
        applicant,
        season: input.next,
        today,
        pathway: change.code === 'acgme_training' ? 'mgg' : 'peds_mgg',
      }),
    })),
    stillYours: ownConditions([...next.values()]),
    verdict: verdictOf(applicant),
    grounds: groundsReader(applicant)(grounds(['G4', 'D1'])),
    tasks: tasksOf(applicant, input.gains),
  }
}

/** The same change, opening or raising this cycle whatever it would open or raise in the next. */
function doesAsMuch(sooner: ListAction, later: ListAction): boolean {
  const moved = new Set([...sooner.opened, ...sooner.raised])
  return (
    changeKey(sooner.change) === changeKey(later.change) &&
    [...later.opened, ...later.raised].every((id) => moved.has(id))
  )
}

function yearOf(
  season: Season,
  ledgers: Ledgers,
  programs: readonly Program[],
  today: CalendarDate,
): YearOfList {
  const standings: Partial<Record<Standing, number>> = {}
  let open = 0
  for (const { standing } of ledgers.values()) {
    standings[standing] = (standings[standing] ?? 0) + 1
    if (isOpen(standing)) open += 1
  }
  const review = event(season, 'eras_program_review_opens')
  const reviewOn = review?.on ?? null
  const fellowship = event(season, 'eras_fellowship_july_review')
  const hasFellowship = programs.some(({ pathway }) => pathway === 'mgg' || pathway === 'mfm_mgg')
  return {
    season: season.year,
    standings,
    open,
    cost: listCost(programs, season.year),
    reviewOn,
    isProjected: review?.status === 'projected',
    isAfterReview: reviewOn !== null && today >= reviewOn,
    fellowshipReview: hasFellowship
      ? { on: fellowship?.on ?? null, isProjected: fellowship?.status === 'projected' }
      : null,
    hasMainMatch: programs.some(({ pathway }) => isInMainMatch(pathway)),
  }
}

function ownConditions(ledgers: readonly Ledger[]): readonly Condition[] {
  const seen = new Map<string, Condition>()
  for (const { conditions } of ledgers) {
    for (const condition of conditions) {
      const key = `${condition.gate}:${condition.reason}`
      if (condition.ask !== 'program' && !seen.has(key)) seen.set(key, condition)
    }
  }
  return [...seen.values()]
}

/** G4 by the bands of C4: 220 and up is a score to apply with where there is exposure; nothing in genetics asks for thought. */
function verdictOf(applicant: Applicant): DelayVerdict {
  const { band, exposure } = readProfile(applicant)
  if (band === null || exposure === null) return 'not_said'
  if (exposure === 'none') return band === 'possible' || band === 'below_220' ? 'year_may_help' : 'weigh'
  return band === 'below_220' ? 'weigh' : 'now_is_reasonable'
}

function tasksOf(applicant: Applicant, gains: YearGains): readonly YearTask[] {
  const { researchMonths, geneticsWeeks } = readProfile(applicant)
  const state = (isThere: boolean, isPlanned: boolean) =>
    isThere ? 'there' : isPlanned ? 'planned' : 'missing'
  const isPlanned = gains.geneticsResearchMonths > 0
  const isTrained = applicant.niches?.includes('genetics_training_abroad') === true
  const who = { graduation: applicant.graduation.status, visaNeed: applicant.visa.need }
  return [
    { code: 'genetics_research', state: state((researchMonths ?? 0) >= 12, isPlanned), for: who },
    {
      code: 'us_clinical_exposure',
      state: state((geneticsWeeks ?? 0) >= 4, gains.geneticsWeeks > 0),
      for: who,
    },
    {
      code: 'laboratory_or_clinic',
      state: state((researchMonths ?? 0) > 0 || isTrained, isPlanned),
      for: who,
    },
  ]
}
