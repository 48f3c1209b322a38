import { randomUUID } from 'node:crypto'
import type { Browser, Locator, Page } from '@playwright/test'
import { addDays } from '@/lib/dates/calendar-date'
import { formatDate } from '@/lib/dates/format'
import { today as dayIn } from '@/lib/dates/instant'
import { eventOn } from '@/lib/season/events'
import { cycleSeasons } from '@/lib/season/phase'
import { shippedSeasons } from '../factories/season'
import { expect, test } from '../support/e2e/test'
import { e2eDataFolder } from '../support/e2e-database'
import { lastMailTo } from '../support/outbox'

/*
 * What a newcomer does on the first evening, from the landing page to the same work at another computer. Nothing is
 * prepared and nobody is signed in by fixture: every step is a click that the reader of this file would make.
 */

test.use({ actionTimeout: 20_000 })

const PASSWORD = 'seven quiet rivers meet'

const today = dayIn(new Date().toISOString(), 'UTC')
const season = cycleSeasons(shippedSeasons, today).find((choice) => choice.isSuggested)?.season
const review = season ? eventOn(season, 'eras_program_review_opens') : null

const region = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true })
const heading = (page: Page, name: string | RegExp): Locator => page.getByRole('heading', { level: 1, name })

/** By the navigation that this screen shows: a column at a desk, a bar on a phone. */
async function goTo(page: Page, name: string): Promise<void> {
  const link = page.getByRole('navigation').getByRole('link', { name, exact: true })
  if ((await link.filter({ visible: true }).count()) === 0)
    await page.getByRole('button', { name: 'More' }).click()
  await link.filter({ visible: true }).first().click()
  await expect(heading(page, name)).toBeVisible()
}

async function looksRoundInTheSample(page: Page): Promise<void> {
  await page.goto('/')
  await page.getByRole('button', { name: 'Try with a sample applicant' }).click()
  await expect(page.getByText('This is a made-up applicant among real programs')).toBeVisible()
  await expect(region(page, 'Step 2 CK and review day')).toContainText('The score is there')

  await goTo(page, 'List')
  await expect(page.getByText(/of 14 programs are open to you as far as is known/)).toBeVisible()
  await page
    .getByRole('rowheader', { name: /University of Utah/ })
    .getByRole('link')
    .click()
  await expect(heading(page, 'University of Utah')).toBeVisible()
  await expect(region(page, 'What opens or closes it')).toContainText('A place this season')

  await page.getByRole('link', { name: 'Clear and start with my own' }).click()
  await page.getByRole('button', { name: 'Clear and start with my own' }).click()
  await expect(heading(page, 'Profile')).toBeVisible()
  await goTo(page, 'List')
  await expect(page.getByText('No program is on your list yet')).toBeVisible()
}

async function entersExams(page: Page): Promise<void> {
  // In a browser that nobody has used here before.
  await page.context().clearCookies()
  await page.goto('/')
  await page.getByRole('link', { name: 'Start empty' }).click()
  await page.getByRole('link', { name: 'Enter your exams' }).click()
  await expect(heading(page, 'Exams')).toBeVisible()

  const step1 = region(page, 'Step 1')
  await step1.getByText('Add Step 1').click()
  await step1.getByLabel('Day of the exam').fill('2025-03-10')
  await step1.getByLabel('What came of it').selectOption({ label: 'Passed' })
  await step1.getByRole('button', { name: 'Add to Step 1' }).click()
  await expect(step1.getByText('Passed on 10 March 2025, on the first attempt.')).toBeVisible()
}

