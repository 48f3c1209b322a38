import { Panel } from '@/app/_ui/panel'
import type { NotePartner, NotesOn } from '@/db/queries/notes'
import type { NotesPlace } from './about'
import { Conversation } from './conversation'

/**
 * What an applicant and their mentors say about one thing, on whichever side's page it stands. For an applicant without a
 * mentor, and without a word said, there is nothing: no page has to ask whether to show it.
 */
export function CommentsPanel({ title = 'Comments', ...place }: NotesPlace & { title?: string }) {
  const { notes } = place
  const partners = shownPartners(notes)
  if (partners.length === 0) return null
  const isAlone = partners.length === 1
  return (
    <div className="no-print">
      <Panel id="comments" title={title} lead={leadOf(notes, partners)}>
        <div className="space-y-6">
          {partners.map((partner) => (
            <Conversation
              key={partner.mentorId ?? 'former'}
              place={place}
              partner={partner}
              hasHeading={!isAlone || !partner.mayRead}
            />
          ))}
        </div>
      </Panel>
    </div>
  )
}

/** Someone on the other side; without an id, all whose accounts are gone. */
export type ShownPartner = Omit<NotePartner, 'mentorId'> & { mentorId: string | null }

/** Who has something to say here: everyone who may read it, and everyone with whom something was said. */
export function shownPartners({ partners, threads }: NotesOn): readonly ShownPartner[] {
  const known = partners.filter(
    ({ mentorId, mayRead }) => mayRead || threads.some((thread) => thread.mentorId === mentorId),
  )
  const [first] = partners
  const isAnyGone = threads.some(
    ({ mentorId }) => mentorId === null || partners.every((partner) => partner.mentorId !== mentorId),
  )
  const gone = { mentorId: null, name: '', applicantName: first?.applicantName ?? '' }
  return [...known, ...(isAnyGone ? [{ ...gone, mayRead: false, mayComment: false }] : [])]
}

function leadOf({ side }: NotesOn, partners: readonly ShownPartner[]): string | undefined {
  const [only] = partners
  if (!only) return undefined
  if (side === 'mentor')
    return only.mayComment
      ? `Only ${only.applicantName} and you read this.`
      : 'You may read this part of the cycle, and not write here.'
  if (partners.length === 1 && only.mentorId !== null)
    return only.mayRead ? `Only ${only.name} and you read this.` : undefined
  return 'Each mentor reads what you write to them, and nothing of the others.'
}
