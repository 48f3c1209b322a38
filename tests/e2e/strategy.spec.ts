import type { Page } from '@playwright/test'
import { expect, test } from '../support/e2e/test'

const PAGES = [
  '/strategy',
  '/strategy/questions',
  '/strategy/pathways',
  '/strategy/balance',
  '/strategy/cost',
  '/strategy/delay',
] as const

const panel = (page: Page, name: string | RegExp) => page.getByRole('region', { name })

/** All text of a page's body, what is folded away included. */
async function mainText(page: Page): Promise<string> {
  return (await page.locator('main').textContent()) ?? ''
}

for (const script of ['with JavaScript', 'without JavaScript'] as const) {
  test.describe(`strategy, ${script}`, () => {
    test.use({ javaScriptEnabled: script === 'with JavaScript' })

    test('an answer of a program counts in one’s own ledger, is marked, and can be withdrawn @phone', async ({
      page,
      people,
      signInAs,
    }) => {
      const ana = await people.memberAtWork({ programs: 3, hasOwnProgram: false })
      await signInAs(ana)
      await page.goto('/strategy/questions')
      await panel(page, 'In this order').getByRole('listitem').getByRole('link').first().click()
      await expect(page.getByRole('heading', { name: 'Open questions' })).toBeVisible()
      const first = panel(page, 'Open questions').getByRole('listitem').first()
      await expect(first).toContainText('Will the program offer a place')
      await expect(page.getByText(/^Closed this season/)).toHaveCount(0)

      await first.getByText('Record the answer').click()
      await first.getByRole('button', { name: 'Keep the answer' }).click()
      await expect(first.getByText('Choose or type what the program said').first()).toBeVisible()
      await first.getByLabel('The program said').selectOption('no')
      await first.getByLabel('In its own words').fill('No place in this year, wrote Dr Ñ')
      await first.getByRole('button', { name: 'Keep the answer' }).click()

      await expect(page.getByText('The answer is kept.')).toBeVisible()
      await expect(panel(page, 'What it told you')).toContainText('No place in this year, wrote Dr Ñ')
      await expect(page.getByText(/Closed this season/).first()).toBeVisible()
      await expect(
        panel(page, /Open questions|Nothing is left/).getByText('Will the program offer a place'),
      ).toHaveCount(0)
      const address = page.url().split('?')[0] ?? ''

      await page.getByRole('link', { name: 'The whole reading' }).click()
      const gates = panel(page, 'What opens or closes it')
      await expect(gates).toContainText(/told/i)
      await expect(page.getByText(/Closed this season/).first()).toBeVisible()

      await page.goto(address)
      await page.getByRole('button', { name: 'Withdraw' }).click()
      await expect(page.getByText('The answer is withdrawn.')).toBeVisible()
      await expect(panel(page, 'What it told you')).toHaveCount(0)
      await expect(page.getByText(/Closed this season/)).toHaveCount(0)
    })

    test('a suggestion is put aside for a reason that is remembered, and asked for again', async ({
      page,
      people,
      signInAs,
    }) => {
      await signInAs(await people.memberAtWork({ programs: 4, hasOwnProgram: false }))
      await page.goto('/strategy/balance')
      const suggested = panel(page, 'Suggested for your list')
      const first = suggested
        .getByRole('listitem')
        .filter({ has: page.getByText('Put it aside') })
        .first()
      const name = await first.getByRole('heading').getByRole('link').innerText()
      await expect(suggested.getByRole('link', { name, exact: true })).toHaveCount(1)

      await first.getByText('Put it aside').click()
      await first.getByRole('button', { name: 'Put aside' }).click()
      await expect(first.getByText('Choose why, so that it is remembered').first()).toBeVisible()
      await first.getByLabel('Why').selectOption({ label: 'Not for me' })
      await first.getByRole('button', { name: 'Put aside' }).click()

      await expect(page.getByText('It is not suggested again unless you ask for it.')).toBeVisible()
      await expect(suggested.getByRole('link', { name, exact: true })).toHaveCount(0)
      const aside = panel(page, 'Put aside').getByRole('listitem')
      await expect(aside).toHaveCount(1)
      await expect(aside).toContainText(name)
      await expect(aside).toContainText('Not for me')

      await page.goto('/strategy/balance')
      await expect(aside).toContainText(name)
      await aside.getByRole('button', { name: 'Suggest again' }).click()
      await expect(page.getByText('It may be suggested again.')).toBeVisible()
      await expect(suggested.getByRole('link', { name, exact: true })).toHaveCount(1)
      await expect(panel(page, 'Put aside')).toHaveCount(0)
    })

    test('a suggestion is taken onto the list', async ({ page, people, signInAs }) => {
      await signInAs(await people.memberAtWork({ programs: 2, hasOwnProgram: false }))
      await page.goto('/strategy/balance')
      const suggested = panel(page, 'Suggested for your list')
      const first = suggested
        .getByRole('listitem')
        .filter({ has: page.getByText('Put it aside') })
        .first()
      const name = await first.getByRole('heading').getByRole('link').innerText()
      await first.getByRole('button', { name: /^Add .* to your list$/ }).click()
      await expect(page.getByText(/is on your list\./)).toBeVisible()
      await expect(suggested.getByRole('link', { name, exact: true })).toHaveCount(0)
      await page.goto('/list')
      await expect(page.getByRole('rowheader')).toHaveCount(3)
    })

    test('a budget says what to leave off first and why', async ({ page, people, signInAs }) => {
      await signInAs(await people.memberAtWork({ programs: 20, hasOwnProgram: false }))
      await page.goto('/strategy/cost')
      await expect(page.getByText(/^This list costs about [\d,]+ USD in season 2028/)).toBeVisible()
      const budget = panel(page, 'Within a budget')
      const ask = async (amount: string) => {
        await budget.getByLabel('Budget in US dollars').fill(amount)
        await budget.getByRole('button', { name: 'Plan it' }).click()
      }
      await ask('500')
      await expect(page).toHaveURL(/budget=500/)
      await expect(budget).toContainText(/Leaving off \d+ programs? brings it from [\d,]+ USD to \d+ USD/)
      await expect(budget.getByRole('heading', { level: 3 }).first()).toHaveText(
        /^(Closed to you by a rule this season|Not open to you yet)\.$/,
      )
      await expect(budget.getByLabel('Budget in US dollars')).toHaveValue('500')
      await ask('100000')
      await expect(budget).toContainText('The list is within your budget of 100,000 USD.')
      await ask('plenty')
      await expect(budget).toContainText('Enter whole dollars')
      await expect(panel(page, /signals/i)).toContainText('is not known; look it up in MyERAS')
    })

    test('a year’s gains are compared, and the address keeps them', async ({ page, people, signInAs }) => {
      await signInAs(await people.memberAtWork({ programs: 30 }))
      await page.goto('/strategy/delay')
      await expect(page.getByRole('columnheader', { name: 'Season 2028' })).toBeVisible()
      await expect(page.getByRole('columnheader', { name: 'Season 2029' })).toBeVisible()
      // Ana's certificate ends before the later start: that is said first, and waiting alone closes the doors.
      await expect(page.getByText(/ends on 31 December 2028, .* before you decide to wait/)).toBeVisible()
      await expect(page.getByText(/With nothing gained, \d+ programs would close/)).toBeVisible()
      // What closes them is a rule, and the rule is named beside it.
      await expect(panel(page, 'What opens and what closes')).toContainText(/The same for all .* Rule: ECFMG/)
      const form = panel(page, 'What the year would bring')
      await form.getByLabel('My certificate kept valid for the later start').check()
      await form.getByLabel('Months of genetics research').fill('12')
      await form.getByLabel('A first-author genetics paper accepted').check()
      await form.getByRole('button', { name: 'Compare' }).click()
      await expect(page).toHaveURL(/research=12/)
      await expect(page).toHaveURL(/paper=on/)
      await expect(page.getByText(/With what you have set, the year .*raises \d+ program/)).toBeVisible()
      await expect(panel(page, 'What opens and what closes')).toContainText('in this cycle')
      await expect(page.getByText('Add 12 months of genetics research').first()).toBeVisible()
      await expect(form.getByLabel('Months of genetics research')).toHaveValue('12')
      await expect(panel(page, 'Three things to do with the year').getByRole('listitem')).toHaveCount(3)
      // Nothing is published of season 2029: no cycle can begin in it, and the page says why.
      await expect(page.getByText(/calendar of season 2029 is not in Locus yet/)).toBeVisible()
    })

    test('the map says what its table says, and a state leads to its programs on the list', async ({
      page,
      people,
      signInAs,
    }) => {
      await signInAs(await people.memberAtWork({ programs: 16 }))
      await page.goto('/strategy/balance')
      const map = panel(page, /^The list lies in \d+ states/)
      await expect(map.getByRole('table').first()).toBeVisible()
      const rows = await map
        .getByRole('row')
        .filter({ has: page.getByRole('rowheader') })
        .all()
      const table = await Promise.all(
        rows.map(async (row) => {
          const [name, count] = await Promise.all([
            row.getByRole('rowheader').innerText(),
            row.getByRole('cell').first().innerText(),
          ])
          return { name, count: Number(count) }
        }),
      )
      expect(table.reduce((sum, { count }) => sum + count, 0)).toBe(17)
      // Both sizes of the picture carry the same marks, and no more than the table.
      const marks = await map.locator('svg a title').allTextContents()
      const said = table.filter(({ name }) => name !== 'Place not known')
      expect(new Set(marks)).toEqual(new Set(said.map(({ name, count }) => `${name}: ${count}`)))
      const first = table[0]
      if (!first) throw new Error('no state is named')
      await map.getByRole('link', { name: first.name, exact: true }).click()
      await expect(page).toHaveURL(/\/list\?state=/)
      await expect(page.getByRole('rowheader')).toHaveCount(first.count)
      await expect(page.getByText(`${first.count} of 17 programs`)).toBeVisible()
      await page.getByRole('link', { name: 'Show all' }).click()
      await expect(page.getByRole('rowheader')).toHaveCount(17)
    })

    test('waiting becomes a cycle of its own in one step', async ({ page, people, signInAs }) => {
      await signInAs(await people.memberAtWork({ programs: 2, seasonYear: 2027 }))
      await page.goto('/strategy/delay')
      await page.getByRole('button', { name: 'Apply in season 2028 instead' }).click()
      await expect(page.getByText('Your cycle is now for season 2028.')).toBeVisible()
      await page.goto('/strategy/delay')
      await expect(page.getByRole('columnheader', { name: 'Season 2028' })).toHaveCount(0)
      await expect(page.getByText('No program on your list yet')).toBeVisible()
    })
  })
}

