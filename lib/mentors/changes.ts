import type { CalendarDate, Instant } from '@/lib/dates/calendar-date'
import { today as dayIn } from '@/lib/dates/instant'

/** Rows of one table that were added or changed since a mentor looked, and when the last of all was. */
export type Change = { table: string; count: number; lastAt: Instant }

/** What a mentor calls the rows of a table, in the order in which they are told. Others only count as a change. */
export const CHANGED_THINGS: Readonly<Record<string, readonly [one: string, many: string]>> = {
  exam_attempts: ['exam sitting', 'exam sittings'],
  practice_results: ['practice result', 'practice results'],
  study_plans: ['study plan', 'study plans'],
  timing_plans: ['plan of exam days', 'plans of exam days'],
  list_entries: ['program on the list', 'programs on the list'],
  status_changes: ['status', 'statuses'],
  program_facts: ['answer from a program', 'answers from programs'],
  outside_offers: ['offer outside the Match', 'offers outside the Match'],
  applicant_profiles: ['answer in the profile', 'answers in the profile'],
  clinical_experiences: ['stay in US clinics', 'stays in US clinics'],
  research_experiences: ['research experience', 'research experiences'],
  publications: ['publication', 'publications'],
  letters: ['letter', 'letters'],
  statement_versions: ['version of a statement', 'versions of statements'],
  letter_tracks: ['letter’s progress', 'letters’ progress'],
  paper_tracks: ['paper', 'papers'],
  additional_information: ['passage on an attempt', 'passages on attempts'],
  experiences: ['experience for MyERAS', 'experiences for MyERAS'],
  story_sentences: ['sentence of the story', 'sentences of the story'],
  contacts: ['contact', 'contacts'],
  interviews: ['interview', 'interviews'],
  rank_lists: ['rank list', 'rank lists'],
  checklist_marks: ['checklist item', 'checklist items'],
  checklist_items: ['item of their own', 'items of their own'],
}

/** '2 programs on the list, 1 exam sitting'; null when nothing changed. */
export function changesWords(changes: readonly Change[]): string | null {
  const counts = new Map(changes.map(({ table, count }) => [table, count]))
  const parts = Object.entries(CHANGED_THINGS).flatMap(([table, [one, many]]) => {
    const count = counts.get(table) ?? 0
    return count > 0 ? `${count} ${count === 1 ? one : many}` : []
  })
  if (parts.length > 0) return parts.join(', ')
  return changes.some(({ count }) => count > 0) ? 'small things' : null
}

/** The day of the last change in the reader's zone; null where nothing was ever entered. */
export function lastChangeOn(changes: readonly Change[], zone: string): CalendarDate | null {
  const last = changes.reduce<Instant | null>(
    (latest, { lastAt }) => (latest === null || lastAt > latest ? lastAt : latest),
    null,
  )
  return last && dayIn(last, zone)
}
