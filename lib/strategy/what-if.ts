import type { CalendarDate } from '@/lib/dates/calendar-date'
import type { ExamAttempt } from '@/lib/exams/attempt'
import { passingScore } from '@/lib/exams/standards'
import { createEvaluator } from '@/lib/fit/evaluate'
import { readExam } from '@/lib/fit/exam-reading'
import type { Condition, GateCode, Ledger, Standing } from '@/lib/fit/ledger'
import type { Applicant, ResearchExperience } from '@/lib/profile/applicant'
import type { Program } from '@/lib/programs/fact'

import { applyChange, type ChangeContext } from './changes'
import type { ListedProgram, StrategySetting } from './setting'
import { standingRank } from './standing-order'

/*
 * What if: answers of the profile tried out on the spot, in the browser, by the same engine. Plain data, no zod, nothing
 * saved. null in an answer means "as in the profile".
 */

export type WhatIf = {
  /** A passing number; `step2ckRange` gives the slider's ends. */
  step2ck: number | null
  hasPassedStep3: boolean | null
  isCertified: boolean | null
  needsVisa: boolean | null
  acceptsJ1: boolean | null
  acceptsH1b: boolean | null
  /** Months in all, weeks in all, papers in all: what is beyond the profile is added, what is less is taken away. */
  geneticsResearchMonths: number | null
  firstAuthorPapers: number | null
  geneticsWeeks: number | null
  hasUsGeneticistLetter: boolean | null
  hasExplanation: boolean | null
  acgmeMonths: number | null
}

export const NO_WHAT_IF: WhatIf = {
  step2ck: null,
  hasPassedStep3: null,
  isCertified: null,
  needsVisa: null,
  acceptsJ1: null,
  acceptsH1b: null,
  geneticsResearchMonths: null,
  firstAuthorPapers: null,
  geneticsWeeks: null,
  hasUsGeneticistLetter: null,
  hasExplanation: null,
  acgmeMonths: null,
}

/** The answers that mean something to this person: no explanation without a fail, no kind of visa where none is needed. */
export function isWorthTrying(key: keyof WhatIf, applicant: Applicant, tried: WhatIf): boolean {
  switch (key) {
    case 'hasExplanation':
      return applicant.attempts?.some(({ outcome }) => outcome === 'fail') === true
    case 'acceptsJ1':
    case 'acceptsH1b':
      return (tried.needsVisa ?? applicant.visa.need !== 'no_visa_needed') === true
    default:
      return true
  }
}

/** Where the sliders and switches stand for this profile; null where the section is not said. */
export function whatIfOf(applicant: Applicant): WhatIf {
  const { attempts, visa, ecfmg, research, publications, clinical, letters, training } = applicant
  return {
    step2ck: readExam(attempts, 'step2ck').score,
    hasPassedStep3: attempts === null ? null : readExam(attempts, 'step3').passedOn !== null,
    isCertified: ecfmg.status === null ? null : ecfmg.status === 'certified',
    needsVisa: visa.need === null ? null : visa.need === 'needs_visa',
    acceptsJ1: visa.acceptable?.includes('j1') ?? null,
    acceptsH1b: visa.acceptable?.includes('h1b') ?? null,
    geneticsResearchMonths:
      research?.reduce((sum, entry) => sum + (entry.field === 'genetics' ? entry.months : 0), 0) ?? null,
    firstAuthorPapers: publications?.filter(isFirstAuthorPaper).length ?? null,
    geneticsWeeks:
      clinical?.reduce((sum, entry) => sum + (entry.specialty === 'genetics' ? entry.weeks : 0), 0) ?? null,
    hasUsGeneticistLetter: letters?.some((letter) => letter.author === 'us_geneticist') ?? null,
    hasExplanation: applicant.explanationOnFile,
    acgmeMonths: training.acgmeMonths,
  }
}

/** The answers that differ from the profile's: what would have to be entered there for the list to stand like this. */
export function triedAnswers(tried: WhatIf, profile: WhatIf): readonly (keyof WhatIf)[] {
  return (Object.keys(tried) as (keyof WhatIf)[]).filter(
    (key) => tried[key] !== null && tried[key] !== profile[key],
  )
}

/** The slider's ends: from the passing standard of the exam day, since below it is a fail and not a low score. */
export function step2ckRange(applicant: Applicant, today: CalendarDate): { min: number; max: number } {
  return { min: passingScore('step2ck', step2ckDay(applicant, today)) ?? 218, max: 280 }
}

