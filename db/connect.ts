import postgres from 'postgres'
import { BootError } from './boot-error'

/** One connection for boot, proved to answer. `variable` is named in the sentence when it does not. */
export async function connect(url: string, variable: string): Promise<postgres.Sql> {
  const sql = postgres(url, {
    max: 1,
    connect_timeout: 15,
    onnotice: () => {},
    connection: { TimeZone: 'UTC' },
  })
  try {
    await sql`select 1`
    return sql
  } catch (error) {
    await sql.end({ timeout: 1 }).catch(() => {})
    throw new BootError(`${variable} ${reason(error, new URL(url))}`)
  }
}

/** True when the database lets this user in; false when it refuses the user. */
export async function logsIn(url: string): Promise<boolean> {
  const sql = postgres(url, { max: 1, connect_timeout: 15, onnotice: () => {} })
  try {
    await sql`select 1`
    return true
  } catch {
    return false
  } finally {
    await sql.end({ timeout: 1 }).catch(() => {})
  }
}

function reason(error: unknown, url: URL): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const host = `${url.hostname}:${url.port || 5432}`
  const database = decodeURIComponent(url.pathname.slice(1))
  const user = decodeURIComponent(url.username)
  switch (code) {
    case 'ECONNREFUSED':
      return `leads nowhere: nothing answers at ${host}; start that PostgreSQL, or correct host and port.`
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `names the host ${url.hostname}, which cannot be found; correct it.`
    case 'CONNECT_TIMEOUT':
    case 'ETIMEDOUT':
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
      return `names ${host}, which did not answer in time; check the network and the address.`
    case '28P01':
    case '28000':
      return `was refused by ${host}: correct the user (${user}) or its password.`
    case '3D000':
      return `names the database ${database}, which does not exist at ${host}; create it, or correct the name.`
    case '53300':
      return `was refused by ${host}: it has no connection left; raise max_connections or close other programs.`
    case '57P03':
      return `was refused by ${host}: that PostgreSQL is starting up or shutting down; try again in a moment.`
    default:
      return `does not work with ${host} (${code || 'connection closed'}); check that a PostgreSQL answers there.`
  }
}
