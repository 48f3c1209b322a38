import { addYears, type CalendarDate } from '@/lib/dates/calendar-date'
import { SEVEN_YEAR_RULE } from '@/lib/facts/attempt-rules'
import type { Applicant } from '@/lib/profile/applicant'

import { exactly, type Range } from './curve'
import { type ExamReading, readExam } from './exam-reading'
import type { FitPolicy } from './policy'

/**
 * What the factors and gates need of an applicant, read once for a whole list. Every quantity that may be unknown is a
 * range; null in the profile means unknown and [] means none (DESIGN.md 2.4).
 */
export type ApplicantReading = {
  step1: ExamReading
  step2ck: ExamReading
  step3: ExamReading
  oet: ExamReading
  /** Step 2 CK: a passing number, or the lowest points while only a fail stands, or unknown. */
  score: ScoreReading
  /** Weighted months of research, genetics first. */
  researchMonths: Range
  paperUnits: Range
  /** Research strength 0-1, for the interactions of F3, F4 and G3. */
  strength: Range
  geneticsMonths: number | null
  geneticsPapers: number | null
  sevenYearsLapsedOn: CalendarDate | null
}

/** `known`: a number; `failed`: the last result did not pass and nothing is planned; `open`: it may be anything. */
export type ScoreReading =
  | { kind: 'known'; score: number }
  | { kind: 'failed' }
  | { kind: 'retake' }
  | { kind: 'open' }

function readScore(step2ck: ExamReading): ScoreReading {
  if (step2ck.score !== null) return { kind: 'known', score: step2ck.score }
  if (step2ck.passedOn !== null || step2ck.fails === 0) return { kind: 'open' }
  return { kind: step2ck.awaitedOn !== null || step2ck.plannedOn !== null ? 'retake' : 'failed' }
}

/** Weighted months as whole hundredths before they are added, so that the order of entries cannot change the sum. */
function readMonths(applicant: Applicant, policy: FitPolicy): Range {
  const rules = policy.research
  if (applicant.research === null) {
    return { low: 0, mid: rules.neutralMonths, high: rules.strength.fullMonths + rules.otherFieldMost }
  }
  let genetics = 0
  let other = 0
  for (const entry of applicant.research) {
    const place = entry.inUs ? 1 : rules.abroadShare
    const units = Math.round(Math.max(0, entry.months) * rules.roleShare[entry.role] * place * 100)
    if (entry.field === 'genetics') genetics += units
    else other += units
  }
  return exactly((genetics + Math.min(other * rules.otherFieldShare, rules.otherFieldMost * 100)) / 100)
}

function readPapers(applicant: Applicant, policy: FitPolicy): Range {
  const rules = policy.research
  if (applicant.publications === null) return { low: 0, mid: rules.neutralPapers, high: 5 }
  let genetics = 0
  let other = 0
  for (const entry of applicant.publications) {
    const units = Math.round(rules.paperUnits[entry.kind][entry.author] * rules.stateShare[entry.state] * 100)
    if (entry.field === 'genetics') genetics += units
    else other += units
  }
  return exactly((genetics + Math.min(other * rules.otherFieldShare, rules.otherFieldPapersMost * 100)) / 100)
}

function strengthOf(months: number, papers: number, policy: FitPolicy): number {
  const rules = policy.research.strength
  return (
    rules.months * Math.min(1, months / rules.fullMonths) +
    rules.papers * Math.min(1, papers / rules.fullPapers)
  )
}

/** ECFMG's seven years between the two required passes; null when they hold or a pass is missing. */
function lapsedOn(step1: ExamReading, step2ck: ExamReading): CalendarDate | null {
  if (step1.passedOn === null || step2ck.passedOn === null) return null
  const [first, last] =
    step1.passedOn < step2ck.passedOn
      ? [step1.passedOn, step2ck.passedOn]
      : [step2ck.passedOn, step1.passedOn]
  if (Number(last.slice(0, 4)) - Number(first.slice(0, 4)) < SEVEN_YEAR_RULE.value.years) return null
  const until = addYears(first, SEVEN_YEAR_RULE.value.years)
  return last > until ? until : null
}

export function readApplicant(applicant: Applicant, policy: FitPolicy): ApplicantReading {
  const step1 = readExam(applicant.attempts, 'step1')
  const step2ck = readExam(applicant.attempts, 'step2ck')
  const months = readMonths(applicant, policy)
  const papers = readPapers(applicant, policy)
  let geneticsMonths: number | null = null
  if (applicant.research !== null) {
    geneticsMonths = 0
    for (const entry of applicant.research) if (entry.field === 'genetics') geneticsMonths += entry.months
  }
  let geneticsPapers: number | null = null
  if (applicant.publications !== null) {
    geneticsPapers = 0
    for (const entry of applicant.publications) {
      if (entry.field === 'genetics' && entry.kind === 'paper') geneticsPapers += 1
    }
  }
  return {
    step1,
    step2ck,
    step3: readExam(applicant.attempts, 'step3'),
    oet: readExam(applicant.attempts, 'oet'),
    score: readScore(step2ck),
    researchMonths: months,
    paperUnits: papers,
    strength: {
      low: strengthOf(months.low, papers.low, policy),
      mid: strengthOf(months.mid, papers.mid, policy),
      high: strengthOf(months.high, papers.high, policy),
    },
    geneticsMonths,
    geneticsPapers,
    sevenYearsLapsedOn: lapsedOn(step1, step2ck),
  }
}
