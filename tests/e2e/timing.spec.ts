import type { Locator, Page } from '@playwright/test'
import type postgres from 'postgres'
import type { Person } from '../support/e2e/people'
import { expect, test } from '../support/e2e/test'

/*
 * The simulator for season 2028. By hand from the season calendar (projected): review on 22 September 2027, so the last exam
 * day is 25 July 2027 with eight weeks and 22 August 2027 with four.
 */

const region = (page: Page, name: string) => page.getByRole('region', { name, exact: true })
const verdict = (page: Page) => region(page, 'What the dates speak for')
const handle = (page: Page, name: string) => page.getByRole('slider', { name: `${name}, exam day` })

/** Practice results with a score, timed, within the last weeks. */
async function practise(owner: postgres.Sql, person: Person, scores: readonly number[]) {
  for (const [index, score] of scores.entries()) {
    const on = new Date(Date.now() - (index + 1) * 7 * 86_400_000).toISOString().slice(0, 10)
    await owner`insert into practice_results (applicant_id, exam, kind, taken_on, score, is_timed)
      values (${person.userId}, 'step2ck', 'nbme_ccssa', ${on}, ${score}, true)`
  }
}

/** All that the board says, without the fields: what two ways to the same dates must agree in. */
async function drawn(page: Page): Promise<string[]> {
  const parts = [
    verdict(page),
    region(page, 'Fifty futures of each date'),
    region(page, 'What each choice costs'),
    region(page, 'The rules on these dates'),
  ]
  // Not as laid out: a part out of view is not laid out at all.
  return Promise.all(parts.map(async (part) => (await part.textContent()) ?? ''))
}

async function centre(of: Locator) {
  await of.scrollIntoViewIfNeeded()
  const box = await of.boundingBox()
  if (!box) throw new Error('not on the page')
  const [least, most, now] = await Promise.all(
    ['min', 'max']
      .map(async (name) => Number(await of.getAttribute(name)))
      .concat(of.inputValue().then(Number)),
  )
  // A native slider's thumb keeps within its box: 44 px wide, so its middle runs from 22 px to 22 px before the end.
  const share = ((now ?? 0) - (least ?? 0)) / ((most ?? 1) - (least ?? 0))
  return { x: box.x + 22 + share * (box.width - 44), y: box.y + box.height / 2 }
}

