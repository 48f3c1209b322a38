import type { Page } from '@playwright/test'
import { expect, test } from '../support/e2e/test'

const panel = (page: Page, name: string | RegExp) => page.getByRole('region', { name })

const MAIL = [
  'Dear Doctor,',
  'We are pleased to invite you to a virtual interview with our program.',
  'Available dates: December 1, 8 and 15, 2099, 9:00 am to 1:00 pm Eastern Time.',
  'Join: https://zoom.us/j/123',
].join('\n')

/** The mail with days that lie ahead of the machine's clock, so that the reading finds them in reach. */
function mailFor(now: Date): { mail: string; second: string } {
  const year = now.getUTCMonth() === 11 ? now.getUTCFullYear() + 1 : now.getUTCFullYear()
  return { mail: MAIL.replace('2099', String(year)), second: `${year}-12-08` }
}

for (const script of ['with JavaScript', 'without JavaScript'] as const) {
  test.describe(`interviews, ${script}`, () => {
    test.use({ javaScriptEnabled: script === 'with JavaScript' })

    test('an invitation is pasted, confirmed, booked on both clocks and seen on the list @phone', async ({
      page,
      people,
      signInAs,
      owner,
    }) => {
      test.setTimeout(120_000)
      const ana = await people.memberAtWork({ programs: 2, hasOwnProgram: false, timeZone: 'Asia/Kathmandu' })
      const [entryId = ''] = ana.work.entryIds
      const { mail, second } = mailFor(new Date())
      await signInAs(ana)
      await page.goto(`/list/${entryId}`)
      await page.getByRole('link', { name: 'An invitation came' }).click()
      await expect(page.getByLabel('From which program')).toHaveValue(entryId)
      await page.getByLabel('At what hour').fill('00:01')
      await page.getByRole('textbox', { name: /^The mail/ }).fill(mail)
      await page.getByRole('button', { name: 'Go on' }).click()

      await expect(page.getByRole('heading', { name: 'What the invitation says' })).toBeVisible()
      await expect(page.getByLabel('Day 2', { exact: true })).toHaveValue(second)
      await expect(page.getByLabel('From', { exact: true }).nth(1)).toHaveValue('09:00')
      await expect(page.getByRole('radio', { name: 'By video' })).toBeChecked()
      await page.getByLabel('Whose clock the hours are on').selectOption('America/New_York')
      // Nothing was kept before it was confirmed.
      expect(await owner`select 1 from interview_slots where applicant_id = ${ana.userId}`).toHaveLength(0)
      await page.getByLabel('Day 1', { exact: true }).fill('')
      await page.getByRole('button', { name: 'Keep this' }).click()
      await expect(page.getByText('Enter the day of this hour, or empty both').first()).toBeVisible()
      await expect(page.getByLabel('Day 2', { exact: true })).toHaveValue(second)
      await page.getByLabel('From', { exact: true }).first().fill('')
      await page.getByRole('button', { name: 'Keep this' }).click()

      await expect(page.getByText('What the invitation says is kept.')).toBeVisible()
      const when = panel(page, 'Times on offer')
      await expect(when).toContainText('48 hours')
      await expect(when).toContainText('For you, Kathmandu')
      await expect(when.getByRole('listitem')).toHaveCount(2)
      // 09:00 in New York in December is 19:45 in Kathmandu, and 13:00 is 23:45.
      await expect(when.getByRole('listitem').first()).toContainText('19:45')
      await expect(when.getByRole('listitem').first()).toContainText('It runs until 23:45 for you.')
      await when.getByRole('listitem').first().getByRole('button', { name: 'Booked this one' }).click()
      await expect(
        page.getByText('Booked. The program stands as “Interview scheduled” on your list.'),
      ).toBeVisible()

      await page.goto('/interviews')
      await expect(panel(page, 'By day')).toContainText('19:45')
      await expect(panel(page, 'Waiting for your answer')).toHaveCount(0)
      await page.goto(`/list/${entryId}`)
      const history = panel(page, 'Interview scheduled')
      await expect(history).toContainText('09:00 in New York')
      await expect(history).toContainText('Interview offered')
    })

    test('an hour that does not exist is refused in words, and one that comes twice asks which', async ({
      page,
      people,
      signInAs,
    }) => {
      const ana = await people.memberAtWork({ programs: 1, hasOwnProgram: false })
      await signInAs(ana)
      await page.goto(`/interviews/${ana.work.interviewId}`)
      const form = page.locator('form#book')
      await page.getByText('It was at another time, or is still ahead').click()
      const ask = async (date: string, time: string) => {
        await form.getByLabel('Whose clock').selectOption('America/New_York')
        await form.getByLabel('Day').fill(date)
        await form.getByLabel('From').fill(time)
        await form.getByRole('button', { name: 'Keep the booking' }).click()
      }
      await ask('2027-03-14', '02:30')
      await expect(page.getByText(/skip 02:30: they go on at 03:00/).first()).toBeVisible()
      await expect(form.getByLabel('From')).toHaveValue('02:30')
      await ask('2027-11-07', '01:30')
      await expect(page.getByText(/show 01:30 twice/).first()).toBeVisible()
    })

    test('the order is moved, certified, and says loudly when it changed since', async ({
      page,
      people,
      signInAs,
      owner,
    }) => {
      const ana = await people.memberAtWork({ programs: 3, hasOwnProgram: false })
      await owner`update list_entries set status = 'interviewed' where applicant_id = ${ana.userId}`
      await owner`delete from rank_lists where applicant_id = ${ana.userId}`
      await signInAs(ana)
      await page.goto('/rank')
      await expect(page.getByText('This order is not certified yet.')).toBeVisible()
      const waiting = panel(page, 'Not placed yet')
      for (let left = 3; left > 0; left -= 1) {
        await expect(waiting.getByRole('listitem')).toHaveCount(left)
        await waiting.getByRole('button', { name: 'Put on the list' }).first().click()
      }
      await expect(waiting).toHaveCount(0)
      const list = panel(page, 'Your order')
      const names = () => list.getByRole('listitem').locator('p.font-medium').allInnerTexts()
      await expect(list.getByRole('listitem')).toHaveCount(3)
      const [first = '', second = '', third = ''] = await names()

      await page.getByText('I have certified this order at NRMP').click()
      await page.getByRole('button', { name: 'Record it' }).click()
      await expect(page.getByText(/^Certified on .*, and unchanged since\.$/)).toBeVisible()

      await list
        .getByRole('button', { name: /^Move .* up$/ })
        .nth(2)
        .click()
      await expect.poll(names).toEqual([first, third, second])
      await expect(page.getByText(/^Changed since you certified on/)).toBeVisible()
      await page.goto('/rank')
      expect(await names()).toEqual([first, third, second])
      await page.goto(`/list/${ana.work.entryIds[0]}`)
      await expect(panel(page, 'Ranked')).toBeVisible()
    })

    test('impressions of the day become marks, choices become an order, and a circle is shown', async ({
      page,
      people,
      signInAs,
      owner,
    }) => {
      test.setTimeout(120_000)
      const ana = await people.memberAtWork({ programs: 3, hasOwnProgram: false })
      await owner`update list_entries set status = 'interviewed' where applicant_id = ${ana.userId}`
      await signInAs(ana)
      await page.goto(`/interviews/${ana.work.interviewId}`)
      const how = panel(page, 'How it was')
      const people_ = how.getByRole('group', { name: /^People/ })
      await people_.getByLabel('Mark').selectOption('5')
      await people_.getByLabel('What you saw').fill('They laughed together')
      await how.getByRole('button', { name: 'Keep the impressions' }).click()
      await expect(page.getByText('Impressions kept.')).toBeVisible()

      await page.goto('/rank/marks')
      await expect(panel(page, 'What your marks say')).toContainText('1 of 8')
      await expect(page.locator(`#marks-${ana.work.entryIds.at(-1)}`).getByLabel('People')).toHaveValue('5')

      const pair = panel(page, 'Where would you rather train?')
      const [a = '', b = '', c = ''] = ana.work.entryIds
      for (const [over, other] of [
        [a, b],
        [b, c],
        [c, a],
      ]) {
        await page.goto(`/rank/compare?a=${over}&b=${other}`)
        await pair
          .getByRole('button', { name: /^Rather / })
          .first()
          .click()
        await expect(page.getByText('Kept.', { exact: true })).toBeVisible()
      }
      await expect(page.getByText(/These answers run in a circle/)).toBeVisible()
      await panel(page, 'Your answers').getByRole('button', { name: 'Take back' }).first().click()
      await expect(page.getByText('Taken back.')).toBeVisible()
      await expect(page.getByText(/These answers run in a circle/)).toHaveCount(0)
    })
  })
}

