import { randomUUID } from 'node:crypto'
import { ActionForm } from '@/app/_ui/action-form'
import { SelectField, TextAreaField } from '@/app/_ui/field'
import { FormDisclosure } from '@/app/_ui/form-disclosure'
import { Panel } from '@/app/_ui/panel'
import { SubmitButton } from '@/app/_ui/submit-button'
import { MOST, type Thread } from '@/lib/notes/note'
import { asAnchor, type ParagraphFate, paragraphFate } from '@/lib/notes/target'
import { capital, FORMER_MENTOR } from '@/lib/notes/words'
import { paragraphsOf } from '@/lib/statement/paragraphs'
import { addCommentAction } from '../note-actions'
import type { NotesPlace } from './about'
import { CommentForm } from './comment-form'
import { type ShownPartner, shownPartners } from './comments-panel'
import { ThreadView } from './thread-view'

/** On the applicant's own statement: what mentors say of its paragraphs, and the fields to ask about one. */
export function StatementComments({ text, ...place }: NotesPlace & { text: string }) {
  const { notes } = place
  const partners = shownPartners(notes)
  if (partners.length === 0) return null
  const order = paragraphsOf(text).map(({ id }) => id)
  const threads = notes.threads
    .map((thread) => ({ thread, fate: paragraphFate(thread.target.anchor, text) }))
    .toSorted((a, b) => placeOf(a.fate, order) - placeOf(b.fate, order))
  return (
    <div className="no-print">
      <Panel
        id="comments"
        title="Comments on paragraphs"
        lead={threads.length === 0 ? 'Nothing was said yet.' : undefined}
      >
        <div className="max-w-2xl space-y-6">
          {threads.map(({ thread, fate }) => (
            <ParagraphThread
              key={thread.id}
              place={place}
              thread={thread}
              fate={fate}
              partner={partnerOf(thread, partners)}
            />
          ))}
          {partners.map(
            (partner) =>
              partner.mayRead &&
              partner.mentorId !== null &&
              order.length > 0 && (
                <AskForm key={partner.mentorId} place={place} partner={partner} text={text} />
              ),
          )}
        </div>
      </Panel>
    </div>
  )
}

function ParagraphThread({
  place,
  thread,
  fate,
  partner,
}: {
  place: NotesPlace
  thread: Thread
  fate: ParagraphFate
  partner: ShownPartner
}) {
  const { target, mentorId } = thread
  return (
    <div className="space-y-3">
      <p className="text-sm text-mute">
        {partner.mentorId === null ? capital(FORMER_MENTOR) : partner.name}
        {fate.is === 'same' && ', on this paragraph:'}
        {fate.is === 'changed' && ', on a paragraph that has changed since. It read:'}
        {fate.is === 'gone' && ', on a paragraph that is no longer in the text. It read:'}
      </p>
      <blockquote className="border-l-2 border-edge pl-3 text-sm break-words">{target.anchor}</blockquote>
      <ThreadView place={place} partner={partner} thread={thread} />
      {thread.mayWrite && mentorId !== null && (
        <CommentForm place={place} target={target} mentorId={mentorId} label={`Answer ${partner.name}`} />
      )}
    </div>
  )
}

/** The paragraph is chosen by its first words. */
function AskForm({ place, partner, text }: { place: NotesPlace; partner: ShownPartner; text: string }) {
  const { notes, back } = place
  const label = `Ask ${partner.name} about a paragraph`
  return (
    <ActionForm action={addCommentAction} className="" aria-label={label}>
      <input type="hidden" name="applicantId" value={notes.applicantId} />
      <input type="hidden" name="back" value={back} />
      <input type="hidden" name="kind" value="paragraph" />
      <input type="hidden" name="targetId" value={notes.target.id} />
      <input type="hidden" name="mentorId" value={partner.mentorId ?? ''} />
      <input type="hidden" name="formId" value={randomUUID()} />
      <FormDisclosure summary={label}>
        <SelectField
          name="anchor"
          label="Paragraph"
          width="full"
          options={paragraphsOf(text).map((paragraph) => ({
            value: asAnchor(paragraph.text),
            label: firstWords(paragraph.text),
          }))}
        />
        <TextAreaField name="body" label="What you want to ask" rows={3} maxLength={MOST.comment} />
        <SubmitButton kind="secondary" pendingLabel="Sending…">
          Send
        </SubmitButton>
      </FormDisclosure>
    </ActionForm>
  )
}

function firstWords(text: string): string {
  return text.length <= 80 ? text : `${text.slice(0, 80).trimEnd()}…`
}

/** In the order of the text as it is now; what is gone comes last. */
function placeOf({ paragraph }: ParagraphFate, order: readonly string[]): number {
  return paragraph ? order.indexOf(paragraph.id) : order.length
}

function partnerOf({ mentorId }: Thread, partners: readonly ShownPartner[]): ShownPartner {
  const [first] = partners
  return (
    partners.find((partner) => partner.mentorId === mentorId) ?? {
      mentorId: null,
      name: '',
      applicantName: first?.applicantName ?? '',
      mayRead: false,
      mayComment: false,
    }
  )
}
