import { sql } from 'drizzle-orm'
import { check, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { GRANT_ENDERS } from '@/lib/mentors/grant'
import { LOOK_KINDS } from '@/lib/mentors/look'
import { SECTIONS } from '@/lib/mentors/policy'
import { allOf, createdAt, formId, id, instant, oneOf, updatedAt, version } from './columns'
import { users } from './users'

const sections = (name: string) => text(name, { enum: SECTIONS }).array().notNull().default(sql`'{}'::text[]`)

/**
 * What an applicant lets a mentor see: sections to read, and those to comment on. Names stand here, as each wants the
 * other to read them, so that nobody needs to see an account.
 */
export const grants = pgTable(
  'grants',
  {
    id: id(),
    applicantId: uuid('applicant_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    mentorId: uuid('mentor_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    /** What the mentor reads above the applicant's pages, in the applicant's own words. */
    applicantName: text('applicant_name').notNull().default(''),
    /** Who accepted, as they said and with the address of their account. */
    mentorName: text('mentor_name').notNull().default(''),
    mentorEmail: text('mentor_email').notNull().default(''),
    readSections: sections('read_sections'),
    commentSections: sections('comment_sections'),
    /** Since when a mentor in conflict may see the whole list. It never opens the rank order. */
    maskLiftedAt: instant('mask_lifted_at'),
    expiresAt: instant('expires_at'),
    revokedAt: instant('revoked_at'),
    endedBy: text('ended_by', { enum: GRANT_ENDERS }),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    index('grants_applicant').on(t.applicantId),
    uniqueIndex('grants_one_live').on(t.applicantId, t.mentorId).where(sql`${t.revokedAt} is null`),
    index('grants_mentor').on(t.mentorId, t.applicantId),
    check('grants_not_to_oneself', sql`${t.applicantId} <> ${t.mentorId}`),
    allOf('grants_read_known', t.readSections, SECTIONS),
    allOf('grants_comment_known', t.commentSections, SECTIONS),
    oneOf('grants_ended_by_known', t.endedBy, GRANT_ENDERS),
    check(
      'grants_lengths',
      sql`char_length(${t.applicantName}) <= 120 and char_length(${t.mentorName}) <= 120 and char_length(${t.mentorEmail}) <= 320`,
    ),
  ],
)

/**
 * What a mentor says of themselves: the name that mentees read, and where they work. `programIds` are the programs of the
 * catalogue for which they may select; one of them on an applicant's list is a conflict.
 */
export const mentorSeats = pgTable(
  'mentor_seats',
  {
    userId: uuid('user_id')
      .primaryKey()
      .references(() => users.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    /** null: at no institution that trains residents. */
    institution: text('institution'),
    programIds: text('program_ids').array().notNull().default(sql`'{}'::text[]`),
    /** When the institution was last said or changed; mentees see the day. */
    institutionAt: instant('institution_at').notNull().defaultNow(),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    check(
      'mentor_seats_lengths',
      sql`char_length(${t.name}) between 1 and 120 and char_length(${t.institution}) between 1 and 200 and cardinality(${t.programIds}) <= 200`,
    ),
    check(
      'mentor_seats_programs_have_institution',
      sql`${t.institution} is not null or cardinality(${t.programIds}) = 0`,
    ),
  ],
)

/** An invitation to become a mentor: its token is stored hashed and works once. */
export const invitations = pgTable(
  'invitations',
  {
    id: id(),
    applicantId: uuid('applicant_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    tokenHash: text('token_hash').notNull(),
    /** Where it was mailed; null for a link that the applicant hands over. */
    email: text('email'),
    /** What the applicant calls the person, for their own overview. */
    mentorLabel: text('mentor_label').notNull(),
    applicantName: text('applicant_name').notNull(),
    message: text('message').notNull().default(''),
    readSections: sections('read_sections'),
    commentSections: sections('comment_sections'),
    /** When the grant that it makes will end; null for none. */
    grantExpiresAt: instant('grant_expires_at'),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
    grantId: uuid('grant_id').references(() => grants.id, { onDelete: 'set null' }),
    withdrawnAt: instant('withdrawn_at'),
    formId: formId(),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('invitations_hash').on(t.tokenHash),
    uniqueIndex('invitations_form').on(t.applicantId, t.formId),
    index('invitations_applicant').on(t.applicantId, t.createdAt),
    index('invitations_grant').on(t.grantId),
    allOf('invitations_read_known', t.readSections, SECTIONS),
    allOf('invitations_comment_known', t.commentSections, SECTIONS),
    check(
      'invitations_lengths',
      sql`char_length(${t.email}) <= 320 and char_length(${t.mentorLabel}) between 1 and 120
        and char_length(${t.applicantName}) between 1 and 120 and char_length(${t.message}) <= 2000`,
    ),
  ],
)

/**
 * A read-only look without an account. Whoever holds the address reads the sections until it ends, so it always ends, and
 * it never opens the rank order: nobody knows who they are.
 */
export const shareLinks = pgTable(
  'share_links',
  {
    id: id(),
    applicantId: uuid('applicant_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    tokenHash: text('token_hash').notNull(),
    /** For whom it was made, in the applicant's words; the page behind it does not say so. */
    label: text('label').notNull(),
    applicantName: text('applicant_name').notNull(),
    readSections: sections('read_sections'),
    expiresAt: instant('expires_at').notNull(),
    revokedAt: instant('revoked_at'),
    formId: formId(),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('share_links_hash').on(t.tokenHash),
    uniqueIndex('share_links_form').on(t.applicantId, t.formId),
    index('share_links_applicant').on(t.applicantId, t.createdAt),
    allOf('share_links_read_known', t.readSections, SECTIONS),
    check('share_links_no_rank', sql`not ('rank' = any(${t.readSections}))`),
    check(
      'share_links_lengths',
      sql`char_length(${t.label}) between 1 and 120 and char_length(${t.applicantName}) between 1 and 120`,
    ),
  ],
)

/**
 * Who looked at which part of an applicant's data, and when. Only a function of the database adds a row; nobody changes or
 * removes one, and the rows go with the applicant. A mentor who leaves takes their name away and no more.
 */
export const looks = pgTable(
  'looks',
  {
    id: id(),
    applicantId: uuid('applicant_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    mentorId: uuid('mentor_id').references(() => users.id, { onDelete: 'set null' }),
    grantId: uuid('grant_id').references(() => grants.id, { onDelete: 'set null' }),
    linkId: uuid('link_id').references(() => shareLinks.id, { onDelete: 'set null' }),
    by: text('looked_by', { enum: ['mentor', 'link'] }).notNull(),
    what: text('what', { enum: LOOK_KINDS }).notNull(),
    at: instant('looked_at').notNull().defaultNow(),
  },
  (t) => [
    index('looks_applicant').on(t.applicantId, t.at),
    index('looks_mentor').on(t.mentorId),
    index('looks_grant').on(t.grantId, t.at),
    index('looks_link').on(t.linkId, t.at),
    oneOf('looks_by_known', t.by, ['mentor', 'link']),
    oneOf('looks_what_known', t.what, LOOK_KINDS),
  ],
)
