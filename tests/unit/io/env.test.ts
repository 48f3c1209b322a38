import { expect, test } from 'vitest'
import { readSettings, SettingsError } from '@/lib/io/env'

test('nothing set is a working installation', () => {
  expect(readSettings({})).toEqual({
    port: null,
    databaseUrl: null,
    databaseAppUrl: null,
    databaseJobsUrl: null,
    databasePrepare: true,
    authSecret: null,
    appUrl: null,
    trustProxy: 0,
    smtp: null,
    oidc: null,
    google: null,
    dataFolder: '.locus',
  })
})

test('an empty value is no value, as compose files leave them', () => {
  expect(readSettings({ PORT: '', DATABASE_URL: ' ', SMTP_URL: '' })).toEqual(readSettings({}))
})

test('what an operator sets is read', () => {
  const settings = readSettings({
    PORT: '8080',
    DATABASE_URL: 'postgres://owner:p%40ss@db.internal:6432/locus?sslmode=require',
    DATABASE_PREPARE: 'false',
    APP_URL: 'https://locus.example.org/',
    TRUST_PROXY: '2',
    SMTP_URL: 'smtps://u:p@mail.example.org:465',
    MAIL_FROM: 'Locus <locus@example.org>',
    OIDC_ISSUER: 'https://login.example.org/realms/x',
    OIDC_CLIENT_ID: 'locus',
    OIDC_CLIENT_SECRET: 'shh',
    GOOGLE_CLIENT_ID: 'g',
    GOOGLE_CLIENT_SECRET: 's',
  })
  expect(settings).toMatchObject({
    port: 8080,
    databasePrepare: false,
    appUrl: 'https://locus.example.org',
    trustProxy: 2,
    smtp: { url: 'smtps://u:p@mail.example.org:465', from: 'Locus <locus@example.org>' },
    oidc: { issuer: 'https://login.example.org/realms/x', clientId: 'locus', name: 'login.example.org' },
    google: { clientId: 'g', clientSecret: 's' },
  })
})

test.each([
  ['PORT', 'abc'],
  ['PORT', '0'],
  ['PORT', '65536'],
  ['PORT', '-1'],
  ['DATABASE_URL', 'locus'],
  ['DATABASE_URL', 'mysql://a:b@localhost/locus'],
  ['DATABASE_URL', 'postgres://a:b@localhost'],
  ['DATABASE_URL', 'postgres://a:b@localhost:99999/x'],
  ['DATABASE_APP_URL', 'http://localhost/locus'],
  ['DATABASE_PREPARE', 'perhaps'],
  ['NEXTAUTH_SECRET', 'short'],
  ['APP_URL', 'locus.example.org'],
  ['APP_URL', 'ftp://locus.example.org'],
  ['APP_URL', 'https://example.org/locus'],
  ['TRUST_PROXY', 'all'],
  ['SMTP_URL', 'mail.example.org'],
  ['MAIL_FROM', 'Locus'],
  ['MAIL_FROM', 'a@example.org\r\nBcc: b@example.org'],
  ['OIDC_ISSUER', 'login'],
])('a bad %s (%s) stops start-up with one sentence that names it', (name, value) => {
  const sentence = refusalOf({ [name]: value })
  expect(sentence).toMatch(new RegExp(`^${name} .*\\.$`))
  expect(sentence).not.toContain('\n')
})

test.each([
  [{ SMTP_URL: 'smtp://localhost' }, 'MAIL_FROM'],
  [{ MAIL_FROM: 'a@example.org' }, 'SMTP_URL'],
  [{ OIDC_ISSUER: 'https://login.example.org', OIDC_CLIENT_ID: 'x' }, 'OIDC_CLIENT_SECRET'],
  [{ GOOGLE_CLIENT_ID: 'x' }, 'GOOGLE_CLIENT_SECRET'],
  [{ OIDC_NAME: 'School' }, 'OIDC_ISSUER'],
])('settings that belong together name the missing one: %j', (source, missing) => {
  expect(refusalOf(source)).toContain(missing)
})

test('no sentence repeats a password', () => {
  expect(refusalOf({ DATABASE_URL: 'mysql://a:hunter2@localhost/locus' })).not.toContain('hunter2')
})

function refusalOf(source: Record<string, string>): string {
  try {
    readSettings(source)
  } catch (error) {
    if (error instanceof SettingsError) return error.message
    throw error
  }
  throw new Error('these settings were accepted')
}
