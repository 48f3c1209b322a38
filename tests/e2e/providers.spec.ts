import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { freePort, startSecondServer } from '../support/e2e/second-server'
import { expect, test } from '../support/e2e/test'
import { type OidcProvider, startOidcProvider } from '../support/oidc-provider'
import { type MailServer, startMailServer } from '../support/smtp'

const PASSWORD = 'four unrelated quiet words'

// One server with a provider and a mail server for all of them: starting it costs more than using it.
test.describe.configure({ mode: 'serial' })

let provider: OidcProvider
let mail: MailServer
let server: { url: string; stop: () => Promise<void> }

test.beforeAll(async () => {
  const port = await freePort()
  const url = `http://localhost:${port}`
  provider = await startOidcProvider({
    id: 'locus',
    secret: 'a-secret-of-the-tests',
    redirectUri: `${url}/api/auth/callback/oidc`,
  })
  mail = await startMailServer()
  server = await startSecondServer(port, {
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: 'locus',
    OIDC_CLIENT_SECRET: 'a-secret-of-the-tests',
    OIDC_NAME: 'Hospital login',
    SMTP_URL: mail.url,
    MAIL_FROM: 'Locus <locus@example.org>',
  })
})

test.afterAll(async () => {
  await server?.stop()
  await mail?.stop()
  await provider?.stop()
})

/** Someone whom the provider knows. */
function knows(account: { email: string; email_verified?: boolean; name?: string }): string {
  const sub = randomUUID()
  provider.accounts.set(sub, { email_verified: true, ...account })
  return sub
}

async function goesThrough(
  page: Page,
  sub: string,
  button: string | RegExp = /Hospital login/,
): Promise<void> {
  await page.getByRole('button', { name: button }).click()
  await page.getByLabel('Account').fill(sub)
  await page.getByRole('button', { name: 'Continue' }).click()
}

async function isSignedIn(page: Page, email: string): Promise<void> {
  // Until the provider's answer has led on, leaving would break the journey off.
  await expect(page).toHaveURL(new RegExp(`^${server.url}/(?!sign-|api/)`))
  await page.goto(`${server.url}/settings`)
  await expect(page.getByText(`Signed in as ${email}`)).toBeVisible()
}

for (const script of ['with JavaScript', 'without JavaScript'] as const) {
  test.describe(`a provider, ${script}`, () => {
    test.use({ javaScriptEnabled: script === 'with JavaScript' })

    test('makes an account for an address that it vouches for, and opens it again', async ({
      page,
      browser,
      owner,
    }) => {
      const email = `new-${randomUUID()}@example.org`
      const sub = knows({ email: email.toUpperCase(), name: 'Ana' })
      await page.goto(`${server.url}/sign-in?next=/list`)
      await goesThrough(page, sub)
      await expect(page).toHaveURL(`${server.url}/list`)
      await isSignedIn(page, email)

      const elsewhere = await browser.newContext({ javaScriptEnabled: script === 'with JavaScript' })
      const other = await elsewhere.newPage()
      await other.goto(`${server.url}/sign-in`)
      // The provider's number is what counts from now on, not the address.
      provider.accounts.set(sub, { email: 'changed@example.org', email_verified: false })
      await goesThrough(other, sub)
      await isSignedIn(other, email)
      await elsewhere.close()
      expect(await owner`select id from users where email = ${email}`).toHaveLength(1)
    })

    test('joins the account with its address only when it vouches for it', async ({
      page,
      people,
      owner,
    }) => {
      const ana = await people.member({ password: PASSWORD })
      const email = ana.email ?? ''
      await page.goto(`${server.url}/sign-in`)
      await goesThrough(page, knows({ email, email_verified: false }))
      await expect(page.getByText('The provider has not confirmed your mail address')).toBeVisible()
      expect(await owner`select 1 as x from identities where user_id = ${ana.userId}`).toEqual([])
      await page.goto(`${server.url}/settings`)
      await expect(page).toHaveURL(/\/sign-in/)

      await page.context().clearCookies()
      await page.goto(`${server.url}/sign-in`)
      await goesThrough(page, knows({ email }))
      await expect(page).toHaveURL(`${server.url}/home`)
      await isSignedIn(page, email)
      expect((await mail.lastTo(email)).text).toContain('Hospital login')
    })
  })
}

