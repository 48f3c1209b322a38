import type { Page } from '@playwright/test'
import { CRITERIA_PLACES } from '@/app/(public)/method/_components/criteria-places'
import { expect, test } from '../support/e2e/test'

/** Opens a page and waits until its forms are the script's: what is typed before is set back by it. */
async function open(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await page.waitForLoadState('networkidle')
}

const panel = (page: Page, name: string | RegExp) => page.getByRole('region', { name })

for (const script of ['with JavaScript', 'without JavaScript'] as const) {
  test.describe(`story, ${script}`, () => {
    test.use({ javaScriptEnabled: script === 'with JavaScript' })

    test('a sentence is started from true facts, offered elsewhere, and a place that says something else is named @phone', async ({
      page,
      people,
      signInAs,
    }) => {
      const ana = await people.memberAtWork({ programs: 1 })
      await signInAs(ana)
      await open(page, '/story')
      await expect(panel(page, 'What is missing')).toContainText('“Where it leads” is not written.')
      await expect(panel(page, 'Six parts, read together')).toContainText('Passed at attempt 2.')
      // What the sentence rests on is part of it.
      const turn = panel(page, 'What changed, and what came of it')
      await expect(turn.getByRole('textbox')).toHaveValue(
        `Since then I have built the ${ana.marker} registry.`,
      )
      await expect(turn.getByRole('checkbox', { name: 'A good grade in pediatrics' })).toBeChecked()

      const leads = panel(page, 'Where it leads')
      await leads.getByRole('button', { name: 'Make a start' }).click()
      await expect(leads.getByText('Tick what it rests on first').first()).toBeVisible()
      await leads.getByRole('checkbox', { name: 'Languages that patients speak' }).check()
      await leads.getByRole('button', { name: 'Make a start' }).click()
      await expect(leads.getByRole('textbox')).toHaveValue(
        'To medical genetics I bring languages that patients speak, because [why genetics].',
      )
      await leads.getByRole('textbox').fill(`To medical genetics I bring ${ana.marker} words for families.`)
      await leads.getByRole('button', { name: 'Save: Where it leads' }).click()
      await expect(
        page.getByText('Saved.').or(page.getByText('The sentence is saved.')).first(),
      ).toBeVisible()
      await page.reload()
      await expect(panel(page, 'What is missing')).not.toContainText('“Where it leads” is not written.')
      await expect(leads.getByRole('checkbox', { name: 'Languages that patients speak' })).toBeChecked()

      const mine = `To medical genetics I bring ${ana.marker} words for families.`
      await page.goto(`/contacts/new?kind=letter_of_interest&entry=${ana.work.entryIds[0]}`)
      await expect(page.getByLabel('The message')).toHaveValue(new RegExp(`hope for most. ${mine}`))
      await expect(panel(page, 'Your three sentences')).toContainText(mine)

      await page.goto(`/documents/statements/${ana.work.statementId}`)
      await expect(panel(page, 'Your three sentences')).toContainText(mine)

      await open(page, `/interviews/${ana.work.interviewId}`)
      await expect(panel(page, 'What you bring')).toContainText(mine)
      await page.getByLabel('What you have prepared').fill('I passed Step 2 CK with 253.')
      await page.getByRole('button', { name: 'Save notes' }).click()
      await expect(panel(page, 'What you bring')).toContainText('it says 253; your profile has 238')

      await page.goto('/story')
      const elsewhere = panel(page, 'One place says something else')
      await expect(elsewhere).toContainText('“I passed Step 2 CK with 253.”')
      await elsewhere.getByRole('link', { name: /^Notes for/ }).click()
      await expect(page.getByLabel('What you have prepared')).toHaveValue('I passed Step 2 CK with 253.')

      await page.goto('/story/print')
      await expect(page.getByRole('main')).toContainText('Rests on: Languages that patients speak.')
    })

    test('ten experiences begin with the profile, keep what is too long, and a gap gets its line', async ({
      page,
      people,
      signInAs,
    }) => {
      const ana = await people.memberAtWork({ programs: 1 })
      await signInAs(ana)
      await open(page, '/documents/experiences')
      await expect(page.getByRole('heading', { name: 'Chosen: 1 of 10' })).toBeVisible()
      await page.getByRole('button', { name: 'Take: Observer, medical genetics, 8 weeks' }).click()

      await expect(page.getByRole('heading', { level: 1, name: 'Observer, medical genetics' })).toBeVisible()
      await page.waitForLoadState('networkidle')
      await page.getByLabel('First month').fill('2026-01')
      await page.getByLabel('Last month').fill('2025-12')
      const long = 'x'.repeat(760)
      await page.getByLabel('What you did').fill(long)
      await page.getByRole('button', { name: 'Save', exact: true }).click()
      await expect(page.getByText('The last month lies before the first').first()).toBeVisible()
      await expect(page.getByLabel('What you did')).toHaveValue(long)
      await page.getByLabel('Last month').fill('2026-02')
      await page.getByLabel('One of the most meaningful').check()
      await page.getByRole('button', { name: 'Save', exact: true }).click()
      await expect(page.getByText('The description is 10 characters over 750.')).toBeVisible()
      await expect(page.getByText('Among the most meaningful, and not said yet why.')).toBeVisible()

      await open(page, '/documents/experiences')
      const ten = panel(page, 'Chosen: 2 of 10')
      await expect(ten).toContainText('1 is longer than MyERAS takes.')
      await expect(ten.getByRole('listitem').first()).toContainText(`${ana.marker} tutor`)
      await ten.getByRole('button', { name: 'Up: Observer, medical genetics' }).press('Enter')
      await expect(ten.getByRole('listitem').first()).toContainText('Observer, medical genetics')
      await ten.getByRole('button', { name: `Set aside: ${ana.marker} tutor` }).click()
      await expect(panel(page, 'Set aside')).toContainText(`${ana.marker} tutor`)

      const gaps = panel(page, 'Gaps in the dates')
      const last = gaps.getByRole('listitem').last()
      await expect(last).toContainText('March 2026 to')
      await expect(last).toContainText('Will be asked about')
      await last.getByLabel('What you did in that time').fill('At home with a newborn; sat Step 2 CK.')
      await last.getByRole('button', { name: /^Save the line for March 2026/ }).click()
      await expect(last).toContainText('Explained')

      await page.goto('/story')
      await expect(panel(page, 'Six parts, read together')).toContainText('January 2026 to February 2026')
    })
  })
}

