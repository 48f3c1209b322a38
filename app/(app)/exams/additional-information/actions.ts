'use server'
import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { viewerAction } from '@/app/_server/action'
import { savedInPlace } from '@/app/_server/saved-in-place'
import { withOwnScope } from '@/db/access'
import { saveAdditionalInformation, saveDraftChoices } from '@/db/queries/additional-information'
import { passageChoicesInput, passageInput } from '@/lib/exams/additional-information-input'

const PAGE = '/exams/additional-information'
const OUT_OF_DATE = 'This form is out of date. Open the page again.'

export const saveDraftChoicesAction = viewerAction(passageChoicesInput, async (viewer, choices) => {
  await withOwnScope(viewer, (scope) => saveDraftChoices(scope, choices))
  return savedInPlace(PAGE, `${PAGE}?done=draft#passage`, 'The draft is below.')
})

export const savePassageAction = viewerAction(
  passageInput.safeExtend({ version: z.coerce.number(OUT_OF_DATE).int(OUT_OF_DATE) }),
  async (viewer, { version, ...input }) => {
    // Before the save: on a conflict the page then shows what the other window stored.
    revalidatePath(PAGE)
    await withOwnScope(viewer, (scope) => saveAdditionalInformation(scope, input, version))
    return savedInPlace(PAGE, `${PAGE}?done=saved#passage`, 'The passage is saved.')
  },
)
