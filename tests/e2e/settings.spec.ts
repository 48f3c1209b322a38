import { randomUUID } from 'node:crypto'
import { signIn } from '../support/e2e/people'
import { rowsOf } from '../support/e2e/rows'
import { expect, test } from '../support/e2e/test'
import { e2eDataFolder } from '../support/e2e-database'
import { lastMailTo } from '../support/outbox'

const PASSWORD = 'four unrelated quiet words'

for (const script of ['with JavaScript', 'without JavaScript'] as const) {
  test.describe(`settings, ${script}`, () => {
    test.use({ javaScriptEnabled: script === 'with JavaScript', timezoneId: 'Asia/Kathmandu' })

    test('a browser that is signed out from elsewhere is out at its next click', async ({
      page,
      people,
      signInAs,
      browser,
      baseURL,
      owner,
    }) => {
      const ana = await people.member()
      await signInAs(ana)
      await owner`insert into sessions (user_id, device, expires_at) values (${ana.userId}, 'Safari on iPhone', now() + interval '1 day')`
      await page.goto('/settings')
      await expect(page.getByText('This browser')).toBeVisible()
      await page.getByRole('button', { name: 'Sign out Safari on iPhone' }).click()
      await expect(page.getByText('That browser is signed out.')).toBeVisible()
      await expect(page.getByText('Safari on iPhone')).toHaveCount(0)

      // And this browser, from elsewhere.
      const elsewhere = await browser.newContext({ javaScriptEnabled: script === 'with JavaScript' })
      const [session] = await owner<{ id: string }[]>`
        insert into sessions (user_id, device, expires_at) values (${ana.userId}, 'Other', now() + interval '1 day') returning id`
      const { sessionToken, secretIn } = await import('../support/session-token')
      const value = await sessionToken(session?.id ?? '', secretIn(e2eDataFolder()))
      await signIn(elsewhere, { ...ana, cookie: { ...ana.cookie, value } }, baseURL ?? '')
      const other = await elsewhere.newPage()
      await other.goto(`${baseURL}/settings`)
      await other.getByRole('button', { name: 'Sign out every other browser' }).click()
      await expect(other.getByText('Every other browser is signed out.')).toBeVisible()
      await page.goto('/settings')
      await expect(page).toHaveURL(/\/sign-in/)
      await elsewhere.close()
    })

    test('a form left open after the session was ended deletes nothing, and says so', async ({
      page,
      people,
      signInAs,
      owner,
    }) => {
      const ana = await people.memberAtWork({ password: PASSWORD })
      await signInAs(ana)
      await page.goto('/settings/delete')
      await page.getByLabel('Yes, delete all of it for good').check()
      await page.getByLabel('Your password').fill(PASSWORD)
      await owner`update sessions set revoked_at = now() where user_id = ${ana.userId}`
      await page.getByRole('button', { name: 'Delete for good' }).click()
      // Without script the page itself is asked anew, and leads to the sign-in page.
      await expect(
        page
          .getByText('You are signed out. Sign in and try again.')
          .or(page.getByRole('heading', { level: 1, name: 'Sign in' })),
      ).toBeVisible()
      expect(await owner`select id from users where id = ${ana.userId}`).toHaveLength(1)
    })

    test('the password is changed by someone who knows it, and every other browser is out', async ({
      page,
      people,
      signInAs,
      owner,
    }) => {
      const ana = await people.member({ password: PASSWORD })
      await signInAs(ana)
      await owner`insert into sessions (user_id, device, expires_at) values (${ana.userId}, 'Safari on iPhone', now() + interval '1 day')`
      await page.goto('/settings')
      const form = page.locator('#password-form')
      await form.getByLabel('Present password').fill('not this one at all')
      await form.getByLabel('New password').fill('another four quiet words')
      await form.getByRole('button', { name: 'Change password' }).click()
      await expect(form.getByText('This is not your present password.').first()).toBeVisible()
      await form.getByLabel('Present password').fill(PASSWORD)
      await form.getByLabel('New password').fill('another four quiet words')
      await form.getByRole('button', { name: 'Change password' }).click()
      await expect(page.getByText('Your password is changed')).toBeVisible()
      await expect(page.getByText('This browser')).toBeVisible()
      await expect(page.getByText('Safari on iPhone')).toHaveCount(0)
    })

    test('the address changes once both the old and the new one have confirmed', async ({
      page,
      people,
      signInAs,
      owner,
    }) => {
      const ana = await people.member({ password: PASSWORD })
      await signInAs(ana)
      const newEmail = `new-${randomUUID()}@example.org`
      await page.goto('/settings')
      const form = page.locator('#email-form')
      await form.getByLabel('New address').fill(newEmail)
      await form.getByLabel('Present password').fill(PASSWORD)
      await form.getByRole('button', { name: 'Change address' }).click()
      await expect(page.getByText('We sent a link to both addresses.')).toBeVisible()

      const emailNow = async () =>
        (await owner<{ email: string }[]>`select email from users where id = ${ana.userId}`)[0]?.email
      await page.goto((await lastMailTo(e2eDataFolder(), newEmail)).link)
      expect(await emailNow()).toBe(ana.email)
      await page.getByRole('button', { name: 'Yes, use it' }).click()
      await expect(page.getByRole('heading', { name: /One address is still to do/ })).toBeVisible()
      expect(await emailNow()).toBe(ana.email)
      await page.goto((await lastMailTo(e2eDataFolder(), ana.email ?? '')).link)
      await page.getByRole('button', { name: 'Yes, let it move' }).click()
      await expect(page.getByRole('heading', { name: 'Your address is changed' })).toBeVisible()
      expect(await emailNow()).toBe(newEmail)
    })

    test('name, time zone and appearance are kept', async ({ page, people, signInAs }) => {
      const ana = await people.member({ timeZone: 'UTC' })
      await signInAs(ana)
      await page.goto('/settings')
      await page.getByRole('textbox', { name: 'Name' }).fill('Ana Ñ 李')
      await page.getByRole('button', { name: 'Save name' }).click()
      await expect(page.getByText('Your name is saved.')).toBeVisible()
      await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('Ana Ñ 李')

      await page.getByRole('combobox', { name: 'Time zone' }).selectOption('Asia/Manila')
      await page.getByRole('button', { name: 'Save time zone' }).click()
      await expect(page.getByText('Your time zone is saved.')).toBeVisible()
      await expect(page.getByText('Dates and hours are shown for Manila')).toBeVisible()
      await expect(page.getByRole('combobox', { name: 'Time zone' })).toHaveValue('Asia/Manila')

      await page.getByLabel('Dark', { exact: true }).check()
      await page.getByRole('button', { name: 'Save appearance' }).click()
      await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
      await page.getByLabel('As this device has it').check()
      await page.getByRole('button', { name: 'Save appearance' }).click()
      await expect(page.locator('html')).not.toHaveAttribute('data-theme', /./)
    })

    test('an account is deleted for good on a page that asks first', async ({
      page,
      people,
      signInAs,
      owner,
    }) => {
      const ana = await people.memberAtWork({ programs: 2, password: PASSWORD })
      await signInAs(ana)
      await page.goto('/settings')
      await page.getByRole('link', { name: 'Delete my account' }).click()
      await expect(page.getByText(`${ana.work.entryIds.length} programs on the list`)).toBeVisible()
      await page.getByRole('button', { name: 'Delete for good' }).click()
      await expect(page.getByText('Tick the box to say that you mean it.').first()).toBeVisible()
      await page.getByLabel('Yes, delete all of it for good').check()
      await page.getByLabel('Your password').fill('not this one at all')
      await page.getByRole('button', { name: 'Delete for good' }).click()
      await expect(page.getByText('This is not your present password.').first()).toBeVisible()
      expect(await owner`select id from users where id = ${ana.userId}`).toHaveLength(1)
      await page.getByLabel('Yes, delete all of it for good').check()
      await page.getByLabel('Your password').fill(PASSWORD)
      await page.getByRole('button', { name: 'Delete for good' }).click()
      await expect(page.getByText('Everything of yours is deleted.')).toBeVisible()
      const left = Object.entries(await rowsOf(owner, ana.userId)).filter(([, rows]) => rows !== '')
      expect(left).toEqual([])
      await page.goto('/settings')
      await expect(page).toHaveURL(/\/sign-in/)
    })
  })
}

