import type { Sourced } from './sourced'

/** Where someone in the United States who cannot bear it is listened to at any hour. */
export const CRISIS_LINE: Sourced<{ callOrText: string; page: string; pageName: string }> = {
  value: { callOrText: '988', page: 'https://988lifeline.org', pageName: '988lifeline.org' },
  from: '2022-07-16',
  to: null,
  confidence: 'secondary',
  source: {
    title: 'Wyoming Department of Health: 988 Suicide & Crisis Lifeline',
    url: 'https://health.wyo.gov/publichealth/prevention/wivpp/suicide-prevention/988-suicide-crisis-lifeline',
    year: null,
  },
  note: 'Free and confidential, day and night, by call, text or chat; in the United States alone. The number holds since 16 July 2022 (California, CDCR, 2022). The line’s own page was not read.',
}
