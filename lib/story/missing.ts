import { placeholdersIn } from '@/lib/contacts/placeholders'
import type { TrajectoryPartKey } from '@/lib/strategy/trajectory'
import type { StoryItem } from './items'
import type { ConditionCode, StoryReading } from './patterns'
import { SENTENCE_ROLES, type SentenceRole, type StorySentence } from './sentence'
import type { StoryStrip } from './strip'

/** What a story still lacks, in the order in which to look at it: silence first, then evidence, then words, then dates. */
export type Missing =
  | { code: 'part_not_said'; part: TrajectoryPartKey }
  | { code: 'evidence'; condition: ConditionCode }
  | { code: 'evidence_not_said'; condition: ConditionCode }
  | { code: 'sentence_empty'; role: SentenceRole }
  | { code: 'sentence_unfinished'; role: SentenceRole }
  | { code: 'sentence_unbacked'; role: SentenceRole }
  | { code: 'ground_gone'; role: SentenceRole; count: number }
  | { code: 'part_ahead'; part: TrajectoryPartKey }
  | { code: 'undated'; count: number }

/** Everything that is missing; an empty list means that the story stands. */
export function storyMissing(of: {
  strip: StoryStrip
  reading: StoryReading
  sentences: readonly StorySentence[]
  items: readonly StoryItem[]
}): readonly Missing[] {
  const { strip, reading, sentences, items } = of
  const parts = (state: 'not_said' | 'ahead') => strip.lanes.filter((lane) => lane.state === state)
  return [
    ...parts('not_said').map(({ key }) => ({ code: 'part_not_said' as const, part: key })),
    ...(reading.chosen?.support ?? []).flatMap(({ code, state }): Missing[] =>
      state === 'met'
        ? []
        : [{ code: state === 'missing' ? 'evidence' : 'evidence_not_said', condition: code }],
    ),
    ...SENTENCE_ROLES.flatMap((role) => sentenceMissing(role, sentences, items)),
    ...parts('ahead').map(({ key }) => ({ code: 'part_ahead' as const, part: key })),
    ...(strip.undated > 0 ? [{ code: 'undated' as const, count: strip.undated }] : []),
  ]
}

function sentenceMissing(
  role: SentenceRole,
  sentences: readonly StorySentence[],
  items: readonly StoryItem[],
): Missing[] {
  const sentence = sentences.find((one) => one.role === role)
  if (!sentence || sentence.text.trim() === '') return [{ code: 'sentence_empty', role }]
  const there = sentence.evidence.filter((key) => items.some((item) => item.key === key))
  const gone = sentence.evidence.length - there.length
  return [
    ...(placeholdersIn(sentence.text).length > 0 ? [{ code: 'sentence_unfinished' as const, role }] : []),
    ...(there.length === 0 ? [{ code: 'sentence_unbacked' as const, role }] : []),
    ...(gone > 0 ? [{ code: 'ground_gone' as const, role, count: gone }] : []),
  ]
}

/** The sentences that are written and finished, in their order: what other pages may offer. */
export function finishedSentences<T extends StorySentence>(sentences: readonly T[]): readonly T[] {
  return SENTENCE_ROLES.flatMap((role) => sentences.filter((one) => one.role === role)).filter(
    ({ text }) => text.trim() !== '' && placeholdersIn(text).length === 0,
  )
}
