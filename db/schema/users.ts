import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { createdAt, id, instant, oneOf, updatedAt } from './columns'

export const USER_KINDS = ['guest', 'member'] as const
export const THEMES = ['system', 'light', 'dark'] as const

/** A person. A guest is a real user without an address; a member has proven one. */
export const users = pgTable(
  'users',
  {
    id: id(),
    kind: text('kind', { enum: USER_KINDS }).notNull(),
    /** Lower case, proven; null for a guest. */
    email: text('email'),
    passwordHash: text('password_hash'),
    name: text('name'),
    timeZone: text('time_zone').notNull().default('America/New_York'),
    /** False until the person has confirmed or changed the zone that was guessed for them. */
    isTimeZoneChosen: boolean('is_time_zone_chosen').notNull().default(false),
    theme: text('theme', { enum: THEMES }).notNull().default('system'),
    /** True for a guest who walks about in the sample applicant's rows. */
    isSample: boolean('is_sample').notNull().default(false),
    lastSeenAt: instant('last_seen_at').notNull().defaultNow(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    uniqueIndex('users_email_unique').on(t.email),
    oneOf('users_kind_known', t.kind, USER_KINDS),
    oneOf('users_theme_known', t.theme, THEMES),
    check('users_member_has_email', sql`${t.kind} = 'guest' or ${t.email} is not null`),
    check(
      'users_guest_has_no_login',
      sql`${t.kind} = 'member' or (${t.email} is null and ${t.passwordHash} is null)`,
    ),
    check('users_email_lower', sql`${t.email} = lower(${t.email})`),
    index('users_guest_last_seen').on(t.kind, t.lastSeenAt),
  ],
)

/** One signed-in browser. The cookie's token holds only this id; a revoked row is out on its next request. */
export const sessions = pgTable(
  'sessions',
  {
    id: id(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    /** "Firefox on Windows", made from the user agent; nothing finer is kept. */
    device: text('device').notNull(),
    createdAt: createdAt(),
    lastSeenAt: instant('last_seen_at').notNull().defaultNow(),
    expiresAt: instant('expires_at').notNull(),
    revokedAt: instant('revoked_at'),
  },
  (t) => [index('sessions_user').on(t.userId, t.lastSeenAt)],
)

export const TOKEN_PURPOSES = ['sign_up', 'reset_password', 'change_email_old', 'change_email_new'] as const

/** A link sent by mail: single use, short-lived, stored hashed. */
export const authTokens = pgTable(
  'auth_tokens',
  {
    id: id(),
    purpose: text('purpose', { enum: TOKEN_PURPOSES }).notNull(),
    tokenHash: text('token_hash').notNull(),
    /** The address that the link was sent to. */
    email: text('email').notNull(),
    /** Whose request it was: a guest who signs up, or a member who changes something; null for a visitor. */
    userId: uuid('user_id').references(() => users.id, { onDelete: 'cascade' }),
    /** What the link will apply, such as the hash of the chosen password. Never read by pages. */
    payload: jsonb('payload').$type<Record<string, string>>().notNull().default({}),
    createdAt: createdAt(),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
  },
  (t) => [
    uniqueIndex('auth_tokens_hash_unique').on(t.tokenHash),
    index('auth_tokens_user').on(t.userId),
    index('auth_tokens_email').on(t.email, t.purpose),
    oneOf('auth_tokens_purpose_known', t.purpose, TOKEN_PURPOSES),
  ],
)

/** An identity at an OpenID Connect provider, linked to a member. */
export const identities = pgTable(
  'identities',
  {
    provider: text('provider').notNull(),
    subject: text('subject').notNull(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.provider, t.subject] }), index('identities_user').on(t.userId)],
)

/** How often something was tried within a window, by account or by network address (both hashed). */
export const rateLimits = pgTable(
  'rate_limits',
  {
    key: text('key').primaryKey(),
    count: integer('count').notNull(),
    resetsAt: instant('resets_at').notNull(),
  },
  (t) => [index('rate_limits_resets_at').on(t.resetsAt)],
)
