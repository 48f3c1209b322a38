/** The three sentences of a story, in the order in which they are told (E1, E2). */
export const SENTENCE_ROLES = ['beginning', 'turn', 'direction'] as const
export type SentenceRole = (typeof SENTENCE_ROLES)[number]

export const SENTENCE_LABELS: Readonly<Record<SentenceRole, string>> = {
  beginning: 'Where it began',
  turn: 'What changed, and what came of it',
  direction: 'Where it leads',
}

export const SENTENCE_HINTS: Readonly<Record<SentenceRole, string>> = {
  beginning: 'What stood at the start. An attempt that did not pass is named once, plainly, or not at all.',
  turn: 'The evidence since: results, clinics, research. Numbers that a reader can check.',
  direction: 'What you bring to medical genetics that few others do.',
}

/** One of the three: the person's own words, and the keys of the profile's items that it rests on. */
export type StorySentence = { role: SentenceRole; text: string; evidence: readonly string[] }

/** Long for one sentence, and short enough to be said aloud. Ours; no field of MyERAS holds it. */
export const SENTENCE_MOST = 300
/** A sentence that rests on more than this rests on nothing in particular. Ours. */
export const MOST_EVIDENCE = 8
