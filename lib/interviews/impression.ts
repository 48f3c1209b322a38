/** What a program is weighed by after its interview, and later on the rank list. A person may add criteria of their own there. */
export const CRITERIA = [
  'training',
  'people',
  'research',
  'visa',
  'support',
  'future',
  'place',
  'family',
] as const
export type Criterion = (typeof CRITERIA)[number]

/** From 1, would speak against it, to 5, would speak for it. No mark means not known, never zero. */
export const MARKS = [1, 2, 3, 4, 5] as const
export type Mark = (typeof MARKS)[number]

/** How one criterion looked on the day of the interview. */
export type Impression = { criterion: Criterion; mark: Mark | null; note: string }

export const CRITERION_WORDS: Readonly<Record<Criterion, { label: string; hint: string }>> = {
  training: {
    label: 'Training',
    hint: 'Breadth of patients, teaching, time in clinic, what graduates can do',
  },
  people: { label: 'People', hint: 'Residents, faculty, coordinator: would you ask them for help at night?' },
  research: { label: 'Research', hint: 'Time, a mentor in your field, what residents have published' },
  visa: {
    label: 'Visa and start',
    hint: 'Which visa, who pays the fees, what happens when papers are late',
  },
  support: { label: 'Support and hours', hint: 'Call, cover, sick days, how a mistake is handled' },
  future: { label: 'What comes after', hint: 'Fellowships, boards, posts that accept your visa' },
  place: { label: 'Place', hint: 'Cost of living, weather, a community, a car or none' },
  family: { label: 'Family', hint: 'Work, school and permits for those who come with you' },
}

export const MARK_WORDS: Readonly<Record<Mark, string>> = {
  1: 'Against it',
  2: 'Rather against',
  3: 'Neither',
  4: 'Rather for',
  5: 'For it',
}
