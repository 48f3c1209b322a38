import { Disclosure } from '@/app/_ui/disclosure'
import { Panel } from '@/app/_ui/panel'
import { StatusChip } from '@/app/_ui/status-chip'
import { targetKey } from '@/db/queries/note-names'
import type { NotePartner } from '@/db/queries/notes'
import type { NoteSide, Thread } from '@/lib/notes/note'
import type { NoteTarget } from '@/lib/notes/target'
import { waitsFor } from '@/lib/notes/waiting'
import { capital, FORMER_MENTOR, kindWords } from '@/lib/notes/words'
import { CommentForm } from './comment-form'
import type { ShownPartner } from './comments-panel'
import { ThreadView } from './thread-view'

export type ThreadListing = {
  side: NoteSide
  applicantId: string
  threads: readonly Thread[]
  partners: readonly NotePartner[]
  names: ReadonlyMap<string, string>
  zone: string
  back: string
  /** Where the reader finds what a thread is about; null where they have no page for it. */
  hrefOf: (target: NoteTarget) => string | null
  isPreview?: true
}

/** Threads about whatever it may be, each under the name of its thing: those that wait first, the resolved behind a line. */
export function ThreadList({ listing }: { listing: ThreadListing }) {
  const waits = (thread: Thread) => waitsFor(listing.side, thread)
  const unresolved = listing.threads.filter(({ resolvedAt }) => resolvedAt === null)
  const open = [...unresolved.filter(waits), ...unresolved.filter((thread) => !waits(thread))]
  const resolved = listing.threads.filter(({ resolvedAt }) => resolvedAt !== null)
  return (
    <div id="comments" className="max-w-3xl space-y-5">
      {open.map((thread) => (
        <Panel key={thread.id}>
          <ThreadEntry listing={listing} thread={thread} />
        </Panel>
      ))}
      {resolved.length > 0 && (
        <Panel>
          <Disclosure summary={`Resolved (${resolved.length})`}>
            <div className="divide-y divide-line">
              {resolved.map((thread) => (
                <div key={thread.id} className="py-5 first:pt-2 last:pb-0">
                  <ThreadEntry listing={listing} thread={thread} />
                </div>
              ))}
            </div>
          </Disclosure>
        </Panel>
      )}
    </div>
  )
}

function ThreadEntry({ listing, thread }: { listing: ThreadListing; thread: Thread }) {
  const { side, applicantId, zone, back } = listing
  const { target, mentorId } = thread
  const partner = partnerOf(listing, thread)
  const place = {
    notes: { target, side, applicantId, partners: listing.partners, threads: [thread] },
    back,
    zone,
    ...(listing.isPreview && { isPreview: listing.isPreview }),
  }
  const name = listing.names.get(targetKey(target)) ?? capital(kindWords(target))
  const href = listing.hrefOf(target)
  const other = side === 'mentor' ? partner.applicantName : partner.mentorId ? partner.name : FORMER_MENTOR
  return (
    <div id={`thread-${thread.id}`} className="scroll-mt-4 space-y-3">
      <div>
        <h2 className="flex flex-wrap items-center gap-x-3 gap-y-1 font-semibold break-words">
          {href ? <a href={href}>{name}</a> : name}
          {waitsFor(side, thread) && !listing.isPreview && (
            <StatusChip tone="warn">waits for your word</StatusChip>
          )}
        </h2>
        <p className="text-sm text-mute">
          {side === 'applicant' && `With ${other}`}
          {side === 'applicant' && !partner.mayRead && ', who cannot see it any more'}
        </p>
      </div>
      {target.anchor && (
        <blockquote className="line-clamp-3 border-l-2 border-edge pl-3 text-sm text-mute">
          {target.anchor}
        </blockquote>
      )}
      <ThreadView place={place} partner={partner} thread={thread} />
      {thread.mayWrite && mentorId !== null && (
        <CommentForm
          place={place}
          target={target}
          mentorId={mentorId}
          label={`Answer ${other}`}
          fold="Answer"
        />
      )}
    </div>
  )
}

function partnerOf({ partners }: ThreadListing, { mentorId }: Thread): ShownPartner {
  const found = partners.find((partner) => partner.mentorId === mentorId)
  const applicantName = partners[0]?.applicantName ?? ''
  return found ?? { mentorId: null, name: '', applicantName, mayRead: false, mayComment: false }
}
