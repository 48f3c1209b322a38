import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type postgres from 'postgres'
import { signIn, type Worker } from '../support/e2e/people'
import { expect, test } from '../support/e2e/test'
import { e2eDataFolder } from '../support/e2e-database'
import { lastMailTo, mailsTo } from '../support/outbox'

const PASSWORD = 'four unrelated quiet words'
const address = () => `person-${randomUUID()}@example.org`
const mailTo = (email: string, after?: { text: string; link: string }) =>
  lastMailTo(e2eDataFolder(), email, after)

async function asksForAccount(page: Page, email: string): Promise<void> {
  await page.goto('/sign-up')
  await page.getByLabel('Mail address').fill(email)
  await page.getByRole('button', { name: 'Send me a link' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'We sent you a link' })).toBeVisible()
}

async function signsIn(page: Page, email: string, password = PASSWORD): Promise<void> {
  await page.goto('/sign-in')
  await page.getByLabel('Mail address').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

const onList = ({ work }: Worker) => `${work.entryIds.length} programs on the list`

/** How many rows of work hang on whoever has this address. */
async function entriesOf(owner: postgres.Sql, email: string): Promise<number> {
  const [row] = await owner<{ count: number }[]>`
    select count(*)::int as count from list_entries e join users u on u.id = e.applicant_id where u.email = ${email}`
  return row?.count ?? 0
}

async function isSignedIn(page: Page, email: string): Promise<void> {
  // Until the answer has led on, leaving would break the journey off.
  await expect(page).not.toHaveURL(/\/(sign-in|sign-up|reset)/)
  await page.goto('/settings')
  await expect(page.getByText(`Signed in as ${email}`)).toBeVisible()
}

for (const script of ['with JavaScript', 'without JavaScript'] as const) {
  test.describe(`an account, ${script}`, () => {
    test.use({ javaScriptEnabled: script === 'with JavaScript' })

    test('a guest signs up by a mailed link and keeps everything, also elsewhere @phone', async ({
      page,
      people,
      signInAs,
      owner,
      browser,
    }) => {
      const guest = await people.guestAtWork({ programs: 3 })
      await signInAs(guest)
      const email = address()
      await asksForAccount(page, email)
      await expect(page.getByText('This server sends no mail yet')).toBeVisible()

      // The guest goes on meanwhile.
      await page.goto('/settings')
      await expect(page.getByText('You are a guest in this browser.')).toBeVisible()

      const { link } = await mailTo(email)
      await page.goto(link)
      await expect(page.getByText('What you entered as a guest comes along')).toBeVisible()
      await page.getByLabel('New password').fill('short')
      await page.getByRole('button', { name: 'Make my account' }).click()
      await expect(page.getByText('Use 10 characters or more').first()).toBeVisible()
      await page.getByLabel('New password').fill(PASSWORD)
      await page.getByRole('button', { name: 'Make my account' }).click()
      await expect(page).toHaveURL(/\/home$/)
      await isSignedIn(page, email)
      expect(await entriesOf(owner, email)).toBe(guest.work.entryIds.length)
      expect(await owner`select id from users where id = ${guest.userId}`).toEqual([])

      // The link was spent.
      await page.goto(link)
      await expect(page.getByRole('heading', { name: 'This link has ended' })).toBeVisible()

      const elsewhere = await browser.newContext({ javaScriptEnabled: script === 'with JavaScript' })
      const other = await elsewhere.newPage()
      await signsIn(other, email)
      await expect(other).toHaveURL(/\/home$/)
      await isSignedIn(other, email)
      await elsewhere.close()
    })

    test('a guest who signs in to an account that has something is shown both, and chooses', async ({
      page,
      people,
      signInAs,
      owner,
    }) => {
      for (const keep of ['account', 'guest'] as const) {
        const account = await people.memberAtWork({ programs: 2, password: PASSWORD })
        const guest = await people.guestAtWork({ programs: 5 })
        await signInAs(guest)
        await signsIn(page, account.email ?? '')
        await expect(
          page.getByRole('heading', { name: 'Which of the two do you want to keep?' }),
        ).toBeVisible()
        const inAccount = page.locator('section', { hasText: 'In your account' })
        const asGuest = page.locator('section', { hasText: 'Entered as a guest' })
        await expect(inAccount.getByText(onList(account))).toBeVisible()
        await expect(asGuest.getByText(onList(guest))).toBeVisible()

        // Nothing is decided by looking: the guest is still a guest, and both have what they had.
        await page.goto('/settings')
        await expect(page.getByText('You are a guest in this browser.')).toBeVisible()
        expect(await entriesOf(owner, account.email ?? '')).toBe(account.work.entryIds.length)

        await page.goto('/sign-in/choose')
        const button = keep === 'account' ? 'Keep what my account has' : /^Bring this instead/
        await page.getByRole('button', { name: button }).click()
        await expect(page).toHaveURL(/\/home$/)
        await isSignedIn(page, account.email ?? '')
        expect(await entriesOf(owner, account.email ?? '')).toBe(
          (keep === 'account' ? account : guest).work.entryIds.length,
        )
        expect(await owner`select id from users where id = ${guest.userId}`).toEqual([])
      }
    })

    test('a forgotten password is set anew by a mailed link, which signs out every other browser', async ({
      page,
      people,
      browser,
      baseURL,
    }) => {
      const ana = await people.member({ password: 'the password of before' })
      const elsewhere = await browser.newContext()
      await signIn(elsewhere, ana, baseURL ?? '')
      await page.goto('/reset')
      await page.getByLabel('Mail address').fill(ana.email ?? '')
      await page.getByRole('button', { name: 'Send me a link' }).click()
      await expect(page.getByRole('heading', { level: 1, name: 'We sent you a link' })).toBeVisible()
      const { link } = await mailTo(ana.email ?? '')
      await page.goto(link)
      await page.getByLabel('New password').fill(ana.email ?? '')
      await page.getByRole('button', { name: 'Set the password and sign in' }).click()
      await expect(page.getByText('Use something other than your mail address').first()).toBeVisible()
      await page.getByLabel('New password').fill(PASSWORD)
      await page.getByRole('button', { name: 'Set the password and sign in' }).click()
      await isSignedIn(page, ana.email ?? '')

      const other = await elsewhere.newPage()
      await other.goto(`${baseURL}/settings`)
      await expect(other).toHaveURL(/\/sign-in/)
      await elsewhere.close()
    })

    test('signing out ends the session, and signing in leads back to where one was going', async ({
      page,
      people,
    }) => {
      const ana = await people.member({ password: PASSWORD })
      await page.goto('/settings')
      await expect(page).toHaveURL(/\/sign-in\?next=%2Fsettings$/)
      await page.getByLabel('Mail address').fill(` ${(ana.email ?? '').toUpperCase()} `)
      await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
      await page.getByRole('button', { name: 'Sign in', exact: true }).click()
      await expect(page).toHaveURL(/\/settings$/)
      const before = await page.context().cookies()
      await page.getByRole('button', { name: 'Sign out', exact: true }).first().click()
      await expect(page.getByText('You are signed out.')).toBeVisible()
      // The cookie of before is worth nothing any more.
      await page.context().addCookies(before)
      await page.goto('/settings')
      await expect(page).toHaveURL(/\/sign-in/)
    })
  })
}

test('an address with an account gets the same answer on the page; only its mail says so', async ({
  page,
  people,
  owner,
}) => {
  const ana = await people.member({ password: PASSWORD })
  const email = ana.email ?? ''
  await asksForAccount(page, email)
  const known = await page.locator('main').textContent()
  await page.context().clearCookies()
  const unknown = address()
  await asksForAccount(page, unknown)
  expect(await page.locator('main').textContent()).toBe(known)

  const { text, link } = await mailTo(email)
  expect(text).toContain('There is one already')
  expect(text).toContain('/sign-in')
  expect(text).toContain('/reset')
  expect((await mailTo(unknown)).text).not.toContain('already')
  expect(await owner`select id from users where email = ${unknown}`).toEqual([])

  // The link proves the address: it joins the account and asks for no password.
  await page.goto(link)
  await expect(page.getByRole('heading', { name: 'You have an account already' })).toBeVisible()
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await isSignedIn(page, email)
})

test('a reset for an address without an account looks the same and mails nothing', async ({
  page,
  people,
}) => {
  const ana = await people.member({ password: PASSWORD })
  const answers: (string | null)[] = []
  const unknown = address()
  for (const email of [unknown, ana.email ?? '']) {
    await page.goto('/reset')
    await page.getByLabel('Mail address').fill(email)
    await page.getByRole('button', { name: 'Send me a link' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'We sent you a link' })).toBeVisible()
    answers.push(await page.locator('main').textContent())
  }
  expect(answers[0]).toBe(answers[1])
  await mailTo(ana.email ?? '')
  expect(mailsTo(join(e2eDataFolder(), 'outbox'), unknown)).toEqual([])
})

