import type { Page } from '@playwright/test'
import { expect, test } from '../support/e2e/test'

const bar = (page: Page) => page.locator('#bulk')

for (const script of ['with JavaScript', 'without JavaScript'] as const) {
  test.describe(`statuses, ${script}`, () => {
    test.use({ javaScriptEnabled: script === 'with JavaScript' })

    test('several programs get one status on its day, and it is taken back in one go @phone', async ({
      page,
      people,
      signInAs,
    }) => {
      await signInAs(await people.memberAtWork({ programs: 4, hasOwnProgram: false }))
      await page.goto('/list')
      await page.getByRole('link', { name: 'Board' }).click()
      const lane = (name: string) => page.getByRole('region', { name })
      await expect(lane('To apply').getByRole('listitem')).toHaveCount(4)

      // Refused: what was chosen and typed stays.
      await page
        .getByRole('checkbox', { name: /^Choose / })
        .nth(0)
        .check()
      await page
        .getByRole('checkbox', { name: /^Choose / })
        .nth(2)
        .check()
      await bar(page).getByLabel('What happened').selectOption('applied')
      await bar(page).getByLabel('On which day').fill('2199-01-01')
      await bar(page).getByRole('button', { name: 'Record it' }).click()
      await expect(page.getByText('This day is still ahead').first()).toBeVisible()
      await expect(page.getByRole('checkbox', { name: /^Choose /, checked: true })).toHaveCount(2)
      await expect(bar(page).getByLabel('What happened')).toHaveValue('applied')

      await bar(page).getByLabel('On which day').fill('2026-11-02')
      await bar(page).getByRole('button', { name: 'Record it' }).click()
      await expect(page.getByText('2 programs: applied')).toBeVisible()
      await expect(page).toHaveURL(/view=board/)
      await expect(lane('Applied').getByRole('listitem')).toHaveCount(2)
      await page.getByRole('button', { name: 'Undo' }).click()
      await expect(page.getByText('Taken back')).toBeVisible()
      await expect(lane('To apply').getByRole('listitem')).toHaveCount(4)
    })

    test('insights say what the dated changes amount to, and a wrong day is named and corrected', async ({
      page,
      people,
      signInAs,
    }) => {
      const ana = await people.memberAtWork({ programs: 3, hasOwnProgram: false, seasonYear: 2027 })
      await signInAs(ana)
      await page.goto(`/list/${ana.work.entryIds[1]}`)
      // What is chosen before the page's script has taken over the form is set back by it.
      await page.waitForLoadState('networkidle')
      const form = page.locator('#status-form')
      await form.getByLabel('What happened').selectOption('interview_invited')
      await form.getByLabel('On which day').fill('2026-11-02')
      await form.getByRole('button', { name: 'Record it' }).click()
      await expect(page.getByText('Status recorded.')).toBeVisible()
      await form.getByLabel('What happened').selectOption('applied')
      await form.getByLabel('On which day').fill('2026-11-20')
      await form.getByRole('button', { name: 'Record it' }).click()
      await expect(page.getByText(/“Applied” stands on .+, after this/)).toBeVisible()
      await page
        .getByRole('listitem')
        .filter({ hasText: /^Applied/ })
        .getByText('Was this a mistake?')
        .click()
      await page.getByLabel('It was on').first().fill('2026-10-01')
      await page.getByRole('button', { name: 'Correct the day' }).first().click()
      await expect(page.getByText('The day is corrected.')).toBeVisible()
      await expect(page.getByText(/One of the two days is wrong/)).toHaveCount(0)
      await expect(page.getByRole('heading', { name: 'Interview offered' })).toBeVisible()

      await page.goto('/list?view=insights')
      await expect(page.getByText('You applied to 1 program; 1 has offered an interview.')).toBeVisible()
      await expect(page.getByText('32 days, at one program.')).toBeVisible()
      expect(await page.locator('main').textContent()).not.toContain('%')
      await page.getByLabel('Days without an answer').fill('60')
      await page.locator('#silence-form').getByRole('button', { name: 'Save' }).click()
      await expect(page.getByText('after 60 days without one')).toBeVisible()
    })
  })
}

test('one key on a program, never in a field; a card is moved by keyboard and by dragging', async ({
  page,
  people,
  signInAs,
}) => {
  await signInAs(await people.memberAtWork({ programs: 3, hasOwnProgram: false }))
  await page.goto('/list?sort=sponsor-up')
  await page.getByLabel('Search').focus()
  await page.keyboard.type('a')
  await expect(page.getByText(/programs?: applied/)).toHaveCount(0)
  await page.getByLabel('Search').fill('')
  await expect(page.getByRole('rowheader')).toHaveCount(3)
  await page.getByRole('rowheader').first().getByRole('link').focus()
  await page.keyboard.press('a')
  await expect(page.getByText('1 program: applied')).toBeVisible()
  await expect(page.getByRole('row').nth(1)).toContainText('Applied')

  await page.getByRole('link', { name: 'Board' }).click()
  const stage = (name: string) => page.getByRole('region', { name, exact: true })
  await stage('Applied')
    .getByRole('button', { name: /^Move / })
    .focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await expect(page.getByText('1 program: interview offered')).toBeVisible()
  await expect(stage('Interview ahead').getByRole('listitem')).toHaveCount(1)

  await stage('To apply').getByRole('listitem').first().dragTo(stage('Applied'))
  await expect(page.getByText('1 program: applied')).toBeVisible()
  await expect(stage('Applied').getByRole('listitem')).toHaveCount(1)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(stage('To apply').getByRole('listitem')).toHaveCount(2)
})
