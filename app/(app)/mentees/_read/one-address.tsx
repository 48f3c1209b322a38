import 'server-only'
import { notFound } from 'next/navigation'
import type { MenteeScope } from '@/db/access'
import type { LookKind } from '@/lib/mentors/look'
import { EntryView } from '../_components/entry-view'
import { MenteeBody } from '../_components/mentee-body'
import { MenteeFrame } from '../_components/mentee-frame'
import { MENTEE_PAGES, type MenteePage, type MenteePlaces, PAGE_LOOKS } from './mentee-pages'
import type { Clock } from './read-mentee'
import { readMenteeEntry, readMenteePage } from './read-page'

/*
 * All pages about a mentee behind one address: a link's, whose secret must not spread over a tree of addresses, and a
 * preview's. The query says which page is asked for.
 */

export type Asked =
  | { page: MenteePage; entryId: null; versionId: string | null }
  | { page: 'list'; entryId: string }

type Query = Record<string, string | string[] | undefined>

export function askedOf({ page, entry, version }: Query): Asked {
  if (typeof entry === 'string') return { page: 'list', entryId: entry }
  const known = typeof page === 'string' && page in MENTEE_PAGES ? (page as MenteePage) : 'overview'
  return { page: known, entryId: null, versionId: typeof version === 'string' ? version : null }
}

export function looksOf({ page }: Asked): readonly LookKind[] {
  return PAGE_LOOKS[page]
}

export function placesAt(base: string): MenteePlaces {
  return {
    base,
    hrefOf: (page) => (page === 'overview' ? base : `${base}?page=${page}`),
    entryHref: (entryId) => `${base}?entry=${encodeURIComponent(entryId)}`,
    versionHref: (versionId) => `${base}?page=documents&version=${encodeURIComponent(versionId)}#difference`,
  }
}

/** Within the scope: all that the page will show. Render it once the scope is over. */
export async function readAsked(scope: MenteeScope, asked: Asked, clock: Clock) {
  return asked.entryId === null
    ? { read: await readMenteePage(scope, asked, clock), entry: null }
    : { read: null, entry: await readMenteeEntry(scope, asked.entryId, clock) }
}

export function AskedPage({
  found: { read, entry },
  places,
}: {
  found: Awaited<ReturnType<typeof readAsked>>
  places: MenteePlaces
}) {
  if (read) return <MenteeBody read={read} places={places} />
  if (!entry) notFound()
  return (
    <MenteeFrame view={entry.view} page="list" places={places}>
      <EntryView view={entry.view} places={places} listed={entry.listed} detail={entry.detail} />
    </MenteeFrame>
  )
}
