import 'server-only'
import { z } from 'zod'

/**
 * Every setting that an operator can make, read once. A setting that is missing is `null`, never a guess; an
 * empty string counts as missing, since that is what compose files and shells leave behind.
 */
export interface Settings {
  port: number | null
  /** The owner's connection: boot only. The web process never holds it. */
  databaseUrl: string | null
  /** The connection of the role that row-level security binds. */
  databaseAppUrl: string | null
  /** The connection of the role that background jobs run as: the worker's only one. */
  databaseJobsUrl: string | null
  /** False behind a pooler in transaction mode, where prepared statements do not survive. */
  databasePrepare: boolean
  authSecret: string | null
  /** Origin that people type, without a trailing slash. */
  appUrl: string | null
  /** How many proxies in front may be believed about the client's address; 0 believes none. */
  trustProxy: number
  smtp: { url: string; from: string } | null
  oidc: { issuer: string; clientId: string; clientSecret: string; name: string } | null
  google: { clientId: string; clientSecret: string } | null
  /** Git-ignored folder for what this installation keeps: cluster, secret, outbox. */
  dataFolder: string
}

/** What the web and the worker can both rely on, because the launcher always sets it. */
export interface Env extends Settings {
  authSecret: string
  appUrl: string
}

/** A setting that cannot work. The message is one sentence for the operator, and holds no secret. */
export class SettingsError extends Error {
  override name = 'SettingsError'
}

const text = z.string().trim().min(1).optional()
const POSTGRES_HINT =
  'must look like postgres://user:password@host:5432/database, with special characters as %-codes'

/** `new URL` refuses what a person would call broken; postgres.js would quietly fall back to localhost. */
function isUrl(value: string, protocols: readonly string[]): boolean {
  try {
    const url = new URL(value)
    return protocols.includes(url.protocol) && url.hostname !== ''
  } catch {
    return false
  }
}

const postgresUrl = z
  .string()
  .refine((value) => isUrl(value, ['postgres:', 'postgresql:']), { error: POSTGRES_HINT, abort: true })
  .refine((value) => new URL(value).pathname.length > 1, `names no database; it ${POSTGRES_HINT}`)
  .optional()

const httpUrl = (what: string) =>
  z.string().refine((value) => isUrl(value, ['http:', 'https:']), { error: what, abort: true })

const SWITCH = { true: true, yes: true, on: true, '1': true, false: false, no: false, off: false, '0': false }
type SwitchWord = keyof typeof SWITCH

function isSwitchWord(value: string): value is SwitchWord {
  return Object.hasOwn(SWITCH, value)
}

const settingsInput = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'must be a whole number from 1 to 65535')
    .transform(Number)
    .refine((port) => port >= 1 && port <= 65535, 'must be a whole number from 1 to 65535')
    .optional(),
  DATABASE_URL: postgresUrl,
  DATABASE_APP_URL: postgresUrl,
  DATABASE_JOBS_URL: postgresUrl,
  DATABASE_PREPARE: z
    .string()
    .toLowerCase()
    .refine(isSwitchWord, 'must be true or false')
    .transform((word) => SWITCH[word as SwitchWord])
    .optional(),
  NEXTAUTH_SECRET: z
    .string()
    .min(16, 'is too short to protect sign-ins; use at least 16 characters, better 32')
    .optional(),
  APP_URL: httpUrl('must be the address people open, such as https://locus.example.org')
    .refine((value) => {
      const url = new URL(value)
      return url.pathname === '/' && url.search === '' && url.hash === '' && url.username === ''
    }, 'must be an address without a path, such as https://locus.example.org')
    .transform((value) => new URL(value).origin)
    .optional(),
  TRUST_PROXY: z
    .string()
    .toLowerCase()
    .regex(/^(true|false|\d)$/, 'must be true, false or the number of proxies in front (0 to 9)')
    .transform((value) => (value === 'true' ? 1 : value === 'false' ? 0 : Number(value)))
    .optional(),
  SMTP_URL: z
    .string()
    .refine(
      (value) => isUrl(value, ['smtp:', 'smtps:']),
      'must look like smtp://user:password@host:587 or smtps://user:password@host:465',
    )
    .optional(),
  MAIL_FROM: z
    .string()
    .regex(/@[^\s<>@]+>?$/, 'must hold an e-mail address, such as Locus <locus@example.org>')
    .regex(/^[^\r\n]+$/, 'must be a single line')
    .optional(),
  OIDC_ISSUER: httpUrl(
    'must be the address of the OpenID Connect provider, beginning with https://',
  ).optional(),
  OIDC_CLIENT_ID: text,
  OIDC_CLIENT_SECRET: text,
  OIDC_NAME: text,
  GOOGLE_CLIENT_ID: text,
  GOOGLE_CLIENT_SECRET: text,
  LOCUS_DATA: text,
})

