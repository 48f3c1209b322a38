import type { Source } from './source'
import type { Sourced } from './sourced'

/* What a person who applies again finds in MyERAS, and what they bring there anew. */

const REPEAT_FAQ: Source = {
  title: 'AAMC: history and imports for repeat ERAS applicants FAQ',
  url: 'https://students-residents.aamc.org/applying-residency/history-and-imports-repeat-eras-applicants-faq',
  year: null,
}

export const LETTER_IMPORT: Sourced<{
  /** Only from an application that was certified and submitted. */
  needsSubmitted: boolean
  /** Years before the season's start that it may lie back. */
  mostYears: number
  /** Programs see on the letter when it was first uploaded. */
  showsFirstUpload: boolean
  /** An imported letter is assigned to each program again. */
  isAssignedAnew: boolean
}> = {
  value: { needsSubmitted: true, mostYears: 7, showsFirstUpload: true, isAssignedAnew: true },
  from: null,
  to: null,
  confidence: 'official',
  source: REPEAT_FAQ,
  note: 'The entry of an imported letter, the waiver with it, cannot be changed; its author may upload a new version and is told of the import.',
}

/** Requests that were never fulfilled were dropped when the letter portal changed on 2026-06-01; only letters are imported. */
export const UNFINISHED_REQUESTS: Sourced<'not_carried'> = {
  value: 'not_carried',
  from: '2026-06-01',
  to: null,
  confidence: 'official',
  source: {
    title: 'AAMC: ERAS for letter writers FAQ, 2027 cycle',
    url: 'https://www.aamc.org/services/eras-institutions/eras-letter-writers-faq',
    year: 2026,
  },
  note: 'Said of the change of portals; that it holds in later seasons too follows from what can be imported.',
}

export const NOT_IMPORTED: Sourced<readonly string[]> = {
  value: ['personal statement', 'MSPE', 'medical school transcript', 'photo', 'USMLE transcript'],
  from: null,
  to: null,
  confidence: 'official',
  source: REPEAT_FAQ,
  note: 'A former personal statement can be read in the history and is entered again. What of the experiences can be imported has changed from season to season.',
}
