import type postgres from 'postgres'
import { BootError } from './boot-error'

/** The role that grants and policies name. It logs in itself, or the operator's own app user is a member of it. */
export const APP_ROLE = 'locus_app'
/** The role of background jobs: bound like the app's, with policies of its own (one person's rows at a time). */
export const JOBS_ROLE = 'locus_jobs'
export const OWNER_ROLE = 'locus_owner'

/** Roles that serve, and the setting by which an operator names a login of their own for each. */
const SETTING_OF = { [APP_ROLE]: 'DATABASE_APP_URL', [JOBS_ROLE]: 'DATABASE_JOBS_URL' } as const
export type ServingRole = keyof typeof SETTING_OF

/**
 * In a cluster of ours: the owner, who is deliberately no superuser (a superuser walks through row-level security,
 * and faults in it would stay unseen), the roles of the app and of the jobs, and the database. Does nothing where all of it is there.
 */
export async function makeOwnRoles(
  superuser: postgres.Sql,
  { owner, app, jobs, database }: { owner: string; app: string; jobs: string; database: string },
): Promise<void> {
  const roles = await superuser<{ rolname: string }[]>`
    select rolname from pg_roles where rolname in (${OWNER_ROLE}, ${APP_ROLE}, ${JOBS_ROLE})`
  const has = (name: string) => roles.some(({ rolname }) => rolname === name)
  for (const [name, password] of [
    [OWNER_ROLE, owner],
    [APP_ROLE, app],
    [JOBS_ROLE, jobs],
  ] as const) {
    if (has(name)) continue
    await superuser.unsafe(`create role ${name} login nosuperuser nobypassrls password ${quote(password)}`)
  }
  const [present] = await superuser`select from pg_database where datname = ${database}`
  if (!present) await superuser.unsafe(`create database ${database} owner ${OWNER_ROLE}`)
  await superuser.unsafe(`revoke all on database ${database} from public`)
  await superuser.unsafe(`grant connect on database ${database} to ${APP_ROLE}, ${JOBS_ROLE}`)
}

/**
 * In a database of the operator's, as its owner: makes the role with this password unless it has it already.
 * Throws a BootError that asks for the role's own setting when the owner may not make roles.
 */
export async function makeLogin(
  owner: postgres.Sql,
  name: ServingRole,
  { password, logsIn }: { password: string; logsIn: () => Promise<boolean> },
): Promise<void> {
  const [role] = await owner<{ free: boolean }[]>`
    select rolsuper or rolbypassrls as free from pg_roles where rolname = ${name}`
  if (role?.free) {
    throw new BootError(
      `The role ${name} is not bound by row-level security: as an administrator run "alter role ${name} nosuperuser nobypassrls" and start again.`,
    )
  }
  if (role && (await logsIn())) return
  try {
    // Only a superuser may even repeat what a role is not, so an existing one is checked above instead.
    const what = role ? `alter role ${name}` : `create role ${name} nosuperuser nobypassrls`
    await owner.unsafe(`${what} login password ${quote(password)}`)
    await grantConnect(owner, name)
  } catch (error) {
    throw cannotMakeRoles(error, name)
  }
}

/**
 * With DATABASE_APP_URL or DATABASE_JOBS_URL: makes the role a group without login where it is missing, and the
 * operator's user a member of it. Refuses a user whom row-level security would not bind.
 */
export async function admitUser(owner: postgres.Sql, name: ServingRole, user: string): Promise<void> {
  const setting = SETTING_OF[name]
  const [found] = await owner<{ bound: boolean; is_owner: boolean; member: boolean | null }[]>`
    select not (r.rolsuper or r.rolbypassrls) as bound,
      r.rolname = current_user as is_owner,
      case when exists (select from pg_roles where rolname = ${name})
        then pg_has_role(r.oid, ${name}, 'usage') end as member
    from pg_roles r where r.rolname = ${user}`
  if (!found) throw new BootError(`${setting} names the user ${user}, who does not exist in this database.`)
  if (!found.bound || found.is_owner) {
    throw new BootError(
      `${setting} names the user ${user}, whom row-level security does not bind: name one who is neither superuser, nor has BYPASSRLS, nor owns the database.`,
    )
  }
  if (found.member) return
  try {
    if (found.member === null) await owner.unsafe(`create role ${name} nologin nosuperuser nobypassrls`)
    await owner.unsafe(`grant ${name} to ${identifier(user)}`)
    await grantConnect(owner, name)
  } catch (error) {
    throw cannotMakeRoles(error, name, user)
  }
}

async function grantConnect(owner: postgres.Sql, name: ServingRole): Promise<void> {
  const [row] = await owner<{ name: string }[]>`select current_database() as name`
  if (row) await owner.unsafe(`grant connect on database ${identifier(row.name)} to ${name}`)
}

function cannotMakeRoles(error: unknown, name: ServingRole, user?: string): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : ''
  if (code !== '42501') return error
  return new BootError(
    user
      ? `The user of DATABASE_URL may not make roles: as an administrator run "create role ${name} nologin; grant ${name} to ${user}" and start again.`
      : `The user of DATABASE_URL may not make the role ${name}: give it CREATEROLE, or make that role yourself and set ${SETTING_OF[name]} to its connection.`,
  )
}

/** Role statements take no parameters. */
function quote(value: string): string {
  return `'${value.replaceAll("'", "''")}'`
}

function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
