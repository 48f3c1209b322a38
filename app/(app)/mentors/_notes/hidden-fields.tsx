import type { NoteTarget } from '@/lib/notes/target'
import type { NotesPlace } from './about'

/** Names the cycle and the way back; of a form that begins something, the thing that it is about too. */
export function HiddenFields({ place: { notes, back }, target }: { place: NotesPlace; target?: NoteTarget }) {
  return (
    <>
      <input type="hidden" name="applicantId" value={notes.applicantId} />
      <input type="hidden" name="back" value={back} />
      {target && (
        <>
          <input type="hidden" name="kind" value={target.kind} />
          <input type="hidden" name="targetId" value={target.id} />
          <input type="hidden" name="anchor" value={target.anchor} />
        </>
      )}
    </>
  )
}
