import type { Applicant } from '@/lib/profile/applicant'
import { PATHWAYS, type Pathway } from '@/lib/programs/pathway'
import { type ApplicantReading, readApplicant } from './applicant-reading'
import { attemptsFactor, step2ckFactor, trajectoryFactor } from './factors/exams'
import { type ResearchMatch, researchMatches, trackFactor } from './factors/program'
import {
  clinicalFactor,
  lettersFactor,
  nicheFactor,
  publicationsFactor,
  researchFactor,
  schoolFactor,
  visaNeedFactor,
} from './factors/record'
import type { Factor } from './ledger'
import type { FitPolicy } from './policy'

/** Everything of an applicant that is the same for every program. */
export type Prepared = {
  reading: ApplicantReading
  /** The factors that no program changes, in the order in which a ledger lists them. */
  factors: readonly Factor[]
  track: Readonly<Record<Pathway, Factor>>
  researchMatch: ResearchMatch
  /** Whether the person has said at least two of their three weightiest facts; a fail on record says the score. */
  hasEnough: boolean
}

type Remembered = { policy: FitPolicy; print: readonly Primitive[]; prepared: Prepared }
type Primitive = string | number | boolean | null

const remembered = new WeakMap<Applicant, Remembered>()
const scratch: Primitive[] = []

/**
 * Reads an applicant once for many programs. The last reading of each object is kept, and used only while every value
 * that was read is still the same: so an object that was changed in place is read anew, and the result stays pure.
 */
export function prepareApplicant(applicant: Applicant, policy: FitPolicy): Prepared {
  const held = remembered.get(applicant)
  print(applicant)
  if (held !== undefined && held.policy === policy && isPrinted(held.print)) return held.prepared
  const kept = scratch.slice()
  const prepared = prepare(applicant, policy)
  remembered.set(applicant, { policy, print: kept, prepared })
  return prepared
}

function prepare(applicant: Applicant, policy: FitPolicy): Prepared {
  const a = readApplicant(applicant, policy)
  const track = {} as Record<Pathway, Factor>
  for (const pathway of PATHWAYS) track[pathway] = trackFactor(applicant, pathway, policy)
  return {
    reading: a,
    factors: [
      step2ckFactor(a, policy),
      attemptsFactor(a, applicant, policy),
      trajectoryFactor(a, policy),
      researchFactor(a, applicant, policy),
      publicationsFactor(a, applicant, policy),
      clinicalFactor(applicant, policy),
      lettersFactor(applicant, policy),
      schoolFactor(applicant, policy),
      nicheFactor(applicant, policy),
      visaNeedFactor(a, applicant, policy),
    ],
    track,
    researchMatch: researchMatches(a, policy),
    hasEnough: saysEnough(a, applicant, policy),
  }
}

function saysEnough(a: ApplicantReading, applicant: Applicant, policy: FitPolicy): boolean {
  let said = 0
  if (a.score.kind !== 'open') said += 1
  if (applicant.research !== null) said += 1
  if (applicant.clinical !== null) said += 1
  return said >= policy.enoughFacts.least
}

function isPrinted(print: readonly Primitive[]): boolean {
  if (print.length !== scratch.length) return false
  for (let index = 0; index < print.length; index += 1) if (print[index] !== scratch[index]) return false
  return true
}

/** Writes every value that `prepare` reads into `scratch`; lists are led by their length, null by -1. */
function print(applicant: Applicant): void {
  scratch.length = 0
  const { visa, graduation, training, school } = applicant
  scratch.push(visa.need, graduation.status, applicant.explanationOnFile)
  scratch.push(training.pediatricsMonths, training.medicineMonths, training.obgynCompleted)
  scratch.push(school.standing, school.pediatrics, school.medicine, school.neurology)
  scratch.push(applicant.attempts?.length ?? -1)
  for (const attempt of applicant.attempts ?? []) {
    scratch.push(attempt.exam, attempt.takenOn, attempt.outcome, attempt.score)
    const { oet } = attempt
    if (oet !== null) scratch.push(oet.listening, oet.reading, oet.speaking, oet.writing)
  }
  scratch.push(applicant.clinical?.length ?? -1)
  for (const entry of applicant.clinical ?? []) scratch.push(entry.kind, entry.specialty, entry.weeks)
  scratch.push(applicant.research?.length ?? -1)
  for (const entry of applicant.research ?? []) {
    scratch.push(entry.field, entry.months, entry.role, entry.inUs)
  }
  scratch.push(applicant.publications?.length ?? -1)
  for (const entry of applicant.publications ?? []) {
    scratch.push(entry.field, entry.kind, entry.author, entry.state)
  }
  scratch.push(applicant.letters?.length ?? -1)
  for (const letter of applicant.letters ?? []) {
    scratch.push(letter.author, letter.state, letter.topics.length)
    for (const topic of letter.topics) scratch.push(topic)
  }
  scratch.push(applicant.niches?.length ?? -1)
  for (const niche of applicant.niches ?? []) scratch.push(niche)
}
