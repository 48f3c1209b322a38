import type { Page } from '@playwright/test'
import {
  arrive,
  choose,
  expectSaved,
  faultsOnTheWay,
  pick,
  press,
  tabTo,
  typeDate,
  write,
} from '../support/e2e/keyboard'
import { MATCH_WEEK_SEASON, putMatchWeekNow } from '../support/e2e/match-week'
import { expect, test } from '../support/e2e/test'

/* The whole desk without one click: after each save the page says so, and the keyboard goes on from where it was. */

test.use({ actionTimeout: 20_000 })

const region = (page: Page, name: string | RegExp) => page.getByRole('region', { name })

test('the checklist, a reminder and a message, by keyboard', async ({ page, people, owner, signInAs }) => {
  test.setTimeout(180_000)
  const ana = await people.memberAtWork({ programs: 2, hasOwnProgram: false, timeZone: 'UTC' })
  await owner`insert into exam_attempts (applicant_id, exam, taken_on, outcome)
    values (${ana.userId}, 'oet', current_date + 5, 'planned')`
  await signInAs(ana)
  await arrive(page, '/checklist')
  const item = (id: string) => page.locator(`li[id="${id}"]`)

  // Ticked, and taken back on the same button.
  const photo = item('photo').getByRole('button')
  await press(page, photo)
  await expect(item('photo')).toContainText('done today')
  await expect(photo).toHaveAccessibleName('Undo: Photo uploaded')
  await expectSaved(page, 'Done.', photo)
  await page.keyboard.press('Enter')
  await expect(item('photo')).not.toContainText('done today')
  await expectSaved(page, 'Open again.', photo)

  // Dated by hand: back at the item that was dated.
  await press(page, item('statement').locator('summary'))
  await press(page, item('statement').getByRole('link', { name: /Set a day of your own/ }))
  await typeDate(page, page.getByLabel('A day of your own'), ['2027', '07', '15'])
  await press(page, page.getByRole('button', { name: 'Save', exact: true }))
  await expect(item('statement')).toContainText('by 15 July 2027')
  await expectSaved(page, 'Saved.', item('statement'))

  // Put aside with a reason: back at it, wherever it is folded into.
  await press(page, item('letters_uploaded').locator('summary'))
  await press(page, item('letters_uploaded').getByRole('link', { name: /Set a day of your own/ }))
  await pick(page, page.locator('#mark').getByRole('radio', { name: 'Not needed' }))
  await write(page, page.getByLabel('Why it is not needed'), 'All writers use English')
  await press(page, page.getByRole('button', { name: 'Save', exact: true }))
  await expect(item('letters_uploaded')).toContainText('All writers use English')
  await expectSaved(page, 'Saved.', item('letters_uploaded'))

  const own = page.getByRole('form', { name: 'Add an item of your own' })
  await press(page, own.locator('summary'))
  await write(page, own.getByLabel('What is to be done'), 'Call the dean’s office')
  await press(page, own.getByRole('button', { name: 'Add it' }))
  await expectSaved(page, 'Your own item is on the checklist.', page.locator('#own'))
  await expect(page.getByRole('heading', { name: 'Call the dean’s office' })).toBeVisible()

  // A reminder has days of its own, and is put off.
  await arrive(page, '/reminders')
  const exam = region(page, 'Open now').getByRole('listitem').filter({ hasText: 'OET' })
  await press(page, exam.getByRole('button', { name: /^Put off, tomorrow/ }))
  await expect(exam).toContainText('Put off until')
  await expectSaved(page, 'Put off.', exam)
  await press(page, exam.locator('summary'))
  await write(page, exam.getByRole('textbox', { name: 'Days before' }), '10, 2')
  await press(page, exam.getByRole('button', { name: 'Save', exact: true }))
  await expect(exam).toContainText('Said 10 and 2 days before')
  await expectSaved(page, 'Saved.', exam.getByRole('button', { name: 'Save', exact: true }))

  // A message is logged, to be looked at again; a due one is done with.
  await arrive(page, `/contacts/new?entry=${ana.work.entryIds[0]}`)
  await press(page, page.getByRole('button', { name: 'Go on' }))
  await expect(page.getByText('Nothing speaks against a message today.')).toBeVisible()
  await typeDate(page, page.getByLabel('Look at it again on'), ['2099', '01', '15'])
  await press(page, page.getByRole('button', { name: 'I sent it: log it' }))
  await expect(page.getByText('follow up on 15 January 2099').first()).toBeVisible()
  await expectSaved(page, 'It is in the log.')
  await press(page, region(page, 'To follow up now').getByRole('button', { name: /^Done/ }))
  await expect(region(page, 'To follow up now')).toHaveCount(0)
  await expectSaved(page, '2 programs have not answered yet; 1 to follow up later.')
})

