'use server'
import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import type { z } from 'zod'
import { viewerAction } from '@/app/_server/action'
import { currentOrNewCycle } from '@/app/_server/begin-cycle'
import { viewerToday } from '@/app/_server/fit-basis'
import { savedInPlace } from '@/app/_server/saved-in-place'
import { withOwnScope } from '@/db/access'
import { addContact, removeContact, restoreContact, saveContact, setFollowedUp } from '@/db/queries/contacts'
import { contactInput, contactRefInput, newContactInput } from '@/lib/contacts/contact-input'
import { placeholdersIn } from '@/lib/contacts/placeholders'
import { rankFindings } from '@/lib/contacts/rank-wording'
import type { ActionState } from '@/lib/errors/action-state'
import { AppError } from '@/lib/errors/app-error'

export const addContactAction = viewerAction(newContactInput, async (viewer, input) => {
  if (input.intent === 'check') return checked(input)
  const { intent: _, ...said } = input
  const today = await viewerToday(viewer)
  refuseAhead(said, today)
  await withOwnScope(viewer, async (scope) => {
    // Someone may write down a talk with a partner before anything else.
    if (said.entryId === null) await currentOrNewCycle(scope, today)
    await addContact(scope, said)
  })
  if (said.letterId) redirect(`/documents/letters/${said.letterId}?done=thanked#thanks`)
  redirect(said.entryId ? `/contacts?done=logged&entry=${said.entryId}` : '/contacts?done=logged')
})

export const saveContactAction = viewerAction(contactInput, async (viewer, input) => {
  if (input.intent === 'check') return checked(input)
  const { intent: _, id, ...said } = input
  refuseAhead(said, await viewerToday(viewer))
  // Also after a conflict: the page then shows what the other window stored.
  refresh()
  await withOwnScope(viewer, (scope) => saveContact(scope, id, said))
  redirect('/contacts?done=saved')
})

export const followedUpAction = viewerAction(contactRefInput, async (viewer, { id }) => {
  await withOwnScope(viewer, (scope) => setFollowedUp(scope, id))
  return savedInPlace('/contacts', '/contacts?done=followed-up', 'Done.')
})

export const removeContactAction = viewerAction(contactRefInput, async (viewer, { id }) => {
  await withOwnScope(viewer, (scope) => removeContact(scope, id))
  redirect(`/contacts?removed=${id}`)
})

export const restoreContactAction = viewerAction(contactRefInput, async (viewer, { id }) => {
  await withOwnScope(viewer, (scope) => restoreContact(scope, id))
  redirect('/contacts?done=restored')
})

function refuseAhead({ on }: { on: string }, today: string): void {
  if (on > today)
    throw new AppError('invalid', { fields: { on: ['This day is still ahead: enter the day it happened'] } })
}

/** What the wording check says; the field itself marks the sentences. Nothing is kept. */
function checked(input: z.output<typeof newContactInput> | z.output<typeof contactInput>): ActionState {
  const [found, open] = [rankFindings(input.text).length, placeholdersIn(input.text).length]
  const parts = [
    found > 0 && `${found} ${found === 1 ? 'sentence needs' : 'sentences need'} another look`,
    open > 0 && `${open} ${open === 1 ? 'place is' : 'places are'} still in brackets`,
  ].filter(Boolean)
  const values = Object.entries(input).map(([name, value]) => [
    name,
    value === true ? 'on' : value === null || value === false ? '' : String(value),
  ])
  return {
    status: 'preview',
    message:
      parts.length === 0
        ? 'Nothing in it asks for or promises a rank. Nothing is kept yet.'
        : `${parts.join('; ')}: see below the text. Nothing is kept yet.`,
    values: Object.fromEntries(values.filter(([name, value]) => name !== 'isFollowedUp' || value === 'on')),
  }
}
