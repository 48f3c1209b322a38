import type { ReactNode } from 'react'
import { Disclosure } from '@/app/_ui/disclosure'
import type { Thread } from '@/lib/notes/note'
import type { NoteTarget } from '@/lib/notes/target'
import { capital, FORMER_MENTOR } from '@/lib/notes/words'
import type { NotesPlace } from './about'
import { CommentForm } from './comment-form'
import type { ShownPartner } from './comments-panel'
import { SuggestTaskForm } from './suggest-task-form'
import { ThreadView } from './thread-view'

/** What was said with one mentor about the thing, and the fields to say more. */
export function Conversation({
  place,
  partner,
  hasHeading,
  fold,
}: {
  place: NotesPlace
  partner: ShownPartner
  hasHeading: boolean
  /** The line behind which the fields wait. */
  fold?: ReactNode
}) {
  const { notes } = place
  const threads = notes.threads.filter((thread) => isWith(thread, partner, notes.partners))
  const open = threads.filter(({ resolvedAt }) => resolvedAt === null)
  const resolved = threads.filter(({ resolvedAt }) => resolvedAt !== null)
  const views = (of: readonly Thread[]) =>
    of.map((thread) => <ThreadView key={thread.id} place={place} partner={partner} thread={thread} />)
  const mayWrite = notes.side === 'applicant' ? partner.mayRead : partner.mayComment
  return (
    <div className="space-y-4">
      {hasHeading && (threads.length > 0 || !mayWrite) && (
        <h3 className="font-semibold">
          {partner.mentorId === null ? capital(FORMER_MENTOR) : partner.name}
          {!partner.mayRead && <span className="font-normal text-mute"> · cannot see this any more</span>}
        </h3>
      )}
      {views(open)}
      {/* Behind a line already, nothing is folded a second time. */}
      {resolved.length > 0 &&
        (open.length === 0 && fold ? (
          views(resolved)
        ) : (
          <Disclosure summary={resolved.length === 1 ? 'Resolved' : `${resolved.length} resolved`}>
            <div className="space-y-4">{views(resolved)}</div>
          </Disclosure>
        ))}
      {mayWrite && partner.mentorId !== null && isSpeakable(notes.target) && (
        <div className="flex flex-wrap items-start gap-x-6 gap-y-2">
          <CommentForm
            place={place}
            target={notes.target}
            mentorId={partner.mentorId}
            label={labelOf(notes.side === 'applicant' ? partner.name : partner.applicantName, threads)}
            // Of several mentors those with whom nothing was said yet take one line.
            fold={fold ?? (hasHeading && threads.length === 0 ? `Write to ${partner.name}` : null)}
          />
          {notes.side === 'mentor' && <SuggestTaskForm place={place} target={notes.target} />}
        </div>
      )}
    </div>
  )
}

/** Of a statement only its paragraphs are spoken of. */
function isSpeakable({ kind, anchor }: NoteTarget): boolean {
  return kind !== 'paragraph' || anchor !== ''
}

function labelOf(name: string, threads: readonly Thread[]): string {
  return threads.length === 0 ? `Write to ${name}` : `Answer ${name}`
}

/** Of those without an account the threads have nobody's name any more. */
function isWith(
  { mentorId }: Thread,
  partner: ShownPartner,
  partners: NotesPlace['notes']['partners'],
): boolean {
  if (partner.mentorId !== null) return mentorId === partner.mentorId
  return mentorId === null || partners.every((known) => known.mentorId !== mentorId)
}
