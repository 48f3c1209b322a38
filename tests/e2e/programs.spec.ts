import type { Page } from '@playwright/test'
import { expect, test } from '../support/e2e/test'

const row = (page: Page, sponsor: string) => page.getByRole('row').filter({ hasText: sponsor }).first()
const show = (page: Page) => page.getByRole('button', { name: 'Show', exact: true }).click()

for (const script of ['with JavaScript', 'without JavaScript'] as const) {
  test.describe(`programs, ${script}`, () => {
    test.use({ javaScriptEnabled: script === 'with JavaScript' })

    test('a visitor searches and filters, and the address holds it all @phone', async ({ page }) => {
      await page.goto('/programs')
      await page.getByLabel('Search').fill('salt lake')
      await show(page)
      await expect(page).toHaveURL(/q=salt\+lake/)
      await expect(page.getByRole('rowheader', { name: /University of Utah/ }).first()).toBeVisible()
      await expect(page.getByText('University of Alabama at Birmingham')).toHaveCount(0)

      await page.goto('/programs?pathway=im_mgg&j1=yes&state=AL')
      await expect(row(page, 'University of Alabama')).toContainText('J-1 yes, says its institution, undated')
      await expect(page.getByText('1 of 62 programs')).toBeVisible()
      await page.getByRole('link', { name: 'Show all', exact: true }).click()
      await expect(page.getByText('62 programs', { exact: true })).toBeVisible()
    })

    test('a visitor adds a program and is a guest with a list', async ({ page }) => {
      await page.goto('/programs?pathway=im_mgg&state=AL')
      await page.getByRole('button', { name: /^Add University of Alabama at Birmingham/ }).click()
      await expect(
        row(page, 'University of Alabama').getByRole('link', { name: 'On your list' }),
      ).toBeVisible()
      await expect(page).toHaveURL(/pathway=im_mgg/)
      await page.goto('/list')
      await expect(page.getByRole('rowheader', { name: /University of Alabama at Birmingham/ })).toBeVisible()
      await expect(page.getByText('Not enough facts').first()).toBeVisible()
    })

    test('a program of one’s own is refused with the reason, kept, changed and deleted', async ({ page }) => {
      await page.goto('/programs/new')
      await page.getByLabel('Hospital or university').fill('Hospital Ñandú 李')
      await page.getByLabel('Minimum Step 2 CK score').fill('2200')
      await page.getByLabel('J-1 accepted').selectOption('yes')
      await page.getByRole('button', { name: 'Save and add to list' }).click()

      await expect(page.getByRole('link', { name: /Choose the pathway/ })).toBeVisible()
      await expect(page.getByText('Enter a whole number from 1 to 300').first()).toBeVisible()
      await expect(page.getByLabel('Hospital or university')).toHaveValue('Hospital Ñandú 李')
      await expect(page.getByLabel('Minimum Step 2 CK score')).toHaveValue('2200')
      await expect(page.getByLabel('J-1 accepted')).toHaveValue('yes')

      await page.getByLabel('Pathway').selectOption('pediatrics')
      await page.getByLabel('Minimum Step 2 CK score').fill('220')
      await page.getByRole('button', { name: 'Save and add to list' }).click()
      await expect(page.getByText('saved and on your list')).toBeVisible()
      await expect(page.getByRole('heading', { level: 1, name: 'Hospital Ñandú 李' })).toBeVisible()
      await expect(page.getByText('entered by you').first()).toBeVisible()
      await page.goto('/list')
      await expect(page.getByRole('rowheader', { name: /Hospital Ñandú 李/ })).toBeVisible()

      await page.goto('/programs?q=nandu')
      await page.getByRole('link', { name: 'Hospital Ñandú 李' }).click()
      await page.getByRole('link', { name: 'Edit', exact: true }).click()
      await expect(page.getByLabel('Minimum Step 2 CK score')).toHaveValue('220')
      await page.getByLabel('City').fill('Reno')
      await page.getByRole('button', { name: 'Save changes' }).click()
      await expect(page.getByText('Your changes are saved.')).toBeVisible()

      await page.getByRole('link', { name: 'Edit', exact: true }).click()
      await page.getByRole('link', { name: 'Delete…' }).click()
      await page.getByRole('button', { name: 'Delete for good' }).click()
      await expect(page.getByText('Your program is deleted.')).toBeVisible()
      await page.goto('/list')
      await expect(page.getByText('No program is on your list yet')).toBeVisible()
    })
  })
}

test('every fact says its source, whose word it is and its age; what is not known is named', async ({
  page,
}) => {
  await page.goto('/programs/md-hopkins-mgg')
  const facts = page.getByRole('region', { name: 'What is known of it' })
  await expect(facts.getByText('undated; said by the program itself').first()).toBeVisible()
  await expect(facts.getByText('Not known, ask the program:').first()).toBeVisible()
  await expect(facts.getByText('No published minimum score, attempt limit or graduation limit')).toBeVisible()
  const links = facts.getByRole('link')
  expect(await links.count()).toBeGreaterThan(5)
  for (const link of await links.all()) await expect(link).toHaveAttribute('href', /^https?:\/\//)
})

test('claims that disagree stand side by side', async ({ page }) => {
  await page.goto('/programs/wa-uw-seattle-mgg')
  await expect(page.getByText('Sources disagree').first()).toBeVisible()
})

test('two-year genetics says first that it is not open yet', async ({ page }) => {
  await page.goto('/programs?pathway=mgg')
  const notice = page.getByText('Not open to you yet: needs an ACGME year')
  await expect(notice).toBeVisible()
  const text = ((await page.locator('main').textContent()) ?? '').replace(/\s+/g, ' ')
  expect(text.indexOf('needs an ACGME year')).toBeLessThan(text.indexOf('active applicants'))
})

test('an institution that is only named elsewhere is no program, and fills in the form', async ({ page }) => {
  await page.goto('/programs')
  await page.getByText('47 institutions to check').click()
  const lead = page.getByRole('listitem').filter({ hasText: 'Stanford University' })
  await lead.getByRole('link').click()
  await expect(page.getByText('Unverified.')).toBeVisible()
  await expect(page.getByLabel('Hospital or university')).toHaveValue('Stanford University')
})

test('what is not there, and what is another person’s, is not found', async ({ page, people, signInAs }) => {
  const ana = await people.memberAtWork({ programs: 1 })
  const own = ana.work.ownProgramId
  expect((await page.goto('/programs/nowhere'))?.status()).toBe(404)
  for (const path of [`/programs/${own}`, `/programs/${own}/edit`, `/programs/${own}/remove`]) {
    expect((await page.goto(path))?.status()).toBe(404)
  }
  await signInAs(await people.member())
  for (const path of [`/programs/${own}`, `/programs/${own}/edit`, `/programs/${own}/remove`]) {
    expect((await page.goto(path))?.status()).toBe(404)
    await expect(page.getByText(ana.marker)).toHaveCount(0)
  }
  await signInAs(ana)
  expect((await page.goto(`/programs/${own}`))?.status()).toBe(200)
})
