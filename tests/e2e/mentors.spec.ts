import type { Page } from '@playwright/test'
import { type Hand, keyboardOf, pointer } from '../support/e2e/hand'
import { expect, test } from '../support/e2e/test'
import { e2eDataFolder } from '../support/e2e-database'
import { type Letter, lastMailTo } from '../support/outbox'

const PASSWORD = 'four unrelated quiet words'

const level = (page: Page, group: string, choice: string) =>
  page.getByRole('radiogroup', { name: group }).getByRole('radio', { name: choice, exact: true })

/** The mentor's way in: from the mail, over a new account, to the mentee's page. */
async function acceptWithNewAccount(
  page: Page,
  { invitation, address, hand }: { invitation: Letter; address: string; hand: Hand },
): Promise<void> {
  await page.goto(invitation.link)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ana M. asks you to be their mentor')
  await expect(page.getByText('Would you look at my list?')).toBeVisible()
  await hand.press(page.getByRole('link', { name: 'Make an account' }))
  await hand.fill(page.getByLabel('Mail address'), address)
  await hand.press(page.getByRole('button', { name: 'Send me a link' }))
  await expect(page).toHaveURL(/\/sign-up\/sent/)
  const { link } = await lastMailTo(e2eDataFolder(), address, invitation)
  await page.goto(link)
  await hand.fill(page.getByLabel('New password'), PASSWORD)
  await hand.press(page.getByRole('button', { name: 'Make my account' }))
  await expect(page).toHaveURL(/\/invite\//)
  await hand.fill(page.getByLabel('Your name, as your mentees read it'), 'Dr. Okafor')
  await hand.choose(page.getByRole('radio', { name: 'No', exact: true }))
  await hand.press(page.getByRole('button', { name: 'Accept' }))
  await expect(page).toHaveURL(/\/mentees\/[0-9a-f-]{36}/)
}

for (const script of ['with JavaScript', 'without JavaScript'] as const) {
  test.describe(`mentors, ${script}`, () => {
    test.use({ javaScriptEnabled: script === 'with JavaScript', timezoneId: 'Asia/Kathmandu' })

    // With JavaScript the whole way goes by keyboard alone, on both sides.
    const handOf = (page: Page) => (script === 'with JavaScript' ? keyboardOf(page) : pointer)

    test('an applicant invites by mail, the mentor accepts over a new account and suggests a task, sees less, and then nothing @phone', async ({
      page,
      people,
      signInAs,
      browser,
      baseURL,
      owner,
    }) => {
      test.slow()
      const ana = await people.memberAtWork()
      const address = `mentor-${crypto.randomUUID()}@example.org`
      await signInAs(ana)
      await page.goto('/mentors/invite')
      // Refused: nothing is lost, and the fields say what is missing.
      const hand = handOf(page)
      await hand.fill(page.getByLabel('Your name, as they know you'), 'Ana M.')
      await hand.fill(page.getByLabel('A line to them'), 'Would you look at my list?')
      await hand.press(page.getByRole('button', { name: 'Invite', exact: true }))
      await expect(page.getByText('Enter what you call this person.').first()).toBeVisible()
      await expect(page.getByLabel('A line to them')).toHaveValue('Would you look at my list?')
      await hand.fill(page.getByLabel('Whom do you invite?'), 'Dr. Okafor')
      await hand.fill(page.getByLabel('Their mail address'), address)
      await hand.choose(level(page, 'Exams', 'Read'))
      await hand.choose(level(page, 'Documents and story', 'Nothing'))
      await hand.press(page.getByRole('button', { name: 'Invite', exact: true }))
      await expect(page.getByText('The invitation is on its way.')).toBeVisible()
      await expect(page.getByText(`Mailed to ${address}`)).toBeVisible()

      const mail = await lastMailTo(e2eDataFolder(), address)
      expect(mail.text).toContain('Subject: You are asked to be a mentor in Locus')
      expect(mail.text.match(/^Subject: .*$/m)?.[0]).not.toContain('Ana')

      const office = await browser.newContext({
        javaScriptEnabled: script === 'with JavaScript',
        baseURL: baseURL ?? '',
      })
      const mentor = await office.newPage()
      const theirs = handOf(mentor)
      await acceptWithNewAccount(mentor, { invitation: mail, address, hand: theirs })
      await expect(mentor.getByRole('heading', { level: 1 })).toContainText('Ana M.')
      const menteePage = new URL(mentor.url()).pathname
      // The mentor says one thing and suggests another; Home tells the applicant of both, and that they accepted.
      await theirs.press(mentor.getByRole('link', { name: 'Comments and tasks' }))
      const write = mentor.getByRole('region', { name: 'Write about a part of the cycle' })
      await theirs.press(write.locator('summary', { hasText: 'Suggest a task' }))
      await theirs.fill(write.getByLabel('What to do'), 'Add two programs in Ohio')
      await theirs.press(write.getByRole('button', { name: 'Suggest', exact: true }))
      await expect(mentor.getByText('Add two programs in Ohio')).toBeVisible()
      await theirs.press(write.locator('summary', { hasText: 'Comment' }))
      await theirs.fill(write.getByRole('textbox', { name: /^Write to Ana M\./ }), 'Your list is short.')
      await theirs.press(write.getByRole('button', { name: 'Send' }))
      await expect(mentor.getByRole('paragraph').filter({ hasText: 'Your list is short.' })).toBeVisible()
      await page.goto('/home')
      const fromMentors = page.getByRole('region', { name: 'From your mentors' })
      await expect(fromMentors.getByText(/^Dr\. Okafor and .* accepted your invitations/)).toBeVisible()
      await hand.press(fromMentors.getByRole('link', { name: /^Take it or not/ }))
      await expect(page).toHaveURL(/\/mentors\/notes#thread-/)
      await hand.press(page.getByRole('button', { name: 'Put it on my checklist' }))
      await expect(page.getByText('on the checklist', { exact: true })).toBeVisible()

      // As the applicant sees it through their eyes: the same heading, and what is withheld said to be so.
      await page.goto('/mentors')
      await hand.press(
        page.locator(`#${await cardOf(page, address)}`).getByRole('link', { name: 'See it as they do' }),
      )
      await expect(page.getByText('This page was made with their rights.')).toBeVisible()
      await expect(page.getByRole('heading', { level: 1 })).toContainText('Ana M.')
      await hand.press(page.getByRole('link', { name: 'Comments and tasks' }))
      await expect(page.getByRole('paragraph').filter({ hasText: 'Your list is short.' })).toBeVisible()
      await expect(page.getByRole('form')).toHaveCount(0)

      // Used: neither this person nor anybody else gets in by it again.
      await mentor.goto(mail.link)
      await expect(mentor.getByText('You are the mentor of Ana M.')).toBeVisible()

      await page.goto('/mentors')
      await expect(page.getByRole('heading', { name: 'Dr. Okafor' })).toBeVisible()
      await expect(page.getByText(address)).toBeVisible()
      await hand.press(
        page.locator(`#${await cardOf(page, address)}`).getByRole('link', { name: 'Change or end' }),
      )
      await hand.choose(level(page, 'Checklist', 'Nothing'))
      await hand.press(page.getByRole('button', { name: 'Save', exact: true }))
      await expect(page.getByText('Saved. It holds from their next click on.')).toBeVisible()
      await expect(level(page, 'Checklist', 'Nothing')).toBeChecked()

      await page.goto('/mentors/log')
      await expect(page.getByRole('row', { name: /Dr\. Okafor.*exams/i }).first()).toBeVisible()

      await page.goto('/mentors')
      await hand.press(
        page.locator(`#${await cardOf(page, address)}`).getByRole('link', { name: 'Change or end' }),
      )
      await hand.press(page.getByRole('button', { name: 'End access now' }))
      await expect(page.getByText('Access is ended. They see nothing from now on.')).toBeVisible()
      expect((await mentor.request.get(menteePage)).status()).toBe(404)
      await mentor.goto(mail.link)
      await expect(mentor.getByRole('heading', { level: 1 })).toHaveText('This invitation was used')
      await expect(mentor.getByText('Ana M.')).toHaveCount(0)
      const [grant] =
        await owner`select ended_by from grants where applicant_id = ${ana.userId} and mentor_email = ${address}`
      expect(grant).toEqual({ ended_by: 'applicant' })
      await office.close()
    })

    test('a link is made, shown once, read without an account, and ended', async ({
      page,
      people,
      signInAs,
      browser,
      baseURL,
    }) => {
      const ana = await people.memberAtWork()
      await signInAs(ana)
      await page.goto('/mentors/link')
      await page.getByLabel('Whom is it for?').fill('My dean')
      await page.getByLabel('Your name on the page').fill('A. M.')
      await page.getByRole('button', { name: 'Make the link' }).click()
      const shown = page.getByText('The link, shown this once:')
      await expect(shown).toBeVisible()
      const path = new URL(((await shown.textContent()) ?? '').match(/https?:\S+/)?.[0] ?? '').pathname
      const reader = await browser.newContext({
        javaScriptEnabled: script === 'with JavaScript',
        baseURL: baseURL ?? '',
      })
      const answer = await reader.request.get(path)
      expect(answer.status()).toBe(200)
      expect(answer.headers()['referrer-policy']).toBe('no-referrer')
      expect(answer.headers()['x-robots-tag']).toContain('noindex')
      expect(answer.headers()['cache-control']).toContain('no-store')
      expect(await answer.text()).toContain('A. M.')
      expect(await answer.text()).not.toContain('My dean')

      await page.goto('/mentors')
      await expect(page.getByText('My dean', { exact: true })).toBeVisible()
      await page.getByRole('button', { name: 'End the link for My dean' }).click()
      await expect(page.getByText('The link is ended: whoever opens it finds nothing.')).toBeVisible()
      const look = await reader.newPage()
      await look.goto(path)
      await expect(look.getByRole('heading', { level: 1 })).toHaveText('This link has ended')
      await expect(look.getByText('A. M.')).toHaveCount(0)
      await reader.close()
    })

    test('where a mentor works decides what they see, and both sides read why', async ({
      page,
      people,
      signInAs,
      owner,
    }) => {
      const ana = await people.memberAtWork()
      const [listed] = await owner<{ sponsor: string; id: string }[]>`
        select p.sponsor, p.id from list_entries e join programs p on p.id = e.program_id
        where e.applicant_id = ${ana.userId} and p.owner_id is null limit 1`
      const [grant] = await owner<{ id: string; mentor_id: string }[]>`
        select id, mentor_id from grants where applicant_id = ${ana.userId}`
      const mentor = await people.again(grant?.mentor_id ?? '')
      await signInAs(mentor)
      await page.goto('/settings/mentoring')
      await page.getByRole('radio', { name: 'Yes', exact: true }).check()
      await page.getByLabel('Where?').fill(listed?.sponsor ?? '')
      await page.getByRole('button', { name: 'Save', exact: true }).click()
      await expect(page.getByText('Not saved yet. Tick where you work')).toBeVisible()
      await expect(page.getByRole('checkbox', { name: listed?.sponsor ?? '', exact: true })).toBeChecked()
      await page.getByRole('button', { name: 'Save', exact: true }).click()
      await expect(page.getByText('Saved. Your mentees read it')).toBeVisible()

      await signInAs(ana)
      await page.goto('/mentors')
      await expect(page.getByText('Every other program is hidden from them')).toBeVisible()
      await page.goto(`/mentors/${grant?.id}`)
      await page.getByRole('button', { name: 'Show them my whole list' }).click()
      await expect(page.getByText('They see your whole list now.')).toBeVisible()
      await page.getByRole('button', { name: 'Hide the other programs again' }).click()
      await expect(page.getByText('Other programs are hidden from them again.')).toBeVisible()

      await signInAs(mentor)
      await page.goto('/settings/mentoring')
      await page.getByRole('button', { name: `Stop mentoring ${ana.marker}` }).click()
      await expect(page.getByText('You are no longer their mentor.')).toBeVisible()
      expect((await page.request.get(`/mentees/${ana.userId}`)).status()).toBe(404)
    })
  })
}

/** The id of the panel of the person with this address. */
async function cardOf(page: Page, address: string): Promise<string> {
  return (await page.locator('section[id^=grant-]').filter({ hasText: address }).getAttribute('id')) ?? ''
}

test('a tab left open shows nothing once access has ended: not on the way back or forward, not when it is seen again', async ({
  page,
  people,
  signInAs,
  owner,
}) => {
  const ana = await people.memberAtWork()
  const [grant] = await owner<{ mentor_id: string }[]>`
    select mentor_id from grants where id = ${ana.work.grantId}`
  await signInAs(await people.again(grant?.mentor_id ?? ''))
  const heading = page.getByRole('heading', { level: 1 })
  const pages = page.getByRole('navigation', { name: /^Pages of/ })
  await page.goto(`/mentees/${ana.userId}`)
  await expect(heading).toHaveText(ana.marker)
  await pages.getByRole('link', { name: 'Exams' }).click()
  await expect(heading).toHaveText(`${ana.marker}: exams`)
  // While the grant lives, the way back works, and asks the server.
  const asked = page.waitForRequest(
    (request) => request.headers().rsc === '1' && request.url().includes(ana.userId),
  )
  await page.goBack()
  await asked
  await expect(heading).toHaveText(ana.marker)
  await page.goForward()
  await expect(heading).toHaveText(`${ana.marker}: exams`)

  await owner`update grants set revoked_at = now() where id = ${ana.work.grantId}`
  for (const way of ['goBack', 'goForward'] as const) {
    await page[way]()
    await expect(heading).toHaveText('There is nothing at this address')
    await expect(page.getByText(ana.marker)).toHaveCount(0)
  }

  await owner`update grants set revoked_at = null where id = ${ana.work.grantId}`
  await page.goto(`/mentees/${ana.userId}/exams`)
  await expect(heading).toHaveText(`${ana.marker}: exams`)
  await owner`update grants set revoked_at = now() where id = ${ana.work.grantId}`
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  await expect(heading).toHaveText('There is nothing at this address')
})

test('a guest who is invited, and has rows of their own, is applicant and mentor in one account', async ({
  page,
  people,
  signInAs,
  owner,
}) => {
  const ana = await people.memberAtWork()
  const token = 'x'.repeat(8) + crypto.randomUUID().replaceAll('-', '').slice(0, 24)
  const hash = Buffer.from(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token))).toString(
    'base64url',
  )
  await owner`insert into invitations (applicant_id, token_hash, mentor_label, applicant_name, read_sections, expires_at)
    values (${ana.userId}, ${hash}, 'Dr. Guest', ${ana.marker}, '{exams}', now() + interval '1 day')`
  await signInAs(await people.guestAtWork({ programs: 2, marker: 'GuestOwn' }))
  await page.goto(`/invite/${token}`)
  await expect(page.getByText('What you entered here as a guest comes along')).toBeVisible()
  const address = `guest-${crypto.randomUUID()}@example.org`
  await page.getByRole('link', { name: 'Make an account' }).click()
  await page.getByLabel('Mail address').fill(address)
  await page.getByRole('button', { name: 'Send me a link' }).click()
  await expect(page).toHaveURL(/\/sign-up\/sent/)
  await page.goto((await lastMailTo(e2eDataFolder(), address)).link)
  await page.getByLabel('New password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Make my account' }).click()
  await expect(page).toHaveURL(new RegExp(`/invite/${token}$`))
  await page.getByLabel('Your name, as your mentees read it').fill('Dr. Guest')
  await page.getByRole('radio', { name: 'No', exact: true }).check()
  // By keyboard alone.
  await page.getByRole('button', { name: 'Accept' }).focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(`/mentees/${ana.userId}?done=accepted`)
  const [me] = await owner<{ id: string }[]>`select id from users where email = ${address}`
  expect(await owner`select 1 as x from list_entries where applicant_id = ${me?.id ?? ''}`).not.toHaveLength(
    0,
  )
  expect(await owner`select read_sections from grants where mentor_id = ${me?.id ?? ''}`).toEqual([
    { read_sections: ['exams'] },
  ])
})

test('one’s own invitation is refused, and its link tells a stranger nothing once it is withdrawn', async ({
  page,
  people,
  signInAs,
}) => {
  const ana = await people.memberAtWork()
  await signInAs(ana)
  await page.goto('/mentors/invite')
  await page.getByLabel('Whom do you invite?').fill('Dr. Okafor')
  await page.getByLabel('Your name, as they know you').fill(ana.marker)
  await page.getByRole('radio', { name: 'I hand over a link' }).check()
  await page.getByRole('button', { name: 'Invite', exact: true }).click()
  const shown = page.getByText('The link, shown this once:')
  await expect(shown).toBeVisible()
  const path = new URL(((await shown.textContent()) ?? '').match(/https?:\S+/)?.[0] ?? '').pathname
  await page.goto(path)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This is your own invitation')
  await expect(page.getByRole('button', { name: 'Accept' })).toHaveCount(0)
  await page.goto('/mentors')
  await page.getByRole('button', { name: 'Withdraw the invitation of Dr. Okafor' }).click()
  await expect(page.getByText('The invitation is withdrawn')).toBeVisible()
  await signInAs(await people.member())
  await page.goto(path)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This invitation was withdrawn')
  await expect(page.getByText(ana.marker)).toHaveCount(0)
})