test('a wrong password and an unknown address are refused in the same words', async ({ page, people }) => {
  const ana = await people.member({ password: PASSWORD })
  const said: (string | null)[] = []
  for (const email of [ana.email ?? '', address()]) {
    await signsIn(page, email, 'not the right words')
    const status = page.getByRole('status').filter({ hasText: 'do not open an account' })
    await expect(status).toBeVisible()
    said.push(await status.textContent())
    await expect(page.getByLabel('Mail address')).toHaveValue(email)
    await expect(page.getByLabel('Password', { exact: true })).toHaveValue('')
  }
  expect(said[0]).toBe(said[1])
})

test('guessing is slowed down by account, whether it exists or not, and a right password then waits too', async ({
  page,
  people,
}) => {
  test.slow()
  const ana = await people.member({ password: PASSWORD })
  for (const email of [ana.email ?? '', address()]) {
    for (let attempt = 0; attempt < 20; attempt++) {
      await signsIn(page, email, `guess number ${attempt}`)
      await expect(page.getByText('do not open an account')).toBeVisible()
    }
    await signsIn(page, email)
    await expect(page.getByText('That was tried too often')).toBeVisible()
  }
})

test('opening a link spends nothing, as programs that scan mails do', async ({ page, request }) => {
  const email = address()
  await asksForAccount(page, email)
  const { link } = await mailTo(email)
  for (let look = 0; look < 3; look++) expect((await request.get(link)).status()).toBe(200)
  await page.goto(link)
  await page.getByLabel('New password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Make my account' }).click()
  await isSignedIn(page, email)
})

