'use server'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { viewerAction } from '@/app/_server/action'
import { savedInPlace } from '@/app/_server/saved-in-place'
import { withOwnScope } from '@/db/access'
import {
  addClinicalExperience,
  removeClinicalExperience,
  saveClinicalExperience,
} from '@/db/queries/clinical-experiences'
import { addLetter, removeLetter, saveLetter } from '@/db/queries/letters'
import { addPublication, removePublication, savePublication } from '@/db/queries/publications'
import {
  addResearchExperience,
  removeResearchExperience,
  saveResearchExperience,
} from '@/db/queries/research-experiences'
import { clinicalInput, letterInput, publicationInput, researchInput } from '@/lib/profile/profile-input'

const OUT_OF_DATE = 'This form is out of date. Open the page again.'
const CREATED = { formId: z.guid(OUT_OF_DATE) }
/** `seen` is the stamp of the entry that the form was made from: see db/queries/stamp. */
const EDITED = { id: z.guid(OUT_OF_DATE), seen: z.string(OUT_OF_DATE) }
const removed = z.object({ id: z.guid(OUT_OF_DATE) })

export const addClinicalAction = viewerAction(
  clinicalInput.safeExtend(CREATED),
  async (viewer, { formId, ...values }) => {
    await withOwnScope(viewer, (scope) => addClinicalExperience(scope, values, formId))
    return savedInPlace('/profile', '/profile?done=clinical-added#clinical', 'Added.')
  },
)
export const saveClinicalAction = viewerAction(
  clinicalInput.safeExtend(EDITED),
  async (viewer, { id, seen, ...values }) => {
    // Before the save, here and below: on a conflict the page then shows what the other window stored.
    revalidatePath('/profile/clinical/[id]', 'page')
    await withOwnScope(viewer, (scope) => saveClinicalExperience(scope, id, { values, seen }))
    redirect('/profile?done=clinical-saved#clinical')
  },
)
export const removeClinicalAction = viewerAction(removed, async (viewer, { id }) => {
  await withOwnScope(viewer, (scope) => removeClinicalExperience(scope, id))
  redirect('/profile?done=clinical-removed#clinical')
})

export const addResearchAction = viewerAction(
  researchInput.safeExtend(CREATED),
  async (viewer, { formId, ...values }) => {
    await withOwnScope(viewer, (scope) => addResearchExperience(scope, values, formId))
    return savedInPlace('/profile', '/profile?done=research-added#research', 'Added.')
  },
)
export const saveResearchAction = viewerAction(
  researchInput.safeExtend(EDITED),
  async (viewer, { id, seen, ...values }) => {
    revalidatePath('/profile/research/[id]', 'page')
    await withOwnScope(viewer, (scope) => saveResearchExperience(scope, id, { values, seen }))
    redirect('/profile?done=research-saved#research')
  },
)
export const removeResearchAction = viewerAction(removed, async (viewer, { id }) => {
  await withOwnScope(viewer, (scope) => removeResearchExperience(scope, id))
  redirect('/profile?done=research-removed#research')
})

export const addPublicationAction = viewerAction(
  publicationInput.safeExtend(CREATED),
  async (viewer, { formId, ...values }) => {
    await withOwnScope(viewer, (scope) => addPublication(scope, values, formId))
    return savedInPlace('/profile', '/profile?done=publications-added#publications', 'Added.')
  },
)
export const savePublicationAction = viewerAction(
  publicationInput.safeExtend(EDITED),
  async (viewer, { id, seen, ...values }) => {
    revalidatePath('/profile/publications/[id]', 'page')
    await withOwnScope(viewer, (scope) => savePublication(scope, id, { values, seen }))
    redirect('/profile?done=publications-saved#publications')
  },
)
export const removePublicationAction = viewerAction(removed, async (viewer, { id }) => {
  await withOwnScope(viewer, (scope) => removePublication(scope, id))
  redirect('/profile?done=publications-removed#publications')
})

export const addLetterAction = viewerAction(
  letterInput.safeExtend(CREATED),
  async (viewer, { formId, ...values }) => {
    await withOwnScope(viewer, (scope) => addLetter(scope, values, formId))
    return savedInPlace('/profile', '/profile?done=letters-added#letters', 'Added.')
  },
)
export const saveLetterAction = viewerAction(
  letterInput.safeExtend(EDITED),
  async (viewer, { id, seen, ...values }) => {
    revalidatePath('/profile/letters/[id]', 'page')
    await withOwnScope(viewer, (scope) => saveLetter(scope, id, { values, seen }))
    redirect('/profile?done=letters-saved#letters')
  },
)
export const removeLetterAction = viewerAction(removed, async (viewer, { id }) => {
  await withOwnScope(viewer, (scope) => removeLetter(scope, id))
  redirect('/profile?done=letters-removed#letters')
})
