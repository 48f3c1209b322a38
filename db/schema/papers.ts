import { index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { PAPER_HOLDERS, PAPER_KEYS } from '@/lib/papers/paper'
import { calendarDate, createdAt, id, oneOf, updatedAt, version } from './columns'
import { users } from './users'

/** Where a paper of one person lies and since when. Whether it is done stands with the profile and the checklist. */
export const paperTracks = pgTable(
  'paper_tracks',
  {
    id: id(),
    applicantId: uuid('applicant_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    paper: text('paper', { enum: PAPER_KEYS }).notNull(),
    holder: text('holder', { enum: PAPER_HOLDERS }),
    since: calendarDate('since_date'),
    expectedOn: calendarDate('expected_date'),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    uniqueIndex('paper_tracks_once').on(t.applicantId, t.paper),
    index('paper_tracks_applicant').on(t.applicantId),
    oneOf('paper_tracks_paper_known', t.paper, PAPER_KEYS),
    oneOf('paper_tracks_holder_known', t.holder, PAPER_HOLDERS),
  ],
)
