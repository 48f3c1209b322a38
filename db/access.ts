import 'server-only'
import { sql as statement } from 'drizzle-orm'
import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import type postgres from 'postgres'
import type { LinkViewer, UserViewer, Viewer } from '@/lib/access/viewer'
import { AppError } from '@/lib/errors/app-error'
import type { LookKind } from '@/lib/mentors/look'
import { grantAllows, type Permission, type Section } from '@/lib/mentors/policy'
import type { NoteSide } from '@/lib/notes/note'
import { type Access, listAccesses } from './accesses'
import { appSql, jobsSql } from './client'

/*
 * Viewer in, scope out. This is the only file that hands out an Executor, and an Executor is always inside a
 * transaction in which the database itself knows the viewer. Queries take a scope and put its applicantId in the WHERE
 * of the statement that does the work; row-level security is the second lock behind them.
 */

export type Executor = PostgresJsDatabase<Record<string, never>>

declare const permitted: unique symbol
declare const kindOfScope: unique symbol

/** Reaches what everyone may see, and what the viewer (if any) owns beside it. */
export type PublicScope = { readonly tx: Executor; readonly viewerId: string | null }

/** Reaches one applicant's rows, for the deeds it was granted for. A scope for more deeds serves where fewer are asked. */
export type Scope<P extends Permission = Permission> = PublicScope & {
  readonly applicantId: string
  readonly viewerId: string
  readonly [permitted]?: (needed: P) => void
}

/**
 * Reaches the same rows of several applicants, each of whom allows these deeds: queries put `applicantIds` in their WHERE and
 * answer by applicant, in as many statements for thirty as for one.
 */
export type GroupScope<P extends Permission = Permission> = {
  readonly tx: Executor
  readonly applicantIds: readonly string[]
  readonly [permitted]?: (needed: P) => void
}

/** A group of one, so that what is read of several is read of one by the same query. */
export function groupOf<P extends Permission>(scope: Scope<P>): GroupScope<P> {
  return { tx: scope.tx, applicantIds: [scope.applicantId] }
}

/**
 * What passes between an applicant and one mentor, for whichever of the two asks; a stranger finds nothing. Each statement
 * asks for the grant itself, since what it must open depends on what is spoken of.
 */
export type NotesScope = {
  readonly tx: Executor
  readonly applicantId: string
  readonly viewerId: string
  readonly side: NoteSide
  readonly [kindOfScope]?: 'notes'
}

/** The applicant's side of it, within a scope of their own. */
export function ownNotes({ tx, applicantId }: Scope): NotesScope {
  return { tx, applicantId, viewerId: applicantId, side: 'applicant' }
}

/** The mentor's side of it, within a look at a mentee; null for a link and a preview. */
export function menteeNotes({ tx, applicantId, mentorId }: MenteeScope): NotesScope | null {
  return mentorId === null ? null : { tx, applicantId, viewerId: mentorId, side: 'mentor' }
}

/**
 * What the mentor of one of the applicant's own grants sees of it, to be shown to the applicant: from here on the
 * transaction only reads, and each statement asks for that mentor's grant. Null for a grant that has ended or is another's.
 */
export async function previewedNotes(
  { tx, applicantId }: Scope,
  grantId: string,
): Promise<NotesScope | null> {
  if (!isUuid(grantId)) return null
  const [grant] = await tx.execute<{ mentor_id: string }>(statement`
    select mentor_id from grants where id = ${grantId} and applicant_id = ${applicantId} and revoked_at is null`)
  await tx.execute(statement`set local transaction_read_only = on`)
  return grant ? { tx, applicantId, viewerId: grant.mentor_id, side: 'mentor' } : null
}

/** Reaches accounts before anyone is signed in. */
export type AuthScope = { readonly tx: Executor; readonly [kindOfScope]?: 'auth' }

/** Moves a guest's rows to an account: sees both, writes either. */
export type AdoptionScope = AuthScope & { readonly guestId: string; readonly accountId: string }

/** Reaches what background jobs keep across people: when to look at whom, which mail waits. Nothing that anyone wrote. */
export type JobsScope = { readonly tx: Executor; readonly [kindOfScope]?: 'jobs' }

/** What jobs may read of the one person whom they are about. */
export type JobsPersonScope = Scope<
  | 'profile:read'
  | 'exams:read'
  | 'list:read'
  | 'interviews:read'
  | 'checklist:read'
  | 'contacts:read'
  | 'documents:read'