/** Settings that mean nothing alone, in the order in which a missing one is named. */
const TOGETHER = [
  ['SMTP_URL', 'MAIL_FROM'],
  ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'],
  ['GOOGLE_CLIENT_ID', 'GOOGLE_CLIENT_SECRET'],
] as const

/** Reads settings from environment variables; throws a SettingsError whose one sentence names the first bad one. */
export function readSettings(source: Readonly<Record<string, string | undefined>>): Settings {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value?.trim()))
  const parsed = settingsInput.safeParse(given)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    throw new SettingsError(`${issue?.path.join('.') || 'A setting'} ${issue?.message ?? 'is not valid'}.`)
  }
  const value = parsed.data
  for (const group of TOGETHER) {
    const missing = group.filter((name) => value[name] === undefined)
    if (missing.length > 0 && missing.length < group.length) {
      throw new SettingsError(
        `${group.join(', ')} belong together: set ${missing.join(' and ')} too, or none.`,
      )
    }
  }
  if (value.OIDC_NAME && !value.OIDC_ISSUER) {
    throw new SettingsError('OIDC_NAME names a provider, but OIDC_ISSUER is not set: set it too, or neither.')
  }
  return {
    port: value.PORT ?? null,
    databaseUrl: value.DATABASE_URL ?? null,
    databaseAppUrl: value.DATABASE_APP_URL ?? null,
    databaseJobsUrl: value.DATABASE_JOBS_URL ?? null,
    databasePrepare: value.DATABASE_PREPARE ?? true,
    authSecret: value.NEXTAUTH_SECRET ?? null,
    appUrl: value.APP_URL ?? null,
    trustProxy: value.TRUST_PROXY ?? 0,
    smtp: value.SMTP_URL && value.MAIL_FROM ? { url: value.SMTP_URL, from: value.MAIL_FROM } : null,
    oidc:
      value.OIDC_ISSUER && value.OIDC_CLIENT_ID && value.OIDC_CLIENT_SECRET
        ? {
            issuer: value.OIDC_ISSUER,
            clientId: value.OIDC_CLIENT_ID,
            clientSecret: value.OIDC_CLIENT_SECRET,
            name: value.OIDC_NAME ?? new URL(value.OIDC_ISSUER).hostname,
          }
        : null,
    google:
      value.GOOGLE_CLIENT_ID && value.GOOGLE_CLIENT_SECRET
        ? { clientId: value.GOOGLE_CLIENT_ID, clientSecret: value.GOOGLE_CLIENT_SECRET }
        : null,
    dataFolder: value.LOCUS_DATA ?? '.locus',
  }
}

let settled: Env | undefined

/**
 * The settings of the running process; read on first use, so that importing a module needs no environment. Throws a
 * SettingsError when the process was started without what the launcher sets.
 */
export function env(): Env {
  if (settled) return settled
  const settings = readSettings(process.env)
  const { authSecret, appUrl } = settings
  if (!authSecret || !appUrl) {
    throw missing({ NEXTAUTH_SECRET: authSecret, APP_URL: appUrl })
  }
  settled = { ...settings, authSecret, appUrl }
  return settled
}

/** The connection of this process: the app's for what serves the web, the jobs' for a worker; neither holds both. */
export function databaseUrlOf(role: 'app' | 'jobs'): string {
  const { databaseAppUrl, databaseJobsUrl } = env()
  const url = role === 'app' ? databaseAppUrl : databaseJobsUrl
  if (!url) throw missing({ [role === 'app' ? 'DATABASE_APP_URL' : 'DATABASE_JOBS_URL']: null })
  return url
}

function missing(wanted: Record<string, string | null>): SettingsError {
  const names = Object.entries(wanted).filter(([, value]) => !value)
  return new SettingsError(
    `${names.map(([name]) => name).join(', ')} must be set: start Locus with npm start, which sets them.`,
  )
}
