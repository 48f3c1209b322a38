import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getViewer, type SignedIn } from '@/app/_server/auth'
import { viewerZone } from '@/app/_server/zone'
import { ActionForm } from '@/app/_ui/action-form'
import { BackLink } from '@/app/_ui/back-link'
import { EmptyState } from '@/app/_ui/empty-state'
import { SelectField } from '@/app/_ui/field'
import { LinkButton } from '@/app/_ui/link-button'
import { PageHeader } from '@/app/_ui/page-header'
import { Panel } from '@/app/_ui/panel'
import { SubmitButton } from '@/app/_ui/submit-button'
import { ToastLine } from '@/app/_ui/toast-line'
import { UndoForm } from '@/app/_ui/undo-form'
import { withOwnScope } from '@/db/access'
import { findRemovedVersion, getVersion, listVersions } from '@/db/queries/statement-versions'
import { getStatement } from '@/db/queries/statements'
import { formatInZone } from '@/lib/dates/format'
import { AppError } from '@/lib/errors/app-error'
import { compareTexts } from '@/lib/statement/compare'
import { type StatementVersion, VERSION_ORIGIN_WORDS, versionTitle } from '@/lib/statement/statement'
import { TextDifference } from '../../../_components/text-difference'
import { bringBackVersionAction, removeVersionAction, restoreVersionAction } from '../../actions'

export const metadata: Metadata = { title: 'Versions' }

/** In the address: the text as it stands now. */
const NOW = 'now'

export default async function ComparePage({
  params,
  searchParams,
}: PageProps<'/documents/statements/[id]/compare'>) {
  const [{ id }, asked, viewer] = await Promise.all([params, searchParams, getViewer()])
  if (!viewer) notFound()
  const [{ statement, versions, removed, from, to, texts }, zone] = await Promise.all([
    readPage(viewer, id, asked),
    viewerZone(viewer),
  ])
  const page = `/documents/statements/${id}/compare`
  const options = [
    { value: NOW, label: 'As it stands now' },
    ...versions.map((version) => ({
      value: version.id,
      label: `${versionTitle(version)} (${formatInZone(version.keptAt, zone)})`,
    })),
  ]
  return (
    <>
      {removed && (
        <ToastLine
          message={`Version ${removed.number} is removed.`}
          undo={<UndoForm action={restoreVersionAction} fields={{ id, versionId: removed.id }} />}
        />
      )}
      {asked.done === 'restored' && <ToastLine message="The version is back." />}
      <PageHeader
        above={<BackLink href={`/documents/statements/${id}`}>{statement.title}</BackLink>}
        title="Versions"
        lead="What was kept, what changed between two of them, and the way back."
      />
      {versions.length === 0 ? (
        <EmptyState
          title="No version is kept yet"
          action={<LinkButton href={`/documents/statements/${id}`}>Write on</LinkButton>}
        >
          Each save keeps one. Name those that you may want to come back to.
        </EmptyState>
      ) : (
        <div className="space-y-5">
          <Panel id="difference" title="What changed">
            <form action={page} className="mb-5 flex flex-wrap items-end gap-3">
              <SelectField name="from" label="From" defaultValue={from} options={options} />
              <SelectField name="to" label="To" defaultValue={to} options={options} />
              <SubmitButton kind="secondary">Compare</SubmitButton>
            </form>
            {texts && <TextDifference compared={compareTexts(texts.from, texts.to)} />}
          </Panel>
          <Panel id="versions" title={`${versions.length} kept`}>
            <ol className="divide-y divide-line">
              {versions.map((version) => (
                <VersionItem key={version.id} statementId={id} version={version} zone={zone} page={page} />
              ))}
            </ol>
          </Panel>
        </div>
      )}
    </>
  )
}

function VersionItem({
  statementId,
  version,
  zone,
  page,
}: {
  statementId: string
  version: StatementVersion
  zone: string
  page: string
}) {
  const title = versionTitle(version)
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 py-3 first:pt-0 last:pb-0">
      <div className="min-w-0">
        <h3 className="font-semibold">{title}</h3>
        <p className="text-sm text-mute">
          {formatInZone(version.keptAt, zone)}, {version.characters.toLocaleString('en-US')} characters.{' '}
          {VERSION_ORIGIN_WORDS[version.origin]}.
        </p>
      </div>
      <div className="flex flex-wrap gap-2">
        <LinkButton href={`${page}?from=${version.id}&to=${NOW}#difference`} isSmall>
          Compare with now<span className="sr-only">: {title}</span>
        </LinkButton>
        <ActionForm action={bringBackVersionAction} className="">
          <input type="hidden" name="id" value={statementId} />
          <input type="hidden" name="versionId" value={version.id} />
          <SubmitButton kind="secondary" isSmall pendingLabel="Bringing back…">
            Bring back<span className="sr-only">: {title}</span>
          </SubmitButton>
        </ActionForm>
        <ActionForm action={removeVersionAction} className="">
          <input type="hidden" name="id" value={statementId} />
          <input type="hidden" name="versionId" value={version.id} />
          <SubmitButton kind="quiet" isSmall pendingLabel="Removing…">
            Remove<span className="sr-only">: {title}</span>
          </SubmitButton>
        </ActionForm>
      </div>
    </li>
  )
}

type Asked = Record<string, string | string[] | undefined>

/** The statement with its versions, and the two texts asked for: by default the latest version and what stands now. */
async function readPage(viewer: SignedIn, id: string, asked: Asked) {
  try {
    return await withOwnScope(viewer, async (scope) => {
      const [statement, versions, removed] = await Promise.all([
        getStatement(scope, id),
        listVersions(scope, id),
        typeof asked.removed === 'string' ? findRemovedVersion(scope, id, asked.removed) : null,
      ])
      const known = (wanted: string | string[] | undefined, otherwise: string) =>
        versions.find((version) => version.id === wanted)?.id ?? (wanted === NOW ? NOW : otherwise)
      const from = known(asked.from, versions[0]?.id ?? NOW)
      const to = known(asked.to, NOW)
      const textOf = async (which: string) =>
        which === NOW ? statement.text : (await getVersion(scope, id, which)).text
      const texts = versions.length > 0 ? { from: await textOf(from), to: await textOf(to) } : null
      return { statement, versions, removed, from, to, texts }
    })
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') notFound()
    throw error
  }
}
