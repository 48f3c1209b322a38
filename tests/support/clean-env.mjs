/** Settings of a person's own installation. Tests make their own; these must not leak in from the shell. */
const SETTINGS = [
  'PORT',
  'DATABASE_URL',
  'DATABASE_APP_URL',
  'DATABASE_JOBS_URL',
  'DATABASE_PREPARE',
  'NEXTAUTH_SECRET',
  'NEXTAUTH_URL',
  'APP_URL',
  'TRUST_PROXY',
  'SMTP_URL',
  'MAIL_FROM',
  'OIDC_ISSUER',
  'OIDC_CLIENT_ID',
  'OIDC_CLIENT_SECRET',
  'OIDC_NAME',
  'GOOGLE_CLIENT_ID',
  'GOOGLE_CLIENT_SECRET',
  'LOCUS_DATA',
  'LOCUS_BUILD',
  'LOCUS_WORKER',
]

/**
 * Removes them, and whatever libpq would read, from an environment.
 * @param {NodeJS.ProcessEnv} env
 */
export function forgetThePersonsSettings(env) {
  for (const name of Object.keys(env)) {
    if (SETTINGS.includes(name) || /^PG[A-Z]+$/.test(name)) delete env[name]
  }
}
