import { readApplicant } from '@/lib/fit/applicant-reading'
import { easingConditions } from '@/lib/fit/factors/exams'
import type { FitPolicy } from '@/lib/fit/policy'
import type { StoryRecord } from './record'

/** The three stories of E2. */
export const STORY_PATTERNS = ['recovery', 'clinic', 'niche'] as const
export type StoryPattern = (typeof STORY_PATTERNS)[number]

export const CONDITIONS = [
  'low_step1',
  'solid_step2',
  'moderate_step2',
  'low_scores',
  'research_output',
  'evaluations',
  'us_clinic',
  'faculty_support',
  'niche_named',
  'niche_shown',
] as const
export type ConditionCode = (typeof CONDITIONS)[number]

/** 'not_said': the profile is silent, so nobody can tell; it is never counted as met and never as missing. */
export type ConditionState = 'met' | 'missing' | 'not_said'
export type Condition = { code: ConditionCode; state: ConditionState }

/**
 * `fits`: the scores are of this shape and the evidence is there. `nearly`: of this shape, with evidence missing or not
 * said. `open`: the scores are not there yet. `other`: a record of another shape.
 */
export type PatternState = 'fits' | 'nearly' | 'open' | 'other'
export type PatternReading = {
  pattern: StoryPattern
  state: PatternState
  /** What the scores must look like for this story to be needed at all. */
  shape: readonly Condition[]
  /** What must be there for it to carry. */
  support: readonly Condition[]
}

/** 'clean': nothing weak to tell a story about. 'open': too little is there to say. 'other': none of the three is this record. */
export type NoPattern = 'clean' | 'open' | 'other'
export type StoryReading = {
  all: readonly PatternReading[]
  chosen: PatternReading | null
  /** Why none was chosen; null where one was. */
  none: NoPattern | null
}

/** C4's bands: solid from 235, very competitive from 245, possible from 220. */
const SOLID = 235
const VERY_COMPETITIVE = 245
const POSSIBLE = 220
/** By how much Step 2 CK must lie over an old Step 1 number to make that one the low one. As `lib/exams/as-programs-read`. */
const CLEARLY_ABOVE = 10
/** From when time in US clinics reads as strong, and how much of it in genetics. Ours: the article names no number. */
export const STRONG_CLINIC = { weeks: 8, geneticsWeeks: 4 } as const
/** From when research shows a niche without a publication. Ours. */
export const SHOWN_BY_MONTHS = 6

const SHAPES: Readonly<Record<StoryPattern, readonly ConditionCode[]>> = {
  recovery: ['low_step1', 'solid_step2'],
  clinic: ['moderate_step2'],
  niche: ['low_scores'],
}

const SUPPORT: Readonly<Record<StoryPattern, readonly ConditionCode[]>> = {
  recovery: ['research_output', 'evaluations'],
  clinic: ['us_clinic', 'faculty_support'],
  niche: ['niche_named', 'niche_shown'],
}

/**
 * Which of E2's three stories a record tells, or none, and why. More evidence never takes a pattern away, what is not
 * said is never counted as there, and the order of entries changes nothing.
 */
export function readPatterns(record: StoryRecord, policy: FitPolicy): StoryReading {
  const states = conditionStates(record, policy)
  const conditions = (codes: readonly ConditionCode[]) => codes.map((code) => ({ code, state: states[code] }))
  const all = STORY_PATTERNS.map((pattern): PatternReading => {
    const shape = conditions(SHAPES[pattern])
    const support = conditions(SUPPORT[pattern])
    return { pattern, shape, support, state: patternState(shape, support) }
  })
  const met = ({ support }: PatternReading) => support.filter(({ state }) => state === 'met').length
  const [chosen = null] = all
    .filter(({ state }) => state === 'fits' || state === 'nearly')
    .sort((a, b) => Number(b.state === 'fits') - Number(a.state === 'fits') || met(b) - met(a))
  const none =
    chosen !== null
      ? null
      : all.some(({ state }) => state === 'open')
        ? 'open'
        : isClean(record)
          ? 'clean'
          : 'other'
  return { all, chosen, none }
}

