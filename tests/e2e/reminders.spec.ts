import ICAL from 'ical.js'
import { addDays } from '@/lib/dates/calendar-date'
import { today } from '@/lib/dates/instant'
import { type Person, setAppSettings } from '../support/e2e/people'
import { expect, test } from '../support/e2e/test'

/* The worker of the server under test sends no mail: what mails hold is tried in tests/db against a real mail server. */

const day = (days: number) => addDays(today(new Date().toISOString(), 'UTC'), days)

/** Gives a person exam days so many days ahead; the first is said to be of Step 3, the second of OET. */
async function withExams(owner: import('postgres').Sql, person: Person, days: number[]): Promise<void> {
  for (const [index, ahead] of days.entries()) {
    await owner`insert into exam_attempts (applicant_id, exam, taken_on, outcome)
      values (${person.userId}, ${['step3', 'oet'][index] ?? 'step1'}, ${day(ahead)}, 'planned')`
  }
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test(`what is near is put off, done and taken up again${javaScriptEnabled ? ' @phone' : ''}`, async ({
      page,
      people,
      owner,
      signInAs,
    }) => {
      const ana = await people.member({ timeZone: 'UTC' })
      await withExams(owner, ana, [5, 90])
      await signInAs(ana)
      await page.goto('/reminders')
      const open = page.getByRole('region', { name: 'Open now' })
      await expect(open.getByText('in 5 days')).toBeVisible()
      await expect(page.getByText('You are reminded 30, 14, 7, 3 and 1 days before.')).toBeVisible()

      await open.getByRole('button', { name: /^Put off, in 3 days/ }).click()
      await expect(open.getByText(/Put off until/)).toBeVisible()
      await open.getByRole('button', { name: /^Take up again/ }).click()
      await expect(open.getByText(/Put off until/)).toBeHidden()
      await open.getByRole('button', { name: /^Done/ }).click()
      await expect(page.getByText('Nothing to remind you of today')).toBeVisible()

      const done = page.getByRole('region', { name: 'Marked as done' })
      await done.getByText('1 date').click()
      await done.getByRole('button', { name: /^Take up again/ }).click()
      await expect(open.getByText('in 5 days')).toBeVisible()

      await open.getByText('Its own days, or a calendar file').click()
      await open.getByRole('textbox', { name: 'Days before' }).fill('soon')
      await open.getByRole('button', { name: 'Save', exact: true }).click()
      await expect(open.getByText('Enter whole days with commas').first()).toBeVisible()
      await expect(open.getByRole('textbox', { name: 'Days before' })).toHaveValue('soon')
    })

    test('the settings say how one is reminded, and refuse an hour within the quiet ones', async ({
      page,
      people,
      signInAs,
    }) => {
      await signInAs(await people.member({ timeZone: 'Asia/Kathmandu' }))
      await page.goto('/settings')
      const panel = page.getByRole('region', { name: 'Reminders' })
      await expect(panel.getByText('Hours are those of Kathmandu.')).toBeVisible()
      await panel.getByLabel('A mail of its own for what cannot wait').uncheck()
      await panel.getByRole('textbox', { name: 'Days before' }).fill('20, 5')
      await panel.getByRole('combobox', { name: 'Daily mail at' }).selectOption('23')
      await panel.getByRole('button', { name: 'Save reminders' }).click()
      await expect(panel.getByText('This hour is within the quiet hours').first()).toBeVisible()
      await expect(panel.getByRole('textbox', { name: 'Days before' })).toHaveValue('20, 5')
      await panel.getByRole('combobox', { name: 'Daily mail at' }).selectOption('18')
      await panel.getByRole('button', { name: 'Save reminders' }).click()
      await expect(page.getByText('Your reminders are saved.')).toBeVisible()
      await page.reload()
      await expect(panel.getByRole('combobox', { name: 'Daily mail at' })).toHaveValue('18')
      await expect(panel.getByRole('textbox', { name: 'Days before' })).toHaveValue('20, 5')
      await expect(panel.getByLabel('A mail of its own for what cannot wait')).not.toBeChecked()
    })
  })
}

