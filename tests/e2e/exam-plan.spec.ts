import type { Page } from '@playwright/test'
import { expect, test } from '../support/e2e/test'

const panel = (page: Page, name: string | RegExp) => page.getByRole('region', { name })

/** A day some days from today, so that what is planned stays ahead whenever the test runs. */
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

for (const script of ['with JavaScript', 'without JavaScript'] as const) {
  test.describe(`results, readiness and the plan, ${script}`, () => {
    test.use({ javaScriptEnabled: script === 'with JavaScript' })

    test('a fail and then a pass each lead to what they mean, and the passage is drafted and kept @phone', async ({
      page,
      people,
      signInAs,
    }) => {
      await signInAs(await people.memberAtWork({ programs: 4, hasOwnProgram: false }))
      await page.goto('/exams')
      const step3 = page.getByRole('region', { name: 'Step 3', exact: true })
      await step3.getByRole('link', { name: /^Edit/ }).click()
      await expect(page.getByRole('button', { name: 'Save changes' })).toBeVisible()
      await page.getByLabel('Day of the exam').fill(inDays(-40))
      await page.getByLabel('What came of it').selectOption({ label: 'Did not pass' })
      await page.getByRole('button', { name: 'Save changes' }).click()

      await expect(page.getByText('The result is saved.')).toBeVisible()
      await expect(
        page.getByText(
          'This attempt did not pass. It stays on the transcript. Here is what still stands, and the next date you may sit.',
        ),
      ).toBeVisible()
      await expect(page.getByText('Step 2 CK, passed on 23 June 2026, stands as it is.')).toBeVisible()
      await expect(panel(page, 'What to do next')).toContainText('3 attempts are left')
      await expect(panel(page, /^What it changes on your list/)).toContainText(/program|standing/)
      await expect(panel(page, 'How programs read your attempts now')).toContainText(
        'Reliability: passed at the first attempt?',
      )

      await page.getByRole('link', { name: 'Draft the passage' }).click()
      await expect(page.getByRole('heading', { name: /^About Step 3 on/ })).toBeVisible()
      for (const name of ['I sat before my', 'I read much', 'Reading long stems'])
        await page.getByLabel(new RegExp(name)).check()
      await page.getByRole('button', { name: 'Make a draft' }).click()
      await expect(page.getByText('Choose two at most').first()).toBeVisible()
      await page.getByLabel(/I read much/).uncheck()
      await page.getByLabel(/Reading long stems/).uncheck()
      await page.getByLabel('Rebuilt my study schedule').check()
      await page.getByLabel(/What you still do/).fill('I still plan each week in writing')
      await page.getByRole('button', { name: 'Make a draft' }).click()
      await expect(page.getByText('The draft is below.').first()).toBeVisible()
      await page.getByRole('link', { name: 'Put the draft into the field' }).click()
      const field = page.getByLabel('Your passage')
      await expect(field).toHaveValue(
        /^In \w+ \d{4} I did not pass Step 3\. .*I still plan each week in writing\.$/,
      )
      const kept = `${await field.inputValue()} Unfortunately it was unfair.`
      await field.fill(kept)
      await page.getByRole('button', { name: 'Save the passage' }).click()
      await expect(page.getByText('The passage is saved.').first()).toBeVisible()
      await expect(field).toHaveValue(kept)
      const found = page.getByRole('region', { name: 'What was found' })
      await expect(found.getByText('Reads as a defence')).toBeVisible()
      await expect(found.getByText('May read as a plea')).toBeVisible()
      await found
        .getByText(/^Put aside: Unfortunately/)
        .first()
        .click()
      await found.getByRole('button', { name: 'It was misread' }).first().click()
      await expect(found.getByText('1 put aside')).toBeVisible()
      await expect(field).toHaveValue(kept)
      await field.fill('x'.repeat(4001))
      await page.getByRole('button', { name: 'Save the passage' }).click()
      await expect(page.getByText('longer than 4000 characters').first()).toBeVisible()
      await expect(field).toHaveValue('x'.repeat(4001))
      // What was refused replaced nothing.
      await page.goto('/exams/additional-information')
      await expect(field).toHaveValue(kept)
      await expect(found.getByText('1 put aside')).toBeVisible()

      await page.goto('/exams')
      await step3
        .getByText(/Add Step 3/)
        .first()
        .click()
      await step3.getByLabel('Day of the exam').fill(inDays(-5))
      await step3.getByLabel('What came of it').selectOption({ label: 'Passed' })
      await step3.getByLabel('Score').fill('215')
      await step3.getByRole('button', { name: 'Add to Step 3' }).click()
      await expect(page.getByText(/Step 3 is passed with 215/)).toBeVisible()
      await expect(panel(page, 'What to do next')).toContainText('Score arrived: resend it in MyERAS.')

      await page.goto('/exams/attempts')
      await expect(panel(page, 'The history').getByRole('listitem')).toHaveCount(5)
      await page.getByRole('link', { name: /What it means\s*: Step 3, attempt 1/ }).click()
      // Passed since: no further date is promised.
      await expect(page.getByText('Here is what still stands.', { exact: false })).toBeVisible()
      await expect(page.getByText('the next date you may sit')).toHaveCount(0)
    })

    test('readiness says what is missing, takes the band of one’s own report, and keeps the habits', async ({
      page,
      people,
      signInAs,
      owner,
    }) => {
      const ana = await people.member()
      await signInAs(ana)
      for (const [days, percent] of [
        [-20, 74],
        [-6, 71],
      ] as const)
        await owner`insert into practice_results ${owner({ applicant_id: ana.userId, exam: 'step1', kind: 'nbme_cbssa', taken_on: inDays(days), percent, is_timed: true, form: `${percent}` })}`
      await owner`insert into exam_attempts ${owner({ applicant_id: ana.userId, exam: 'step1', taken_on: inDays(30), outcome: 'planned' })}`
      await page.goto('/exams/readiness')
      const step1 = panel(page, 'Step 1')
      await expect(step1).toContainText('Not yet for Step 1')
      await expect(step1).toContainText('Consider moving the date by four to eight weeks.')
      await expect(step1).toContainText('A delay costs weeks and shows nowhere on the transcript')
      await expect(step1).toContainText('The next two results above 72 per cent')
      await expect(step1.getByRole('link', { name: /NBME CBSSA \(Step 1\), 71/ }).first()).toBeVisible()

      await step1.getByText('Enter the low-pass band').click()
      await step1.getByLabel('From').fill('58')
      await step1.getByRole('button', { name: 'Save the band' }).click()
      await expect(step1.getByText('Enter both ends of the band').first()).toBeVisible()
      await expect(step1.getByLabel('From')).toHaveValue('58')
      await step1.getByLabel('To').fill('64')
      await step1.getByRole('button', { name: 'Save the band' }).click()
      await expect(step1).toContainText('The evidence for Step 1')
      await expect(step1).toContainText('no guarantee')

      const step2 = panel(page, 'Step 2 CK')
      await expect(step2).toContainText('Not said yet')
      await expect(step2.getByText('No sitting is planned.')).toBeHidden()
      await step2.getByText('What it would rest on').click()
      await step2.getByLabel(/Timed blocks from the first day/).check()
      await step2.getByRole('button', { name: 'Save habits' }).click()
      await expect(step2).toContainText('1 of 6 ticked')
      await page.goto(`/exams/readiness?step1=${inDays(400)}`)
      await expect(step1).toContainText('Tried only')
      await expect(step2.getByLabel(/Timed blocks from the first day/)).toBeChecked()
    })

    test('a plan is laid, a day ticked, a sick day said, and the exam day stays @phone', async ({
      page,
      people,
      signInAs,
    }) => {
      await signInAs(await people.member())
      await page.goto('/exams/plan?exam=step2ck')
      await page.getByLabel('Exam day').fill(inDays(60))
      await page.getByLabel('Questions of the bank left').fill('many')
      await page.getByLabel('Most questions on a full day').fill('80')
      await page.getByLabel('Renal and urinary').check()
      await page.getByRole('button', { name: 'Lay the plan' }).click()
      await expect(page.getByText('Enter how many questions are left').first()).toBeVisible()
      await expect(page.getByLabel('Exam day')).toHaveValue(inDays(60))
      await expect(page.getByLabel('Renal and urinary')).toBeChecked()
      await page.getByLabel('Questions of the bank left').fill('1800')
      // A day of rest that is not today, so that today is a day to tick.
      await page.getByLabel(weekdayOf(3)).check()
      await page.getByRole('button', { name: 'Lay the plan' }).click()

      await expect(page.getByText('The plan is laid.')).toBeVisible()
      const weeks = panel(page, 'The weeks ahead')
      // By text, since the later weeks are folded: what is folded away has no role.
      const days = (text: string) =>
        weeks.getByRole('listitem', { includeHidden: true }).locator(`> a:has-text("${text}")`)
      const exam = days('Exam day')
      await expect(exam).toHaveCount(1)
      const examDay = await exam.textContent()
      await expect(days('Practice assessment')).toHaveCount(3)
      await expect(days('Light day')).toHaveCount(6)
      await expect(exam).toBeHidden()
      const lastWeek = weeks.getByText(/exam day on /i)
      await lastWeek.click()
      await expect(exam).toBeVisible()
      const today = page.locator('#day')
      await expect(today).toContainText('Today, ')

      await today.getByRole('button', { name: /^Done: \d+ questions$/ }).click()
      await expect(today).toContainText(/Done: \d+ questions\./)
      await expect(weeks.getByRole('link', { name: /^Today.*Done: \d+/ })).toBeVisible()

      await weeks
        .getByRole('link', { name: / questions/ })
        .first()
        .click()
      await expect(today).not.toContainText('Today, ')
      await today.getByLabel('Sick day').check()
      await today.getByRole('button', { name: 'Save this day' }).click()
      await expect(today).toContainText('Sick day: rest. The plan has moved on for you.')
      await expect(weeks.getByRole('link', { name: /Sick day/ })).toHaveCount(1)
      expect(await exam.textContent()).toBe(examDay)
      await expect(page.locator('main')).not.toContainText(/streak|missed|behind|overdue/i)

      await today.getByText('Change what you said of this day').click({ trial: true })
      await today.getByLabel('Sick day').uncheck()
      await today.getByRole('button', { name: 'Save this day' }).click()
      await expect(weeks.getByRole('link', { name: /Sick day/ })).toHaveCount(0)

      await openSettings(page)
      await page.getByLabel('Exam day').fill(inDays(75))
      await page.getByRole('button', { name: 'Lay it anew' }).click()
      await expect(page.getByText('The plan is laid.')).toBeVisible()
      expect(await exam.textContent()).not.toBe(examDay)
      await expect(weeks.getByRole('link', { name: /^Today.*Done: \d+/ })).toBeVisible()

      await openSettings(page)
      await page.getByText('Remove this plan').click()
      await page.getByRole('button', { name: 'Remove it for good' }).click()
      await expect(page.getByText('The plan is removed.')).toBeVisible()
      await expect(page.getByRole('heading', { name: 'A plan for Step 2 CK' })).toBeVisible()
    })
  })
}

/** After a save with script the settings may stand open still. */
async function openSettings(page: Page) {
  const settings = page.locator('#settings > div > details')
  if ((await settings.getAttribute('open')) === null) await settings.locator('summary').first().click()
}

/** The name of the weekday some days from today. */
function weekdayOf(days: number): string {
  return new Intl.DateTimeFormat('en', { weekday: 'long', timeZone: 'UTC' }).format(new Date(inDays(days)))
}
