import { NO_WHAT_IF, type WhatIf } from './what-if'

/** Answers tried out, as they stand in an address: `step2ck=245&hasPassedStep3=yes`. What is not named is as in the profile. */
export function readWhatIf(params: { get: (name: string) => string | null }): WhatIf {
  const tried: Record<string, unknown> = { ...NO_WHAT_IF }
  for (const name of Object.keys(NO_WHAT_IF)) {
    const text = params.get(name)
    if (!text) continue
    if (text === 'yes' || text === 'no') tried[name] = text === 'yes'
    else if (/^\d{1,3}$/.test(text)) tried[name] = Number(text)
  }
  return {
    ...NO_WHAT_IF,
    ...Object.fromEntries(
      Object.entries(tried).filter(([name, value]) => value === null || isOfKind(name, value)),
    ),
  }
}

const NUMBERS: readonly string[] = [
  'step2ck',
  'geneticsResearchMonths',
  'firstAuthorPapers',
  'geneticsWeeks',
  'acgmeMonths',
]

function isOfKind(name: string, value: unknown): boolean {
  return typeof value === (NUMBERS.includes(name) ? 'number' : 'boolean')
}
