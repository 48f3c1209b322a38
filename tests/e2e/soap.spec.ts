import type { Page } from '@playwright/test'
import { MATCH_WEEK_SEASON, putMatchWeekNow } from '../support/e2e/match-week'
import { expect, test } from '../support/e2e/test'

const panel = (page: Page, name: string | RegExp) => page.getByRole('region', { name })

for (const script of ['with JavaScript', 'without JavaScript'] as const) {
  test.describe(`SOAP and offers, ${script}`, () => {
    test.use({ javaScriptEnabled: script === 'with JavaScript' })

    test('before Match Week it is calm: dates on both clocks, the rule of contact, nothing to do @phone', async ({
      page,
      people,
      signInAs,
    }) => {
      await signInAs(await people.memberAtWork({ programs: 2, hasOwnProgram: false, hasSoap: false }))
      await page.goto('/soap')
      await expect(page.getByText('Nothing is to be done here before it.')).toBeVisible()
      await expect(page.getByText('No first contact.')).toBeVisible()
      await expect(panel(page, 'On now')).toHaveCount(0)
      await expect(panel(page, /applications/)).toHaveCount(0)
      const week = panel(page, 'Match Week, hour by hour')
      await expect(week.getByText('16 Mar 2028, 12:00 ET')).toBeVisible()
      await expect(week.getByText('21:45 in Kathmandu').first()).toBeVisible()
      await expect(week.getByText('projected').first()).toBeVisible()

      // An offer outside the Match says at once what it demands.
      await page.getByText('An offer came').click()
      const form = page.locator('#outside-offer')
      await form.getByRole('button', { name: 'Record the offer' }).click()
      await expect(form.getByText('Choose a program of your list, or name one here').first()).toBeVisible()
      await form.getByLabel('Or its name').fill('Two-year genetics, Ohio')
      await form.getByRole('button', { name: 'Record the offer' }).click()
      await expect(page.getByText('Offer saved.')).toBeVisible()
      const outside = panel(page, 'Offers outside the Match')
      await expect(outside.getByText(/withdraw from the Match before 1 Mar 2028, 21:00 ET/)).toBeVisible()
    })

    test('on the day of offers: what is on stands first, on both clocks, and one offer is accepted @phone', async ({
      page,
      people,
      signInAs,
      owner,
      isMobile,
    }) => {
      await putMatchWeekNow(owner)
      const ana = await people.memberAtWork({ programs: 2, seasonYear: MATCH_WEEK_SEASON })
      const { cycleId, soapApplicationId } = ana.work
      await owner`insert into soap_records (applicant_id, cycle_id, is_registered, is_verified, result, result_on)
        values (${ana.userId}, ${cycleId}, true, true, 'not_matched', current_date - 3)`
      await owner`delete from soap_offers where application_id = ${soapApplicationId}`
      await signInAs(ana)

      // Home rests, and leads here.
      await page.goto('/home')
      await page.locator('#next-step').getByRole('link').click()
      await expect(page).toHaveURL(/\/soap/)
      const now = panel(page, 'On now')
      await expect(now.getByText('Round 2 of offers')).toBeVisible()
      await expect(now.getByText(/^(8\d|90) minutes left$/)).toBeVisible()
      await expect(now.getByText(/ ET/)).toHaveCount(2)
      await expect(now.getByText(/in Kathmandu$/)).toHaveCount(2)
      await expect(now.getByText('Round 3 of offers')).toBeVisible()
      await expect(page.getByText('Contact no program now')).toBeVisible()
      if (isMobile) {
        // What is on and how long it lasts is seen without a thumb moving, and nothing lies beside the screen.
        const left = await now.getByText(/minutes left/).boundingBox()
        expect((left?.y ?? Number.NaN) + (left?.height ?? 0)).toBeLessThan(740)
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
      }

      const application = page.locator('#soap-application')
      await application.getByLabel('Or its name').fill('Pediatrics, Toledo')
      await application.getByRole('button', { name: 'Record the application' }).click()
      await expect(page.getByRole('heading', { name: '2 of 45 applications' })).toBeVisible()
      const offer = page.locator('#soap-offer')
      await expect(offer.getByLabel('In which round')).toHaveValue('2')
      await offer.getByLabel('Which program offered').selectOption({ label: 'Pediatrics, Toledo' })
      await offer.getByLabel('Your answer').selectOption('accepted')
      await offer.getByRole('button', { name: 'Record the offer' }).click()
      await expect(
        page.getByText('You accepted Pediatrics, Toledo: it binds you, and SOAP is over for you.'),
      ).toBeVisible()
      // A second one would break the first: it is refused, and what was chosen stays.
      await offer.getByLabel('Which program offered').selectOption(soapApplicationId)
      await offer.getByLabel('Your answer').selectOption('accepted')
      await offer.getByRole('button', { name: 'Record the offer' }).click()
      await expect(offer.getByRole('status')).not.toBeEmpty()
      await expect(offer.getByLabel('Which program offered')).toHaveValue(soapApplicationId)
      const rows = await owner`select answer, round from soap_offers where applicant_id = ${ana.userId}`
      expect(rows).toMatchObject([{ answer: 'accepted', round: 2 }])
      await page.goto('/home')
      await expect(panel(page, 'Where to find support')).toHaveCount(0)
    })

    test('after an unmatched result: applications and offers are kept, home rests, the next cycle begins from it', async ({
      page,
      people,
      signInAs,
      owner,
    }) => {
      const ana = await people.memberAtWork({
        programs: 2,
        hasOwnProgram: false,
        hasSoap: false,
        seasonYear: 2026,
      })
      const [ranked = '', other = ''] = ana.work.entryIds
      await owner`insert into status_changes (applicant_id, entry_id, status, on_date)
        values (${ana.userId}, ${ranked}, 'ranked', '2026-03-01')`
      await owner`delete from status_changes where entry_id = ${ranked} and status = 'saved'`
      await owner`update list_entries set status = 'ranked' where id = ${ranked}`
      await signInAs(ana)

      await page.goto('/soap')
      const result = page.locator('#match-result')
      await result.getByText('I did not match').click()
      await result.getByRole('button', { name: 'Save result' }).click()
      await expect(page.getByText('Result saved.')).toBeVisible()
      await page.goto(`/list/${ranked}`)
      await expect(page.getByRole('heading', { name: 'Not matched here' })).toBeVisible()

      await page.goto('/home')
      await expect(page.getByRole('heading', { name: 'Close this cycle when you are ready' })).toBeVisible()
      await expect(panel(page, 'Where to find support')).toBeVisible()
      await expect(panel(page, 'The season')).toHaveCount(0)
      await page.goto('/list?view=insights')
      await expect(panel(page, 'The charts rest for now')).toBeVisible()

      await page.goto('/soap')
      const application = page.locator('#soap-application')
      await application.getByLabel('Program of your list').selectOption(other)
      await application.getByRole('button', { name: 'Record the application' }).click()
      await expect(page.getByRole('heading', { name: '1 of 45 applications' })).toBeVisible()

      await page.goto('/cycles')
      await page.getByRole('link', { name: 'Season 2026' }).click()
      const closing = page.locator(`#close-${ana.work.cycleId}`)
      await closing.getByText('Did not match').click()
      await closing.getByLabel('What you want to remember').fill('Ask about visas in June')
      await closing.getByRole('button', { name: 'Close this cycle' }).click()
      await expect(page.getByText('This cycle is closed. All of it is kept.')).toBeVisible()

      await page.getByRole('link', { name: 'Begin the next from it' }).click()
      await expect(page).toHaveURL(/\/next$/)
      await expect(page.getByText('Ask about visas in June')).toBeVisible()
      await expect(page.getByText('Last year: not matched here')).toBeVisible()
      const boxes = page.getByRole('checkbox')
      await boxes.nth(0).check()
      await boxes.nth(1).uncheck()
      await page.getByRole('button', { name: /^Begin season/ }).click()
      await expect(page.getByText('Your new cycle has begun.')).toBeVisible()
      await expect(page.getByRole('rowheader')).toHaveCount(1)

      // The former cycle stays readable, and home is whole again.
      await page.goto(`/cycles/${ana.work.cycleId}`)
      await expect(panel(page, 'What you wrote').getByText('Ask about visas in June')).toBeVisible()
      await page.goto('/home')
      await expect(panel(page, 'Where to find support')).toHaveCount(0)
    })
  })
}
