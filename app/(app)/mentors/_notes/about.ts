import type { NotesOn } from '@/db/queries/notes'

/** What every form of a thread says about where it stands: whose cycle, and the page to come back to. */
export type NotesPlace = {
  notes: NotesOn
  /** The address of the page on which this stands. */
  back: string
  /** The reader's zone, for the days of comments. */
  zone: string
  /** The applicant looks at the mentor's side: nothing can be done, and nobody is spoken to as the mentor. */
  isPreview?: true
}
