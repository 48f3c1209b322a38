import 'server-only'
import type { ReactNode } from 'react'
import { LinkButton } from '@/app/_ui/link-button'
import { Panel } from '@/app/_ui/panel'
import { type MenteeScope, menteeNotes, type NotesScope, previewedNotes, type Scope } from '@/db/access'
import { listQuestionsToMe } from '@/db/queries/mentor-questions'
import { listPartners, listThreads, type NotePartner } from '@/db/queries/notes'
import { type MentorQuestion, type Thread, wordsIn } from '@/lib/notes/note'
import { asAnchor, type NoteTarget, paragraphFate, sectionOf } from '@/lib/notes/target'
import { waitingFor, waitsFor } from '@/lib/notes/waiting'
import { ItemComments } from '../../mentors/_notes/item-comments'
import type { NotesOn, SaidOn } from './mentee-pages'

/** What this mentor and the mentee say to each other, for all of a page's things at once. */
export type MenteeComments = {
  threads: readonly Thread[]
  questions: readonly MentorQuestion[]
  partner: NotePartner
  may: MenteeScope['may']
  mayComment: MenteeScope['mayComment']
}

/** Null for a reader who has no voice. */
export async function readMenteeComments(scope: MenteeScope): Promise<MenteeComments | null> {
  const notes = menteeNotes(scope)
  return notes && readComments(notes, scope)
}

/** The same for the applicant who sees it as the mentor of this grant does: nobody can write, and nobody is “you”. */
export async function readPreviewedComments(
  scope: Scope,
  grantId: string,
  may: MenteeScope['may'],
): Promise<MenteeComments | null> {
  const notes = await previewedNotes(scope, grantId)
  const read = notes && (await readComments(notes, { may, mayComment: () => false }))
  if (!read) return null
  const threads = read.threads.map((thread) => ({
    ...thread,
    mayWrite: false,
    comments: thread.comments.map((comment) => ({ ...comment, isMine: false })),
  }))
  return { ...read, threads }
}

async function readComments(
  notes: NotesScope,
  { may, mayComment }: Pick<MenteeScope, 'may' | 'mayComment'>,
): Promise<MenteeComments | null> {
  const [threads, questions, [partner]] = await Promise.all([
    listThreads(notes),
    listQuestionsToMe(notes),
    listPartners(notes, 'any'),
  ])
  return partner ? { threads, questions, partner, may, mayComment } : null
}

/**
 * The place of a thing's comments on a mentee's page; `back` is that page's address, `notesHref` that of everything that is
 * said.
 */
export function commentsOn(
  read: MenteeComments | null,
  {
    applicantId,
    notesHref,
    ...place
  }: { applicantId: string; back: string; notesHref: string; zone: string; isPreview?: true },
): NotesOn | null {
  if (!read) return null
  return (kind, id, anchor = '') => {
    if (kind === 'question')
      return <QuestionsPanel read={read} href={notesHref} isPreview={place.isPreview === true} />
    const target: NoteTarget = { kind, id, anchor: asAnchor(anchor) }
    const section = sectionOf(target)
    if (section === null || section === 'any') return null
    const threads = read.threads.filter((thread) => isAbout(thread, target))
    const mayComment = read.mayComment(section)
    if (threads.length === 0 && !mayComment) return null
    // A checklist is long: only what is said stands there, and the way to say something.
    if (kind === 'item' && threads.length === 0) {
      const href = `${notesHref}?about=${encodeURIComponent(id)}#about`
      return <CommentLink href={href} />
    }
    const partner = { ...read.partner, mayRead: read.may(section), mayComment }
    const notes = { target, side: 'mentor' as const, applicantId, partners: [partner], threads }
    return <ItemComments place={{ notes, ...place }} partner={partner} />
  }
}

/** How many comments and tasks hang on a thing of a page, and whether one waits for the mentor's word. */
export function countsOn(read: MenteeComments | null): SaidOn {
  return (kind, id) => {
    const threads = read?.threads.filter(({ target }) => target.kind === kind && target.id === id) ?? []
    if (threads.length === 0) return null
    return { count: wordsIn(threads), waits: threads.some((thread) => waitsFor('mentor', thread)) }
  }
}

function isAbout({ target }: Thread, { kind, id, anchor }: NoteTarget): boolean {
  if (target.kind !== kind || target.id !== id) return false
  return target.anchor === anchor || paragraphFate(target.anchor, anchor).is !== 'gone'
}

function CommentLink({ href }: { href: string }): ReactNode {
  return (
    <a
      href={href}
      className="no-print inline-flex min-h-9 items-center text-sm text-accent underline underline-offset-3 pointer-coarse:min-h-11"
    >
      Comment
    </a>
  )
}

/** On the overview: what waits for the mentor's word, and the way to everything that was said. */
function QuestionsPanel({
  read,
  href,
  isPreview,
}: {
  read: MenteeComments
  href: string
  isPreview: boolean
}) {
  const { questions, threads, partner } = read
  const { answers, openThreads } = waitingFor('mentor', threads, questions)
  return (
    <Panel
      id="notes"
      title={
        questions.length > 0 ? `${partner.applicantName} asks ${isPreview ? partner.name : 'you'}` : 'Notes'
      }
      lead={conversationsWords({ answers, openThreads, name: partner.applicantName })}
      actions={
        <LinkButton href={href} isSmall>
          {questions.length > 0 && !isPreview ? 'Answer' : 'Comments and tasks'}
        </LinkButton>
      }
    >
      {questions.length > 0 && (
        <ul className="list-disc space-y-1 pl-5">
          {questions.map(({ id, text }) => (
            <li key={id}>
              <a href={`${href}#question-${id}`}>{text}</a>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}

/** '33 conversations are open; in 12 the last word is Ana’s.' Undefined where none is. */
function conversationsWords({
  answers,
  openThreads,
  name,
}: {
  answers: number
  openThreads: number
  name: string
}): string | undefined {
  if (openThreads === 0) return undefined
  const open = openThreads === 1 ? 'One conversation is open' : `${openThreads} conversations are open`
  if (answers === 0) return `${open}; none waits for your word.`
  return `${open}; in ${openThreads === answers ? (answers === 1 ? 'it' : 'all') : answers} the last word is ${name}’s.`
}