test('a guest takes their work along, and is asked when the account has some', async ({
  page,
  people,
  signInAs,
  owner,
}) => {
  const guest = await people.guestAtWork({ programs: 3 })
  await signInAs(guest)
  const email = `new-${randomUUID()}@example.org`
  await page.goto(`${server.url}/sign-up`)
  await goesThrough(page, knows({ email }))
  await isSignedIn(page, email)
  const [row] = await owner<{ count: number }[]>`
    select count(*)::int as count from list_entries e join users u on u.id = e.applicant_id where u.email = ${email}`
  expect(row?.count).toBe(guest.work.entryIds.length)

  await page.context().clearCookies()
  const another = await people.guestAtWork({ programs: 4 })
  const account = await people.memberAtWork({ programs: 2 })
  await signInAs(another)
  await page.goto(`${server.url}/sign-in`)
  await goesThrough(page, knows({ email: account.email ?? '' }))
  await expect(page.getByRole('heading', { name: 'Which of the two do you want to keep?' })).toBeVisible()
  await page.getByRole('button', { name: 'Keep what my account has' }).click()
  await isSignedIn(page, account.email ?? '')
})

test('a member adds a provider, and takes it away once something else signs them in', async ({
  page,
  people,
  signInAs,
  owner,
}) => {
  const ana = await people.member()
  await signInAs(ana)
  // Its address is somebody else's, and never asked: who is signed in says whose it is.
  const sub = knows({ email: 'elsewhere@example.org', email_verified: false })
  await page.goto(`${server.url}/settings`)
  await goesThrough(page, sub, 'Add Hospital login')
  await expect(page.getByText('You can sign in with that provider from now on.')).toBeVisible()
  await page.getByRole('button', { name: 'Take away Hospital login' }).click()
  await expect(page.getByText('This is your only way to sign in.')).toBeVisible()
  await owner`update users set password_hash = 'one' where id = ${ana.userId}`
  await page.getByRole('button', { name: 'Take away Hospital login' }).click()
  await expect(page.getByText('That provider no longer signs you in.')).toBeVisible()
})

test('somebody else’s way in is not taken over', async ({ page, people, signInAs }) => {
  const email = `first-${randomUUID()}@example.org`
  const sub = knows({ email })
  await page.goto(`${server.url}/sign-in`)
  await goesThrough(page, sub)
  await isSignedIn(page, email)
  await page.context().clearCookies()
  await signInAs(await people.member())
  await page.goto(`${server.url}/settings`)
  await goesThrough(page, sub, 'Add Hospital login')
  await expect(page.getByText('already opens another account')).toBeVisible()
})

test('an answer that this browser did not ask for signs nobody in', async ({ page, request }) => {
  await page.goto(`${server.url}/api/auth/callback/oidc?code=stolen&state=made-up`)
  await expect(page.getByText('That sign-in did not finish')).toBeVisible()
  // Nor can another site begin one, and what else next-auth could do is not there.
  const posted = await request.post(`${server.url}/api/auth/signin/oidc`, {
    headers: { origin: 'https://evil.example' },
    maxRedirects: 0,
  })
  expect(posted.headers().location).toBe(`${server.url}/sign-in?error=origin`)
  for (const path of ['session', 'csrf', 'providers', 'signout', 'callback/google', 'callback/credentials']) {
    expect((await request.get(`${server.url}/api/auth/${path}`)).status(), path).toBe(404)
  }
})

test('with a mail server the link comes by mail, and the page speaks of no outbox', async ({ page }) => {
  const email = `mailed-${randomUUID()}@example.org`
  await page.goto(`${server.url}/sign-up`)
  await page.getByLabel('Mail address').fill(email)
  await page.getByRole('button', { name: 'Send me a link' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'We sent you a link' })).toBeVisible()
  await expect(page.getByText('sends no mail yet')).toHaveCount(0)
  const { link, text } = await mail.lastTo(email)
  expect(text).toContain('From: Locus <locus@example.org>')
  await page.goto(server.url + link)
  await page.getByLabel('New password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Make my account' }).click()
  await isSignedIn(page, email)
})
