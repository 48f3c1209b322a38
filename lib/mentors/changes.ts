import type { CalendarDate, Instant } from '@/lib/dates/calendar-date'
import { today as dayIn } from '@/lib/dates/instant'
import type { Section } from './policy'

/** Rows of one table that were added or changed since a mentor looked, and when the last of all was. */
export type Change = { table: string; count: number; lastAt: Instant }

/** The page about a mentee on which a thing is read. */
export type ChangedPage = 'exams' | 'list' | 'documents' | 'interviews' | 'checklist'
type ChangedThing = { one: string; many: string; page: ChangedPage }

const on = (page: ChangedPage, one: string, many = `${one}s`): ChangedThing => ({ one, many, page })

/** What a mentor calls the rows of a table, in the order in which they are told. Others only count as a change. */
export const CHANGED_THINGS: Readonly<Record<string, ChangedThing>> = {
  exam_attempts: on('exams', 'exam sitting'),
  practice_results: on('exams', 'practice result'),
  study_plans: on('exams', 'study plan'),
  timing_plans: on('exams', 'plan of exam days', 'plans of exam days'),
  list_entries: on('list', 'program on the list', 'programs on the list'),
  status_changes: on('list', 'status', 'statuses'),
  program_facts: on('list', 'answer from a program', 'answers from programs'),
  outside_offers: on('list', 'offer outside the Match', 'offers outside the Match'),
  applicant_profiles: on('list', 'answer in the profile', 'answers in the profile'),
  clinical_experiences: on('list', 'stay in US clinics', 'stays in US clinics'),
  research_experiences: on('list', 'research experience'),
  publications: on('list', 'publication'),
  letters: on('documents', 'letter'),
  statement_versions: on('documents', 'version of a statement', 'versions of statements'),
  letter_tracks: on('documents', 'letter’s progress', 'letters’ progress'),
  paper_tracks: on('documents', 'paper'),
  additional_information: on('documents', 'passage on an attempt', 'passages on attempts'),
  experiences: on('documents', 'experience for MyERAS', 'experiences for MyERAS'),
  story_sentences: on('documents', 'sentence of the story', 'sentences of the story'),
  contacts: on('interviews', 'contact'),
  interviews: on('interviews', 'interview'),
  rank_lists: on('interviews', 'rank list'),
  checklist_marks: on('checklist', 'checklist item'),
  checklist_items: on('checklist', 'item of their own', 'items of their own'),
}

/** '4 exam sittings' and where it is read, for each kind of thing that changed, in the order of telling. */
function changedThings(
  changes: readonly Change[],
): readonly { table: string; words: string; page: ChangedPage }[] {
  const counts = new Map(changes.map(({ table, count }) => [table, count]))
  return Object.entries(CHANGED_THINGS).flatMap(([table, { one, many, page }]) => {
    const count = counts.get(table) ?? 0
    return count > 0 ? [{ table, words: `${count} ${count === 1 ? one : many}`, page }] : []
  })
}

const SMALL = 'small things'

/** '2 programs on the list, 1 exam sitting'; null when nothing changed. */
export function changesWords(changes: readonly Change[]): string | null {
  const things = changedThings(changes)
  if (things.length > 0) return things.map(({ words }) => words).join(', ')
  return changes.some(({ count }) => count > 0) ? SMALL : null
}

/** The same in one line: the first two kinds, and that there are more. */
export function changesBrief(changes: readonly Change[]): string | null {
  const things = changedThings(changes).map(({ words }) => words)
  const [first, second] = things
  if (first === undefined || second === undefined) return changesWords(changes)
  return things.length === 2 ? `${first}, ${second}` : `${first}, ${second} and more`
}

/** What changed, by the page on which it is read, in the order of the pages; what has no page counts under none. */
export function changesByPage(
  changes: readonly Change[],
  may: (section: Section) => boolean,
): readonly { page: ChangedPage | null; words: string }[] {
  // Without the documents, letters are read with the facts that the fit counts.
  const things = changedThings(changes).map((thing) =>
    thing.table === 'letters' && !may('documents') ? { ...thing, page: 'list' as const } : thing,
  )
  const pages = [...new Set(things.map(({ page }) => page))]
  if (pages.length === 0) return changes.some(({ count }) => count > 0) ? [{ page: null, words: SMALL }] : []
  return pages.map((page) => ({
    page,
    words: things.flatMap((thing) => (thing.page === page ? thing.words : [])).join(', '),
  }))
}

/** The day of the last change in the reader's zone; null where nothing was ever entered. */
export function lastChangeOn(changes: readonly Change[], zone: string): CalendarDate | null {
  const last = changes.reduce<Instant | null>(
    (latest, { lastAt }) => (latest === null || lastAt > latest ? lastAt : latest),
    null,
  )
  return last && dayIn(last, zone)
}
