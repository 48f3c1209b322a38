import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getViewer } from '@/app/_server/auth'
import { BackLink } from '@/app/_ui/back-link'
import { Notice } from '@/app/_ui/notice'
import { AskedPage, askedOf, placesAt, readAsked } from '@/app/(app)/mentees/_read/one-address'
import { withPreviewScope } from '@/db/access'
import { AppError } from '@/lib/errors/app-error'
import { now } from '@/lib/io/clock'

export const metadata: Metadata = { title: 'As a mentor sees it' }

/** Run with the mentor's rights and no others: what is missing here is missing for them. It is not noted in the log. */
export default async function PreviewPage({ params, searchParams }: PageProps<'/mentors/[grantId]/preview'>) {
  const [{ grantId }, query] = await Promise.all([params, searchParams])
  const viewer = await getViewer()
  if (!viewer) notFound()
  const clock = { now: now().toISOString(), zone: viewer.timeZone }
  const found = await withPreviewScope(viewer, grantId, (scope) =>
    readAsked(scope, askedOf(query), clock),
  ).catch((error) => {
    if (error instanceof AppError && error.code === 'not_found') return null
    throw error
  })
  if (!found) notFound()
  return (
    <>
      <p className="mb-3 text-sm text-mute">
        <BackLink href={`/mentors/${grantId}`}>What they see</BackLink>
      </p>
      <div className="mb-5">
        <Notice word="Seen as your mentor">
          This page was made with their rights. Nothing can be changed here, and this look is not in the log.
        </Notice>
      </div>
      <AskedPage found={found} places={placesAt(`/mentors/${grantId}/preview`)} />
    </>
  )
}
