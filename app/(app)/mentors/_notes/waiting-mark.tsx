import { Sign } from '@/app/_ui/sign'
import { type NoteTarget, ownHref } from '@/lib/notes/target'
import { type WaitingThread, waitingMark, waitingOn } from '@/lib/notes/waiting'

/** Beside a thing in a list of the applicant's own: that a mentor's word waits there, and the way to it. */
export function WaitingMark({
  waiting,
  kind,
  id,
}: { waiting: readonly WaitingThread[] } & Pick<NoteTarget, 'kind' | 'id'>) {
  const found = waitingOn(waiting, { kind, id })
  if (!found) return null
  return (
    <a
      href={ownHref(found.target)}
      className="no-print inline-flex items-baseline gap-1.5 text-sm text-accent"
    >
      <Sign tone="warn" className="size-3 translate-y-px" />
      <span className="underline underline-offset-3">{waitingMark(found)}</span>
    </a>
  )
}
