import type { Page } from '@playwright/test'
import { expect, test } from '../support/e2e/test'

const section = (page: Page, name: string) => page.getByRole('region', { name, exact: true })

/** Types a line into the quick entry and sends it with the keyboard alone. */
async function logLine(page: Page, line: string) {
  const field = page.getByLabel('Test, day and result in one line')
  await field.focus()
  await page.keyboard.insertText(line)
  await page.keyboard.press('Enter')
}

for (const script of ['with JavaScript', 'without JavaScript'] as const) {
  test.describe(`the practice log, ${script}`, () => {
    const hasScript = script === 'with JavaScript'
    test.use({ javaScriptEnabled: hasScript })

    test('a visitor logs by keyboard, reads the band, removes one and takes that back @phone', async ({
      page,
    }) => {
      await page.goto('/exams/practice')
      await expect(section(page, 'Step 2 CK forecast')).toContainText('No result, no band.')

      const field = page.getByLabel('Test, day and result in one line')
      await logLine(page, 'CCSSA 10 2/11/2026 231 timed')
      await expect(page.getByText('Nothing is saved yet.')).toBeVisible()
      await expect(page.getByText('“2/11/2026” can be read as two days.').first()).toBeVisible()
      await expect(field).toHaveValue('CCSSA 10 2/11/2026 231 timed')

      await field.fill('')
      await logLine(page, 'CCSSA 10 2026-11-02 231 timed mixed')
      await expect(page.getByText('The result is in the log.')).toBeVisible()
      const results = section(page, 'Practice results')
      await expect(results.getByRole('cell', { name: '231' })).toBeVisible()
      await expect(results.getByRole('cell', { name: 'timed, mixed' })).toBeVisible()
      await expect(field).toHaveValue('')
      if (hasScript) await expect(field).toBeFocused()

      await logLine(page, 'uwsa2 2026-11-16 243 timed mixed weak: renal')
      await expect(results.getByRole('cell', { name: 'Renal and urinary' })).toBeVisible()
      const forecast = section(page, 'Step 2 CK forecast')
      await expect(forecast).toContainText(/Band \d{3} to \d{3} for .*, from 2 results\./)
      await forecast.getByText('How each result moved it').click()
      await expect(forecast.getByRole('cell', { name: /raises it by/ })).toBeVisible()

      await results.getByRole('button', { name: /^Remove UWorld/ }).click()
      await expect(
        page.getByText('UWorld self-assessment of 16 November 2026 is out of the log.'),
      ).toBeVisible()
      await expect(forecast).toContainText('from one result')
      await page.getByRole('button', { name: 'Undo' }).click()
      await expect(page.getByText('The result is back in the log.')).toBeVisible()
      await expect(results.getByRole('cell', { name: '243' })).toBeVisible()
    })

    test('rows from a sheet: a bad one says why, nothing is saved before the second yes, and all go back', async ({
      page,
    }) => {
      await page.goto('/exams/practice/paste')
      const rows = [
        'Date\tTest\tForm\tScore\tTimed\tTutor',
        '2026-09-01\tCCSSA\t9\t219\tyes\tAna',
        '2026-10-01\tCCSSA\t10\t23l\tyes\tAna',
        '2026-10-20\tFree 120\t\t74%\tno\tAna',
      ].join('\n')
      await page.getByLabel('Rows').fill(rows)
      await page.getByRole('button', { name: 'Check the rows' }).click()
      await expect(
        page.getByText('2 results can be saved, 1 row cannot be read. Nothing is saved yet.'),
      ).toBeVisible()
      await expect(page.getByText('Not read: “Tutor”.')).toBeVisible()
      await expect(page.getByText('Not understood: “23l”.')).toBeVisible()
      const log = await page.context().newPage()
      await log.goto('/exams/practice')
      await expect(section(log, 'Practice results')).toContainText('Nothing logged yet')
      await log.close()

      await page.getByRole('button', { name: 'Save these 2 results' }).click()
      await expect(page.getByText('2 pasted results are in the log.')).toBeVisible()
      const results = section(page, 'Practice results')
      await expect(results.getByRole('cell', { name: '219' })).toBeVisible()
      await expect(results.getByRole('cell', { name: '74 %' })).toBeVisible()
      await page.getByRole('button', { name: 'Undo the paste' }).click()
      await expect(results).toContainText('Nothing logged yet')
    })

    test('details, a snapshot, a target and a spread of one’s own are kept, and the default comes back', async ({
      page,
    }) => {
      await page.goto('/exams/practice')
      await page.getByText('Use fields instead').click()
      const form = page.getByRole('form', { name: 'Log with fields' })
      await form.getByLabel('Practice test').selectOption({ label: 'NBME CCSSA (Step 2 CK)' })
      await form.getByLabel('Practised for').selectOption({ label: 'Step 2 CK' })
      await form.getByLabel('Day').fill('2026-11-10')
      await form.getByLabel('or percent').fill('70')
      await form.getByRole('button', { name: 'Log this result' }).click()
      await expect(form.getByText('This report prints a score.').first()).toBeVisible()
      await form.getByLabel('or percent').fill('')
      await form.getByRole('textbox', { name: /^Score/ }).fill('236')
      await form.getByRole('button', { name: 'Log this result' }).click()
      const results = section(page, 'Practice results')
      await expect(results.getByRole('cell', { name: '236' })).toBeVisible()

      await results.getByRole('link', { name: /^NBME CCSSA/ }).click()
      await page.getByText('Weak areas, genetics and a note').click()
      await page.getByLabel('Renal and urinary').check()
      await page.getByLabel('Questions, Prenatal screening and diagnosis').fill('9')
      await page.getByLabel('Right, Prenatal screening and diagnosis').fill('78')
      await page.getByRole('button', { name: 'Save changes' }).click()
      await expect(results.getByRole('cell', { name: 'Renal and urinary' })).toBeVisible()
      await results.getByRole('link', { name: /^NBME CCSSA/ }).click()
      await expect(page.getByLabel('Right, Prenatal screening and diagnosis')).toHaveValue('78')
      await page.getByRole('link', { name: 'Cancel' }).click()

      const bank = section(page, 'Question bank')
      await bank.getByText('Add a snapshot').click()
      await bank.getByLabel('Day').fill('2026-11-15')
      await bank.getByRole('button', { name: 'Save the snapshot' }).click()
      await expect(bank.getByText('Enter how much of the bank is done').first()).toBeVisible()
      await bank.getByLabel('Bank covered').fill('62')
      await bank.getByRole('button', { name: 'Save the snapshot' }).click()
      await expect(bank.getByRole('cell', { name: '62 %' })).toBeVisible()

      const forecast = section(page, 'Step 2 CK forecast')
      await forecast.getByRole('textbox', { name: 'Target' }).fill('245')
      await forecast.getByRole('button', { name: 'Keep' }).click()
      await expect(page.getByText('The target is saved.')).toBeVisible()
      const band = /Band (\d{3}) to (\d{3})/
      const width = async () => {
        const [, low, high] = band.exec((await forecast.textContent()) ?? '') ?? []
        return Number(high) - Number(low)
      }
      const before = await width()
      await forecast.getByRole('link', { name: 'Offsets and spreads' }).click()
      const numbers = page.getByRole('form', { name: 'Numbers of NBME CCSSA (Step 2 CK)' })
      await numbers.getByLabel('Spread').fill('0')
      await numbers.getByRole('button', { name: /^Save/ }).click()
      await expect(numbers.getByText('Enter a spread from 1 to 60 points.').first()).toBeVisible()
      await numbers.getByLabel('Spread').fill('20')
      await numbers.getByRole('button', { name: /^Save/ }).click()
      await expect(numbers.getByText('Your own number; the default is 8')).toBeVisible()
      await page.goto('/exams/practice')
      expect(await width()).toBeGreaterThan(before)
      await page.goto('/exams/practice/numbers')
      await page.getByRole('button', { name: 'Back to the default of NBME CCSSA (Step 2 CK)' }).click()
      await expect(page.getByText('The default holds again.')).toBeVisible()
      await page.goto('/exams/practice')
      expect(await width()).toBe(before)
    })
  })
}

test('two windows: a stale edit of a practice result shows what the other one saved', async ({
  page,
  context,
  people,
  signInAs,
}) => {
  await signInAs(await people.member())
  await page.goto('/exams/practice')
  await logLine(page, 'CCSSA 10 2026-11-02 231 timed')
  await section(page, 'Practice results')
    .getByRole('link', { name: /^NBME CCSSA/ })
    .click()
  await expect(page.getByRole('button', { name: 'Save changes' })).toBeVisible()
  const other = await context.newPage()
  await other.goto(page.url())
  await other.getByRole('textbox', { name: /^Score/ }).fill('233')
  await other.getByRole('button', { name: 'Save changes' }).click()
  await expect(section(other, 'Practice results').getByRole('cell', { name: '233' })).toBeVisible()

  await page.getByRole('textbox', { name: /^Score/ }).fill('239')
  await page.getByRole('button', { name: 'Save changes' }).click()
  await expect(page.getByText('2 November 2026: 233, timed')).toBeVisible()
  await expect(page.getByRole('textbox', { name: /^Score/ })).toHaveValue('239')
  await page.getByRole('button', { name: 'Save changes' }).click()
  await expect(section(page, 'Practice results').getByRole('cell', { name: '239' })).toBeVisible()
})
