import { Panel } from '@/app/_ui/panel'
import { StatusChip } from '@/app/_ui/status-chip'
import type { StoredPassage } from '@/db/queries/additional-information'
import type { ShownExperience } from '@/lib/experiences/from-profile'
import type { PaperTrack } from '@/lib/papers/paper'
import type { Statement } from '@/lib/statement/statement'
import type { StorySentence } from '@/lib/story/sentence'
import type { MenteePlaces } from '../_read/mentee-pages'
import type { MenteeView } from '../_read/read-mentee'
import { LettersPanel } from './letters-panel'
import { PapersPanel } from './papers-panel'
import { type ComparedVersion, type KeptVersion, StatementsPanel } from './statements-panel'
import { WholeNotes } from './whole-notes'
import { Withheld } from './withheld'

export type MenteeDocuments = {
  statements: readonly Statement[]
  versions: readonly KeptVersion[]
  compared: ComparedVersion
  papers: readonly PaperTrack[]
  passage: StoredPassage
  experiences: readonly ShownExperience[]
  story: readonly StorySentence[]
}

/** Letters, statements, papers, the passage, experiences and the story, to read. */
export function DocumentsView({
  view,
  places,
  documents: { statements, versions, compared, papers, passage, experiences, story },
}: {
  view: MenteeView
  places: MenteePlaces
  documents: MenteeDocuments
}) {
  return (
    <>
      {view.may('documents') ? (
        <>
          <LettersPanel view={view} places={places} />
          <StatementsPanel
            view={view}
            places={places}
            statements={statements}
            versions={versions}
            compared={compared}
          />
          <PapersPanel view={view} tracks={papers} />
          <Panel
            id="passage"
            title="Passage on an attempt"
            lead="For ERAS’ Additional Information: one short passage, once (B6)."
          >
            {passage.passage ? (
              <p className="max-w-prose whitespace-pre-line">{passage.passage}</p>
            ) : (
              <p className="text-mute">None is written.</p>
            )}
          </Panel>
          <Experiences experiences={experiences} />
          <WholeNotes places={places} section="documents" />
        </>
      ) : (
        <Withheld view={view} section="documents" title="Letters, statements, papers and experiences" />
      )}
      {view.may('story') ? (
        <Panel
          id="story"
          title="Story"
          lead={story.length === 0 ? 'No sentence is written yet.' : 'In the applicant’s own sentences (E2).'}
        >
          {story.length > 0 && (
            <ol className="list-decimal space-y-1.5 pl-6">
              {story.map(({ role, text }) => (
                <li key={role} className="max-w-prose">
                  {text}
                </li>
              ))}
            </ol>
          )}
        </Panel>
      ) : (
        <Withheld view={view} section="story" title="Story" />
      )}
    </>
  )
}

function Experiences({ experiences }: { experiences: readonly ShownExperience[] }) {
  return (
    <Panel
      id="experiences"
      title="Experiences for MyERAS"
      lead={experiences.length === 0 ? 'None is entered yet.' : `${experiences.length} entered.`}
    >
      {experiences.length > 0 && (
        <ul className="divide-y divide-line">
          {experiences.map((one) => (
            <li key={one.id} className="py-2.5 first:pt-0 last:pb-0">
              <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
                <span className="font-medium">{one.shownTitle}</span>
                <span className="text-mute">{one.shownOrganization}</span>
                {one.isMeaningful && <StatusChip tone="good">Among the most meaningful</StatusChip>}
              </p>
              {one.description && (
                <p className="mt-0.5 max-w-prose text-sm whitespace-pre-line">{one.description}</p>
              )}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
