import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getViewer } from '@/app/_server/auth'
import { withOwnScope } from '@/db/access'
import { findResearchExperience } from '@/db/queries/research-experiences'
import { ResearchFields } from '../../_components/entry-fields'
import { EntryPage } from '../../_components/entry-page'
import { researchWords } from '../../_components/entry-words'
import { removeResearchAction, saveResearchAction } from '../../entry-actions'

export const metadata: Metadata = { title: 'Edit research' }

export default async function Page({ params }: PageProps<'/profile/research/[id]'>) {
  const { id } = await params
  const viewer = await getViewer()
  if (!viewer) notFound()
  const entry = await withOwnScope(viewer, (scope) => findResearchExperience(scope, id))
  if (!entry) notFound()
  const { values, seen } = entry
  return (
    <EntryPage
      list="research"
      id={id}
      seen={seen}
      words={researchWords(values)}
      saveAction={saveResearchAction}
      removeAction={removeResearchAction}
    >
      <ResearchFields entry={values} />
    </EntryPage>
  )
}