test('the three conditions after a failed Step 1, each with its facts, and what others confirmed', async ({
  page,
  people,
  signInAs,
}) => {
  await signInAs(await people.memberAtWork({ programs: 1 }))
  await page.goto('/story/evidence')
  const easing = panel(page, 'After a Step 1 that did not pass')
  await expect(easing.getByRole('listitem')).toHaveCount(3)
  await expect(easing.getByRole('listitem').nth(1)).toContainText('Not met')
  await expect(easing.getByRole('link', { name: /^One short passage/ })).toHaveAttribute(
    'href',
    '/exams/additional-information',
  )
  const validation = panel(page, 'Confirmed from outside')
  await expect(validation).toContainText('Step 2 CK, June 2026: passed with 238')
  await expect(validation).toContainText('first-author paper in genetics')
})

test('a sentence goes into a message where the cursor stands, by keyboard', async ({
  page,
  people,
  signInAs,
}) => {
  const ana = await people.memberAtWork({ programs: 1 })
  await signInAs(ana)
  // Written and saved by keys: what was saved is said, and the hands stay.
  await open(page, '/story')
  const leads = panel(page, 'Where it leads')
  await leads.getByRole('checkbox').first().press('Space')
  await leads.getByRole('textbox').press('Control+a')
  await page.keyboard.type('To medical genetics I bring patience.')
  const save = leads.getByRole('button', { name: 'Save: Where it leads' })
  await page.keyboard.press('Tab')
  await expect(save).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(leads.getByRole('status').filter({ hasText: 'Saved.' })).toBeVisible()
  await expect(save).toBeFocused()
  await open(page, `/contacts/new?kind=update&entry=${ana.work.entryIds[0]}`)
  const message = page.getByLabel('The message')
  await message.fill('Before. After.')
  await message.press('Home')
  for (let step = 0; step < 'Before.'.length; step += 1) await message.press('ArrowRight')
  await page
    .getByRole('button', { name: 'Put into the text: What changed, and what came of it' })
    .press('Enter')
  await expect(message).toHaveValue(`Before. Since then I have built the ${ana.marker} registry. After.`)
  await expect(message).toBeFocused()
})

test('every criterion’s link on the method page leads to a page with that part, for a member and for a visitor', async ({
  page,
  people,
  signInAs,
  browser,
  origin,
}) => {
  test.slow()
  await signInAs(await people.memberAtWork({ programs: 1 }))
  await page.goto('/method#criteria')
  const table = panel(page, 'Every criterion, and where it acts')
  await expect(table.getByRole('rowheader')).toHaveCount(48)
  const shown = new Set(
    await table.getByRole('link').evaluateAll((links) => links.map((link) => link.getAttribute('href'))),
  )
  const named = new Set(
    Object.values(CRITERIA_PLACES).flatMap(({ places }) => places.map(({ href }) => href)),
  )
  expect(shown).toEqual(named)
  const visitor = await browser.newContext()
  const pages = new Map<string, string[]>()
  for (const href of named) {
    const [path = '', part] = href.split('#')
    pages.set(path, [...(pages.get(path) ?? []), ...(part ? [part] : [])])
  }
  for (const [path, parts] of pages) {
    const own = await page.request.get(path)
    expect(own.status(), path).toBe(200)
    const markup = await own.text()
    for (const part of parts) expect(markup.includes(`id="${part}"`), `${path}#${part}`).toBe(true)
    expect((await visitor.request.get(`${origin}${path}`)).status(), `${path} for a visitor`).toBe(200)
  }
  await visitor.close()
})
