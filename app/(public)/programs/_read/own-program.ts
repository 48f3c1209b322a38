import 'server-only'
import { notFound } from 'next/navigation'
import { getViewer } from '@/app/_server/auth'
import { withOwnScope } from '@/db/access'
import { listOwnPrograms } from '@/db/queries/programs'
import type { CatalogueProgram } from '@/lib/programs/catalogue-program'

/** A program that the viewer added; everything else, the catalogue's too, is not found here. */
export async function readOwnProgram(id: string): Promise<CatalogueProgram> {
  const viewer = await getViewer()
  if (!viewer) notFound()
  const own = await withOwnScope(viewer, listOwnPrograms)
  return own.find((program) => program.id === id) ?? notFound()
}