test('an invitation, statuses in table and board, and the rank list, by keyboard', async ({
  page,
  people,
  owner,
  signInAs,
}) => {
  test.setTimeout(180_000)
  const ana = await people.memberAtWork({ programs: 3, hasOwnProgram: false })
  const [first = ''] = ana.work.entryIds
  await owner`delete from rank_lists where applicant_id = ${ana.userId}`
  await signInAs(ana)
  const ahead = new Date(Date.now() + 30 * 86_400_000)
  const day = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' }).format(ahead)
  await arrive(page, `/interviews/new?entry=${first}`)
  await write(
    page,
    page.getByRole('textbox', { name: /^The mail/ }),
    `We invite you to a virtual interview on ${day}, 9:00 am to 1:00 pm Eastern Time.`,
  )
  await press(page, page.getByRole('button', { name: 'Go on' }))
  await expect(page.getByRole('heading', { name: 'What the invitation says' })).toBeVisible()
  await choose(page, page.getByLabel('Whose clock the hours are on'), 'Eastern')
  await press(page, page.getByRole('button', { name: 'Keep this' }))
  await expectSaved(page, 'What the invitation says is kept.')
  await press(page, region(page, 'Times on offer').getByRole('button', { name: 'Booked this one' }))
  await expectSaved(page, 'Booked. The program stands as “Interview scheduled” on your list.')

  await arrive(page, `/interviews/${ana.work.interviewId}`)
  const how = region(page, 'How it was')
  const mark = how.getByRole('group', { name: /^People/ })
  await choose(page, mark.getByLabel('Mark'), '5')
  await write(page, mark.getByLabel('What you saw'), 'They laughed together')
  const keep = how.getByRole('button', { name: 'Keep the impressions' })
  await press(page, keep)
  await expectSaved(page, 'Impressions kept.', keep)

  // Several at once in the table, and back.
  await arrive(page, '/list?sort=sponsor-up')
  const bar = page.locator('#bulk')
  const boxes = page.getByRole('checkbox', { name: /^Choose / })
  await press(page, boxes.nth(0), 'Space')
  await press(page, boxes.nth(1), 'Space')
  await expect(page.getByText('2 chosen')).toBeAttached()
  await choose(page, bar.getByLabel('What happened'), 'Interviewed')
  await press(page, bar.getByRole('button', { name: 'Record it' }))
  await expectSaved(page, /^2 programs: interviewed/, bar.getByRole('button', { name: 'Record it' }))
  await press(page, page.getByRole('button', { name: 'Undo' }))
  await expectSaved(page, 'Taken back: every status is as it was.')

  // One on the board, put down one place further, and back; then what the rank list needs.
  await arrive(page, '/list?view=board')
  const handle = page.getByRole('button', { name: /^Move / }).first()
  await press(page, handle)
  const held = page.getByRole('button', { name: /^Put .+ down$/ })
  const name = /^Put (.+) down$/.exec((await held.getAttribute('aria-label')) ?? '')?.[1] ?? ''
  await page.keyboard.press('ArrowRight')
  await expectSaved(page, 'Enter puts it here.', held)
  await page.keyboard.press('Escape')
  await expectSaved(page, `${name} stays where it was.`)
  await page.keyboard.press('Enter')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await expectSaved(page, /^1 program: /, page.getByRole('button', { name: `Move ${name}`, exact: true }))
  await press(page, page.getByRole('button', { name: 'Undo' }))
  await expectSaved(page, 'Taken back: every status is as it was.')
  await owner`update list_entries set status = 'interviewed' where applicant_id = ${ana.userId}`

  // Placed, ordered, certified.
  await arrive(page, '/rank')
  const waiting = region(page, 'Not placed yet')
  const list = region(page, 'Your order')
  for (let placed = 1; placed <= 3; placed += 1) {
    await press(page, waiting.getByRole('button', { name: 'Put on the list' }).first())
    await expect(list.getByRole('listitem')).toHaveCount(placed)
    await expectSaved(page, new RegExp(`^${placed} program`))
  }
  const stored = async () =>
    (await owner`select entry_order from rank_lists where applicant_id = ${ana.userId}`)[0]?.entry_order
  const [one, two, third] = await stored()
  const last = await list.getByRole('listitem').last().locator('p.font-medium').innerText()
  const up = page.getByRole('button', { name: `Move ${last} up` })
  await tabTo(page, up)
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  await expectSaved(page, `${last} is number 1 of 3.`, up)
  // Moves are sent after a moment: what is certified is the order that is stored.
  await expect.poll(stored).toEqual([third, one, two])
  await press(page, page.locator('summary', { hasText: 'I have certified this order at NRMP' }))
  await press(page, page.getByRole('button', { name: 'Record it' }))
  await expect(page.getByText(/^Certified on .*, and unchanged since\.$/)).toBeVisible()
  await expectSaved(page, 'Recorded: this order is certified.')
})

