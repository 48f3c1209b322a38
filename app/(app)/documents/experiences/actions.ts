'use server'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { viewerAction } from '@/app/_server/action'
import { savedInPlace } from '@/app/_server/saved-in-place'
import { withOwnScope } from '@/db/access'
import {
  addExperience,
  moveExperience,
  removeExperience,
  saveExperience,
  saveGapLine,
  takeExperience,
} from '@/db/queries/experiences'
import {
  editedExperienceInput,
  experienceRefInput,
  gapLineInput,
  moveExperienceInput,
  newExperienceInput,
  takeExperienceInput,
} from '@/lib/experiences/experience-input'

const PAGE = '/documents/experiences'

export const takeExperienceAction = viewerAction(takeExperienceInput, async (viewer, { source }) => {
  const id = await withOwnScope(viewer, (scope) => takeExperience(scope, source))
  redirect(`${PAGE}/${id}`)
})

export const addExperienceAction = viewerAction(newExperienceInput, async (viewer, input) => {
  const id = await withOwnScope(viewer, (scope) => addExperience(scope, input))
  redirect(`${PAGE}/${id}`)
})

export const saveExperienceAction = viewerAction(
  editedExperienceInput,
  async (viewer, { id, version, ...values }) => {
    // Before the save: on a conflict the page then shows what the other window stored.
    revalidatePath(`${PAGE}/[id]`, 'page')
    await withOwnScope(viewer, (scope) => saveExperience(scope, id, { version, values }))
    return savedInPlace(`${PAGE}/${id}`, `${PAGE}/${id}?done=saved`, 'Saved.')
  },
)

export const moveExperienceAction = viewerAction(moveExperienceInput, async (viewer, { id, to }) => {
  await withOwnScope(viewer, (scope) => moveExperience(scope, id, to))
  return savedInPlace(PAGE, `${PAGE}?done=moved#ten`, 'Moved.')
})

export const removeExperienceAction = viewerAction(experienceRefInput, async (viewer, { id }) => {
  await withOwnScope(viewer, (scope) => removeExperience(scope, id))
  redirect(`${PAGE}?done=removed`)
})

export const saveGapLineAction = viewerAction(gapLineInput, async (viewer, input) => {
  await withOwnScope(viewer, (scope) => saveGapLine(scope, input))
  return savedInPlace(PAGE, `${PAGE}?done=line#gaps`, 'Saved.')
})
