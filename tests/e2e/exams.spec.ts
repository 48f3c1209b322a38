import type { Locator, Page } from '@playwright/test'
import { expect, test } from '../support/e2e/test'

const section = (page: Page, name: string) => page.getByRole('region', { name, exact: true })

/** Opens an add form; after an addition it may be open still. */
async function openForm(region: Locator, summary: string) {
  const form = region.locator('details', { hasText: summary }).last()
  if ((await form.getAttribute('open')) === null) await form.getByText(summary).first().click()
}

/** A day some days from today, so that "planned" stays true whenever the test runs. */
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

for (const script of ['with JavaScript', 'without JavaScript'] as const) {
  test.describe(`the exams, ${script}`, () => {
    test.use({ javaScriptEnabled: script === 'with JavaScript' })

    test('a visitor adds a failed and a passed attempt, and reads where that leaves them @phone', async ({
      page,
    }) => {
      await page.goto('/exams')
      const step1 = section(page, 'Step 1')
      await openForm(step1, 'Add Step 1')
      await step1.getByLabel('Day of the exam').fill('2024-02-01')
      await step1.getByLabel('What came of it').selectOption({ label: 'Did not pass' })
      await step1.getByRole('button', { name: 'Add to Step 1' }).click()
      await expect(step1.getByText('1 of 4 attempts used')).toBeVisible()
      await expect(step1.getByText('It stays on the transcript.')).toBeVisible()
      await expect(step1.getByText('3 attempts at Step 1 are left.')).toBeVisible()

      await openForm(step1, 'Add Step 1')
      await step1.getByLabel('Day of the exam').fill('2024-09-01')
      await step1.getByLabel('What came of it').selectOption({ label: 'Passed' })
      await step1.getByRole('button', { name: 'Add to Step 1' }).click()
      await expect(step1.getByText('Passed on 1 September 2024.')).toBeVisible()
      await expect(step1.getByText('2 of 4 attempts used')).toBeVisible()
    })

    test('an impossible score is refused with the rule and its source, and nothing typed is lost', async ({
      page,
    }) => {
      await page.goto('/exams')
      const step2 = section(page, 'Step 2 CK')
      await openForm(step2, 'Add Step 2 CK')
      await step2.getByLabel('Day of the exam').fill('2025-09-01')
      await step2.getByLabel('What came of it').selectOption({ label: 'Passed' })
      await step2.getByLabel('Score').fill('217')
      await step2.getByRole('button', { name: 'Add to Step 2 CK' }).click()
      await expect(step2.getByText(/began at 218, so 217 did not pass.*Source: USMLE/).first()).toBeVisible()
      await expect(step2.getByLabel('Score')).toHaveValue('217')
      await expect(step2.getByLabel('What came of it')).toHaveValue('pass')
      await expect(step2.getByLabel('Day of the exam')).toHaveValue('2025-09-01')

      await step2.getByLabel('Score').fill('243')
      await step2.getByRole('button', { name: 'Add to Step 2 CK' }).click()
      await expect(step2.getByText('243')).toBeVisible()
      await expect(section(page, 'Step 2 CK and season 2028')).toContainText('The score is there')
    })

    test('a planned sitting is changed, recorded and removed', async ({ page }) => {
      await page.goto('/exams')
      const step2 = section(page, 'Step 2 CK')
      await openForm(step2, 'Add Step 2 CK')
      await step2.getByLabel('Day of the exam').fill(inDays(60))
      await step2.getByLabel('What came of it').selectOption({ label: 'Planned' })
      await step2.getByRole('button', { name: 'Add to Step 2 CK' }).click()
      await expect(step2.getByText(/in (59|60|61) days/)).toBeVisible()

      await step2.getByRole('link', { name: /^Edit/ }).click()
      await expect(page.getByRole('button', { name: 'Save changes' })).toBeVisible()
      await page.getByLabel('Day of the exam').fill(inDays(-10))
      await page.getByRole('button', { name: 'Save changes' }).click()
      await expect(page.getByText('This day is over.').first()).toBeVisible()
      await page.getByLabel('What came of it').selectOption({ label: 'Waiting for the result' })
      await page.getByRole('button', { name: 'Save changes' }).click()
      await expect(step2.getByText('the result is awaited')).toBeVisible()

      await step2.getByRole('link', { name: /^Edit/ }).click()
      await page.getByText('Remove this sitting').click()
      await page.getByRole('button', { name: 'Remove it for good' }).click()
      await expect(page.getByText('The sitting is removed.')).toBeVisible()
      await expect(step2.getByText('No sitting yet.')).toBeVisible()
    })

    test('"none taken yet" is an answer, and is kept', async ({ page }) => {
      await page.goto('/exams')
      const none = section(page, 'No exam yet?')
      await none.getByLabel('None taken or planned yet').check()
      await none.getByRole('button', { name: 'Save this answer' }).click()
      await expect(page.getByText('Saved.')).toBeVisible()
      await page.goto('/exams')
      await expect(none.getByLabel('None taken or planned yet')).toBeChecked()
    })
  })
}

test('two windows: a stale edit of a sitting shows what the other one saved', async ({
  page,
  context,
  people,
  signInAs,
}) => {
  await signInAs(await people.member())
  await page.goto('/exams?add=step3')
  const step3 = section(page, 'Step 3')
  await step3.getByLabel('Day of the exam').fill('2026-03-01')
  await step3.getByLabel('What came of it').selectOption({ label: 'Waiting for the result' })
  await step3.getByRole('button', { name: 'Add to Step 3' }).click()
  await step3.getByRole('link', { name: /^Edit/ }).click()
  await expect(page.getByRole('button', { name: 'Save changes' })).toBeVisible()

  const other = await context.newPage()
  await other.goto(page.url())
  await other.getByLabel('What came of it').selectOption({ label: 'Passed' })
  await other.getByLabel('Score').fill('221')
  await other.getByRole('button', { name: 'Save changes' }).click()
  await expect(other.getByText('Step 3 is passed with 221')).toBeVisible()

  await page.getByLabel('What came of it').selectOption({ label: 'Result withheld by the examiner' })
  await page.getByRole('button', { name: 'Save changes' }).click()
  await expect(page.getByText('1 March 2026, passed, 221')).toBeVisible()
  await expect(page.getByLabel('What came of it')).toHaveValue('withheld')
  await page.getByRole('button', { name: 'Save changes' }).click()
  await expect(step3.getByText('withheld by the examiner').first()).toBeVisible()
})

test('a sitting of someone else is not there', async ({ page, people, signInAs, owner }) => {
  const ana = await people.memberAtWork()
  const [row] = await owner`select id from exam_attempts where applicant_id = ${ana.userId} limit 1`
  await signInAs(await people.member())
  expect((await page.goto(`/exams/attempts/${row?.id}`))?.status()).toBe(404)
  await signInAs(ana)
  expect((await page.goto(`/exams/attempts/${row?.id}`))?.status()).toBe(200)
})
