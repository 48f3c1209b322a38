'use server'
import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { viewerAction } from '@/app/_server/action'
import { savedInPlace } from '@/app/_server/saved-in-place'
import { withOwnScope } from '@/db/access'
import { fillAssignments, saveAssignments } from '@/db/queries/statement-assignments'
import { bringBackVersion, settleStatement } from '@/db/queries/statement-desk'
import { removeVersion, restoreRemovedVersion } from '@/db/queries/statement-versions'
import { addStatement, removeStatement, restoreStatement, saveAboutStatement } from '@/db/queries/statements'
import { AppError } from '@/lib/errors/app-error'
import {
  aboutStatementInput,
  assignmentsInput,
  newStatementInput,
  statementRefInput,
  versionRefInput,
  writeInput,
} from '@/lib/statement/statement-input'

const PAGE = '/documents/statements'

export const addStatementAction = viewerAction(newStatementInput, async (viewer, input) => {
  const id = await withOwnScope(viewer, (scope) => addStatement(scope, input))
  redirect(`${PAGE}/${id}`)
})

const SAID = {
  save: 'Saved.',
  check: 'Saved and read.',
  plain: 'Saved in plain typing.',
  mine: 'Saved. The other text is among the versions.',
  theirs: 'The saved text goes on. Yours is among the versions.',
  dismiss: 'Put aside.',
  return: 'Brought back.',
} as const

export const writeStatementAction = viewerAction(writeInput, async (viewer, input) => {
  const { state, stored, kept } = await withOwnScope(viewer, (scope) => settleStatement(scope, input))
  const { kind } = input.intent
  if (state === 'conflict') {
    // The page then shows what the other window stored.
    refresh()
    throw new AppError('conflict', {
      readerMessage: `Another window saved another text since you opened this page.${kept === null ? '' : ` Yours is kept as version ${kept}.`}`,
    })
  }
  const isVersion = kind === 'save' && kept !== null
  const said = isVersion ? `Saved as version ${kept}.` : SAID[kind]
  const page = `${PAGE}/${input.id}`
  const place = `${page}?done=${isVersion ? 'save' : kind}`
  const done = await savedInPlace(page, place, said)
  return done.status === 'done' ? { ...done, stamp: stored.stamp } : done
})

export const saveAboutStatementAction = viewerAction(aboutStatementInput, async (viewer, input) => {
  await withOwnScope(viewer, (scope) => saveAboutStatement(scope, input))
  return savedInPlace(`${PAGE}/${input.id}`, `${PAGE}/${input.id}?done=about`, 'Saved.')
})

export const removeStatementAction = viewerAction(statementRefInput, async (viewer, { id }) => {
  await withOwnScope(viewer, (scope) => removeStatement(scope, id))
  redirect(`${PAGE}?removed=${id}`)
})

export const restoreStatementAction = viewerAction(statementRefInput, async (viewer, { id }) => {
  await withOwnScope(viewer, (scope) => restoreStatement(scope, id))
  redirect(`${PAGE}?done=restored`)
})

export const bringBackVersionAction = viewerAction(versionRefInput, async (viewer, { id, versionId }) => {
  await withOwnScope(viewer, (scope) => bringBackVersion(scope, id, versionId))
  redirect(`${PAGE}/${id}?done=brought-back`)
})

export const removeVersionAction = viewerAction(versionRefInput, async (viewer, { id, versionId }) => {
  await withOwnScope(viewer, (scope) => removeVersion(scope, id, versionId))
  redirect(`${PAGE}/${id}/compare?removed=${versionId}`)
})

export const restoreVersionAction = viewerAction(versionRefInput, async (viewer, { id, versionId }) => {
  await withOwnScope(viewer, (scope) => restoreRemovedVersion(scope, id, versionId))
  redirect(`${PAGE}/${id}/compare?done=restored`)
})

export const saveAssignmentsAction = viewerAction(assignmentsInput, async (viewer, chosen) => {
  await withOwnScope(viewer, (scope) => saveAssignments(scope, chosen))
  return savedInPlace(PAGE, `${PAGE}?done=assigned#programs`, 'Saved: each program gets what stands here.')
})

export const fillAssignmentsAction = viewerAction(statementRefInput, async (viewer, { id }) => {
  await withOwnScope(viewer, (scope) => fillAssignments(scope, id))
  redirect(`${PAGE}?done=filled#programs`)
})
