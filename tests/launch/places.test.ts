import { chmodSync, chownSync, existsSync, lstatSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import postgres from 'postgres'
import { afterAll, describe, expect, inject, test } from 'vitest'
import { launch, ordinaryEnvironment, urlOf } from '../support/installation'
import { listGuests, saveGuest } from '../support/person'
import { homeOf } from '../support/test-folders.mjs'

// Only root can be somebody else, and close a folder to everybody but itself; an ordinary user's own start is what all
// the other launch tests are when an ordinary user runs them.
describe.skipIf(process.getuid?.() !== 0)('whoever the checkout belongs to', () => {
  const checkout = inject('checkout')
  const DATA = '.locus-closed'
  afterAll(() => chmodSync(dirname(checkout), 0o755))

  test('in a folder that only root may enter, binaries and data live under /var/lib/locus', async () => {
    chmodSync(dirname(checkout), 0o700)
    const launched = launch(checkout, { data: DATA })
    await launched.address()
    const home = homeOf(join(checkout, DATA))
    expect(home).toMatch(/^\/var\/lib\/locus\/[0-9a-f]{12}$/)
    expect(launched.output()).toContain(`in ${home}`)
    expect(statSync(join(home, 'data')).mode & 0o777).toBe(0o700)
    expect(statSync(join(home, 'data')).uid).not.toBe(0)
    expect(existsSync(join(checkout, DATA, 'pg'))).toBe(false)
    await save('Ñ 李')
    expect(await launched.stop()).toBe(0)

    const again = launch(checkout, { data: DATA })
    await again.address()
    expect(await saved()).toEqual(['Ñ 李'])
    await again.stop()
  })

  test('opening the folder later does not start an empty database beside the full one', async () => {
    chmodSync(dirname(checkout), 0o755)
    const launched = launch(checkout, { data: DATA })
    await launched.address()
    expect(await saved()).toEqual(['Ñ 李'])
    await launched.stop()
  })

  test('an ordinary user starts it in a folder of theirs, and everything lies in there', async () => {
    const user = ordinaryUser()
    give(checkout, user)
    const launched = launch(checkout, {
      data: '.locus-ordinary',
      user,
      env: { ...ordinaryEnvironment(), HOME: checkout },
    })
    await launched.address()
    const data = join(checkout, '.locus-ordinary')
    expect(launched.output()).toContain(`in ${join(data, 'pg')}`)
    expect(statSync(join(data, 'pg', 'data')).uid).toBe(user.uid)
    expect(statSync(data).mode & 0o777).toBe(0o700)
    expect(await launched.stop('SIGTERM')).toBe(0)
  })

  async function save(name: string): Promise<void> {
    const app = postgres(urlOf(checkout, 'app', DATA), { max: 1 })
    await saveGuest(app, name)
    await app.end()
  }

  async function saved(): Promise<string[]> {
    const app = postgres(urlOf(checkout, 'app', DATA), { max: 1 })
    const names = await listGuests(app)
    await app.end()
    return names
  }
})

function ordinaryUser(): { uid: number; gid: number } {
  const [, , uid, gid] =
    readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .find((line) => line.startsWith('nobody:'))
      ?.split(':') ?? []
  return { uid: Number(uid), gid: Number(gid) }
}

/** Like chown -R, except the packages, which are hard links to the tree's own, and other data folders. */
function give(path: string, user: { uid: number; gid: number }): void {
  chownSync(path, user.uid, user.gid)
  if (!lstatSync(path).isDirectory()) return
  for (const entry of readdirSync(path)) {
    const inside = join(path, entry)
    if (entry !== 'node_modules' && entry !== '.locus' && !lstatSync(inside).isSymbolicLink())
      give(inside, user)
  }
}
