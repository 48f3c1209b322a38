import Link from 'next/link'
import { Disclosure } from '@/app/_ui/disclosure'
import { EmptyState } from '@/app/_ui/empty-state'
import { FoldedList } from '@/app/_ui/folded-list'
import { Panel } from '@/app/_ui/panel'
import { Section } from '@/app/_ui/section'
import { StatusChip } from '@/app/_ui/status-chip'
import { TextDifference } from '@/app/(app)/documents/_components/text-difference'
import { formatDate, formatInZone } from '@/lib/dates/format'
import { today as dayIn } from '@/lib/dates/instant'
import { pathwayShortName } from '@/lib/programs/pathway-words'
import { compareTexts } from '@/lib/statement/compare'
import { statementLength } from '@/lib/statement/eras-text'
import { paragraphsOf } from '@/lib/statement/paragraphs'
import { type Statement, type StatementVersion, versionTitle } from '@/lib/statement/statement'
import type { MenteePlaces } from '../_read/mentee-pages'
import type { MenteeView } from '../_read/read-mentee'

export type KeptVersion = StatementVersion & { statementId: string }
export type ComparedVersion = { id: string; text: string } | null

/** So many versions stand at once; the earlier ones are folded. */
const VERSIONS_SHOWN = 4

/** Each statement paragraph by paragraph, the versions that were kept of it, and what changed since one of them. */
export function StatementsPanel({
  view,
  places,
  statements,
  versions,
  compared,
}: {
  view: MenteeView
  places: MenteePlaces
  statements: readonly Statement[]
  versions: readonly KeptVersion[]
  compared: ComparedVersion
}) {
  return (
    <Panel id="statements" title="Statements">
      {statements.length === 0 ? (
        <EmptyState title="No statement yet">It appears here paragraph by paragraph.</EmptyState>
      ) : (
        statements.map((statement) => (
          <OneStatement
            key={statement.id}
            view={view}
            places={places}
            statement={statement}
            versions={versions.filter(({ statementId }) => statementId === statement.id)}
            compared={compared}
            isOnlyOne={statements.length === 1}
          />
        ))
      )}
    </Panel>
  )
}

function OneStatement({
  view,
  places,
  statement,
  versions,
  compared,
  isOnlyOne,
}: {
  view: MenteeView
  places: MenteePlaces
  statement: Statement
  versions: readonly KeptVersion[]
  compared: ComparedVersion
  isOnlyOne: boolean
}) {
  const { lookedAt, zone } = view
  const title = statement.title || 'Untitled'
  const isChanged = lookedAt !== null && statement.savedAt > lookedAt
  const asked = compared && versions.find(({ id }) => id === compared.id)
  // What one read at the last visit is the latest version of before it.
  const read = isChanged ? versions.find(({ keptAt }) => keptAt <= lookedAt) : undefined
  return (
    <Section
      id={statement.id}
      level={3}
      title={
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
          {title}
          {isChanged && <StatusChip tone="neutral">changed since you looked</StatusChip>}
        </span>
      }
      lead={`${statement.pathway ? pathwayShortName(statement.pathway) : 'For any pathway'}, ${statementLength(statement.text).characters.toLocaleString('en-US')} characters, saved on ${formatDate(dayIn(statement.savedAt, zone))}.`}
    >
      {read && compared?.id !== read.id && (
        <p className="mb-2">
          <VersionLink href={places.versionHref(read.id)}>What changed since you last read it</VersionLink>
        </p>
      )}
      {asked && (
        <div id="difference" className="mb-4 scroll-mt-4 rounded-lg border border-line p-4">
          <h4 className="mb-2 text-sm font-medium text-mute">
            Since {versionTitle(asked)}, kept {formatInZone(asked.keptAt, zone)}
          </h4>
          <TextDifference compared={compareTexts(compared.text, statement.text)} />
        </div>
      )}
      <Disclosure summary={`Read “${title}”`} isOpen={isOnlyOne && !asked}>
        <div className="max-w-prose space-y-3">
          {paragraphsOf(statement.text).map((paragraph) => (
            <div key={paragraph.id}>
              <p className="whitespace-pre-line">{paragraph.text}</p>
              {places.notesOn?.('paragraph', statement.id, paragraph.text)}
            </div>
          ))}
        </div>
      </Disclosure>
      {versions.length > 0 && (
        <Disclosure summary={versions.length === 1 ? 'One version kept' : `${versions.length} versions kept`}>
          <FoldedList
            className="divide-y divide-line"
            shown={VERSIONS_SHOWN}
            more={(count) => `${count} earlier ones`}
            items={versions.map((version) => (
              <li key={version.id} className="flex flex-wrap items-baseline gap-x-4 gap-y-0.5 py-1.5">
                <span className="font-medium">{versionTitle(version)}</span>
                <span className="text-sm text-mute">
                  {formatInZone(version.keptAt, zone)}, {version.characters.toLocaleString('en-US')}{' '}
                  characters
                </span>
                <VersionLink href={places.versionHref(version.id)}>
                  What changed since
                  <span className="sr-only">
                    : {title}, {versionTitle(version)}
                  </span>
                </VersionLink>
              </li>
            ))}
          />
        </Disclosure>
      )}
    </Section>
  )
}

function VersionLink({ href, children }: { href: string; children: React.ReactNode }) {
  return (
    <Link href={href} prefetch={false} className="text-accent underline underline-offset-3">
      {children}
    </Link>
  )
}
