import postgres from 'postgres'
import { afterAll, expect, test } from 'vitest'
import { testDatabase } from '../support/test-database'

const owner = postgres(testDatabase().ownerUrl, { max: 1, onnotice: () => {} })
const app = postgres(testDatabase().appUrl, { max: 1, onnotice: () => {} })
afterAll(async () => {
  await owner.end()
  await app.end()
})

test.each([
  ['the owner', () => owner],
  ['the app', () => app],
])('%s is a login that row-level security binds', async (_, sql) => {
  const [role] = await sql()`
    select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolcanlogin
    from pg_roles where rolname = current_user`
  expect(role).toEqual({
    rolsuper: false,
    rolbypassrls: false,
    rolcreaterole: false,
    rolcreatedb: false,
    rolcanlogin: true,
  })
})

test('the app owns nothing and cannot make anything', async () => {
  const owned = await app`
    select relname from pg_class where relowner = (select oid from pg_roles where rolname = 'locus_app')`
  expect(owned).toEqual([])
  await expect(app`create table mine (id int)`).rejects.toMatchObject({ code: '42501' })
  await expect(app`create schema mine`).rejects.toMatchObject({ code: '42501' })
  await expect(app`create temporary table mine (id int)`).rejects.toMatchObject({ code: '42501' })
})

test('the app cannot become the owner', async () => {
  await expect(app`set role locus_owner`).rejects.toMatchObject({ code: '42501' })
})

test('the database keeps every script and ordering does not depend on the machine', async () => {
  const [row] = await app`
    select current_setting('server_encoding') as encoding, 'Ñ 李 🧬' as text, datcollate as collate
    from pg_database where datname = current_database()`
  expect(row).toEqual({ encoding: 'UTF8', text: 'Ñ 李 🧬', collate: 'C.UTF-8' })
})