test('the day of offers, the end of a cycle and the next one, by keyboard', async ({
  page,
  people,
  owner,
  signInAs,
}) => {
  test.setTimeout(180_000)
  await putMatchWeekNow(owner)
  const ana = await people.memberAtWork({ programs: 2, seasonYear: MATCH_WEEK_SEASON })
  await owner`insert into soap_records (applicant_id, cycle_id, is_registered, is_verified, result, result_on)
    values (${ana.userId}, ${ana.work.cycleId}, true, true, 'not_matched', current_date - 3)`
  await owner`delete from soap_offers where applicant_id = ${ana.userId}`
  await signInAs(ana)
  await arrive(page, '/soap')
  const application = page.locator('#soap-application')
  await write(page, application.getByLabel('Or its name'), 'Pediatrics, Toledo')
  await press(page, application.getByRole('button', { name: 'Record the application' }))
  await expect(page.getByRole('heading', { name: '2 of 45 applications' })).toBeVisible()
  await expectSaved(page, 'Application recorded.', page.locator('#applications'))
  const offer = page.locator('#soap-offer')
  await choose(page, offer.getByLabel('Which program offered'), 'Ped')
  await choose(page, offer.getByLabel('Your answer'), 'Decl')
  await press(page, offer.getByRole('button', { name: 'Record the offer' }))
  await expectSaved(page, 'Offer recorded.', page.locator('#offers'))

  const ben = await people.memberAtWork({
    programs: 2,
    hasOwnProgram: false,
    hasSoap: false,
    seasonYear: 2026,
  })
  await signInAs(ben)
  await arrive(page, `/cycles/${ben.work.cycleId}`)
  const closing = page.locator(`#close-${ben.work.cycleId}`)
  await pick(page, closing.getByRole('radio', { name: 'Did not match' }))
  await press(page, closing.getByRole('button', { name: 'Close this cycle' }))
  await expectSaved(page, 'This cycle is closed. All of it is kept.')
  await press(page, page.getByRole('link', { name: 'Begin the next from it' }))
  const begin = page.getByRole('button', { name: /^Begin season/ })
  const taken = page.getByRole('checkbox')
  await tabTo(page, taken.nth(0))
  if (!(await taken.nth(0).isChecked())) await page.keyboard.press('Space')
  await press(page, begin)
  await expectSaved(page, 'Your new cycle has begun.')
})

test('Tab goes through each page in its order, is seen everywhere, and is caught nowhere', async ({
  page,
  people,
  owner,
  signInAs,
}) => {
  test.setTimeout(180_000)
  const ana = await people.memberAtWork({ programs: 2 })
  await owner`update list_entries set status = 'interviewed' where applicant_id = ${ana.userId}`
  await signInAs(ana)
  // Smooth scrolling would still be on its way.
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const faults: Record<string, string[]> = {}
  for (const path of [
    '/home',
    '/checklist?group=match',
    `/interviews/${ana.work.interviewId}`,
    '/list?view=board',
    '/rank',
    '/soap',
  ]) {
    await page.goto(path)
    // What the script adds to a page is there, such as the handles of the cards.
    await page.waitForLoadState('networkidle')
    const found = await faultsOnTheWay(page)
    if (found.length > 0) faults[path] = found
  }
  expect(faults).toEqual({})
})
