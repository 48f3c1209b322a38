import type { Page } from '@playwright/test'
import { expect, test } from '../support/e2e/test'

const section = (page: Page, name: string) => page.getByRole('region', { name, exact: true })

for (const script of ['with JavaScript', 'without JavaScript'] as const) {
  test.describe(`the profile, ${script}`, () => {
    test.use({ javaScriptEnabled: script === 'with JavaScript' })

    test('a visitor says something and it is kept, in place @phone', async ({ page }) => {
      await page.goto('/profile')
      await expect(page.getByRole('heading', { level: 1, name: 'Profile' })).toBeVisible()
      const visa = section(page, 'Visa')
      await expect(visa.getByText('Not said', { exact: true }).first()).toBeVisible()
      await visa.getByLabel('I need a visa to train in the US').check()
      await visa.getByRole('checkbox', { name: 'J-1' }).check()
      await visa.getByRole('button', { name: 'Save: Visa' }).click()

      await expect(visa.getByText('Saved.')).toBeVisible()
      await page.goto('/profile')
      await expect(visa.getByLabel('I need a visa to train in the US')).toBeChecked()
      await expect(visa.getByRole('checkbox', { name: 'J-1' })).toBeChecked()
      await expect(visa.getByRole('checkbox', { name: 'H-1B' })).not.toBeChecked()
      await expect(page.getByText('You are a guest.').first()).toBeAttached()
    })

    test('a refused answer keeps what was typed and says what to do', async ({ page }) => {
      await page.goto('/profile')
      const training = section(page, 'Training so far')
      await training.getByLabel('ACGME training in the US').fill('6')
      await training.getByLabel('of which patient care').fill('12')
      await training.getByLabel('Asked, no answer yet').check()
      await training.getByRole('button', { name: 'Save: Training so far' }).click()

      await expect(training.getByText('enter at most 6').first()).toBeVisible()
      await expect(training.getByLabel('of which patient care')).toHaveValue('12')
      await expect(training.getByLabel('of which patient care')).toHaveAttribute('aria-invalid', 'true')
      await expect(training.getByLabel('Asked, no answer yet')).toBeChecked()
      await training.getByLabel('of which patient care').fill('6')
      await training.getByRole('button', { name: 'Save: Training so far' }).click()
      await expect(training.getByText('Saved.')).toBeVisible()
    })

    test('a list is "not said", then "none", then entries that can be changed and removed', async ({
      page,
    }) => {
      await page.goto('/profile')
      const clinical = section(page, 'Clinical experience in the US')
      await clinical.getByLabel('I have none in the US').check()
      await clinical.getByRole('button', { name: 'Save: Clinical experience in the US' }).click()
      await expect(clinical.getByText('Saved.')).toBeVisible()
      await expect(clinical.getByLabel('I have none in the US')).toBeChecked()

      await clinical.getByText('Add a stay').first().click()
      await clinical.getByLabel('Kind').selectOption({ label: 'Observership (watching, no hands-on care)' })
      await clinical.getByLabel('Specialty').selectOption({ label: 'Medical genetics' })
      await clinical.getByLabel('Place').fill('Hospital Ñ 李')
      await clinical.getByRole('button', { name: 'Add a stay' }).click()
      // The length is missing: the form is open again with everything in it.
      await expect(clinical.getByText('Enter the length in whole weeks').last()).toBeVisible()
      await expect(clinical.getByLabel('Place')).toHaveValue('Hospital Ñ 李')
      await expect(clinical.getByLabel('Kind')).toHaveValue('observership')
      await clinical.getByLabel('Length').fill('4')
      await clinical.getByRole('button', { name: 'Add a stay' }).click()
      await expect(clinical.getByText('Added.')).toBeVisible()
      await expect(clinical.getByText('Observership · Medical genetics · 4 weeks')).toBeVisible()

      await clinical.getByRole('link', { name: 'Edit Hospital Ñ 李' }).click()
      await expect(page.getByRole('button', { name: 'Save changes' })).toBeVisible()
      await page.getByLabel('Length').fill('8')
      await page.getByRole('button', { name: 'Save changes' }).click()
      await expect(clinical.getByText('Observership · Medical genetics · 8 weeks')).toBeVisible()

      await clinical.getByRole('link', { name: 'Edit Hospital Ñ 李' }).click()
      await page.getByText('Remove this entry').click()
      await page.getByRole('button', { name: 'Remove it' }).click()
      await expect(clinical.getByText('The entry is removed.')).toBeVisible()
      await expect(clinical.getByRole('radio', { name: 'Not said' })).toBeChecked()
    })

    test('two windows: the second one sees both answers and may replace the first', async ({
      page,
      context,
      people,
      signInAs,
    }) => {
      await signInAs(await people.member())
      const other = await context.newPage()
      await page.goto('/profile')
      await other.goto('/profile')
      const mine = section(page, 'Medical school record')
      const theirs = section(other, 'Medical school record')
      await theirs.getByLabel('Upper half').check()
      await theirs.getByRole('button', { name: 'Save: Medical school record' }).click()
      await expect(theirs.getByText('Saved.')).toBeVisible()

      await mine.getByLabel('Lower half').check()
      await mine.getByRole('button', { name: 'Save: Medical school record' }).click()
      await expect(mine.getByText('changed in another window')).toBeVisible()
      await expect(mine.locator('dd').first()).toHaveText('Upper half')
      await expect(mine.getByLabel('Lower half')).toBeChecked()
      await mine.getByRole('button', { name: 'Save: Medical school record' }).click()
      await expect(mine.getByText('Saved.')).toBeVisible()
      await other.goto('/profile')
      await expect(theirs.getByLabel('Lower half')).toBeChecked()
    })
  })
}

