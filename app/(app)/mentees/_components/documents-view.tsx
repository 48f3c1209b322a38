import { Disclosure } from '@/app/_ui/disclosure'
import { EmptyState } from '@/app/_ui/empty-state'
import { Panel } from '@/app/_ui/panel'
import { Section } from '@/app/_ui/section'
import { StatusChip } from '@/app/_ui/status-chip'
import type { StoredPassage } from '@/db/queries/additional-information'
import type { LetterRow } from '@/db/queries/profile'
import { formatDate } from '@/lib/dates/format'
import { today as dayIn } from '@/lib/dates/instant'
import type { ShownExperience } from '@/lib/experiences/from-profile'
import { LETTER_AUTHOR_LABELS, LETTER_STATE_LABELS, LETTER_TOPIC_LABELS } from '@/lib/profile/words'
import { pathwayShortName } from '@/lib/programs/pathway-words'
import { statementLength } from '@/lib/statement/eras-text'
import { paragraphsOf } from '@/lib/statement/paragraphs'
import type { Statement } from '@/lib/statement/statement'
import type { StorySentence } from '@/lib/story/sentence'
import type { MenteePlaces } from '../_read/mentee-pages'
import type { MenteeView } from '../_read/read-mentee'
import { Withheld } from './withheld'

export type MenteeDocuments = {
  letters: readonly LetterRow[]
  statements: readonly Statement[]
  passage: StoredPassage
  experiences: readonly ShownExperience[]
  story: readonly StorySentence[]
}

/** Letters, statements, the passage, experiences and the story, to read. */
export function DocumentsView({
  view,
  places,
  documents: { letters, statements, passage, experiences, story },
}: {
  view: MenteeView
  places: MenteePlaces
  documents: MenteeDocuments
}) {
  return (
    <>
      {view.may('profile') ? (
        <Letters view={view} letters={letters} places={places} />
      ) : (
        <Withheld view={view} section="profile" title="Letters" />
      )}
      {view.may('documents') ? (
        <>
          <Statements view={view} statements={statements} places={places} />
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
          {places.notesOn?.('section', 'documents')}
        </>
      ) : (
        <Withheld view={view} section="documents" title="Statements, passage and experiences" />
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

function Letters({
  view,
  letters,
  places,
}: {
  view: MenteeView
  letters: readonly LetterRow[]
  places: MenteePlaces
}) {
  const isSaid = view.reading.applicant.letters !== null
  return (
    <Panel
      id="letters"
      title="Letters"
      lead={letters.length === 0 ? (isSaid ? 'None.' : 'Not said yet.') : undefined}
    >
      {letters.length > 0 && (
        <ul className="divide-y divide-line">
          {letters.map((letter) => (
            <li key={letter.id} id={letter.id} className="py-2.5 first:pt-0 last:pb-0">
              <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
                <span className="font-medium">{LETTER_AUTHOR_LABELS[letter.author]}</span>
                {view.showsNotes && letter.writer && <span>{letter.writer}</span>}
                <StatusChip tone={letter.state === 'in_hand' ? 'good' : 'neutral'}>
                  {LETTER_STATE_LABELS[letter.state]}
                </StatusChip>
              </p>
              <p className="text-sm text-mute">{topicsOf(letter) || 'What it speaks of is not said.'}</p>
              {view.may('documents') && places.notesOn?.('letter', letter.id)}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}

function topicsOf({ topics }: LetterRow): string {
  return Object.entries(LETTER_TOPIC_LABELS)
    .flatMap(([topic, label]) => (topics.includes(topic) ? label : []))
    .join(', ')
}

function Statements({
  view,
  statements,
  places,
}: {
  view: MenteeView
  statements: readonly Statement[]
  places: MenteePlaces
}) {
  return (
    <Panel
      id="statements"
      title="Statements"
      lead={statements.length === 0 ? undefined : 'As they stand now; the applicant keeps earlier versions.'}
    >
      {statements.length === 0 ? (
        <EmptyState title="No statement yet">It appears here paragraph by paragraph.</EmptyState>
      ) : (
        statements.map((statement) => (
          <Section
            key={statement.id}
            id={statement.id}
            level={3}
            title={statement.title || 'Untitled'}
            lead={`${statement.pathway ? pathwayShortName(statement.pathway) : 'For any pathway'}, ${statementLength(statement.text).characters.toLocaleString('en-US')} characters, saved on ${formatDate(dayIn(statement.savedAt, view.zone))}.`}
          >
            <Disclosure summary={`Read “${statement.title || 'Untitled'}”`} isOpen={statements.length === 1}>
              <div className="max-w-prose space-y-3">
                {paragraphsOf(statement.text).map((paragraph) => (
                  <div key={paragraph.id}>
                    <p className="whitespace-pre-line">{paragraph.text}</p>
                    {places.notesOn?.('paragraph', statement.id, paragraph.text)}
                  </div>
                ))}
              </div>
            </Disclosure>
          </Section>
        ))
      )}
    </Panel>
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
