import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getViewer, type SignedIn } from '@/app/_server/auth'
import { BackLink } from '@/app/_ui/back-link'
import { Notice } from '@/app/_ui/notice'
import { commentsOn, countsOn, readPreviewedComments } from '@/app/(app)/mentees/_read/mentee-comments'
import { AskedPage, askedOf, placesAt, readAsked } from '@/app/(app)/mentees/_read/one-address'
import { ownNotes, withOwnScope, withPreviewScope } from '@/db/access'
import { nameTargets } from '@/db/queries/note-names'
import { AppError } from '@/lib/errors/app-error'
import { now } from '@/lib/io/clock'
import { PreviewedNotes } from './_components/previewed-notes'

export const metadata: Metadata = { title: 'As a mentor sees it' }

/**
 * Run with the mentor's rights and no others: what is missing here is missing for them. It is not noted in the log. What
 * is said to each other is read as the applicant, by statements that ask for the mentor's grant.
 */
export default async function PreviewPage({ params, searchParams }: PageProps<'/mentors/[grantId]/preview'>) {
  const [{ grantId }, query] = await Promise.all([params, searchParams])
  const viewer = await getViewer()
  if (!viewer) notFound()
  const found = await readPreview(viewer, grantId, query)
  if (!found) notFound()
  const { view } = found.read ?? found.entry ?? notFound()
  const base = `/mentors/${grantId}/preview`
  const places = placesAt(base)
  const isOnNotes = query.page === 'notes'
  const { comments, names } = await withOwnScope(viewer, async (scope) => {
    const comments = await readPreviewedComments(scope, grantId, view.may)
    const targets = isOnNotes ? (comments?.threads.map(({ target }) => target) ?? []) : []
    return { comments, names: await nameTargets(ownNotes(scope), targets) }
  })
  const notesHref = `${base}?page=notes`
  const notesOn = commentsOn(comments, {
    applicantId: viewer.userId,
    back: base,
    notesHref,
    zone: viewer.timeZone,
    isPreview: true,
  })
  return (
    <>
      <p className="mb-3 text-sm text-mute">
        <BackLink href={`/mentors/${grantId}`}>What they see</BackLink>
      </p>
      <div className="mb-5">
        <Notice word="Seen as your mentor">
          This page was made with their rights. The fields in which they write are left out: nothing can be
          changed here. This look is not in the log.
        </Notice>
      </div>
      {isOnNotes && comments ? (
        <PreviewedNotes comments={comments} names={names} places={{ ...places, notesHref }} viewer={viewer} />
      ) : (
        <AskedPage
          found={found}
          places={notesOn ? { ...places, notesOn, notesHref, saidOn: countsOn(comments) } : places}
        />
      )}
    </>
  )
}

function readPreview(viewer: SignedIn, grantId: string, query: Parameters<typeof askedOf>[0]) {
  const clock = { now: now().toISOString(), zone: viewer.timeZone }
  return withPreviewScope(viewer, grantId, (scope) => readAsked(scope, askedOf(query), clock)).catch(
    (error) => {
      if (error instanceof AppError && error.code === 'not_found') return null
      throw error
    },
  )
}
