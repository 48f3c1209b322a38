import { NO_GAINS, type YearGains } from './delay'

type Params = Readonly<Record<string, string | string[] | undefined>>

/** More than a year's delay can hold counts as what it can hold. */
const MOST = { research: 18, weeks: 52, acgme: 12 } as const

/** What a year would bring, read from the address of the page. Anything that is not a number there counts as none. */
export function readYearGains(params: Params): YearGains {
  const amount = (name: keyof typeof MOST) => {
    const text = one(params[name])
    return /^\d{1,3}$/.test(text) ? Math.min(Number(text), MOST[name]) : 0
  }
  const isSet = (name: string) => one(params[name]) === 'on'
  return {
    ...NO_GAINS,
    geneticsResearchMonths: amount('research'),
    isResearchInUs: isSet('researchUs'),
    geneticsWeeks: amount('weeks'),
    hasUsGeneticistLetter: isSet('letter'),
    hasFirstAuthorPaper: isSet('paper'),
    hasPassedStep3: isSet('step3'),
    isCertified: isSet('certified'),
    isCertificateRenewed: isSet('renewed'),
    acgmeMonths: amount('acgme'),
  }
}

function one(value: string | string[] | undefined): string {
  return (Array.isArray(value) ? value[0] : value)?.trim() ?? ''
}
