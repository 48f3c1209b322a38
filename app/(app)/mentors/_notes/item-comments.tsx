import { Disclosure } from '@/app/_ui/disclosure'
import type { NotePartner } from '@/db/queries/notes'
import { wordsIn } from '@/lib/notes/note'
import { asAnchor } from '@/lib/notes/target'
import { waitsFor } from '@/lib/notes/waiting'
import { kindWords } from '@/lib/notes/words'
import type { NotesPlace } from './about'
import { Conversation } from './conversation'

/**
 * What is said about one of many things on a page: behind one line, in view where something is open. Nothing where nothing
 * is said and nothing may be.
 */
export function ItemComments({ place, partner }: { place: NotesPlace; partner: NotePartner }) {
  const { threads, target, side } = place.notes
  const mayWrite = side === 'applicant' ? partner.mayRead : partner.mayComment
  if (threads.length === 0 && !mayWrite) return null
  const count = wordsIn(threads)
  const changed = threads.filter(
    ({ target: { anchor } }) => anchor !== '' && anchor !== asAnchor(target.anchor),
  )
  const about = <span className="sr-only"> on {kindWords(target)}</span>
  if (threads.length === 0) {
    const fold = <span className="text-sm font-normal">Comment{about}</span>
    return (
      <div className="no-print mt-1 text-base">
        <Conversation place={place} partner={partner} hasHeading={false} fold={fold} />
      </div>
    )
  }
  return (
    <div className="no-print mt-1 text-base">
      <Disclosure
        summary={
          <span className="text-sm font-normal">
            {count === 1 ? '1 comment' : `${count} comments`}
            {threads.every(({ resolvedAt }) => resolvedAt !== null) && ', resolved'}
            {about}
          </span>
        }
        isOpen={threads.some(({ resolvedAt }) => resolvedAt === null)}
      >
        {changed.map(({ id, target: { anchor } }) => (
          <div key={id} className="mb-3 text-sm text-mute">
            <p>The paragraph has changed since it was commented on. It read:</p>
            <blockquote className="mt-1 border-l-2 border-edge pl-3">{anchor}</blockquote>
          </div>
        ))}
        <Conversation
          place={place}
          partner={partner}
          hasHeading={false}
          // Where the other's word waits, the field stands open.
          fold={
            threads.some((thread) => waitsFor(side, thread)) ? undefined : (
              <span className="text-sm font-normal">Say more{about}</span>
            )
          }
        />
      </Disclosure>
    </div>
  )
}
