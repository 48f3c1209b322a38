import type { CriterionId } from './ledger'

/** The article's sections by criterion group, so that a sentence can say where it comes from. */
const SECTIONS: Record<string, string> = {
  A: 'Role of Step scores',
  B1: 'Step 1',
  B2: 'Step 1',
  B3: 'Step 1',
  B4: 'Step 1 not taken yet',
  B5: 'Step 1 not taken yet',
  B6: 'Low Step 1 or a fail',
  B7: 'Low Step 1 or a fail',
  C1: 'Programs and Step 2 CK',
  C2: 'Programs and Step 2 CK',
  C3: 'Programs and Step 2 CK',
  C4: 'Target ranges',
  C5: 'Target ranges',
  C6: 'Timing',
  C7: 'Timing',
  C8: 'Timing',
  C9: 'Study',
  C10: 'Study',
  C11: 'Study',
  C12: 'Study',
  C13: 'Study',
  C14: 'Study',
  D: 'Low Step 2 CK',
  E1: 'Trajectory',
  E2: 'Trajectory',
  E3: 'Personal statement',
  E4: 'Personal statement',
  E5: 'Letters',
  F1: 'Program research',
  F2: 'Program research',
  F3: 'Program research',
  F4: 'Program research',
  F5: 'Tailoring',
  F6: 'Tailoring',
  F7: 'Tailoring',
  F8: 'Tailoring',
  G1: 'Question 1',
  G2: 'Question 2',
  G3: 'Question 3',
  G4: 'Question 4',
}

export function sectionOf(id: CriterionId): string {
  return SECTIONS[id] ?? SECTIONS[id.charAt(0)] ?? ''
}

/** 'C4, Target ranges; G1, Question 1': the criteria of a line with the article's sections. */
export function citation(criteria: readonly CriterionId[]): string {
  return criteria.map((id) => `${id}, ${sectionOf(id)}`).join('; ')
}
