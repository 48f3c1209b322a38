import type { Page } from '@playwright/test'
import { expect, test } from '../support/e2e/test'

const panel = (page: Page, name: string | RegExp) => page.getByRole('region', { name })
/** One item wherever it stands, by its name in the template. */
const item = (page: Page, id: string) => page.locator(`li[id="${id}"]`)

for (const script of ['with JavaScript', 'without JavaScript'] as const) {
  test.describe(`the checklist, ${script}`, () => {
    test.use({ javaScriptEnabled: script === 'with JavaScript' })

    test('items are ticked and taken back in place, dated by hand, put aside with a reason, and added @phone', async ({
      page,
      people,
      signInAs,
    }) => {
      await signInAs(await people.memberAtWork())
      await page.goto('/checklist')
      await expect(
        page.getByText(/^Nothing blocks submission on day one yet; \w+ things are left/),
      ).toBeVisible()
      await expect(panel(page, 'What blocks submission on day one')).toContainText(
        'submission opens on 1 September 2027, and programs read from 22 September 2027 (both projected',
      )

      // Known from the profile: nobody is asked twice.
      await page.getByText(/^Done \(\d+\)$/).click()
      await expect(item(page, 'step2ck')).toContainText('Done: sat')
      await expect(item(page, 'step2ck').getByRole('button')).toHaveCount(0)

      await item(page, 'photo').getByRole('button', { name: 'Mark done' }).click()
      await expect(item(page, 'photo')).toContainText('done today')
      await item(page, 'photo').getByRole('button', { name: 'Undo' }).click()
      await expect(item(page, 'photo')).toContainText('by 11 August 2027 (projected)')

      await page.getByRole('link', { name: 'Letters and statement' }).click()
      await expect(item(page, 'photo')).toHaveCount(0)
      const letters = item(page, 'letters_uploaded')
      await letters.getByText('Why and how long').click()
      await expect(letters).toContainText(
        '2 weeks before program review opens, 22 September 2027 (projected)',
      )
      await letters.getByRole('link', { name: /Set a day of your own/ }).click()
      await expect(
        page.getByRole('heading', { level: 1, name: 'Three letters in hand and uploaded' }),
      ).toBeVisible()
      await page.getByLabel('Not needed', { exact: true }).check()
      await page.getByLabel('Note').fill('Dr Ñ writes in English')
      await page.getByRole('button', { name: 'Save' }).click()
      await expect(page.getByText(/Say in a few words why it is not needed/).first()).toBeVisible()
      await expect(page.getByLabel('Note')).toHaveValue('Dr Ñ writes in English')
      await expect(page.getByLabel('Not needed', { exact: true })).toBeChecked()
      await page.getByLabel('Why it is not needed').fill('All writers use English')
      await page.getByRole('button', { name: 'Save' }).click()
      await page.getByText('Not needed (1)').click()
      await expect(item(page, 'letters_uploaded')).toContainText('All writers use English')

      await page.goto('/checklist/statement')
      await page.getByLabel('A day of your own').fill('2027-07-15')
      await page.getByRole('button', { name: 'Save' }).click()
      await expect(item(page, 'statement')).toContainText('by 15 July 2027')
      await expect(item(page, 'statement')).toContainText('set by you')
      await expect(item(page, 'statement')).toContainText('Without it: 18 August 2027')

      const own = page.getByRole('form', { name: 'Add an item of your own' })
      await own.getByText('Add an item').click()
      await own.getByLabel('By when').fill('2026-12-24')
      await own.getByRole('button', { name: 'Add it' }).click()
      await expect(own.getByText('Say what is to be done').first()).toBeVisible()
      await expect(own.getByLabel('By when')).toHaveValue('2026-12-24')
      await own.getByLabel('What is to be done').fill('Call the dean’s office')
      await own.getByLabel('Waits for').selectOption({ label: 'One name on every paper' })
      await own.getByRole('button', { name: 'Add it' }).click()
      await expect(page.getByText('Your own item is on the checklist.')).toBeVisible()
      const mine = page.getByRole('listitem').filter({ hasText: 'Call the dean’s office' })
      await expect(mine).toContainText('by 24 December 2026')
      await expect(mine).toContainText('Waits for One name on every paper')
      await mine.getByText('Why and how long').click()
      await mine.getByRole('link', { name: 'Edit or remove it' }).click()
      await page.getByText('Remove this item').click()
      await page.getByRole('button', { name: 'Remove it' }).click()
      await expect(page.getByText('Your own item is gone.')).toBeVisible()
      await expect(mine).toHaveCount(0)
    })

    test('a season’s dates that moved are told once, and what was set by hand stays', async ({
      page,
      people,
      owner,
      signInAs,
    }) => {
      const ana = await people.memberAtWork()
      await signInAs(ana)
      await page.goto('/checklist/statement')
      await page.getByLabel('A day of your own').fill('2027-07-15')
      await page.getByRole('button', { name: 'Save' }).click()
      await expect(page.getByText('Dates moved')).toHaveCount(0)
      // As if submission had been expected a week earlier when she last looked.
      await owner`update cycle_visits
        set seen_dates = jsonb_set(seen_dates, '{eras_submit_opens,on}', '"2027-08-25"')
        where applicant_id = ${ana.userId}`

      for (const path of ['/home', '/checklist']) {
        await page.goto(path)
        await expect(
          page.getByText(
            'Applicants may begin submitting to residency programs: from 25 August 2027 to 1 September 2027',
          ),
        ).toBeVisible()
      }
      await page.getByText(/items of your checklist$/).click()
      await expect(page.getByText(/Photo uploaded: from 4 August 2027 to 11 August 2027/)).toBeVisible()
      await expect(
        page.getByText(
          'Personal statement finished: stays on 15 July 2027, which you set; ours would be 18 August 2027',
        ),
      ).toBeVisible()
      await page.getByRole('button', { name: 'I have read it' }).click()
      await expect(page.getByText('Dates moved')).toHaveCount(0)
      await page.goto('/home')
      await expect(page.getByRole('heading', { name: 'What to do next' })).toBeVisible()
      await expect(page.getByText('Dates moved')).toHaveCount(0)
    })
  })
}

test('someone of whom nothing is known sees what may apply and why, and becomes a guest with the first tick', async ({
  page,
}) => {
  await page.goto('/checklist')
  await expect(page.getByText(/items hang on something that is not known/)).toBeVisible()
  await page.getByText('What would decide them').click()
  await expect(page.getByText(/Whether you are ECFMG certified is not said/).first()).toBeVisible()
  await expect(item(page, 'oet')).toContainText('may apply')
  await item(page, 'one_name').getByRole('button', { name: 'Mark done' }).click()
  await expect(item(page, 'one_name')).toContainText('done today')
  await page.reload()
  await expect(page.getByText('You are a guest.')).toBeAttached()
  await expect(item(page, 'one_name')).toContainText('done today')
})