> &
  JobsScope

/** Reaches the mails of whoever holds a link out of one, to turn them off and on; no other row of theirs. */
export type MailLinkScope = {
  readonly tx: Executor
  readonly applicantId: string
  readonly [kindOfScope]?: 'mail_link'
}

/**
 * Another person's pages, as far as they allow it: for a mentor, for whoever holds a link, and for the applicant who sees
 * them as that mentor does. Read only. Queries run the same for a section that is withheld as for one that is empty: the
 * database shows no row of it. `may` is for what a page says beside the rows.
 */
export type MenteeScope = Scope<ReadPermission> & {
  readonly by: 'mentor' | 'link' | 'preview'
  /** The mentor who looks; null for a link and a preview, which have no voice. */
  readonly mentorId: string | null
  readonly access: Access
  may(section: Section): boolean
  mayComment(section: Section): boolean
}

export type ReadPermission = `${Section}:read`

/** All of a mentor's mentees in one transaction, to read. Queries take the ids together, so that their number stays. */
export type MenteesScope = GroupScope<ReadPermission> & {
  readonly viewerId: string
  readonly mentees: readonly Access[]
}

type Settings = { viewer?: string; heir?: string; actor?: 'auth'; link?: string; preview?: string }

/** Runs `work` in one transaction whose viewer is set in the same round trip as the first statement. */
async function inTransaction<T>(
  settings: Settings,
  work: (tx: Executor) => Promise<T>,
  sql: postgres.Sql = appSql(),
): Promise<T> {
  const result = await sql.begin(async (tx) => {
    const ready = tx`select set_config('app.viewer', ${settings.viewer ?? ''}, true),
      set_config('app.heir', ${settings.heir ?? ''}, true), set_config('app.actor', ${settings.actor ?? ''}, true),
      set_config('app.link', ${settings.link ?? ''}, true),
      set_config('app.preview', ${settings.preview ?? ''}, true)`.execute()
    // Not awaited before the first statement: one connection answers in order, so that one already has its viewer.
    ready.catch(() => {})
    const value = await work(executorOn(tx, sql))
    await ready
    return { value }
  })
  return result.value
}

/**
 * drizzle over a connection, for statements that are prepared once and then sent in one round trip: drizzle itself asks
 * for each to be described anew, which is a round trip more (and the pool forgets about preparing where the settings say
 * so). `options` holds the pool's type parsers, which a transaction lacks.
 */
function executorOn(on: postgres.TransactionSql | postgres.Sql, { options }: postgres.Sql): Executor {
  const unsafe: postgres.Sql['unsafe'] = (query, parameters, how) =>
    on.unsafe(query, parameters, { ...how, prepare: true })
  return drizzle(Object.assign(Object.create(on), { options, unsafe }) as postgres.Sql)
}

/** Public data, with the viewer's own programs and facts beside it when someone is signed in. */
export function withPublicScope<T>(
  viewer: UserViewer | null,
  work: (scope: PublicScope) => Promise<T>,
): Promise<T> {
  const viewerId = viewer?.userId ?? null
  return inTransaction(viewerId ? { viewer: viewerId } : {}, (tx) => work({ tx, viewerId }))
}

/** The viewer's own rows, for every deed. Throws unauthenticated when the viewer is not a person. */
export async function withOwnScope<T>(viewer: Viewer | null, work: (scope: Scope) => Promise<T>): Promise<T> {
  const userId = personOf(viewer)
  return inTransaction({ viewer: userId }, (tx) => work({ tx, viewerId: userId, applicantId: userId }))
}

/**
 * One applicant's rows for one deed: the applicant themselves, or a mentor whose live grant allows it. Throws not_found
 * for everyone else, so that nobody learns whether the applicant exists.
 */
export async function withScope<P extends Permission, T>(
  viewer: Viewer | null,
  applicantId: string,
  permission: P,
  work: (scope: Scope<P>) => Promise<T>,
): Promise<T> {
  const userId = personOf(viewer)
  return inTransaction({ viewer: userId }, async (tx) => {
    if (userId !== applicantId && !(await hasGrant(tx, applicantId, permission)))
      throw new AppError('not_found')
    return work({ tx, viewerId: userId, applicantId })
  })
}

