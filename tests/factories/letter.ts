import type { TrackedLetter } from '@/lib/letters/letter'

/** A letter that was promised, and of which nothing else is recorded. */
export function buildTracked(overrides: Partial<TrackedLetter> = {}): TrackedLetter {
  return {
    id: 'letter-1',
    author: 'us_geneticist',
    state: 'promised',
    topics: [],
    writer: '',
    knowledge: null,
    waiver: null,
    zone: null,
    week: 'mon_fri',
    createdOn: null,
    confirmedOn: null,
    requestedOn: null,
    uploadedOn: null,
    askedOn: [],
    askAgainOn: null,
    together: '',
    briefFacts: null,
    assignments: [],
    former: null,
    ...overrides,
  }
}