test('the sample applicant is told what to do, with programs by name', async ({ page, people, signInAs }) => {
  await signInAs(await people.sample())
  await page.goto('/strategy')
  const actions = panel(page, /^First for your list of \d+: [a-z]/)
  await expect(actions.getByRole('heading', { level: 3 }).first()).toBeVisible()
  await expect(actions).toContainText(/by \d+ \w+ 20\d\d/)
  await actions.getByText('Which programs').first().click()
  await actions.getByRole('listitem').first().getByRole('listitem').getByRole('link').first().click()
  await expect(page.getByRole('heading', { name: 'What opens or closes it' })).toBeVisible()
})

test('an entry says what would raise it, by when, where that is entered, and what to ask', async ({
  page,
  people,
  signInAs,
}) => {
  await signInAs(await people.sample())
  await page.goto('/list?standing=possible')
  await page.getByRole('rowheader').getByRole('link').first().click()
  await expect(page).toHaveURL(/\/list\/[0-9a-f-]{36}$/)
  const unlock = panel(page, /: that raises it from possible to (solid|strong)\.$/)
  await expect(unlock).toContainText(/Still possible: it counts by \d+ \w+ 20\d\d/)
  await unlock.getByText(/other changes? that would do something here/).click()
  await expect(unlock.getByRole('listitem').first()).toBeVisible()
  const ask = panel(page, /things? to ask it$/)
  await expect(ask).toContainText('Will the program offer a place')
  await ask.getByRole('link', { name: 'Message and answers' }).click()
  await expect(page.getByRole('heading', { name: 'A short message' })).toBeVisible()
  await page.goBack()
  await unlock
    .getByRole('link', { name: /in your profile$|^Exams$/ })
    .first()
    .click()
  await expect(page).toHaveURL(/\/(profile|exams)/)
})

