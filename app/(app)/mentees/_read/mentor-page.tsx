import 'server-only'
import { notFound } from 'next/navigation'
import { requireViewer } from '@/app/_server/auth'
import { viewerZone } from '@/app/_server/zone'
import { type MenteeScope, withMenteeScope } from '@/db/access'
import type { UserViewer } from '@/lib/access/viewer'
import { AppError } from '@/lib/errors/app-error'
import { now } from '@/lib/io/clock'
import type { LookKind } from '@/lib/mentors/look'
import { EntryView } from '../_components/entry-view'
import { MenteeBody } from '../_components/mentee-body'
import { MenteeFrame } from '../_components/mentee-frame'
import { commentsOn, countsOn, readMenteeComments } from './mentee-comments'
import { type MenteePage, menteePlaces, PAGE_LOOKS } from './mentee-pages'
import type { Clock } from './read-mentee'
import { readMenteeEntry, readMenteePage } from './read-page'

/** A mentor's page about one mentee. Without a live grant there is nothing at the address. */
export async function mentorPage(applicantId: string, page: MenteePage, versionId: string | null = null) {
  const places = menteePlaces(`/mentees/${applicantId}`)
  const notesHref = `${places.base}/notes`
  const [read, comments] = await asMentor(applicantId, PAGE_LOOKS[page], (scope, clock) =>
    Promise.all([readMenteePage(scope, { page, versionId }, clock), readMenteeComments(scope)]),
  )
  const notesOn = commentsOn(comments, {
    applicantId,
    back: places.hrefOf(page),
    notesHref,
    zone: read.view.zone,
  })
  return (
    <MenteeBody
      read={read}
      places={notesOn ? { ...places, notesOn, notesHref, saidOn: countsOn(comments) } : places}
    />
  )
}

/** A mentor's page about one program of a mentee's list. */
export async function mentorEntryPage(applicantId: string, entryId: string) {
  const [read, comments] = await asMentor(applicantId, ['list'], (scope, clock) =>
    Promise.all([readMenteeEntry(scope, entryId, clock), readMenteeComments(scope)]),
  )
  if (!read) notFound()
  const base = menteePlaces(`/mentees/${applicantId}`)
  const notesHref = `${base.base}/notes`
  const notesOn = commentsOn(comments, {
    applicantId,
    back: base.entryHref(entryId),
    notesHref,
    zone: read.view.zone,
  })
  const places = notesOn ? { ...base, notesOn, notesHref } : base
  return (
    <MenteeFrame view={read.view} page="list" places={places}>
      <EntryView view={read.view} places={places} listed={read.listed} detail={read.detail} />
    </MenteeFrame>
  )
}

async function asMentor<T>(
  applicantId: string,
  looks: readonly LookKind[],
  read: (scope: MenteeScope, clock: Clock) => Promise<T>,
): Promise<T> {
  const viewer = await requireViewer()
  const clock = { now: now().toISOString(), zone: await viewerZone(viewer) }
  return orNotFound(viewer, applicantId, looks, (scope) => read(scope, clock))
}

async function orNotFound<T>(
  viewer: UserViewer,
  applicantId: string,
  looks: readonly LookKind[],
  work: (scope: MenteeScope) => Promise<T>,
): Promise<T> {
  try {
    return await withMenteeScope(viewer, applicantId, { looks }, work)
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') notFound()
    throw error
  }
}
