import 'server-only'
import { listContacts } from '@/db/queries/contacts'
import { listInterviews } from '@/db/queries/interviews'
import { listStorySentences, type StoredSentence } from '@/db/queries/story'
import { type Brake, brakeFor } from '@/lib/contacts/brake'
import type { ContactKind } from '@/lib/contacts/contact'
import { type LogLine, logLines, thankYouPolicyOf } from '@/lib/contacts/log'
import type { ListEntry } from '@/lib/list/entry'
import type { CatalogueProgram } from '@/lib/programs/catalogue-program'
import { finishedSentences } from '@/lib/story/missing'
import { getViewer, type SignedIn } from './auth'
import { type FitBasis, readFitBasisAnd } from './fit-basis'

export type ContactBasis = FitBasis & {
  viewer: SignedIn | null
  contacts: readonly LogLine[]
  /** The sentences of the person's story that are written to the end. */
  sentences: readonly StoredSentence[]
  programOf: (programId: string | null) => CatalogueProgram | undefined
  /** Whether one more message to a listed program is wise today, with what interviews say of thanks. */
  brake: (entry: ListEntry, kind: ContactKind) => Brake
}

/** What every page about contacts reads, in one transaction. */
export async function readContactBasis(): Promise<ContactBasis> {
  const viewer = await getViewer()
  const { basis, beside } = await readFitBasisAnd(viewer, async (scope) => {
    const [contacts, interviews, sentences] = await Promise.all([
      listContacts(scope),
      listInterviews(scope),
      listStorySentences(scope),
    ])
    return { contacts, interviews, sentences: finishedSentences(sentences) }
  })
  const { interviews = [], sentences = [] } = beside ?? {}
  const contacts = logLines(beside?.contacts ?? [], interviews)
  const byId = new Map(basis.programs.map((program) => [program.id, program]))
  return {
    ...basis,
    viewer,
    contacts,
    sentences,
    programOf: (programId) => (programId === null ? undefined : byId.get(programId)),
    brake: (entry, kind) =>
      brakeFor({
        contacts,
        programId: entry.programId,
        kind,
        thankYouPolicy: thankYouPolicyOf(interviews, entry.id),
        season: basis.season,
        today: basis.today,
      }),
  }
}