test('in what-if standings and suggestions follow at once, and nothing is saved', async ({
  page,
  people,
  signInAs,
}) => {
  await signInAs(await people.sample())
  await page.goto('/strategy/what-if')
  const verdict = page.getByText(/Nothing is saved\.$/).and(page.getByRole('status'))
  await expect(verdict).toHaveText('No standing changes. Nothing is saved.')
  const suggested = panel(page, 'Suggested with these answers')
  const before = await suggested.getByRole('list').innerText()
  // What is typed before the script has arrived is the form's alone.
  await expect(async () => {
    await page.getByLabel('Months of genetics research').fill('30')
    await page.getByLabel('Letter from a US geneticist').selectOption({ label: 'Yes' })
    await expect(verdict).toHaveText(/^\d+ programs? stands? higher\. Nothing is saved\.$/, { timeout: 1000 })
  }).toPass()
  await expect(suggested.getByRole('list')).not.toHaveText(before)
  await expect(suggested).toContainText('Strong')
  await expect(page.getByRole('link', { name: 'Letters in your profile' })).toHaveAttribute(
    'href',
    '/profile#letters',
  )
  await page.reload()
  await expect(page.getByLabel('Letter from a US geneticist')).toHaveValue('')
  await expect(verdict).toHaveText('No standing changes. Nothing is saved.')
})

