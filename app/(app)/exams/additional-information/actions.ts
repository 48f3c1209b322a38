'use server'
import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { viewerAction } from '@/app/_server/action'
import { savedInPlace } from '@/app/_server/saved-in-place'
import { withOwnScope } from '@/db/access'
import { saveAdditionalInformation, saveDraftChoices } from '@/db/queries/additional-information'
import { dismissFinding, returnFinding } from '@/db/queries/finding-dismissals'
import { passageChoicesInput, passageInput } from '@/lib/exams/additional-information-input'
import { asPlainTyping } from '@/lib/statement/eras-text'
import { writeIntent } from '@/lib/statement/statement-input'

const PAGE = '/exams/additional-information'
const OUT_OF_DATE = 'This form is out of date. Open the page again.'

export const saveDraftChoicesAction = viewerAction(passageChoicesInput, async (viewer, choices) => {
  await withOwnScope(viewer, (scope) => saveDraftChoices(scope, choices))
  return savedInPlace(PAGE, `${PAGE}?done=draft#passage`, 'The draft is below.')
})

export const savePassageAction = viewerAction(
  passageInput.safeExtend({ version: z.coerce.number(OUT_OF_DATE).int(OUT_OF_DATE), intent: writeIntent }),
  async (viewer, { version, intent, ...input }) => {
    // Before the save: on a conflict the page then shows what the other window stored.
    revalidatePath(PAGE)
    const passage = intent.kind === 'plain' ? asPlainTyping(input.passage) : input.passage
    const stamp = await withOwnScope(viewer, async (scope) => {
      if (intent.kind === 'dismiss') await dismissFinding(scope, intent)
      if (intent.kind === 'return') await returnFinding(scope, intent.key)
      return saveAdditionalInformation(scope, { ...input, passage }, version)
    })
    const done = await savedInPlace(PAGE, `${PAGE}?done=saved#passage`, 'The passage is saved.')
    return done.status === 'done' ? { ...done, stamp } : done
  },
)