function patternState(shape: readonly Condition[], support: readonly Condition[]): PatternState {
  if (shape.some(({ state }) => state === 'missing')) return 'other'
  if (shape.some(({ state }) => state === 'not_said')) return 'open'
  return support.every(({ state }) => state === 'met') ? 'fits' : 'nearly'
}

function isClean({ applicant }: StoryRecord): boolean {
  return (applicant.attempts ?? []).every(({ outcome }) => outcome !== 'fail' && outcome !== 'incomplete')
}

function conditionStates(
  record: StoryRecord,
  policy: FitPolicy,
): Readonly<Record<ConditionCode, ConditionState>> {
  const { applicant } = record
  const reading = readApplicant(applicant, policy)
  const { step1, step2ck } = reading
  const short1 = step1.fails + step1.incomplete > 0
  const score = step2ck.score
  const isLowNumber = step1.score !== null && score !== null && score - step1.score >= CLEARLY_ABOVE
  const hasFail = short1 || step2ck.fails + step2ck.incomplete > 0
  const known = (is: boolean): ConditionState => (is ? 'met' : 'missing')
  const { evaluations } = easingConditions(reading, applicant, policy)
  return {
    low_step1: !step1.isSaid
      ? 'not_said'
      : short1 || isLowNumber
        ? 'met'
        : step1.passedOn === null || (step1.score !== null && score === null)
          ? 'not_said'
          : 'missing',
    solid_step2: score === null ? 'not_said' : known(score >= SOLID && step2ck.fails === 0),
    moderate_step2: score === null ? 'not_said' : known(score >= POSSIBLE && score < VERY_COMPETITIVE),
    low_scores: score === null ? 'not_said' : known(score < POSSIBLE || (hasFail && score < SOLID)),
    research_output: researchOutput(record),
    evaluations: evaluations === 'not_said' ? 'not_said' : known(evaluations === 'met'),
    us_clinic: usClinic(record),
    faculty_support:
      applicant.letters === null
        ? 'not_said'
        : known(
            applicant.letters.some(({ author, state }) => author.startsWith('us_') && state === 'in_hand'),
          ),
    niche_named: applicant.niches === null ? 'not_said' : known(applicant.niches.length > 0),
    niche_shown: nicheShown(record),
  }
}

/** Output that somebody else accepted; what is only submitted is not output yet. */
function researchOutput({ applicant: { publications } }: StoryRecord): ConditionState {
  if (publications === null) return 'not_said'
  return publications.some(({ field, state }) => field === 'genetics' && state !== 'submitted')
    ? 'met'
    : 'missing'
}

function usClinic({ applicant: { clinical } }: StoryRecord): ConditionState {
  if (clinical === null) return 'not_said'
  const weeks = (stays: typeof clinical) => stays.reduce((sum, stay) => sum + stay.weeks, 0)
  const isStrong =
    weeks(clinical) >= STRONG_CLINIC.weeks &&
    weeks(clinical.filter(({ specialty }) => specialty === 'genetics')) >= STRONG_CLINIC.geneticsWeeks
  return isStrong ? 'met' : 'missing'
}

/** A niche that a reader can check: work that came out, months on record, or an experience of one's own in genetics. */
function nicheShown(record: StoryRecord): ConditionState {
  const { research, publications } = record.applicant
  const months = (research ?? []).reduce((sum, one) => sum + (one.field === 'genetics' ? one.months : 0), 0)
  const isShown =
    months >= SHOWN_BY_MONTHS ||
    researchOutput(record) === 'met' ||
    record.others.some(({ isGenetics }) => isGenetics)
  if (isShown) return 'met'
  return research === null || publications === null ? 'not_said' : 'missing'
}
