import type { LetterCounts } from '@/lib/checklist/letter-counts'
import type { TrackedLetter } from './letter'
import { isFromBefore } from './season'
import { assignedSince } from './stages'

/** Letters as the checklist counts them. */
export function letterCounts(letters: readonly TrackedLetter[]): LetterCounts {
  const uploaded = letters.filter(({ uploadedOn }) => uploadedOn !== null)
  return {
    uploaded: uploaded.length,
    fromBefore: letters.filter((letter) => letter.state === 'in_hand' && isFromBefore(letter)).length,
    unassigned: uploaded.filter((letter) => assignedSince(letter) === null).length,
    servedPrograms: new Set(
      uploaded.flatMap(({ assignments }) =>
        assignments.filter(({ assignedOn }) => assignedOn !== null).map(({ programId }) => programId),
      ),
    ),
  }
}