/** The profile with the answers tried out. The given one is not touched; an answer equal to the profile's changes nothing. */
export function applyWhatIf(applicant: Applicant, tried: WhatIf, context: ChangeContext): Applicant {
  const now = whatIfOf(applicant)
  const isTried = <K extends keyof WhatIf>(key: K): boolean => tried[key] !== null && tried[key] !== now[key]
  let changed = applicant
  if (isTried('isCertified')) changed = withCertificate(changed, tried.isCertified === true, context)
  if (isTried('step2ck')) changed = withScore(changed, tried.step2ck ?? 0, context.today)
  if (isTried('hasPassedStep3')) changed = withStep3(changed, tried.hasPassedStep3 === true, context)
  if (isTried('needsVisa')) {
    const need = tried.needsVisa === true ? 'needs_visa' : 'no_visa_needed'
    changed = { ...changed, visa: { ...changed.visa, need } }
  }
  if (isTried('acceptsJ1')) changed = withVisa(changed, 'j1', tried.acceptsJ1 === true)
  if (isTried('acceptsH1b')) changed = withVisa(changed, 'h1b', tried.acceptsH1b === true)
  if (isTried('geneticsResearchMonths')) changed = withMonths(changed, tried.geneticsResearchMonths ?? 0)
  if (isTried('firstAuthorPapers')) changed = withPapers(changed, tried.firstAuthorPapers ?? 0)
  if (isTried('geneticsWeeks')) changed = withWeeks(changed, tried.geneticsWeeks ?? 0)
  if (isTried('hasUsGeneticistLetter')) {
    const others = (changed.letters ?? []).filter((letter) => letter.author !== 'us_geneticist')
    changed = tried.hasUsGeneticistLetter
      ? applyChange({ code: 'us_geneticist_letter', amount: null }, changed, context)
      : { ...changed, letters: others }
  }
  if (isTried('hasExplanation')) changed = { ...changed, explanationOnFile: tried.hasExplanation }
  if (isTried('acgmeMonths')) {
    const months = tried.acgmeMonths
    changed = {
      ...changed,
      training: { ...changed.training, acgmeMonths: months, acgmePatientCareMonths: months },
    }
  }
  return changed
}

function step2ckDay({ attempts }: Applicant, today: CalendarDate): CalendarDate {
  const reading = readExam(attempts, 'step2ck')
  return reading.passedOn ?? reading.awaitedOn ?? reading.plannedOn ?? today
}

function withScore(applicant: Applicant, score: number, today: CalendarDate): Applicant {
  const attempts = applicant.attempts ?? []
  const pass: ExamAttempt = {
    id: 'what-if-step2ck',
    exam: 'step2ck',
    takenOn: step2ckDay(applicant, today),
    outcome: 'pass',
    score,
    oet: null,
  }
  const kept = attempts.filter(
    (attempt) => attempt.exam !== 'step2ck' || attempt.outcome === 'fail' || attempt.outcome === 'incomplete',
  )
  return { ...applicant, attempts: [...kept, pass] }
}

function withStep3(applicant: Applicant, isPassed: boolean, context: ChangeContext): Applicant {
  if (isPassed) return applyChange({ code: 'pass_step3', amount: null }, applicant, context)
  const attempts = applicant.attempts ?? []
  return {
    ...applicant,
    attempts: attempts.filter((attempt) => attempt.exam !== 'step3' || attempt.outcome !== 'pass'),
  }
}

function withCertificate(applicant: Applicant, isCertified: boolean, context: ChangeContext): Applicant {
  if (isCertified) return applyChange({ code: 'certification', amount: null }, applicant, context)
  const ecfmg = {
    status: 'in_progress',
    stepsDone: [],
    certifiedOn: null,
    validUntil: null,
    permanent: null,
  } as const
  return { ...applicant, ecfmg }
}

function withVisa(applicant: Applicant, visa: 'j1' | 'h1b', isAccepted: boolean): Applicant {
  const others = (applicant.visa.acceptable ?? []).filter((kind) => kind !== visa)
  return {
    ...applicant,
    visa: { ...applicant.visa, acceptable: isAccepted ? [...others, visa] : others },
  }
}

