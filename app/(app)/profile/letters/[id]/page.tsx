import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getViewer } from '@/app/_server/auth'
import { withOwnScope } from '@/db/access'
import { findLetter } from '@/db/queries/letters'
import { LetterFields } from '../../_components/entry-fields'
import { EntryPage } from '../../_components/entry-page'
import { letterWords } from '../../_components/entry-words'
import { removeLetterAction, saveLetterAction } from '../../entry-actions'

export const metadata: Metadata = { title: 'Edit a letter' }

export default async function Page({ params }: PageProps<'/profile/letters/[id]'>) {
  const { id } = await params
  const viewer = await getViewer()
  if (!viewer) notFound()
  const entry = await withOwnScope(viewer, (scope) => findLetter(scope, id))
  if (!entry) notFound()
  const { values, seen } = entry
  return (
    <EntryPage
      list="letters"
      id={id}
      seen={seen}
      words={letterWords(values)}
      saveAction={saveLetterAction}
      removeAction={removeLetterAction}
    >
      <LetterFields entry={values} />
    </EntryPage>
  )
}
