import type { APIRequestContext, Page } from '@playwright/test'
import { SECTIONS } from '@/lib/mentors/policy'
import { createMentees } from '../factories/roster'
import { createGrant, createSeat } from '../factories/user'
import { expect, test } from '../support/e2e/test'

test.use({ actionTimeout: 30_000 })

const PAGES = ['', '/exams', '/list', '/documents', '/interviews', '/checklist'] as const
const names = (page: Page) => page.locator('a[data-roster]')

test('a mentor comes to those who need them, walks through thirty by keyboard and opens one @phone', async ({
  page,
  people,
  signInAs,
  owner,
  isMobile,
}) => {
  test.setTimeout(180_000)
  const mentor = await people.member()
  const mentees = await createMentees(owner, mentor, { count: 30, programs: 2 })
  await signInAs(mentor)
  await page.goto('/home')
  await expect(page, 'a mentor without a cycle is not asked to begin one').toHaveURL(/\/mentees$/)
  await expect(page.getByRole('heading', { level: 1, name: 'Mentees' })).toBeVisible()
  await expect(names(page)).toHaveCount(30)
  await expect(page.locator('#roster tbody tr').first()).toContainText('misses review')

  if (!isMobile) await expectOneScreen(page)
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)

  await waitForKeys(page)
  await page.keyboard.press('j')
  await expect(names(page).first()).toBeFocused()
  for (let step = 1; step < 30; step += 1) await page.keyboard.press(step % 2 === 0 ? 'j' : 'ArrowDown')
  await expect(names(page).last()).toBeFocused()
  await expect(names(page).last()).toBeInViewport()
  await page.keyboard.press('k')
  await expect(names(page).nth(28)).toBeFocused()

  await page.keyboard.press('/')
  await expect(page.getByRole('searchbox')).toBeFocused()
  await page.keyboard.type('kavya no')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/q=kavya/)
  await expect(page.getByRole('status')).toContainText('of 30 mentees')
  await page.goto('/mentees?reason=no_us_letter')
  await expect(names(page)).toHaveCount(mentees.filter((_, index) => index % 6 === 1).length)

  await page.goto('/mentees')
  await waitForKeys(page)
  await page.keyboard.press('j')
  const name = (await names(page).first().textContent()) ?? ''
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/mentees\/[0-9a-f-]+$/)
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  await expect(page.getByRole('region', { name: 'What asks for you' })).toContainText('Article: C6')
  for (const tab of ['Exams', 'List', 'Documents', 'Interviews', 'Checklist', 'Notes']) {
    await page
      .getByRole('navigation', { name: `Pages of ${name}` })
      .getByRole('link', { name: tab, exact: true })
      .click()
    await expect(page.getByRole('heading', { level: 1, name: `${name}: ${tab.toLowerCase()}` })).toBeVisible()
    await expect(page.locator('main form'), 'a mentor only reads here').toHaveCount(0)
  }
  // What was looked at is the mentee's to read; the roster itself is one line of it.
  const looked = await owner<{ what: string }[]>`
    select distinct what from looks where mentor_id = ${mentor.userId} and what <> 'roster' order by what`
  expect(looked.map(({ what }) => what)).toEqual([...SECTIONS].sort())
})

