import type { DatedThing } from '@/lib/reminders/dated-thing'
import type { PaperTrack } from './paper'
import { paperOf } from './papers'

/** Days on which papers are expected, to ask after them. `isDone` says whether a paper is there. */
export function paperDatedThings(
  tracks: readonly PaperTrack[],
  isDone: (paper: PaperTrack['paper']) => boolean,
): DatedThing[] {
  return tracks.flatMap(({ paper, expectedOn }): DatedThing[] =>
    expectedOn === null
      ? []
      : [
          {
            kind: 'follow_up',
            id: `paper-${paper}`,
            title: `Ask after: ${paperOf(paper).label}`,
            urgency: 'ordinary',
            href: `/documents/papers#${paper}`,
            isProjected: false,
            isDone: isDone(paper),
            on: expectedOn,
            at: null,
          },
        ],
  )
}