test('the rank list is moved by the arrow keys and by dragging, keeps the focus, and is handed out as CSV', async ({
  page,
  people,
  signInAs,
  owner,
}) => {
  const ana = await people.memberAtWork({ programs: 3, hasOwnProgram: false })
  const { entryIds, cycleId } = ana.work
  await owner`update list_entries set status = 'interviewed' where applicant_id = ${ana.userId}`
  await owner`update rank_lists set entry_order = ${entryIds} where cycle_id = ${cycleId}`
  await signInAs(ana)
  await page.goto('/rank')
  const up = page.locator(`#up-${entryIds[2]}`)
  await up.focus()
  await up.press('ArrowUp')
  await up.press('ArrowUp')
  await expect(page.getByText(/is number 1 of 3\./)).toBeVisible()
  await expect(up).toBeFocused()
  const stored = async () =>
    (await owner`select entry_order from rank_lists where applicant_id = ${ana.userId}`)[0]?.entry_order
  await expect.poll(stored).toEqual([entryIds[2], entryIds[0], entryIds[1]])

  // The same by dragging; a drag that is let go beside the list changes nothing.
  const row = (id: string | undefined) => page.locator(`#entry-${id}`)
  await row(entryIds[1]).dragTo(row(entryIds[2]))
  await expect(page.getByText(/is number 1 of 3\./)).toBeVisible()
  await expect.poll(stored).toEqual([entryIds[1], entryIds[2], entryIds[0]])
  await row(entryIds[0]).dragTo(page.getByRole('heading', { level: 1 }))
  await expect(page.locator('#order li').last()).toHaveId(`entry-${entryIds[0]}`)
  await page.reload()
  await expect(page.locator('#order li').first()).toHaveId(`entry-${entryIds[1]}`)
  expect(await stored()).toEqual([entryIds[1], entryIds[2], entryIds[0]])
  const answer = await page.request.get('/rank/export?as=csv')
  expect(answer.headers()['content-type']).toContain('text/csv')
  expect((await answer.text()).split('\r\n')).toHaveLength(5)
})