test('a private calendar address is read by a calendar program, renewed, and ended', async ({
  page,
  people,
  owner,
  origin,
  signInAs,
  request,
}) => {
  const ana = await people.memberAtWork({ timeZone: 'UTC' })
  await withExams(owner, ana, [12])
  await signInAs(ana)
  await page.goto('/settings')
  const panel = page.getByRole('region', { name: 'Calendar' })
  await expect(panel.getByText('Calendar services look when they please')).toBeVisible()
  const make = async (button: string) => {
    await panel.getByRole('button', { name: button }).click()
    const line = panel.getByText('Your calendar address, shown this once')
    await expect(line).toBeVisible()
    const address = /https?:\S+\.ics/.exec((await line.textContent()) ?? '')?.[0] ?? ''
    return address.replace(/^https?:\/\/[^/]+/, origin)
  }
  const first = await make('Make my calendar address')
  const answer = await request.get(first)
  expect(answer.headers()['content-type']).toBe('text/calendar; charset=utf-8')
  const text = await answer.text()
  const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent')
  const exam = events.map((one) => new ICAL.Event(one)).find(({ summary }) => summary.includes('Step 3'))
  expect(exam?.startDate.toString()).toBe(day(12))
  // The list's standings and the scores of memberAtWork are nowhere in it.
  const [score] = await owner<{ score: number }[]>`
    select score from exam_attempts where applicant_id = ${ana.userId} and score is not null limit 1`
  expect(text.replaceAll(/^(DT|UID|URL).*$/gm, '')).not.toContain(String(score?.score))
  expect(text).not.toMatch(/\b(strong|solid|reach|standing)\b/i)
  const again = await request.get(first, { headers: { 'if-none-match': answer.headers().etag ?? '' } })
  expect(again.status()).toBe(304)

  await page.goto('/settings')
  const second = await make('Make a new address')
  expect((await request.get(first)).status()).toBe(404)
  expect((await request.get(second)).status()).toBe(200)
  await page.goto('/settings')
  await panel.getByRole('button', { name: 'End the address' }).click()
  await expect(page.getByText('The calendar address is ended')).toBeVisible()
  expect((await request.get(second)).status()).toBe(404)
})

test('one date comes as a file of its own, to its owner alone', async ({ people, owner, page, signInAs }) => {
  const ana = await people.member({ timeZone: 'UTC' })
  await withExams(owner, ana, [5])
  const [exam] = await owner<
    { id: string }[]
  >`select id from exam_attempts where applicant_id = ${ana.userId}`
  await signInAs(ana)
  const path = `/reminders/calendar?kind=exam&id=${exam?.id}`
  const own = await page.request.get(path)
  expect(new ICAL.Component(ICAL.parse(await own.text())).getAllSubcomponents('vevent')).toHaveLength(1)
  await signInAs(await people.member())
  expect((await page.request.get(path)).status()).toBe(404)
})

test.describe('a link out of a mail', () => {
  test.use({ javaScriptEnabled: false })

  test('turns mails off without signing in, says what is off, and has a way back', async ({
    page,
    people,
    owner,
    request,
  }) => {
    const ana = await people.member()
    const token = await mailLink(ana.userId)
    const settings = async () => {
      const [row] = await owner`select is_digest_on as digest, is_urgent_on as urgent from reminder_settings
        where applicant_id = ${ana.userId}`
      return row
    }
    await page.goto(`/unsubscribe/${token}`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      'Turn off the daily mail of what is coming up?',
    )
    // Being looked at changes nothing: mail programs open links by themselves.
    expect(await settings()).toBeUndefined()
    await page.getByRole('button', { name: 'Turn off', exact: true }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      'Off: the daily mail of what is coming up',
    )
    expect(await settings()).toEqual({ digest: false, urgent: true })
    await page.getByRole('button', { name: 'Turn on again' }).click()
    await expect(page.getByRole('button', { name: 'Turn off', exact: true })).toBeVisible()
    expect(await settings()).toEqual({ digest: true, urgent: true })

    const oneClick = (link: string, form: Record<string, string>) =>
      request.post(`/unsubscribe/${link}/one-click`, { form })
    expect((await oneClick(token, { other: 'x' })).status()).toBe(400)
    expect((await oneClick(token, { 'List-Unsubscribe': 'One-Click' })).status()).toBe(200)
    expect(await settings()).toEqual({ digest: false, urgent: true })
    const forged = `${token.slice(0, -2)}${token.endsWith('AA') ? 'BB' : 'AA'}`
    expect((await oneClick(forged, { 'List-Unsubscribe': 'One-Click' })).status()).toBe(404)
    await page.goto(`/unsubscribe/${forged}`)
    await expect(page.getByText('This link does not work')).toBeVisible()
  })
})

/** Signed with the secret of the server under test, as its worker signs. */
async function mailLink(personId: string): Promise<string> {
  setAppSettings()
  const { mailLinkToken } = await import('@/lib/io/mail-link')
  return mailLinkToken(personId, 'digest')
}
