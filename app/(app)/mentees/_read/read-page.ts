import 'server-only'
import { storyRecord } from '@/app/_server/story-basis'
import type { MenteeScope } from '@/db/access'
import { findAdditionalInformation } from '@/db/queries/additional-information'
import { listContacts } from '@/db/queries/contacts'
import { listExperiences } from '@/db/queries/experiences'
import { getForecastOwn } from '@/db/queries/forecast-settings'
import { findEntry } from '@/db/queries/list'
import { sectionScope, showsProgram } from '@/db/queries/mentees'
import { listPaperTracks } from '@/db/queries/papers'
import { listPracticeResults } from '@/db/queries/practice-results'
import { getProfile } from '@/db/queries/profile'
import { listRankOrder } from '@/db/queries/rank'
import { findVersionText, listAllVersions } from '@/db/queries/statement-versions'
import { listStatements } from '@/db/queries/statements'
import { listStorySentences } from '@/db/queries/story'
import { profileExperiences, shown } from '@/lib/experiences/from-profile'
import type { MenteePage } from './mentee-pages'
import { type Clock, type MenteeView, readMenteeView } from './read-mentee'

/*
 * What each page about a mentee reads beside the view that all of them share. Every statement runs whatever is granted, in
 * the scope of its section: of a withheld one the answer is that of an empty one.
 */

const READ = {
  overview: async () => ({}),
  exams: async (scope) => {
    const exams = sectionScope(scope, 'exams')
    const [results, forecast] = await Promise.all([listPracticeResults(exams), getForecastOwn(exams)])
    return { results, forecast }
  },
  list: async () => ({}),
  documents: async (scope, { versionId }) => {
    const documents = sectionScope(scope, 'documents')
    const [profile, statements, versions, versionText, papers, passage, entered, story] = await Promise.all([
      getProfile(sectionScope(scope, 'profile')),
      listStatements(documents),
      listAllVersions(documents),
      versionId === null ? null : findVersionText(documents, versionId),
      listPaperTracks(documents),
      findAdditionalInformation(documents),
      listExperiences(documents),
      listStorySentences(sectionScope(scope, 'story')),
    ])
    // Where the profile is withheld, an experience that follows an entry of it has the words of its kind alone.
    const fromProfile = profileExperiences(storyRecord(profile, [], entered))
    return {
      documents: {
        statements,
        // What another window or a change of mind left aside was not kept to be shown.
        versions: versions.filter(({ origin }) => origin === 'saved' || origin === 'restored'),
        compared: versionId === null || versionText === null ? null : { id: versionId, text: versionText },
        papers,
        passage,
        experiences: entered.map((one) => shown(one, fromProfile)),
        story: story.filter(({ text }) => text !== ''),
      },
    }
  },
  interviews: async (scope) => {
    const [contacts, order] = await Promise.all([
      listContacts(sectionScope(scope, 'contacts')),
      listRankOrder(sectionScope(scope, 'rank')),
    ])
    return { contacts, order }
  },
  checklist: async () => ({}),
} satisfies { [P in MenteePage]: (scope: MenteeScope, asked: Asked) => Promise<object> }

/** Which page, and of the documents the version of a statement that the present text is held against. */
type Asked = { page: MenteePage; versionId: string | null }

type Read = typeof READ
export type MenteePageRead = {
  [P in MenteePage]: { page: P; view: MenteeView } & Awaited<ReturnType<Read[P]>>
}[MenteePage]

/** One page about a mentee, in the round trips of the view that all pages share. */
export async function readMenteePage(
  scope: MenteeScope,
  asked: Asked,
  clock: Clock,
): Promise<MenteePageRead> {
  const { page } = asked
  const [view, rest] = await Promise.all([readMenteeView(scope, clock), READ[page](scope, asked)])
  return { page, view, ...rest } as MenteePageRead
}

/** One program of the list with its history; null where it is not there, withheld or hidden, which read alike. */
export async function readMenteeEntry(scope: MenteeScope, entryId: string, clock: Clock) {
  const [view, detail] = await Promise.all([
    readMenteeView(scope, clock),
    findEntry(sectionScope(scope, 'list'), entryId),
  ])
  const listed = view.reading.listed.find(({ entry }) => entry.id === entryId)
  return detail && listed && showsProgram(view.access, detail.programId) ? { view, detail, listed } : null
}
