import 'server-only'
import { and, eq, inArray } from 'drizzle-orm'
import { OWN_PREFIX } from '@/lib/checklist/checklist'
import { templateItem } from '@/lib/checklist/template'
import { formatDate } from '@/lib/dates/format'
import { EXAM_LABELS } from '@/lib/exams/attempt-words'
import { testWords } from '@/lib/exams/practice-line-words'
import type { NoteTarget } from '@/lib/notes/target'
import { capital, kindWords } from '@/lib/notes/words'
import type { NotesScope } from '../access'
import {
  checklistItems,
  examAttempts,
  interviews,
  letters,
  listEntries,
  mentorQuestions,
  practiceResults,
  programs,
  statements,
} from '../schema'

type Named = Pick<NoteTarget, 'kind' | 'id'>

/** Names a target in the record that `nameTargets` returns. */
export function targetKey({ kind, id }: Named): string {
  return `${kind}:${id}`
}

/**
 * What each target is called, by `targetKey`: 'Children's Hospital, Pediatrics', 'UWSA 2, 23 May 2026'. One that the viewer
 * may not read by its own section's rules is called by its kind alone.
 */
export async function nameTargets(
  scope: NotesScope,
  targets: readonly Named[],
): Promise<ReadonlyMap<string, string>> {
  const { tx, applicantId } = scope
  const ids = (kind: NoteTarget['kind']) => [
    ...new Set(
      targets
        .filter((one) => one.kind === kind)
        .map(({ id }) => (id.startsWith(OWN_PREFIX) ? id.slice(OWN_PREFIX.length) : id)),
    ),
  ]
  const own = targets.filter(({ kind, id }) => kind === 'item' && id.startsWith(OWN_PREFIX))
  const ownIds = own.map(({ id }) => id.slice(OWN_PREFIX.length))
  const program = { sponsor: programs.sponsor, name: programs.name }
  const [entries, talks, writers, results, attempts, items, texts, questions] = await Promise.all([
    ifAny(ids('entry'), (some) =>
      tx
        .select({ id: listEntries.id, ...program })
        .from(listEntries)
        .innerJoin(programs, eq(programs.id, listEntries.programId))
        .where(and(eq(listEntries.applicantId, applicantId), inArray(listEntries.id, some))),
    ),
    ifAny(ids('interview'), (some) =>
      tx
        .select({ id: interviews.id, ...program })
        .from(interviews)
        .innerJoin(listEntries, eq(listEntries.id, interviews.entryId))
        .innerJoin(programs, eq(programs.id, listEntries.programId))
        .where(and(eq(interviews.applicantId, applicantId), inArray(interviews.id, some))),
    ),
    ifAny(ids('letter'), (some) =>
      tx
        .select({ id: letters.id, writer: letters.writer })
        .from(letters)
        .where(and(eq(letters.applicantId, applicantId), inArray(letters.id, some))),
    ),
    ifAny(ids('practice'), (some) =>
      tx
        .select({
          id: practiceResults.id,
          exam: practiceResults.exam,
          kind: practiceResults.kind,
          form: practiceResults.form,
          takenOn: practiceResults.takenOn,
        })
        .from(practiceResults)
        .where(and(eq(practiceResults.applicantId, applicantId), inArray(practiceResults.id, some))),
    ),
    ifAny(ids('attempt'), (some) =>
      tx
        .select({ id: examAttempts.id, exam: examAttempts.exam, takenOn: examAttempts.takenOn })
        .from(examAttempts)
        .where(and(eq(examAttempts.applicantId, applicantId), inArray(examAttempts.id, some))),
    ),
    ifAny(ownIds, (some) =>
      tx
        .select({ id: checklistItems.id, title: checklistItems.title })
        .from(checklistItems)
        .where(and(eq(checklistItems.applicantId, applicantId), inArray(checklistItems.id, some))),
    ),
    ifAny(ids('paragraph'), (some) =>
      tx
        .select({ id: statements.id, title: statements.title })
        .from(statements)
        .where(and(eq(statements.applicantId, applicantId), inArray(statements.id, some))),
    ),
    ifAny(ids('question'), (some) =>
      tx
        .select({ id: mentorQuestions.id, text: mentorQuestions.text })
        .from(mentorQuestions)
        .where(and(eq(mentorQuestions.applicantId, applicantId), inArray(mentorQuestions.id, some))),
    ),
  ])
  const names = new Map<string, string>()
  const put = (kind: NoteTarget['kind'], id: string, name: string) => {
    if (name !== '') names.set(targetKey({ kind, id }), name)
  }
  for (const { id, sponsor, name } of entries) put('entry', id, `${sponsor}, ${name}`)
  for (const { id, sponsor } of talks) put('interview', id, `Interview: ${sponsor}`)
  for (const { id, writer } of writers) put('letter', id, writer === '' ? '' : `Letter: ${writer}`)
  for (const { id, takenOn, ...test } of results)
    put('practice', id, `${testWords(test)}, ${formatDate(takenOn)}`)
  for (const { id, exam, takenOn } of attempts)
    put('attempt', id, takenOn ? `${EXAM_LABELS[exam]}, ${formatDate(takenOn)}` : EXAM_LABELS[exam])
  for (const { id, title } of items) put('item', `${OWN_PREFIX}${id}`, title)
  for (const { id, title } of texts) put('paragraph', id, `Statement: ${title}`)
  for (const { id, text } of questions) put('question', id, text)
  for (const target of targets) {
    if (target.kind === 'item')
      put(
        'item',
        target.id,
        templateItem(target.id.split('.')[0] ?? '')?.title ?? names.get(targetKey(target)) ?? '',
      )
    if (!names.has(targetKey(target))) put(target.kind, target.id, capital(kindWords(target)))
  }
  return names
}

/** Asks only where something is asked for: most pages name one or two kinds. */
function ifAny<T>(ids: readonly string[], ask: (ids: string[]) => Promise<T[]>): Promise<T[]> {
  return ids.length === 0 ? Promise.resolve([]) : ask([...ids])
}
