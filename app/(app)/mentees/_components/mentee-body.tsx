import type { MenteePlaces } from '../_read/mentee-pages'
import type { MenteePageRead } from '../_read/read-page'
import { ChecklistView } from './checklist-view'
import { DocumentsView } from './documents-view'
import { ExamsView } from './exams-view'
import { InterviewsView } from './interviews-view'
import { ListView } from './list-view'
import { MenteeFrame } from './mentee-frame'
import { Overview } from './overview'

/** Any page about a mentee, for a mentor, a link or the preview: the same body, with what the reader may see. */
export function MenteeBody({ read, places }: { read: MenteePageRead; places: MenteePlaces }) {
  return (
    <MenteeFrame view={read.view} page={read.page} places={places}>
      <Body read={read} places={places} />
    </MenteeFrame>
  )
}

function Body({ read, places }: { read: MenteePageRead; places: MenteePlaces }) {
  const { view } = read
  switch (read.page) {
    case 'overview':
      return <Overview view={view} places={places} />
    case 'exams':
      return <ExamsView view={view} places={places} results={read.results} forecast={read.forecast} />
    case 'list':
      return <ListView view={view} places={places} />
    case 'documents':
      return <DocumentsView view={view} places={places} documents={read.documents} />
    case 'interviews':
      return <InterviewsView view={view} places={places} contacts={read.contacts} order={read.order} />
    case 'checklist':
      return <ChecklistView view={view} places={places} />
  }
}
