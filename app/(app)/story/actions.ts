'use server'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { viewerAction } from '@/app/_server/action'
import { viewerToday } from '@/app/_server/fit-basis'
import { savedInPlace } from '@/app/_server/saved-in-place'
import { readStoryIn } from '@/app/_server/story-basis'
import { withOwnScope } from '@/db/access'
import { saveStorySentence } from '@/db/queries/story'
import { AppError } from '@/lib/errors/app-error'
import { sentenceInput } from '@/lib/story/sentence-input'
import { startOf } from '@/lib/story/start'

/** Saves a sentence with its grounds. 'start': without script, an empty field is filled with what the grounds say. */
export const saveSentenceAction = viewerAction(
  sentenceInput.safeExtend({ intent: z.enum(['keep', 'start']).default('keep') }),
  async (viewer, { intent, ...sentence }) => {
    const today = await viewerToday(viewer)
    // Before the save: on a conflict the page then shows what the other window stored.
    revalidatePath('/story')
    await withOwnScope(viewer, async (scope) => {
      const { items } = await readStoryIn(scope, today)
      const chosen = items.filter(({ key }) => sentence.evidence.includes(key))
      if (intent === 'start' && chosen.length === 0) {
        throw new AppError('invalid', { fields: { evidence: ['Tick what it rests on first'] } })
      }
      const text = intent === 'start' && sentence.text === '' ? startOf(sentence.role, chosen) : sentence.text
      // What is no longer in the profile is no ground any more; a save lets it go.
      await saveStorySentence(scope, { ...sentence, text, evidence: chosen.map(({ key }) => key) })
    })
    const { role } = sentence
    if (intent === 'start') redirect(`/story?start=${role}#${role}`)
    return savedInPlace('/story', `/story?done=saved#${role}`, 'Saved.')
  },
)