test('a date dragged by pointer and by keys says the same as the date typed, and is kept @phone', async ({
  page,
  people,
  signInAs,
  owner,
}) => {
  const ana = await people.member({ timeZone: 'Asia/Kathmandu' })
  await practise(owner, ana, [243, 239])
  await signInAs(ana)
  await page.goto('/exams/timing?earlier=2027-06-28&later=2027-08-25&next=&target=240')
  await expect(verdict(page)).toContainText('The dates speak for the earlier one, 28 June 2027.')
  await expect(verdict(page)).toContainText(/Article: .*C6.*C8/)
  const bar = page.getByText('Last exam day for review on 22 Sep 2027 (projected)')
  await expect(bar).toContainText('25 July if the result takes eight weeks, 22 August if four.')

  // By keys: one day each, a week with Page Up and Page Down.
  const earlier = handle(page, 'Earlier date')
  const earlierField = page.getByLabel('Earlier date', { exact: true })
  await expect(async () => {
    // Again where the page was not alive yet: the server's picture stands before the script does.
    await earlierField.fill('2027-06-28')
    await earlier.press('ArrowRight')
    await expect(earlierField).toHaveValue('2027-06-29', { timeout: 1000 })
  }).toPass()
  await earlier.press('PageDown')
  await earlier.press('ArrowLeft')
  await expect(earlierField).toHaveValue('2027-06-21')
  await expect(region(page, 'Fifty futures of each date')).toContainText('21 June 2027')

  // By pointer: to wherever it lands; the field then holds that day.
  const later = handle(page, 'Later date')
  const from = await centre(later)
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(from.x - 20, from.y, { steps: 4 })
  await page.mouse.move(from.x - 40, from.y, { steps: 4 })
  await page.mouse.up()
  const field = page.getByLabel('Later date', { exact: true })
  await expect(field).not.toHaveValue('2027-08-25')
  // The address comes last: once it agrees with the field, all that follows a moving hand has followed.
  await expect(async () => {
    expect(page.url()).toContain(`later=${await field.inputValue()}`)
  }).toPass()
  const dropped = await field.inputValue()
  expect(dropped < '2027-08-25' && dropped > '2027-01-01').toBe(true)
  const dragged = await drawn(page)
  // What was tried stands in the address, and the last dates stay in view from the foot of the page.
  await expect(page).toHaveURL(new RegExp(`later=${dropped}`))
  await page.getByRole('heading', { name: 'The rules on these dates' }).scrollIntoViewIfNeeded()
  await expect(bar).toBeInViewport()

  await field.fill('2027-08-25')
  await expect(verdict(page)).toContainText('28')
  await field.fill(dropped)
  // Pictures, costs and rules follow the dates a moment later.
  await expect.poll(() => drawn(page)).toEqual(dragged)

  await page.getByRole('button', { name: 'Keep these dates' }).click()
  await expect(page.getByText('These dates are kept.')).toBeVisible()
  await page.goto('/exams/timing')
  await expect(field).toHaveValue(dropped)
  await expect(page.getByLabel('Target score')).toHaveValue('240')
  await expect(page.getByText('Kept for season 2028.')).toBeVisible()
  expect(await drawn(page)).toEqual(dragged)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the form draws the same picture, refuses what is no date, and keeps what is shown', async ({
    page,
    browser,
    people,
    signInAs,
    owner,
  }) => {
    const ana = await people.member({ timeZone: 'Pacific/Marquesas' })
    await practise(owner, ana, [243, 239])
    await signInAs(ana)
    await page.goto('/exams/timing')
    await page.getByLabel('Earlier date', { exact: true }).fill('2027-06-28')
    await page.getByLabel('Later date', { exact: true }).fill('2027-08-25')
    await page.getByLabel('Next season, 2029').fill('')
    await page.getByLabel('Target score').fill('2x0')
    await page.getByRole('button', { name: 'Show these dates' }).click()
    await expect(page.getByText('Enter the target as three digits, or leave it empty.')).toBeVisible()
    await expect(page.getByLabel('Target score')).toHaveValue('2x0')
    await page.getByLabel('Target score').fill('240')
    await page.getByRole('button', { name: 'Show these dates' }).click()
    await expect(verdict(page)).toContainText('The dates speak for the earlier one, 28 June 2027.')
    await expect(handle(page, 'Earlier date')).toBeHidden()

    // The browser with script draws the same from the same answers.
    const scripted = await browser.newContext({ javaScriptEnabled: true })
    await signInAs(ana, scripted)
    const other = await scripted.newPage()
    await other.goto(page.url())
    await expect(handle(other, 'Earlier date')).toBeVisible()
    expect(await drawn(other)).toEqual(await drawn(page))
    await scripted.close()

    await page.getByRole('button', { name: 'Keep these dates' }).click()
    await expect(page.getByText('These dates are kept.')).toBeVisible()
    await expect(page.getByLabel('Later date', { exact: true })).toHaveValue('2027-08-25')
    await expect(page.getByText('Kept for season 2028.')).toBeVisible()
  })

  test('each state before a decision is met calmly', async ({ page, people, signInAs, owner }) => {
    // A visitor: no practice result, so time alone, with the way to log one.
    await page.goto('/exams/timing')
    await expect(page.getByText('The score side is empty.')).toBeVisible()
    await expect(verdict(page)).toContainText('On time alone')
    await page.goto('/exams/timing?earlier=2027-09-20&later=&next=')
    await expect(verdict(page)).toContainText(
      'None of these dates has the score with programs on review day.',
    )

    const ana = await people.member()
    await signInAs(ana)
    const sat = (on: string, outcome: string, score: number | null = null) =>
      owner`insert into exam_attempts (applicant_id, exam, taken_on, outcome, score)
        values (${ana.userId}, 'step2ck', ${on}, ${outcome}, ${score})`
    const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
    await sat(day(-10), 'pending')
    await page.goto('/exams/timing')
    await expect(page.getByText(/The result of .* is usually out by/)).toBeVisible()
    await expect(page.getByText('Weigh dates for a further sitting, should one be needed')).toBeVisible()
    await expect(verdict(page)).toBeHidden()

    await owner`update exam_attempts set outcome = 'fail', score = 210 where applicant_id = ${ana.userId}`
    await page.goto('/exams/timing')
    await expect(page.getByText('This attempt did not pass. It stays on the transcript.')).toBeVisible()
    await expect(verdict(page)).toBeVisible()

    await owner`update exam_attempts set outcome = 'pass', score = 240 where applicant_id = ${ana.userId}`
    await page.goto('/exams/timing')
    await expect(page.getByText('There is no date left to weigh.')).toBeVisible()
    await expect(verdict(page)).toHaveCount(0)
  })
})

test('two windows: the second to keep its dates is shown what the first one kept', async ({
  page,
  context,
  people,
  signInAs,
}) => {
  await signInAs(await people.member())
  await page.goto('/exams/timing?earlier=2027-06-28&later=&next=')
  const other = await context.newPage()
  await other.goto('/exams/timing?earlier=2027-07-05&later=&next=')
  await other.getByRole('button', { name: 'Keep these dates' }).click()
  await expect(other.getByText('These dates are kept.')).toBeVisible()

  await page.getByRole('button', { name: 'Keep these dates' }).click()
  await expect(page.getByText('Earlier date 5 July 2027; no target.')).toBeVisible()
  await expect(page.getByLabel('Earlier date', { exact: true })).toHaveValue('2027-06-28')
  await page.getByRole('button', { name: 'Keep these dates' }).click()
  await expect(page.getByText('These dates are kept.')).toBeVisible()
})
