import { readExam } from '@/lib/fit/exam-reading'
import { joined } from '@/lib/fit/param-words'
import type { Applicant, Niche } from '@/lib/profile/applicant'

/**
 * What a person may truly say of themselves in a few words, from the profile alone, strongest for genetics first (F7,
 * E3). Nothing is rounded up: a submitted paper is called submitted, observing is called observing, and what is not
 * entered is not said.
 */
export type Strength =
  | { code: 'genetics_research'; months: number }
  | { code: 'genetics_papers'; firstAuthor: number; papers: number; isSubmittedOnly: boolean }
  | { code: 'genetics_clinic'; weeks: number; isObserved: boolean }
  | { code: 'acgme_training'; months: number }
  | { code: 'niche'; niche: Niche }
  | { code: 'honors'; subjects: readonly ('pediatrics' | 'medicine' | 'neurology')[] }
  | { code: 'step2ck_rise'; score: number }
  | { code: 'step2ck'; score: number }

/** A score is named only where C4 calls it very competitive, or as a rise over what came before (F7). */
const NAMED_SCORE = 245
const RISE = 10

export function strengthsOf(applicant: Applicant): readonly Strength[] {
  const found: Strength[] = []
  const months = sum(
    (applicant.research ?? []).map((entry) => (entry.field === 'genetics' ? entry.months : 0)),
  )
  if (months >= 3) found.push({ code: 'genetics_research', months })
  const papers = (applicant.publications ?? []).filter(
    (entry) => entry.field === 'genetics' && entry.kind === 'paper',
  )
  const out = papers.filter((entry) => entry.state !== 'submitted')
  const counted = out.length > 0 ? out : papers
  if (counted.length > 0) {
    found.push({
      code: 'genetics_papers',
      firstAuthor: counted.filter((entry) => entry.author === 'first').length,
      papers: counted.length,
      isSubmittedOnly: out.length === 0,
    })
  }
  const rise = scoreRise(applicant)
  if (rise !== null) found.push({ code: 'step2ck_rise', score: rise })
  if ((applicant.training.acgmeMonths ?? 0) > 0) {
    found.push({ code: 'acgme_training', months: applicant.training.acgmeMonths ?? 0 })
  }
  const clinic = (applicant.clinical ?? []).filter(
    (entry) => entry.specialty === 'genetics' && entry.weeks > 0,
  )
  const handsOn = clinic.filter((entry) => entry.kind !== 'observership' && entry.kind !== 'telehealth')
  const weeks = sum((handsOn.length > 0 ? handsOn : clinic).map((entry) => entry.weeks))
  if (weeks > 0) found.push({ code: 'genetics_clinic', weeks, isObserved: handsOn.length === 0 })
  for (const niche of new Set(applicant.niches ?? [])) found.push({ code: 'niche', niche })
  // The subjects that the article names (B7); a grade below honors is no strength to open a letter with.
  const subjects = (['pediatrics', 'medicine', 'neurology'] as const).filter(
    (subject) => applicant.school[subject] === 'honors',
  )
  if (subjects.length > 0) found.push({ code: 'honors', subjects })
  const score = readExam(applicant.attempts, 'step2ck').score
  if (rise === null && score !== null && score >= NAMED_SCORE) found.push({ code: 'step2ck', score })
  return found
}

/** A Step 2 CK passed at the first attempt that stands clearly above an old Step 1 number, or solid after a failed Step 1. */
function scoreRise(applicant: Applicant): number | null {
  const step1 = readExam(applicant.attempts, 'step1')
  const step2 = readExam(applicant.attempts, 'step2ck')
  if (step2.score === null || step2.fails > 0) return null
  if (step1.score !== null) return step2.score - step1.score >= RISE ? step2.score : null
  return step1.fails > 0 && step2.score >= 235 ? step2.score : null
}

/** A strength as it can follow "I have" or stand in a list: '24 months of genetics research'. */
export function strengthWords(strength: Strength): string {
  switch (strength.code) {
    case 'genetics_research':
      return `${strength.months} months of genetics research`
    case 'genetics_papers': {
      const { firstAuthor, papers, isSubmittedOnly } = strength
      const state = isSubmittedOnly ? 'submitted ' : ''
      if (firstAuthor > 0) {
        return firstAuthor === 1
          ? `a ${state}first-author paper in genetics`
          : `${firstAuthor} ${state}first-author papers in genetics`
      }
      return papers === 1 ? `a ${state}co-authored paper in genetics` : `${papers} ${state}papers in genetics`
    }
    case 'genetics_clinic':
      return strength.isObserved
        ? `${strength.weeks} weeks of observing in a genetics clinic`
        : `${strength.weeks} weeks of hands-on clinical genetics in the US`
    case 'acgme_training':
      return `${strength.months} months of ACGME-accredited training`
    case 'niche':
      return NICHE_PHRASES[strength.niche]
    case 'honors':
      return `honors in ${joined(
        strength.subjects.map((subject) => SUBJECTS[subject]),
        'and',
      )}`
    case 'step2ck_rise':
      return `a Step 2 CK of ${strength.score}, clearly above my Step 1`
    case 'step2ck':
      return `a Step 2 CK of ${strength.score}`
  }
}

const SUBJECTS = { pediatrics: 'pediatrics', medicine: 'internal medicine', neurology: 'neurology' } as const

const NICHE_PHRASES: Readonly<Record<Niche, string>> = {
  bioinformatics: 'a background in bioinformatics or data science',
  population_genetics: 'work in population genetics at home',
  languages: 'languages that patients speak',
  genetics_training_abroad: 'genetics training outside the US',
  rare_disease_registry: 'work on a rare-disease registry',
  counseling_underserved: 'experience in counseling families with little access to care',
}

function sum(numbers: readonly number[]): number {
  return Math.round(numbers.reduce((total, number) => total + number, 0))
}
