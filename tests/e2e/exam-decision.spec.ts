import type { Locator, Page } from '@playwright/test'
import { addDays } from '@/lib/dates/calendar-date'
import { formatDate, formatShortDate } from '@/lib/dates/format'
import { today as dayIn } from '@/lib/dates/instant'
import { eventOn } from '@/lib/season/events'
import { cycleSeasons } from '@/lib/season/phase'
import { shippedSeasons } from '../factories/season'
import { expect, test } from '../support/e2e/test'

/*
 * The question that every applicant asks in May: sit now or push back? Somebody who has never been here answers it on a
 * phone: four results in, a decision out.
 */

const LIMIT_SECONDS = 180

/** What a hand and an eye need on a phone, beside what the pages take; on the slow side of the keystroke-level model. */
const SECONDS = { tap: 2.5, sign: 0.35, reading: 6 }

/** Does what a person does and counts what it would cost them. */
class Hand {
  spent = 0
  constructor(private readonly page: Page) {}

  async tap(target: Locator) {
    this.spent += SECONDS.tap
    await target.click()
  }
  async write(field: Locator, text: string) {
    this.spent += SECONDS.tap + text.length * SECONDS.sign
    await field.click()
    await this.page.keyboard.insertText(text)
  }
  async enter() {
    this.spent += SECONDS.sign
    await this.page.keyboard.press('Enter')
  }
  read() {
    this.spent += SECONDS.reading
  }
}

const today = dayIn(new Date().toISOString(), 'UTC')
const season = cycleSeasons(shippedSeasons, today).find((choice) => choice.isSuggested)?.season
const review = season ? eventOn(season, 'eras_program_review_opens') : null

test('a newcomer logs four results and has a decision on the date within three minutes @phone-only', async ({
  page,
}) => {
  if (!review) throw new Error('no season can be planned')
  const hand = new Hand(page)
  const start = Date.now()
  await page.goto('/')
  hand.read()
  await hand.tap(page.getByRole('link', { name: 'Start empty' }))
  await hand.tap(
    page
      .getByRole('navigation')
      .getByRole('link', { name: 'Exams', exact: true })
      .filter({ visible: true })
      .first(),
  )
  hand.read()
  await hand.tap(page.getByRole('link', { name: 'Log a result' }))
  const field = page.getByLabel('Test, day and result in one line')
  await expect(field).toBeVisible()
  hand.read()

  const day = (back: number) => formatShortDate(addDays(today, -back)).slice(0, -5)
  const lines = [
    `ccssa 9 ${day(70)} 224 timed`,
    `uwsa1 ${day(49)} 233 timed`,
    `ccssa 10 ${day(28)} 236 timed`,
    `ccssa 11 ${day(5)} 241 timed mixed`,
  ]
  const results = page.getByRole('region', { name: 'Practice results', exact: true })
  for (const [index, line] of lines.entries()) {
    await hand.write(field, line)
    await expect(page.getByText(/^Read as: /)).toBeVisible()
    await hand.enter()
    await expect(results.getByRole('rowheader')).toHaveCount(index + 1)
    await expect(field).toHaveValue('')
  }
  const forecast = page.getByRole('region', { name: 'Step 2 CK forecast', exact: true })
  await expect(forecast).toContainText(/Band \d{3} to \d{3} for .*, from 4 results\./)
  hand.read()

  await hand.tap(forecast.getByRole('link', { name: 'When to sit' }))
  const early = addDays(review, -86)
  const late = addDays(review, -28)
  for (const [label, on] of [
    ['Earlier date', early],
    ['Later date', late],
  ] as const) {
    hand.spent += SECONDS.tap + 8 * SECONDS.sign
    await page.getByLabel(label, { exact: true }).fill(on)
  }
  const verdict = page.getByRole('region', { name: 'What the dates speak for', exact: true })
  await expect(verdict).toContainText(`The dates speak for the earlier one, ${formatDate(early)}.`)
  await expect(verdict).toContainText('C6')
  await expect(page.getByText(/Last exam day for review/)).toContainText('if the result takes eight weeks')
  hand.read()

  const seconds = hand.spent + (Date.now() - start) / 1000
  expect(
    seconds,
    `${Math.round(seconds)} seconds, ${Math.round(hand.spent)} of them the person's own`,
  ).toBeLessThan(LIMIT_SECONDS)
  test.info().annotations.push({ type: 'seconds to a decision', description: String(Math.round(seconds)) })
})
