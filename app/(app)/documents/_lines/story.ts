import { NO_STORY, readStory, readStoryRows } from '@/app/_server/story-basis'
import { missingWords } from '@/lib/story/missing-words'
import type { LineOf } from './line-of'

const PLACE = { href: '/story', title: 'Story' } as const

export const storyLine: LineOf = async (scope) => {
  const rows = scope ? await readStoryRows(scope) : NO_STORY
  return ({ today }) => {
    const { sentences, missing, disagreements } = readStory(rows, today)
    const written = sentences.filter(({ text }) => text !== '').length
    if (written === 0) {
      return {
        ...PLACE,
        says: 'Three sentences that every other text agrees with.',
        missing: [],
        state: 'none',
      }
    }
    const count = disagreements.length
    return {
      ...PLACE,
      says: `${written} of 3 sentences ${written === 1 ? 'is' : 'are'} written.`,
      missing: [
        ...(count > 0 ? [`${count === 1 ? 'One place says' : `${count} places say`} something else`] : []),
        ...missing
          .filter(({ code }) => code.startsWith('sentence'))
          .map((one) => missingWords(one).text.replace(/\.$/, '')),
      ],
      state: written === 3 ? 'there' : 'begun',
    }
  }
}