async function hasGrant(tx: Executor, applicantId: string, permission: Permission): Promise<boolean> {
  const access = await findAccess(tx, applicantId)
  return access !== null && allows(access, permission)
}

async function findAccess(tx: Executor, applicantId: string): Promise<Access | null> {
  if (!isUuid(applicantId)) return null
  const [access] = await listAccesses(tx, applicantId)
  return access ?? null
}

/** The pure policy's answer; what the database counts as live and in conflict is what it decides on. */
export function allows(access: Access, permission: Permission): boolean {
  const { readSections, commentSections, expiresAt, conflict } = access
  // A roster asks a thousand times: the clock is read only where something ends.
  const now = expiresAt === null ? NO_MATTER_WHEN : new Date().toISOString()
  return grantAllows({ readSections, commentSections, expiresAt, revokedAt: null }, permission, now, conflict)
}

const NO_MATTER_WHEN = '1970-01-01T00:00:00.000Z'

/**
 * One mentee's pages for their mentor, in a transaction that only reads. `looks` names what the page shows of them: as far
 * as it is granted, the applicant reads in their log that it was looked at. Throws not_found without a live grant.
 */
export async function withMenteeScope<T>(
  viewer: Viewer | null,
  applicantId: string,
  { looks }: { looks: readonly LookKind[] },
  work: (scope: MenteeScope) => Promise<T>,
): Promise<T> {
  const userId = personOf(viewer)
  return inTransaction({ viewer: userId }, async (tx) => {
    const access = await findAccess(tx, applicantId)
    if (!access) throw new AppError('not_found')
    await noteLooks(tx, [applicantId], looks)
    return work(menteeScope(tx, 'mentor', access, userId))
  })
}

/** The same for whoever holds a link; null when the link has ended or never was. Nobody is signed in. */
export function withLinkScope<T>(
  viewer: LinkViewer,
  { looks }: { looks: readonly LookKind[] },
  work: (scope: MenteeScope) => Promise<T>,
): Promise<T | null> {
  return inTransaction({ link: viewer.tokenHash }, async (tx) => {
    const [access] = await listAccesses(tx)
    if (!access) return null
    await noteLooks(tx, [access.applicantId], looks)
    return work(menteeScope(tx, 'link', access))
  })
}

/**
 * An applicant's own pages as the mentor of this grant sees them, with that mentor's rights and no more, and not noted in
 * the log. Throws not_found for a grant that is not the viewer's to give, or has ended.
 */
export async function withPreviewScope<T>(
  viewer: Viewer | null,
  grantId: string,
  work: (scope: MenteeScope) => Promise<T>,
): Promise<T> {
  const userId = personOf(viewer)
  if (!isUuid(grantId)) throw new AppError('not_found')
  return inTransaction({ preview: grantId }, async (tx) => {
    const [access] = await listAccesses(tx)
    if (access?.applicantId !== userId) throw new AppError('not_found')
    await tx.execute(statement`set local transaction_read_only = on`)
    return work(menteeScope(tx, 'preview', access))
  })
}

/** All mentees of the viewer at once, in a transaction that only reads; that each line was seen is noted for each. */
export async function withMenteesScope<T>(
  viewer: Viewer | null,
  work: (scope: MenteesScope) => Promise<T>,
): Promise<T> {
  const userId = personOf(viewer)
  return inTransaction({ viewer: userId }, async (tx) => {
    const mentees = await listAccesses(tx)
    const applicantIds = mentees.map(({ applicantId }) => applicantId)
    await noteLooks(tx, applicantIds, ['roster'])
    return work({ tx, viewerId: userId, mentees, applicantIds })
  })
}

/** Both in one round trip: the note, and from then on nothing that writes. */
async function noteLooks(
  tx: Executor,
  applicantIds: readonly string[],
  looks: readonly LookKind[],
): Promise<void> {
  await Promise.all([
    applicantIds.length > 0 && looks.length > 0
      ? tx.execute(
          statement`select app_note_looks(${`{${applicantIds.join(',')}}`}::uuid[], ${`{${looks.join(',')}}`}::text[])`,
        )
      : null,
    tx.execute(statement`set local transaction_read_only = on`),
  ])
}

