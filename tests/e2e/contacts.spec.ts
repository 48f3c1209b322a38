import { expect, test } from '../support/e2e/test'

for (const script of ['with JavaScript', 'without JavaScript'] as const) {
  test.describe(`contacts, ${script}`, () => {
    test.use({ javaScriptEnabled: script === 'with JavaScript' })

    test('the brake speaks before a draft, wording is read, and the log says what waits @phone', async ({
      page,
      people,
      signInAs,
    }) => {
      const ana = await people.memberAtWork({ programs: 2, seasonYear: 2028 })
      await signInAs(ana)
      await page.goto('/contacts')
      await expect(page.getByText('1 follow-up is due; 1 program has not answered yet.')).toBeVisible()
      await page
        .getByRole('region', { name: 'To follow up now' })
        .getByRole('button', { name: /^Done/ })
        .click()
      await expect(page.getByRole('region', { name: 'To follow up now' })).toHaveCount(0)

      // The program of the last entry was written to twelve days ago: advice, with its reason and its day.
      await page.goto(`/contacts/new?entry=${ana.work.entryIds.at(-1)}&kind=update`)
      await expect(page.getByText(/^Better to wait until/)).toBeVisible()
      await expect(page.getByText(/Leave 21 days/)).toBeVisible()

      await page.goto(`/list/${ana.work.entryIds[0]}`)
      await page.getByRole('region', { name: 'Contacts' }).getByRole('link', { name: 'Write' }).click()
      await page.getByLabel('What for').selectOption('letter_of_interest')
      await page.getByRole('button', { name: 'Go on' }).click()
      await expect(page.getByText('Nothing speaks against a message today.')).toBeVisible()
      const message = page.getByLabel('The message')
      // What is typed before the page's script has taken over the field is set back by it.
      await page.waitForLoadState('networkidle')
      await expect(message).toHaveValue(/12 months of genetics research/)
      await expect(page.getByText(/Still yours to write/)).toBeVisible()
      await message.fill('Dear Dr. Lee, I promise to rank your program first. Thank you.')
      await page.getByRole('button', { name: 'Check the wording' }).click()
      await expect(page.getByText(/This promises a place on your rank list/)).toBeVisible()
      await expect(page.getByText('1 sentence needs another look')).toBeVisible()
      await message.fill('Dear Dr. Lee, I hope very much to train with you. Thank you.')
      await page.getByLabel('On which day').fill('2199-01-01')
      await page.getByRole('button', { name: 'I sent it: log it' }).click()
      await expect(page.getByText('This day is still ahead').first()).toBeVisible()
      await expect(message).toHaveValue(/train with you/)
      await page.getByLabel('On which day').fill('2026-11-21')
      await page.getByRole('button', { name: 'I sent it: log it' }).click()
      await expect(page.getByText('It is in the log.')).toBeVisible()
      await expect(page.getByText('2 programs have not answered yet.')).toBeVisible()

      await page
        .getByRole('link', { name: /Letter of interest/ })
        .first()
        .click()
      await page.getByLabel('What came of it').selectOption('answered')
      await page.getByRole('button', { name: 'Save' }).click()
      await expect(page.getByText('1 program has not answered yet.')).toBeVisible()
      await page
        .getByRole('link', { name: /Letter of interest/ })
        .first()
        .click()
      await page.getByRole('button', { name: 'Take out of the log' }).click()
      await expect(page.getByText('It is out of the log.')).toBeVisible()
      await page.getByRole('button', { name: 'Undo' }).click()
      await expect(page.getByText('It is back in the log.')).toBeVisible()
    })
  })
}

test('wording is read as one types', async ({ page, people, signInAs }) => {
  const ana = await people.memberAtWork({ programs: 1, hasOwnProgram: false })
  await signInAs(ana)
  await page.goto('/contacts/new?entry=none&kind=couple')
  await page.getByLabel('What was said').pressSequentially('Please rank me highly. ')
  await expect(page.getByText(/Neither side may ask the other for its rank order/)).toBeVisible()
})