/** Keeps the entries up to that many months, and adds what is beyond as research at home, a member of a team. */
function withMonths(applicant: Applicant, months: number): Applicant {
  let left = months
  const kept: ResearchExperience[] = []
  for (const entry of applicant.research ?? []) {
    if (entry.field !== 'genetics') {
      kept.push(entry)
      continue
    }
    const taken = Math.min(entry.months, left)
    left -= taken
    if (taken > 0) kept.push({ ...entry, months: taken })
  }
  if (left > 0) kept.push({ field: 'genetics', months: left, role: 'member', inUs: false })
  return { ...applicant, research: kept }
}

function isFirstAuthorPaper(entry: NonNullable<Applicant['publications']>[number]): boolean {
  return entry.field === 'genetics' && entry.kind === 'paper' && entry.author === 'first'
}

function withPapers(applicant: Applicant, papers: number): Applicant {
  const all = applicant.publications ?? []
  const first = all.filter(isFirstAuthorPaper).slice(0, papers)
  const added = Array.from(
    { length: Math.max(0, papers - first.length) },
    () => ({ field: 'genetics', kind: 'paper', author: 'first', state: 'accepted' }) as const,
  )
  return {
    ...applicant,
    publications: [...all.filter((entry) => !isFirstAuthorPaper(entry)), ...first, ...added],
  }
}

/** Beyond the profile's weeks a student adds an elective, and everyone else observing. */
function withWeeks(applicant: Applicant, weeks: number): Applicant {
  let left = weeks
  const kept: NonNullable<Applicant['clinical']>[number][] = []
  for (const entry of applicant.clinical ?? []) {
    const taken = entry.specialty === 'genetics' ? Math.min(entry.weeks, left) : entry.weeks
    if (entry.specialty === 'genetics') left -= taken
    if (taken > 0) kept.push({ ...entry, weeks: taken })
  }
  const kind = applicant.graduation.status === 'enrolled' ? 'elective' : 'observership'
  if (left > 0) kept.push({ kind, specialty: 'genetics', place: '', weeks: left })
  return { ...applicant, clinical: kept }
}

/** One program under the answers tried out, as small as a table row needs. */
export type WhatIfRow = {
  programId: string
  before: Standing
  standing: Standing
  /** Up, down or as it was, by standing. */
  moved: -1 | 0 | 1
  point: number
  low: number
  high: number
  sortKey: number
  conditions: readonly Condition[]
  closedBy: readonly GateCode[]
}

export type WhatIfView = {
  applicant: Applicant
  /** In the order of the list that was given, so that rows do not jump under a moving slider. */
  rows: readonly WhatIfRow[]
  standings: Readonly<Partial<Record<Standing, number>>>
  up: number
  down: number
  /** The whole ledger of one program under these answers, for an opened row. */
  ledgerOf: (program: Program) => Ledger
}

/**
 * Makes the function that a slider calls: the profile as it is is read once, and each try costs one evaluation a program.
 * 62 programs take about a millisecond; `tests/bench/what-if.mts` measures it.
 */
export function createWhatIf(
  setting: StrategySetting,
  programs: readonly ListedProgram[],
): (tried: WhatIf) => WhatIfView {
  const { applicant, season, today } = setting
  const context = { seasonYear: season.year, today }
  const now = createEvaluator(setting)
  const before = programs.map(({ program, appliedOn }) => now(program, appliedOn).standing)
  return (tried) => {
    const changed = applyWhatIf(applicant, tried, context)
    const evaluate = createEvaluator({ ...setting, applicant: changed })
    const standings: Partial<Record<Standing, number>> = {}
    let up = 0
    let down = 0
    const rows = programs.map(({ program, appliedOn }, index): WhatIfRow => {
      const ledger = evaluate(program, appliedOn)
      const was = before[index] ?? ledger.standing
      const moved = sign(standingRank(ledger.standing) - standingRank(was))
      if (moved > 0) up += 1
      if (moved < 0) down += 1
      standings[ledger.standing] = (standings[ledger.standing] ?? 0) + 1
      return {
        programId: program.id,
        before: was,
        standing: ledger.standing,
        moved,
        point: ledger.fit.point,
        low: ledger.fit.low,
        high: ledger.fit.high,
        sortKey: ledger.sortKey,
        conditions: ledger.conditions,
        closedBy: ledger.gates.flatMap((gate) => (gate.state === 'closed' ? [gate.code] : [])),
      }
    })
    return { applicant: changed, rows, standings, up, down, ledgerOf: (program) => evaluate(program) }
  }
}

function sign(difference: number): -1 | 0 | 1 {
  return difference > 0 ? 1 : difference < 0 ? -1 : 0
}
