import type { Page } from '@playwright/test'
import { expect, test } from '../support/e2e/test'

/** What is typed or pressed before the page's script has taken over a form goes the way without script, or is set back. */
const settled = (page: Page) => page.waitForLoadState('networkidle')
const panel = (page: Page, name: string | RegExp) => page.getByRole('region', { name, exact: true })

for (const script of ['with JavaScript', 'without JavaScript'] as const) {
  test.describe(`letters and papers, ${script}`, () => {
    test.use({ javaScriptEnabled: script === 'with JavaScript' })

    test('a letter goes from its entry to the programs that read it, and its writer gets one page @phone', async ({
      page,
      people,
      signInAs,
    }) => {
      const ana = await people.memberAtWork({ programs: 2, seasonYear: 2027, hasOwnProgram: false })
      await signInAs(ana)
      await page.goto('/documents')
      await page.getByRole('link', { name: 'Letters' }).click()
      // The letter of the profile is here already: nothing is typed twice.
      await expect(page.getByRole('link', { name: `Prof. ${ana.marker}`, exact: true })).toBeVisible()
      await expect(panel(page, 'What needs you')).toContainText('1 letter in hand, with no upload recorded')

      await settled(page)
      await page.getByText('Add a letter', { exact: true }).click()
      const add = page.getByRole('form', { name: 'Add a letter' })
      await add.getByLabel('Name, for yourself').fill('Dr Okafor')
      await add.getByRole('button', { name: 'Add this letter' }).click()
      await expect(page.getByText('Choose who writes it').first()).toBeVisible()
      await expect(add.getByLabel('Name, for yourself')).toHaveValue('Dr Okafor')
      await add.getByLabel('Who writes it').selectOption('us_clinician')
      await add.getByLabel('How far it is').selectOption('promised')
      await add.getByRole('button', { name: 'Add this letter' }).click()
      await expect(page.getByRole('heading', { level: 1, name: 'Dr Okafor' })).toBeVisible()

      await settled(page)
      const way = page.getByRole('form', { name: 'How far the letter is' })
      await way.getByLabel('Created in MyERAS on').fill('2026-10-05')
      await way.getByLabel('Requested from the writer on').fill('2026-10-01')
      await way.getByRole('button', { name: 'Save the days' }).click()
      await expect(
        page.getByText('It cannot be requested before it was created: check the two days').first(),
      ).toBeVisible()
      await expect(way.getByLabel('Created in MyERAS on')).toHaveValue('2026-10-05')
      await way.getByLabel('Requested from the writer on').fill('2026-10-06')
      await way.getByRole('button', { name: 'Save the days' }).click()
      await expect(page.getByText('Requested on 6 October 2026.')).toBeVisible()

      const writer = page.getByRole('form', { name: 'Who writes the letter' })
      await writer.getByLabel('Families counseled and care coordinated').check()
      await writer.getByLabel('Their time zone').selectOption('America/Denver')
      await writer.getByRole('button', { name: 'Save the writer' }).click()
      await expect(page.getByText('Saved.').first()).toBeVisible()
      await expect(panel(page, 'Ask again')).toContainText('It is time to ask again')
      await panel(page, 'Ask again').getByRole('button', { name: 'I asked again today' }).click()
      await expect(panel(page, 'Ask again')).toContainText('You asked on')
      await expect(panel(page, 'Ask again')).toContainText(/A good hour: \d\d:00 in Denver/)

      await way.getByLabel('Uploaded on').fill('2026-11-10')
      await way.getByRole('button', { name: 'Save the days' }).click()
      await expect(page.getByText('Uploaded on 10 November 2026.')).toBeVisible()
      await panel(page, 'Thanks').getByRole('link', { name: 'Thank the writer' }).click()
      await expect(page.getByLabel('With whom')).toHaveValue('Dr Okafor')
      await settled(page)
      await page.getByLabel('The message').fill('Dear Dr Okafor, thank you for the letter.')
      await page.getByRole('button', { name: 'I thanked them: log it' }).click()
      await expect(page.getByText('Your thanks are in the log.')).toBeVisible()
      await expect(panel(page, 'Thanks')).toContainText('E-mail')
      await page.goto('/contacts')
      await expect(panel(page, 'Writers of letters')).toContainText('Dr Okafor')

      await page.goto('/home')
      await expect(page.getByText('1 letter uploaded but unassigned')).toBeVisible()
      await page.getByRole('link', { name: 'Assign them' }).click()
      await expect(page.getByText(/^No letter speaks of: complex cases; demanding content/)).toBeVisible()
      await expect(page.getByRole('table', { name: 'Letters by what they speak of' })).toContainText(
        'Dr Okafor',
      )

      await settled(page)
      await page.getByText('Choose letters for all 2 programs that have none').click()
      const same = page.getByRole('form', { name: /^Letters for all 2/ })
      await same.getByLabel('Assigned in MyERAS on').fill('2026-11-12')
      await same.getByRole('button', { name: 'Give them these letters' }).click()
      await expect(page.getByText('Each program has at least one letter planned or assigned.')).toBeVisible()
      const first = page.getByRole('table', { name: 'Programs by their letters' }).getByRole('row').nth(1)
      await expect(first).toContainText('Dr Okafor 12 Nov 2026')
      await first.getByRole('link', { name: /^Change/ }).click()
      const change = page.getByRole('form', { name: 'Letters for this program' })
      await change.getByLabel(/Dr Okafor/).uncheck()
      await change.getByRole('button', { name: 'Save these letters' }).click()
      // Taken away, and named as the one that would add most.
      await expect(first).not.toContainText('Dr Okafor 12 Nov 2026')
      await expect(first).toContainText('Dr Okafor')

      await page.goto('/documents/letters')
      await page.getByRole('link', { name: /^Brief for the writer.*Dr Okafor$/ }).click()
      await expect(page.getByText('No other letter of mine speaks of it yet.').first()).toBeVisible()
      // What a writer is given holds no score.
      await expect(page.getByRole('main')).not.toContainText('238')
      await settled(page)
      await page.getByLabel('What you and the writer did together').fill('Eight weeks in clinic.')
      await page.getByRole('button', { name: 'Save the brief' }).click()
      await expect(page.getByRole('heading', { name: 'What we did together' })).toBeVisible()

      // Applying again: the writer and the day stay, and MyERAS has no letter yet.
      await page.goto(`/cycles/${ana.work.cycleId}/next?season=2028`)
      await expect(panel(page, 'What comes along, and what MyERAS asks for again')).toBeVisible()
      await page.getByRole('button', { name: 'Begin season 2028' }).click()
      await expect(page).toHaveURL(/\/list/)
      await page.goto('/documents/letters')
      await page.getByRole('link', { name: 'Dr Okafor', exact: true }).click()
      await expect(page.getByText('Uploaded on 10 November 2026, for an earlier season.')).toBeVisible()
      await expect(panel(page, 'How far it is')).toContainText('you can import it there (History)')
      await expect(way.getByLabel('Uploaded on')).toHaveValue('')
      await page.goto(
        page
          .url()
          .replace(/[?#].*$/, '')
          .concat('/brief'),
      )
      await expect(page.getByText('22 Sep 2027, 07:00 in Denver (expected, not announced yet)')).toBeVisible()
    })

    test('a paper is ticked once for the checklist and the profile, and says where it waits', async ({
      page,
      people,
      owner,
      signInAs,
    }) => {
      const ana = await people.memberAtWork()
      await owner`update applicant_profiles
        set ecfmg_status = 'in_progress', ecfmg_steps = '{application}', ecfmg_certified_on = null,
            ecfmg_valid_until = null, is_ecfmg_permanent = null
        where applicant_id = ${ana.userId}`
      await signInAs(ana)
      await page.goto('/documents/papers')
      const paper = (key: string) => page.locator(`li[id="${key}"]`)
      await expect(paper('credentials')).toContainText('not begun')
      await expect(paper('credentials')).toContainText(/Holds up “/)
      await paper('credentials')
        .getByRole('button', { name: /^Mark done/ })
        .click()
      await expect(paper('credentials')).toContainText('Done on')
      await page.goto('/profile#ecfmg')
      await expect(page.getByLabel('Diploma and transcript verified')).toBeChecked()
      await settled(page)
      await page.getByLabel('Diploma and transcript verified').uncheck()
      await page.locator('#ecfmg').getByRole('button', { name: /^Save/ }).click()
      await expect(page.getByText('Saved.').first()).toBeVisible()
      await page.goto('/checklist')
      const item = page.locator('li[id="credentials_verified"]')
      await settled(page)
      await item.getByRole('button', { name: /^Mark done/ }).click()
      await expect(item).toContainText('done today')
      await page.goto('/documents/papers')
      await expect(paper('credentials')).toContainText('Done on')

      await settled(page)
      await paper('mspe').locator('summary', { hasText: 'Where it waits' }).click()
      const where = page.getByRole('form', { name: 'Where it waits: MSPE (dean’s letter)' })
      await where.getByLabel('It lies with').selectOption('school')
      await where.getByLabel('Since').fill('2199-01-01')
      await where.getByRole('button', { name: /^Save/ }).click()
      await expect(page.getByText('This day is still ahead').first()).toBeVisible()
      await where.getByLabel('Since').fill('2026-09-01')
      await where.getByLabel('Expected by').fill('2027-10-20')
      await where.getByRole('button', { name: /^Save/ }).click()
      await expect(panel(page, 'What stands in the way')).toContainText(
        'MSPE (dean’s letter): comes too late: expected by 20 October 2027; planned for 25 August 2027; too late for “Complete and submitted 48 hours before review opens” (20 September 2027)',
      )
    })
  })
}

test('coverage and a letter are worked by keyboard alone', async ({ page, people, signInAs }) => {
  const ana = await people.memberAtWork({ programs: 1, hasOwnProgram: false })
  await signInAs(ana)
  await page.goto('/documents/letters')
  await settled(page)
  await page.getByRole('link', { name: `Prof. ${ana.marker}`, exact: true }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: `Prof. ${ana.marker}` })).toBeVisible()
  await settled(page)
  const way = page.getByRole('form', { name: 'How far the letter is' })
  const asked = way.getByLabel('Ask again on')
  await asked.focus()
  await page.keyboard.type('10202027')
  const days = way.getByRole('button', { name: 'Save the days' })
  await days.focus()
  await page.keyboard.press('Enter')
  await expect(way.getByRole('status').filter({ hasText: 'Saved.' })).toBeVisible()
  await expect(days).toBeFocused()
  await expect(asked).toHaveValue('2027-10-20')
  const programs = page.getByRole('form', { name: 'Programs that get this letter' })
  const box = programs.getByRole('checkbox')
  await box.focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(programs.getByRole('status').filter({ hasText: 'Saved.' })).toBeVisible()
  await page.reload()
  await expect(box).toBeChecked()
})
