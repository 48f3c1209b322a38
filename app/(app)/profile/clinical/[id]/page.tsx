import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getViewer } from '@/app/_server/auth'
import { withOwnScope } from '@/db/access'
import { findClinicalExperience } from '@/db/queries/clinical-experiences'
import { ClinicalFields } from '../../_components/entry-fields'
import { EntryPage } from '../../_components/entry-page'
import { clinicalWords } from '../../_components/entry-words'
import { removeClinicalAction, saveClinicalAction } from '../../entry-actions'

export const metadata: Metadata = { title: 'Edit clinical experience' }

export default async function Page({ params }: PageProps<'/profile/clinical/[id]'>) {
  const { id } = await params
  const viewer = await getViewer()
  if (!viewer) notFound()
  const entry = await withOwnScope(viewer, (scope) => findClinicalExperience(scope, id))
  if (!entry) notFound()
  const { values, seen } = entry
  return (
    <EntryPage
      list="clinical"
      id={id}
      seen={seen}
      words={clinicalWords(values)}
      saveAction={saveClinicalAction}
      removeAction={removeClinicalAction}
    >
      <ClinicalFields entry={values} />
    </EntryPage>
  )
}
