import { randomUUID } from 'node:crypto'
import type { ReactNode } from 'react'
import { AskAgain } from '@/app/_ui/ask-again'
import { BackLink } from '@/app/_ui/back-link'
import { PageHeader } from '@/app/_ui/page-header'
import { formatDate } from '@/lib/dates/format'
import { lastDay } from '@/lib/mentors/until'
import { MENTEE_PAGES, type MenteePage, type MenteePlaces } from '../_read/mentee-pages'
import type { MenteeView } from '../_read/read-mentee'
import { ConflictNotice, NoContactNotice } from './mentee-notices'
import { MenteeTabs } from './mentee-tabs'

/** The head of every page about a mentee: whose it is, what may be seen of it, and what must not be done now. */
export function MenteeFrame({
  view,
  page,
  places,
  actions,
  children,
}: {
  view: MenteeView
  page: MenteePage
  places: MenteePlaces
  actions?: ReactNode
  children: ReactNode
}) {
  const { name, by, season, access } = view
  return (
    <AskAgain render={randomUUID()}>
      <PageHeader
        above={by === 'mentor' && <BackLink href="/mentees">Mentees</BackLink>}
        title={page === 'overview' ? name : `${name}: ${MENTEE_PAGES[page].toLowerCase()}`}
        lead={`Season ${season.year}${access.expiresAt ? `, open until ${formatDate(lastDay(access.expiresAt, view.zone))}` : ''}. On these pages “you” is ${by === 'preview' ? 'yourself' : name}.`}
        actions={actions}
      />
      <MenteeTabs name={name} current={page} places={places} />
      <div className="space-y-5">
        {view.isContactBarred && <NoContactNotice />}
        <ConflictNotice view={view} />
        {children}
      </div>
    </AskAgain>
  )
}
