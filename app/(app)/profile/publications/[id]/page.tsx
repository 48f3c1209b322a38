import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getViewer } from '@/app/_server/auth'
import { withOwnScope } from '@/db/access'
import { findPublication } from '@/db/queries/publications'
import { PublicationFields } from '../../_components/entry-fields'
import { EntryPage } from '../../_components/entry-page'
import { publicationWords } from '../../_components/entry-words'
import { removePublicationAction, savePublicationAction } from '../../entry-actions'

export const metadata: Metadata = { title: 'Edit a publication' }

export default async function Page({ params }: PageProps<'/profile/publications/[id]'>) {
  const { id } = await params
  const viewer = await getViewer()
  if (!viewer) notFound()
  const entry = await withOwnScope(viewer, (scope) => findPublication(scope, id))
  if (!entry) notFound()
  const { values, seen } = entry
  return (
    <EntryPage
      list="publications"
      id={id}
      seen={seen}
      words={publicationWords(values)}
      saveAction={savePublicationAction}
      removeAction={removePublicationAction}
    >
      <PublicationFields entry={values} />
    </EntryPage>
  )
}
