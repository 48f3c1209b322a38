import 'server-only'
import { and, desc, eq, inArray, isNotNull, sql } from 'drizzle-orm'
import { OWN_PREFIX } from '@/lib/checklist/checklist'
import type { CalendarDate } from '@/lib/dates/calendar-date'
import { AppError } from '@/lib/errors/app-error'
import type { TaskState } from '@/lib/notes/note'
import type { NoteTarget } from '@/lib/notes/target'
import { isUuid, type NotesScope, ownNotes, type Scope } from '../access'
import { checklistItems, commentThreads, grants, suggestedTasks } from '../schema'
import { addOwnItem } from './checklist'
import { openThread, threadsInSight } from './notes'

/** As the mentor: suggests something to do, on the thread of what it is about. The same form sent twice suggests once. */
export async function suggestTask(
  scope: NotesScope,
  {
    target,
    formId,
    title,
    note,
    dueOn,
  }: { target: NoteTarget; formId: string; title: string; note: string; dueOn: CalendarDate | null },
): Promise<void> {
  if (scope.side !== 'mentor') throw new AppError('not_found')
  const threadId = await openThread(scope, { target, mentorId: scope.viewerId })
  await scope.tx
    .insert(suggestedTasks)
    .values({ applicantId: scope.applicantId, threadId, title, note, dueOn, formId })
    .onConflictDoNothing({ target: [suggestedTasks.applicantId, suggestedTasks.formId] })
}

function task(scope: NotesScope, id: string) {
  if (!isUuid(id)) throw new AppError('not_found')
  return and(
    eq(suggestedTasks.id, id),
    eq(suggestedTasks.applicantId, scope.applicantId),
    sql`exists (select from ${commentThreads} where ${commentThreads.id} = ${suggestedTasks.threadId}
      and ${threadsInSight(scope, 'comment')})`,
  )
}

const COLUMNS = {
  state: suggestedTasks.state,
  title: suggestedTasks.title,
  note: suggestedTasks.note,
  dueOn: suggestedTasks.dueOn,
}

/**
 * As the applicant: puts a suggested task on the checklist of this cycle, as an item of their own. Accepting twice, or in
 * two windows at once, makes one item; one that was declined or withdrawn meanwhile is refused as a conflict.
 */
export async function acceptTask(
  scope: Scope,
  { id, cycleId }: { id: string; cycleId: string },
): Promise<void> {
  const mine = task(ownNotes(scope), id)
  const [found] = await scope.tx.select(COLUMNS).from(suggestedTasks).where(mine)
  if (!found) throw new AppError('not_found')
  if (found.state === 'accepted') return
  if (found.state !== 'suggested') throw alreadyDecided(found.state)
  const { title, note, dueOn } = found
  // The task's own id as the form's: whatever happens, it makes one item.
  await addOwnItem(scope, { cycleId, formId: id, values: { title, note, dueOn, waitsFor: null } })
  const [accepted] = await scope.tx
    .update(suggestedTasks)
    .set({
      state: 'accepted',
      decidedAt: sql`coalesce(${suggestedTasks.decidedAt}, now())`,
      itemId: sql`(select ${checklistItems.id} from ${checklistItems}
        where ${checklistItems.applicantId} = ${scope.applicantId} and ${checklistItems.formId} = ${id})`,
    })
    .where(and(mine, inArray(suggestedTasks.state, ['suggested', 'accepted'])))
    .returning({ id: suggestedTasks.id })
  // Withdrawn at this very moment: the item goes with the transaction.
  if (!accepted) throw alreadyDecided('withdrawn')
}

/** As the applicant: says no to a suggested task, with a reason or none. */
export async function declineTask(
  scope: Scope,
  { id, reason }: { id: string; reason: string },
): Promise<void> {
  await decide(ownNotes(scope), id, { state: 'declined', reason })
}

/** As the mentor: takes a suggestion back that waits for an answer. */
export async function withdrawTask(scope: NotesScope, id: string): Promise<void> {
  if (scope.side !== 'mentor') throw new AppError('not_found')
  await decide(scope, id, { state: 'withdrawn', reason: '' })
}

async function decide(
  scope: NotesScope,
  id: string,
  { state, reason }: { state: 'declined' | 'withdrawn'; reason: string },
): Promise<void> {
  const [saved] = await scope.tx
    .update(suggestedTasks)
    .set({ state, reason, decidedAt: sql`now()` })
    .where(and(task(scope, id), eq(suggestedTasks.state, 'suggested')))
    .returning({ id: suggestedTasks.id })
  if (saved) return
  const [found] = await scope.tx.select(COLUMNS).from(suggestedTasks).where(task(scope, id))
  if (!found) throw new AppError('not_found')
  if (found.state !== state) throw alreadyDecided(found.state)
}

function alreadyDecided(state: TaskState): AppError {
  const words = {
    suggested: 'This task waits for an answer.',
    accepted: 'This task is on the checklist already: take it off there.',
    declined: 'This task was declined already.',
    withdrawn: 'Your mentor has withdrawn this task.',
  }
  return new AppError('conflict', { readerMessage: words[state] })
}

/** Which items of the checklist a mentor suggested, and who: null for someone without an account any more. */
export async function listSuggestedItems(
  scope: Scope<'checklist:read'>,
): Promise<Map<string, string | null>> {
  const rows = await scope.tx
    .select({ itemId: suggestedTasks.itemId, mentorId: commentThreads.mentorId, name: grants.mentorName })
    .from(suggestedTasks)
    .innerJoin(commentThreads, eq(commentThreads.id, suggestedTasks.threadId))
    .leftJoin(
      grants,
      and(eq(grants.applicantId, scope.applicantId), eq(grants.mentorId, commentThreads.mentorId)),
    )
    .where(and(eq(suggestedTasks.applicantId, scope.applicantId), isNotNull(suggestedTasks.itemId)))
    .orderBy(desc(grants.createdAt))
  const found = new Map<string, string | null>()
  for (const { itemId, name } of rows) {
    const id = `${OWN_PREFIX}${itemId}`
    if (!found.has(id)) found.set(id, name)
  }
  return found
}