test.describe('a guest', () => {
  test.use({ timezoneId: 'Asia/Kathmandu' })

  test('is offered the zone of their browser, and told how long their work is kept', async ({
    page,
    people,
    signInAs,
  }) => {
    await signInAs(await people.guest({ timeZone: 'UTC' }))
    await page.goto('/home')
    await expect
      .poll(async () => (await page.context().cookies()).find(({ name }) => name === 'tz')?.value)
      // The browser's own spelling; the server shows and stores the newer one.
      .toMatch(/^Asia\/Kat/)
    await page.goto('/settings')
    await expect(page.getByText('We guessed Kathmandu.')).toBeVisible()
    await expect(page.getByRole('combobox', { name: 'Time zone' })).toHaveValue('Asia/Kathmandu')
    await expect(page.getByText('kept in this browser for 90 days')).toBeVisible()
  })

  test('is asked before signing out would lose what they entered', async ({
    page,
    people,
    signInAs,
    owner,
  }) => {
    const guest = await people.guestAtWork({ programs: 2 })
    await signInAs(guest)
    await page.goto('/settings')
    // Texts that this browser keeps, theirs and somebody else's.
    const draftOf = (whose: string) => `locus:draft:${whose}:statement:1:window`
    const keys = [draftOf(`guest-${guest.userId}`), draftOf('somebody')]
    await page.evaluate((all) => {
      for (const key of all) localStorage.setItem(key, JSON.stringify({ text: 'A draft.', stamp: 1, at: '' }))
    }, keys)
    await page.getByRole('link', { name: 'Delete what I entered' }).click()
    await page.getByLabel('Yes, delete all of it for good').check()
    await page.getByRole('button', { name: 'Delete for good' }).click()
    await expect(page.getByText('Everything of yours is deleted.')).toBeVisible()
    await expect
      .poll(() =>
        page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('locus:draft'))),
      )
      .toEqual([draftOf('somebody')])
    expect(await owner`select id from users where id = ${guest.userId}`).toEqual([])
  })
})

test('an export is one file with everything, and nothing that lets someone in', async ({
  page,
  people,
  signInAs,
}) => {
  const ana = await people.memberAtWork({ programs: 2, password: PASSWORD })
  await signInAs(ana)
  await page.goto('/settings')
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Download everything' }).click()
  const file = await download
  expect(file.suggestedFilename()).toMatch(/^locus-\d{4}-\d\d-\d\d\.json$/)
  const stream = await file.createReadStream()
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk as Buffer)
  const content = JSON.parse(Buffer.concat(chunks).toString('utf8'))
  expect(content).toMatchObject({ format: 'locus-export', version: 1, account: { email: ana.email } })
  expect(content.tables.list_entries).toHaveLength(ana.work.entryIds.length)
  expect(JSON.stringify(content)).toContain(ana.marker)
  expect(JSON.stringify(content)).not.toContain('argon2')
  expect(JSON.stringify(content)).not.toContain(ana.sessionId)
})

test('the privacy page says what is kept and for how long', async ({ page }) => {
  await page.goto('/privacy')
  await expect(page.getByRole('heading', { level: 1, name: 'Privacy' })).toBeVisible()
  await expect(page.getByText('90 days without a visit')).toBeVisible()
})