/** A date after review day is said to miss it; an earlier one is weighed, and the last that still makes it is named. */
async function setsAnExamDate(page: Page): Promise<void> {
  if (!review) throw new Error('no season can be planned')
  const timing = region(page, `Step 2 CK and season ${season?.year}`)
  const step2 = region(page, 'Step 2 CK')
  await step2.getByText('Add Step 2 CK').click()
  await step2.getByLabel('Day of the exam').fill(addDays(review, 10))
  await step2.getByLabel('What came of it').selectOption({ label: 'Planned' })
  await step2.getByRole('button', { name: 'Add to Step 2 CK' }).click()
  await expect(timing).toContainText(formatDate(review))
  await expect(timing).toContainText(/not there|too late|misses/i)

  await step2.getByRole('link', { name: /Edit the sitting/ }).click()
  await expect(page).toHaveURL(/\/exams\/attempts\//)
  await page.getByLabel('Day of the exam').fill(addDays(review, -80))
  await page.getByRole('button', { name: /Save/ }).click()
  await expect(timing).toContainText(`with an exam on ${formatDate(addDays(review, -80))} the score is there`)
}

async function fillsInTheProfile(page: Page): Promise<void> {
  await goTo(page, 'Profile')
  const visa = region(page, 'Visa')
  await visa.getByLabel('I need a visa to train in the US').check()
  await visa.getByRole('checkbox', { name: 'J-1' }).check()
  await visa.getByRole('button', { name: 'Save: Visa' }).click()
  await expect(visa.getByText('Saved.')).toBeVisible()

  const research = region(page, 'Research')
  await research.getByText('Add research').first().click()
  await research.getByLabel('Field').selectOption('genetics')
  await research.getByLabel('Your part in it').selectOption('member')
  await research.getByLabel('Length').fill('14')
  await research.getByRole('button', { name: 'Add research' }).click()
  await expect(research.getByText(/14 months/).first()).toBeVisible()
}

async function addsPrograms(page: Page): Promise<void> {
  await goTo(page, 'Programs')
  for (const [asked, name] of [
    ['salt lake', /^Add University of Utah, Ped/],
    ['iowa', /^Add University of Iowa/],
  ] as const) {
    await page.getByLabel('Search').fill(asked)
    await page.getByRole('button', { name: 'Show', exact: true }).click()
    await page.getByRole('button', { name }).first().click()
    await expect(page.getByRole('link', { name: /On your list/ }).first()).toBeVisible()
  }
}

async function readsTheList(page: Page): Promise<void> {
  await goTo(page, 'List')
  await expect(page.getByRole('rowheader')).toHaveCount(2)
  const utah = page.getByRole('row', { name: /University of Utah/ })
  await expect(utah).toContainText(/Strong|Solid|Possible|Reach|Not enough facts/)
  await utah.getByRole('rowheader').getByRole('link').click()
  const gates = region(page, 'What opens or closes it')
  await expect(gates).toContainText('Not known')
  await expect(gates).toContainText('Visa')
  await expect(page.getByText('is not a chance of matching').first()).toBeVisible()
}

async function signsUp(page: Page, email: string): Promise<void> {
  await page.getByRole('link', { name: 'Sign up to keep it' }).click()
  await page.getByLabel('Mail address').fill(email)
  await page.getByRole('button', { name: 'Send me a link' }).click()
  await expect(heading(page, 'We sent you a link')).toBeVisible()
  const { link } = await lastMailTo(e2eDataFolder(), email)
  await page.goto(link)
  await page.getByLabel('New password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Make my account' }).click()
  await expect(page).toHaveURL(/\/home$/)
  await expect(page.getByText('Sign up to keep it')).toHaveCount(0)
}

async function findsEverythingElsewhere(page: Page, email: string): Promise<void> {
  await page.goto('/')
  await page.getByRole('link', { name: 'Sign in' }).click()
  await page.getByLabel('Mail address').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page).toHaveURL(/\/home$/)

  await goTo(page, 'List')
  await expect(page.getByRole('rowheader', { name: /University of Utah/ })).toBeVisible()
  await expect(page.getByRole('rowheader', { name: /University of Iowa/ })).toBeVisible()
  await goTo(page, 'Exams')
  await expect(region(page, 'Step 1')).toContainText('Passed on 10 March 2025')
  if (review) await expect(region(page, 'Step 2 CK')).toContainText(formatDate(addDays(review, -80)))
  await goTo(page, 'Profile')
  await expect(region(page, 'Visa').getByRole('checkbox', { name: 'J-1' })).toBeChecked()
  await expect(
    region(page, 'Research')
      .getByText(/14 months/)
      .first(),
  ).toBeVisible()
}

async function journey(page: Page, browser: Browser, hasScript: boolean): Promise<void> {
  test.setTimeout(180_000)
  const email = `newcomer-${randomUUID()}@example.org`
  await test.step('looks round in the sample, and clears it', () => looksRoundInTheSample(page))
  await test.step('enters exams', () => entersExams(page))
  await test.step('sets an exam date against the calendar', () => setsAnExamDate(page))
  await test.step('fills in the profile', () => fillsInTheProfile(page))
  await test.step('adds real programs', () => addsPrograms(page))
  await test.step('reads the list with its reasons', () => readsTheList(page))
  await test.step('signs up', () => signsUp(page, email))
  const viewport = page.viewportSize()
  const elsewhere = await browser.newContext({ javaScriptEnabled: hasScript, viewport })
  await test.step('signs in elsewhere and finds everything', async () =>
    findsEverythingElsewhere(await elsewhere.newPage(), email))
  await elsewhere.close()
}

test('the first evening @phone', ({ page, browser }) => journey(page, browser, true))

test.describe('with JavaScript off', () => {
  test.use({ javaScriptEnabled: false })
  test('the first evening, by forms alone', ({ page, browser }) => journey(page, browser, false))
})
