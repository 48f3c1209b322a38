import type postgres from 'postgres'
import { BootError } from './boot-error'

/** The role that grants and policies name. It logs in itself, or the operator's own app user is a member of it. */
export const APP_ROLE = 'locus_app'
export const OWNER_ROLE = 'locus_owner'

/**
 * In a cluster of ours: the owner, who is deliberately no superuser (a superuser walks through row-level security,
 * and faults in it would stay unseen), the app's role, and the database. Does nothing where all of it is there.
 */
export async function makeOwnRoles(
  superuser: postgres.Sql,
  { owner, app, database }: { owner: string; app: string; database: string },
): Promise<void> {
  const roles = await superuser<{ rolname: string }[]>`
    select rolname from pg_roles where rolname in (${OWNER_ROLE}, ${APP_ROLE})`
  const has = (name: string) => roles.some(({ rolname }) => rolname === name)
  if (!has(OWNER_ROLE)) {
    await superuser.unsafe(`create role ${OWNER_ROLE} login nosuperuser nobypassrls password ${quote(owner)}`)
  }
  if (!has(APP_ROLE)) {
    await superuser.unsafe(`create role ${APP_ROLE} login nosuperuser nobypassrls password ${quote(app)}`)
  }
  const [present] = await superuser`select from pg_database where datname = ${database}`
  if (!present) await superuser.unsafe(`create database ${database} owner ${OWNER_ROLE}`)
  await superuser.unsafe(`revoke all on database ${database} from public`)
  await superuser.unsafe(`grant connect on database ${database} to ${APP_ROLE}`)
}

/**
 * In a database of the operator's, as its owner: makes `locus_app` with this password unless it has it already.
 * Throws a BootError that asks for DATABASE_APP_URL when the owner may not make roles.
 */
export async function makeAppLogin(
  owner: postgres.Sql,
  { password, logsIn }: { password: string; logsIn: () => Promise<boolean> },
): Promise<void> {
  const [role] = await owner<{ free: boolean }[]>`
    select rolsuper or rolbypassrls as free from pg_roles where rolname = ${APP_ROLE}`
  if (role?.free) {
    throw new BootError(
      `The role ${APP_ROLE} is not bound by row-level security: as an administrator run "alter role ${APP_ROLE} nosuperuser nobypassrls" and start again.`,
    )
  }
  if (role && (await logsIn())) return
  try {
    // Only a superuser may even repeat what a role is not, so an existing one is checked above instead.
    const what = role ? `alter role ${APP_ROLE}` : `create role ${APP_ROLE} nosuperuser nobypassrls`
    await owner.unsafe(`${what} login password ${quote(password)}`)
    await grantConnect(owner)
  } catch (error) {
    throw cannotMakeRoles(error)
  }
}

/**
 * With DATABASE_APP_URL: makes `locus_app` a group without login where it is missing, and the operator's app user a
 * member of it. Refuses a user whom row-level security would not bind.
 */
export async function admitAppUser(owner: postgres.Sql, user: string): Promise<void> {
  const [found] = await owner<{ bound: boolean; is_owner: boolean; member: boolean | null }[]>`
    select not (r.rolsuper or r.rolbypassrls) as bound,
      r.rolname = current_user as is_owner,
      case when exists (select from pg_roles where rolname = ${APP_ROLE})
        then pg_has_role(r.oid, ${APP_ROLE}, 'usage') end as member
    from pg_roles r where r.rolname = ${user}`
  if (!found)
    throw new BootError(`DATABASE_APP_URL names the user ${user}, who does not exist in this database.`)
  if (!found.bound || found.is_owner) {
    throw new BootError(
      `DATABASE_APP_URL names the user ${user}, whom row-level security does not bind: name one who is neither superuser, nor has BYPASSRLS, nor owns the database.`,
    )
  }
  if (found.member) return
  try {
    if (found.member === null) await owner.unsafe(`create role ${APP_ROLE} nologin nosuperuser nobypassrls`)
    await owner.unsafe(`grant ${APP_ROLE} to ${identifier(user)}`)
    await grantConnect(owner)
  } catch (error) {
    throw cannotMakeRoles(error, user)
  }
}

async function grantConnect(owner: postgres.Sql): Promise<void> {
  const [row] = await owner<{ name: string }[]>`select current_database() as name`
  if (row) await owner.unsafe(`grant connect on database ${identifier(row.name)} to ${APP_ROLE}`)
}

function cannotMakeRoles(error: unknown, user?: string): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : ''
  if (code !== '42501') return error
  return new BootError(
    user
      ? `The user of DATABASE_URL may not make roles: as an administrator run "create role ${APP_ROLE} nologin; grant ${APP_ROLE} to ${user}" and start again.`
      : `The user of DATABASE_URL may not make the role ${APP_ROLE}: give it CREATEROLE, or make that role yourself and set DATABASE_APP_URL to its connection.`,
  )
}

/** Role statements take no parameters. */
function quote(value: string): string {
  return `'${value.replaceAll("'", "''")}'`
}

function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