test('what is withheld reads as if nothing were there, and a stranger finds nobody', async ({
  people,
  signInAs,
  owner,
  page,
}) => {
  test.setTimeout(180_000)
  const [mentor, stranger] = [await people.member(), await people.member()]
  const full = await people.memberAtWork({ marker: 'Verborgen' })
  const empty = await people.member()
  for (const applicant of [full, empty])
    await createGrant(owner, { applicant, mentor, read: ['checklist'], name: 'Somebody' })
  await signInAs(mentor)
  for (const path of ['/exams', '/list', '/documents', '/interviews']) {
    const seen = await mainOf(page.request, full.userId, path)
    expect(seen, path).toContain('Withheld')
    expect(seen, path).not.toContain('Verborgen')
    expect(seen, path).toBe(await mainOf(page.request, empty.userId, path))
  }
  // Letters are documents: who writes them is read there, and which programs they go to only with the list.
  await owner`update grants set read_sections = '{documents}' where mentor_id = ${mentor.userId} and applicant_id = ${full.userId}`
  const documents = await mainOf(page.request, full.userId, '/documents')
  expect(documents).toContain('Prof. Verborgen')
  expect(documents).not.toContain('Assigned')
  await owner`update grants set read_sections = '{checklist}' where mentor_id = ${mentor.userId} and applicant_id = ${full.userId}`
  const search = await page.request.get('/mentees?q=verborgen')
  expect(await search.text()).toContain('No mentee matches')
  expect((await page.request.get(`/mentees/${full.userId}/list/${full.work.entryIds[0]}`)).status()).toBe(404)

  await owner`update grants set revoked_at = now() where mentor_id = ${mentor.userId} and applicant_id = ${full.userId}`
  for (const path of PAGES)
    expect((await page.request.get(`/mentees/${full.userId}${path}`)).status(), path).toBe(404)
  await signInAs(stranger)
  for (const path of PAGES)
    expect((await page.request.get(`/mentees/${empty.userId}${path}`)).status(), path).toBe(404)
  expect(await (await page.request.get('/mentees')).text()).toContain('Nobody has let you in yet')
})

test('a mentor who works at a listed program sees it alone and is told why; once shown, never the rank order', async ({
  page,
  people,
  signInAs,
  owner,
}) => {
  test.setTimeout(120_000)
  const mentor = await people.member()
  const [own, , other] = await owner<{ id: string; sponsor: string }[]>`
    select id, sponsor from programs where owner_id is null and retired_at is null order by id limit 3`
  await createSeat(owner, { mentor, institution: own?.sponsor ?? '', programIds: [own?.id ?? ''] })
  const [mentee] = await createMentees(owner, mentor, { count: 1, programs: 3 })
  await signInAs(mentor)
  await page.goto(`/mentees/${mentee?.viewer.userId}/list`)
  await expect(page.getByText('Other programs are hidden.')).toBeVisible()
  const programs = page.getByRole('region', { name: /^\d+ programs?$/ })
  await expect(programs).toContainText(own?.sponsor ?? '')
  await expect(page.locator('main')).not.toContainText(other?.sponsor ?? 'no other')
  await page.goto(`/mentees/${mentee?.viewer.userId}/interviews`)
  await expect(page.getByText(/says which programs are preferred/).first()).toBeVisible()

  await owner`update grants set mask_lifted_at = now() where id = ${mentee?.grantId ?? ''}`
  await page.goto(`/mentees/${mentee?.viewer.userId}/list`)
  await expect(page.locator('main')).toContainText(other?.sponsor ?? 'the other')
  await page.goto(`/mentees/${mentee?.viewer.userId}/interviews`)
  await expect(page.getByRole('region', { name: 'Rank list' })).toContainText('Withheld')
})

/** All thirty lines on the screen of a common laptop, from the top of the page. */
async function expectOneScreen(page: Page): Promise<void> {
  const before = page.viewportSize()
  await page.setViewportSize({ width: 1440, height: 900 })
  const last = await page.locator('#roster tbody tr').last().boundingBox()
  expect((last?.y ?? 900) + (last?.height ?? 0)).toBeLessThanOrEqual(900)
  if (before) await page.setViewportSize(before)
}

/** Until the script listens: a slash leads to the search then. Afterwards nothing has the focus again. */
async function waitForKeys(page: Page): Promise<void> {
  await expect(async () => {
    await page.keyboard.press('/')
    await expect(page.getByRole('searchbox')).toBeFocused({ timeout: 500 })
  }).toPass({ timeout: 30_000 })
  await page.getByRole('heading', { level: 1 }).click()
}

/** What a page says in its main part, without the ids of whom it is about. */
async function mainOf(request: APIRequestContext, applicantId: string, path: string): Promise<string> {
  const response = await request.get(`/mentees/${applicantId}${path}`)
  expect(response.status(), path).toBe(200)
  const html = await response.text()
  const main = /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? ''
  return main.replaceAll(applicantId, 'ID')
}
