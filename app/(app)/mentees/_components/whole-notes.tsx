import { Panel } from '@/app/_ui/panel'
import type { WholeSection } from '@/lib/notes/target'
import type { MenteePlaces } from '../_read/mentee-pages'

/** What is said of a part of the cycle as a whole; nothing for readers who take no part. */
export function WholeNotes({ places, section }: { places: MenteePlaces; section: WholeSection }) {
  const notes = places.notesOn?.('section', section)
  return notes ? (
    <Panel id="whole" title={TITLES[section]}>
      {notes}
    </Panel>
  ) : null
}

const TITLES = {
  exams: 'On the exams as a whole',
  list: 'On the list as a whole',
  documents: 'On the documents as a whole',
  checklist: 'On the checklist as a whole',
} as const satisfies Record<WholeSection, string>