test('what is folded away is on the sheet of paper, but for forms', async ({ page, people, signInAs }) => {
  await signInAs(await people.memberAtWork({ programs: 4 }))
  await page.goto('/strategy')
  const folded = page.locator('#actions details').first().getByRole('link').first()
  await expect(folded).toBeHidden()
  await page.emulateMedia({ media: 'print' })
  await expect(folded).toBeVisible()
  await page.goto('/strategy/balance')
  await expect(page.getByRole('button', { name: /^Put aside|^Put it aside/ }).first()).toBeHidden()
})

test('four programs side by side fit the page, and the sheet of paper @phone', async ({
  page,
  people,
  signInAs,
}) => {
  await signInAs(await people.memberAtWork({ programs: 4, hasOwnProgram: false }))
  await page.goto('/strategy/compare')
  for (const box of await page.getByRole('checkbox').all()) await box.check()
  await page.getByRole('button', { name: 'Compare', exact: true }).click()
  await expect(page.getByRole('heading', { name: /They differ in/ })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'The same for all four' }).first()).toBeVisible()
  const overflow = () =>
    page.evaluate(() => {
      const wide = [...document.querySelectorAll('main table')].map(
        (table) => table.getBoundingClientRect().right - window.innerWidth,
      )
      return Math.max(document.documentElement.scrollWidth - window.innerWidth, ...wide)
    })
  expect(await overflow()).toBeLessThanOrEqual(0)
  // Each cell says whose it is: in the head of its column, or above it on a phone.
  const cell = page.locator('#gates td').first()
  const [own, head] = await Promise.all([
    cell.evaluate((element) => getComputedStyle(element, '::before').content),
    page.locator('#gates thead th').nth(1).textContent(),
  ])
  expect(own).toBe((page.viewportSize()?.width ?? 0) < 600 ? `"${head}"` : 'none')
  // A4 within its margins.
  await page.setViewportSize({ width: 672, height: 950 })
  await page.emulateMedia({ media: 'print' })
  expect(await overflow()).toBeLessThanOrEqual(0)
  await expect(page.getByRole('group', { name: 'Programs to compare' })).toBeHidden()
})

