import type { ProfileSectionKey } from '@/lib/profile/words'

import type { WhatIf, WhatIfView } from './what-if'

/* The words of what-if: what each slider and switch is called, and what a try does to the list. */

export const WHAT_IF_LABELS: Readonly<Record<keyof WhatIf, string>> = {
  step2ck: 'Step 2 CK',
  hasPassedStep3: 'Step 3 passed',
  isCertified: 'ECFMG certificate held',
  needsVisa: 'A visa is needed',
  acceptsJ1: 'The J-1 is acceptable',
  acceptsH1b: 'The H-1B is acceptable',
  geneticsResearchMonths: 'Months of genetics research',
  firstAuthorPapers: 'First-author genetics papers',
  geneticsWeeks: 'Weeks in a genetics clinic in the US',
  hasUsGeneticistLetter: 'Letter from a US geneticist',
  hasExplanation: 'Explanation of the failed attempt on file',
  acgmeMonths: 'Months of ACGME training',
}

/** Where each answer is entered once it is true. */
export const WHAT_IF_SECTIONS: Readonly<Record<keyof WhatIf, ProfileSectionKey>> = {
  step2ck: 'exams',
  hasPassedStep3: 'exams',
  isCertified: 'ecfmg',
  needsVisa: 'visa',
  acceptsJ1: 'visa',
  acceptsH1b: 'visa',
  geneticsResearchMonths: 'research',
  firstAuthorPapers: 'publications',
  geneticsWeeks: 'clinical',
  hasUsGeneticistLetter: 'letters',
  hasExplanation: 'explanation',
  acgmeMonths: 'training',
}

/** What a slider or switch says beneath itself where the answer is bound by a rule. */
export const WHAT_IF_HINTS: Readonly<Partial<Record<keyof WhatIf, string>>> = {
  step2ck: 'From the passing standard up: below it is a fail, and not a low score.',
  hasPassedStep3: 'Step 3 needs the ECFMG certificate first, and a trip to the US.',
  geneticsWeeks: 'Observing after graduation; an elective only while enrolled.',
}

/** '12 programs stand higher and 1 lower. Nothing is saved.' For a live region beside the sliders. */
export function whatIfSentence({ up, down }: Pick<WhatIfView, 'up' | 'down'>): string {
  if (up === 0 && down === 0) return 'No standing changes. Nothing is saved.'
  const parts: string[] = []
  if (up > 0) parts.push(`${up} ${up === 1 ? 'program stands' : 'programs stand'} higher`)
  if (down > 0) parts.push(`${down} ${down === 1 ? 'program stands' : 'programs stand'} lower`)
  return `${parts.join(' and ')}. Nothing is saved.`
}