test('saving one section keeps what is typed in another one, and the focus', async ({
  page,
  people,
  signInAs,
}) => {
  await signInAs(await people.member())
  await page.goto('/profile')
  const training = section(page, 'Training so far')
  await training.getByLabel('ACGME training in the US').fill('7')
  const visa = section(page, 'Visa')
  await visa.getByLabel('I need no visa').check()
  await visa.getByRole('button', { name: 'Save: Visa' }).click()
  await expect(visa.getByText('Saved.')).toBeVisible()
  await expect(training.getByLabel('ACGME training in the US')).toHaveValue('7')
  await expect(visa.getByRole('button', { name: 'Save: Visa' })).toBeFocused()
  await training.getByRole('button', { name: 'Save: Training so far' }).click()
  await expect(training.getByText('Saved.')).toBeVisible()
  await page.reload()
  await expect(visa.getByLabel('I need no visa')).toBeChecked()
  await expect(training.getByLabel('ACGME training in the US')).toHaveValue('7')
})

test('an explanation is asked for only where an attempt did not pass', async ({ page, people, signInAs }) => {
  await signInAs(await people.member())
  await page.goto('/profile')
  await expect(section(page, 'Visa')).toBeVisible()
  await expect(section(page, 'Explanation of an attempt')).toHaveCount(0)
  await page.goto('/exams?add=step1')
  const step1 = section(page, 'Step 1')
  await step1.getByLabel('Day of the exam').fill('2024-02-01')
  await step1.getByLabel('What came of it').selectOption({ label: 'Did not pass' })
  await step1.getByRole('button', { name: 'Add to Step 1' }).click()
  await expect(page.getByText('The sitting is saved.')).toBeVisible()
  await page.goto('/profile')
  await expect(section(page, 'Explanation of an attempt')).toBeVisible()
})

test('the index names what is missing, the weightiest first, and forgets what is said', async ({
  page,
  people,
  signInAs,
}) => {
  await signInAs(await people.member())
  await page.goto('/profile')
  const missing = page.getByRole('region', { name: 'What would sharpen most' })
  await expect(missing.getByRole('link').first()).toHaveText('Exam attempts')
  await expect(missing.getByRole('link', { name: 'Whether you need a visa' })).toBeVisible()
  await section(page, 'Visa').getByLabel('I need no visa').check()
  await section(page, 'Visa').getByRole('button', { name: 'Save: Visa' }).click()
  await expect(section(page, 'Visa').getByText('Saved.')).toBeVisible()
  await expect(missing.getByRole('link', { name: 'Whether you need a visa' })).toHaveCount(0)
})

test('an entry of someone else is not there', async ({ page, people, signInAs, owner }) => {
  const ana = await people.memberAtWork()
  await signInAs(await people.member())
  for (const [table, list] of [
    ['clinical_experiences', 'clinical'],
    ['research_experiences', 'research'],
    ['publications', 'publications'],
    ['letters', 'letters'],
  ] as const) {
    const [row] = await owner`select id from ${owner(table)} where applicant_id = ${ana.userId} limit 1`
    const response = await page.goto(`/profile/${list}/${row?.id}`)
    expect(response?.status()).toBe(404)
    await expect(page.getByText(ana.marker)).toHaveCount(0)
    await signInAs(ana)
    expect((await page.goto(`/profile/${list}/${row?.id}`))?.status()).toBe(200)
    await signInAs(await people.member())
  }
})