test('the doors are compared: two-year genetics is explained, and its figures stand beneath its "not yet"', async ({
  page,
  people,
  signInAs,
}) => {
  await signInAs(await people.memberAtWork())
  await page.goto('/strategy/pathways')
  const row = (name: string) =>
    page.getByRole('row').filter({ has: page.getByRole('rowheader', { name, exact: true }) })
  await expect(row('Pediatrics-genetics')).toContainText('Open')
  await expect(row('Two-year genetics')).toContainText('Not open to you yet')
  const door = panel(page, 'Medical genetics and genomics')
  await expect(door.getByRole('heading', { name: 'What an ACGME year is' })).toBeVisible()
  await expect(door).toContainText('Preliminary year: 1 year, then 2 of genetics, 3 years in all')
  await expect(door).toContainText('active applicants')
  for (const other of [
    'Combined pediatrics and medical genetics',
    'Combined internal medicine and medical genetics',
  ]) {
    await expect(panel(page, other)).not.toContainText('active applicants')
    await expect(panel(page, other)).not.toContainText('two-year genetics')
  }
})

test('someone to whom two-year genetics is open sees no figure of its competition', async ({
  page,
  people,
  owner,
  signInAs,
}) => {
  const ana = await people.memberAtWork()
  await owner`update applicant_profiles set acgme_months = 12, acgme_patient_care_months = 12
    where applicant_id = ${ana.userId}`
  await signInAs(ana)
  await page.goto('/strategy/pathways')
  await expect(panel(page, 'Medical genetics and genomics')).toContainText('Open')
  expect(await mainText(page)).not.toContain('active applicants')
})

test('nothing reads as a chance of matching, for anyone @phone', async ({ page, people, signInAs }) => {
  test.setTimeout(180_000)
  const crowd = [null, await people.sample(), await people.memberAtWork({ programs: 30 })]
  for (const person of crowd) {
    if (person) await signInAs(person)
    for (const path of PAGES) {
      expect((await page.goto(path))?.status(), path).toBe(200)
      const text = await mainText(page)
      expect(text.length, path).toBeGreaterThan(100)
      expect(text, path).not.toContain('%')
      expect(text.replaceAll(/\b(not|never) a chance of matching/g, ''), path).not.toMatch(
        /chance|\bodds\b|probab|likelihood/i,
      )
    }
  }
})

test('a visitor may look at every page and is told where to begin @phone', async ({ page }) => {
  for (const path of PAGES) {
    await page.goto(path)
    await expect(page.getByRole('navigation', { name: 'Strategy' })).toBeVisible()
    const width = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(width, path).toBeLessThanOrEqual(0)
    if (path !== '/strategy/pathways')
      await expect(page.getByText('No program on your list yet'), path).toBeVisible()
  }
})

test('nobody reads or answers the questions of somebody else’s program', async ({
  page,
  people,
  signInAs,
}) => {
  const ana = await people.memberAtWork()
  const path = `/strategy/questions/${ana.work.ownProgramId}`
  await signInAs(await people.memberAtWork())
  expect((await page.goto(path))?.status()).toBe(404)
  await expect(page.getByText(ana.marker)).toHaveCount(0)
  await signInAs(ana)
  expect((await page.goto(path))?.status()).toBe(200)
})