test('a link opened in another browser asks before it brings what a guest there entered', async ({
  page,
  people,
  owner,
  browser,
  baseURL,
}) => {
  const guest = await people.guestAtWork({ programs: 2 })
  const laptop = await browser.newContext()
  await signIn(laptop, guest, baseURL ?? '')
  const email = address()
  await asksForAccount(await laptop.newPage(), email)
  await laptop.close()

  const { link } = await mailTo(email)
  await page.goto(link)
  await expect(page.getByText(onList(guest))).toBeVisible()
  await page.getByLabel('No, begin empty').check()
  await page.getByLabel('New password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Make my account' }).click()
  await isSignedIn(page, email)
  expect(await entriesOf(owner, email)).toBe(0)
  const left = await owner`select 1 as x from list_entries where applicant_id = ${guest.userId}`
  expect(left).toHaveLength(guest.work.entryIds.length)
})

test('the sample applicant is never taken along without being asked', async ({
  page,
  people,
  signInAs,
  owner,
}) => {
  const visitor = await people.sample()
  await signInAs(visitor)
  const empty = await people.member({ password: PASSWORD })
  await signsIn(page, empty.email ?? '')
  await expect(page.getByRole('heading', { name: 'Which of the two do you want to keep?' })).toBeVisible()
  await page.getByRole('button', { name: 'Keep what my account has' }).click()
  await isSignedIn(page, empty.email ?? '')
  expect(await entriesOf(owner, empty.email ?? '')).toBe(0)

  const another = await people.sample()
  await page.context().clearCookies()
  await signInAs(another)
  const email = address()
  await asksForAccount(page, email)
  await page.goto((await mailTo(email)).link)
  await expect(page.getByLabel('No, begin empty')).toBeChecked()
  await page.getByLabel('New password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Make my account' }).click()
  await isSignedIn(page, email)
  expect(await entriesOf(owner, email)).toBe(0)
})

test('deciding later leaves both as they are', async ({ page, people, signInAs, owner }) => {
  const account = await people.memberAtWork({ programs: 2, password: PASSWORD })
  const guest = await people.guestAtWork({ programs: 3 })
  await signInAs(guest)
  await signsIn(page, account.email ?? '')
  await page.getByRole('button', { name: 'Do not sign in; go on as a guest' }).click()
  await expect(page).toHaveURL(/\/home$/)
  await page.goto('/sign-in/choose')
  await expect(page.getByRole('heading', { name: 'This link has ended' })).toBeVisible()
  expect(await entriesOf(owner, account.email ?? '')).toBe(account.work.entryIds.length)
  expect(await owner`select 1 as x from list_entries where applicant_id = ${guest.userId}`).toHaveLength(
    guest.work.entryIds.length,
  )
})

test('a link to somewhere else is not followed after signing in', async ({ page, people, baseURL }) => {
  const ana = await people.member({ password: PASSWORD })
  for (const next of ['//evil.example/x', 'https://evil.example', '/\\evil.example', '/%09/evil.example']) {
    await page.context().clearCookies()
    await page.goto(`/sign-in?next=${encodeURIComponent(next)}`)
    await page.getByLabel('Mail address').fill(ana.email ?? '')
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await expect(page.getByText('You are a guest')).toHaveCount(0)
    await expect.poll(() => new URL(page.url()).origin).toBe(new URL(baseURL ?? '').origin)
    await expect(page).not.toHaveURL(/sign-in/)
  }
})

test('the cookie holds a session id and nothing else, and no script can read it', async ({
  page,
  people,
}) => {
  const ana = await people.member({ password: PASSWORD })
  await signsIn(page, ana.email ?? '')
  await expect(page).toHaveURL(/\/home$/)
  const cookie = (await page.context().cookies()).find(({ name }) => name === 'next-auth.session-token')
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax' })
  expect(await page.evaluate(() => document.cookie)).not.toContain('session-token')
})