function menteeScope(
  tx: Executor,
  by: MenteeScope['by'],
  access: Access,
  mentorId: string | null = null,
): MenteeScope {
  const { applicantId } = access
  return {
    tx,
    applicantId,
    // Whose own programs and facts stand beside the catalogue: the applicant's, as far as the database shows them.
    viewerId: applicantId,
    by,
    mentorId,
    access,
    may: (section) => allows(access, `${section}:read`),
    mayComment: (section) => by !== 'link' && allows(access, `${section}:comment`),
  }
}

/**
 * Comments, suggested tasks and questions in one applicant's cycle, as the applicant or as one of their mentors. What the
 * grant opens depends on what is spoken of, so the statements of db/queries/notes.ts ask for it themselves. Throws
 * not_found for what cannot be an applicant.
 */
export async function withNotesScope<T>(
  viewer: Viewer | null,
  applicantId: string,
  work: (scope: NotesScope) => Promise<T>,
): Promise<T> {
  const userId = personOf(viewer)
  if (!isUuid(applicantId)) throw new AppError('not_found')
  return inTransaction({ viewer: userId }, (tx) =>
    work({ tx, viewerId: userId, applicantId, side: userId === applicantId ? 'applicant' : 'mentor' }),
  )
}

/** Accounts, sessions and links, for app/_server/auth and its actions alone. */
export function withAuthScope<T>(work: (scope: AuthScope) => Promise<T>): Promise<T> {
  return inTransaction({ actor: 'auth' }, (tx) => work({ tx }))
}

/** Both a guest's rows and an account's, to move or drop the former in one transaction with the sign-in. */
export function withAdoptionScope<T>(
  ids: { guestId: string; accountId: string },
  work: (scope: AdoptionScope) => Promise<T>,
): Promise<T> {
  return inTransaction({ actor: 'auth', viewer: ids.guestId, heir: ids.accountId }, (tx) =>
    work({ tx, ...ids }),
  )
}

/** The jobs' own tables, under the role of jobs. */
export function withJobsScope<T>(work: (scope: JobsScope) => Promise<T>): Promise<T> {
  return inTransaction({}, (tx) => work({ tx }), jobsSql())
}

/** One person's rows as a job may see them: the database shows their reminders' grounds to read, and nobody else's. */
export function withJobsPersonScope<T>(
  personId: string,
  work: (scope: JobsPersonScope) => Promise<T>,
): Promise<T> {
  return inTransaction(
    { viewer: personId },
    (tx) => work({ tx, viewerId: personId, applicantId: personId }),
    jobsSql(),
  )
}

/** The same within a transaction of jobs' own that is under way, such as one that holds the lock on a mail. */
export async function asJobAbout<T>(
  scope: JobsScope,
  personId: string,
  work: (scope: JobsPersonScope) => Promise<T>,
): Promise<T> {
  await scope.tx.execute(statement`select set_config('app.viewer', ${personId}, true)`)
  return work({ tx: scope.tx, viewerId: personId, applicantId: personId })
}

/**
 * The person whose private calendar address has this hash, to read and not to write; null for an address that is revoked
 * or was never given. The address is the proof: nobody is signed in.
 */
export function withFeedScope<T>(
  tokenHash: string,
  work: (scope: JobsPersonScope) => Promise<T>,
): Promise<T | null> {
  return inTransaction({}, async (tx) => {
    const [row] = await tx.execute<{ owner: string | null }>(
      statement`select app_feed_owner(${tokenHash}) as owner`,
    )
    if (!row?.owner) return null
    await tx.execute(statement`select set_config('app.viewer', ${row.owner}, true)`)
    await tx.execute(statement`set local transaction_read_only = on`)
    return work({ tx, viewerId: row.owner, applicantId: row.owner })
  })
}

/** For a link out of a reminder's mail, once its signature was checked. */
export function withMailLinkScope<T>(
  personId: string,
  work: (scope: MailLinkScope) => Promise<T>,
): Promise<T> {
  return inTransaction({ viewer: personId }, (tx) => work({ tx, applicantId: personId }))
}

/** One statement outside any transaction and without a viewer: the session lookup and the readiness probe. */
export function withoutViewer<T>(work: (tx: Executor) => Promise<T>): Promise<T> {
  const sql = appSql()
  return work(executorOn(sql, sql))
}

function personOf(viewer: Viewer | null): string {
  if (viewer?.kind !== 'user') throw new AppError('unauthenticated')
  return viewer.userId
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** Whether a text can be an id at all: an address with a mangled id is "not found", not a database error. */
export function isUuid(text: string): boolean {
  return UUID.test(text)
}
