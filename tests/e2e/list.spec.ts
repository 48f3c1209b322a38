import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { expect, test } from '../support/e2e/test'

const firstProgram = (page: Page) => page.getByRole('rowheader').first()
const panel = (page: Page, name: string | RegExp) => page.getByRole('region', { name })

for (const script of ['with JavaScript', 'without JavaScript'] as const) {
  test.describe(`the list, ${script}`, () => {
    test.use({ javaScriptEnabled: script === 'with JavaScript' })

    test('an empty list says what to do next @phone', async ({ page, people, signInAs }) => {
      await signInAs(await people.guest())
      await page.goto('/list')
      await expect(page.getByText('No program is on your list yet')).toBeVisible()
      await page.getByRole('link', { name: 'Browse the catalogue' }).click()
      await expect(page.getByRole('heading', { level: 1, name: 'Programs' })).toBeVisible()
    })

    test('standing and reasons come first, and the number is no chance @phone', async ({
      page,
      people,
      signInAs,
    }) => {
      const ana = await people.memberAtWork({ programs: 6 })
      await signInAs(ana)
      await page.goto('/list')
      await expect(page.getByText(/programs are open to you as far as is known/)).toBeVisible()
      await expect(page.getByText('it is not a chance of matching')).toBeVisible()
      expect(await page.locator('main').textContent()).not.toContain('%')

      await firstProgram(page).getByRole('link').click()
      await expect(page.getByRole('heading', { name: 'What opens or closes it' })).toBeVisible()
      const text = (await page.locator('main').textContent()) ?? ''
      expect(text.indexOf('What opens or closes it')).toBeLessThan(text.indexOf('the fit reads'))
      expect(text).toContain('is not a chance of matching')
      expect(text).not.toContain('%')
      await expect(
        panel(page, 'What opens or closes it').getByText('A place this season').first(),
      ).toBeVisible()
    })

    test('a status is recorded on its day, and a mistaken one taken out', async ({
      page,
      people,
      signInAs,
    }) => {
      const ana = await people.memberAtWork({ programs: 1, hasOwnProgram: false })
      await signInAs(ana)
      await page.goto(`/list/${ana.work.entryIds[0]}`)
      const form = page.locator('#status-form')
      await form.getByLabel('What happened').selectOption('interview_invited')
      await form.getByLabel('On which day').fill('2199-01-01')
      await form.getByLabel('In a few words').fill('By mail from Dr Ñ')
      await form.getByRole('button', { name: 'Record it' }).click()
      await expect(form.getByText('This day is still ahead').first()).toBeVisible()
      await expect(form.getByLabel('In a few words')).toHaveValue('By mail from Dr Ñ')
      await expect(form.getByLabel('What happened')).toHaveValue('interview_invited')

      await form.getByLabel('On which day').fill('2026-11-02')
      await form.getByRole('button', { name: 'Record it' }).click()
      await expect(page.getByText('Status recorded.')).toBeVisible()
      await expect(page.getByRole('heading', { name: 'Interview offered' })).toBeVisible()
      await expect(page.getByText('By mail from Dr Ñ')).toBeVisible()

      await page.getByText('Was this a mistake?').first().click()
      await page.getByRole('button', { name: 'Take it out of the history' }).first().click()
      await expect(page.getByText('Taken out of the history.')).toBeVisible()
      await expect(page.getByRole('heading', { name: 'Interview offered' })).toHaveCount(0)
    })

    test('a note changed in another window is not lost: both are shown', async ({
      page,
      context,
      people,
      signInAs,
    }) => {
      const ana = await people.memberAtWork({ programs: 1 })
      await signInAs(ana)
      const path = `/list/${ana.work.entryIds[0]}`
      await page.goto(path)
      const other = await context.newPage()
      await other.goto(path)
      const note = (window: Page) => window.getByLabel('What you want to remember')
      await note(other).fill('from the other window')
      await other.getByRole('button', { name: 'Save note' }).click()
      await expect(other.getByText('Note saved.')).toBeVisible()

      await note(page).fill('from this window')
      await page.getByRole('button', { name: 'Save note' }).click()
      await expect(page.getByText('Saved meanwhile: from the other window').first()).toBeVisible()
      await expect(note(page)).toHaveValue('from this window')
      await page.getByRole('button', { name: 'Save note' }).click()
      await expect(page.getByText('Note saved.')).toBeVisible()
      await page.goto(path)
      await expect(note(page)).toHaveValue('from this window')
    })

    test('a program is removed, and put back with its history', async ({ page, people, signInAs }) => {
      const ana = await people.memberAtWork({ programs: 2, hasOwnProgram: false })
      await signInAs(ana)
      await page.goto(`/list/${ana.work.entryIds[0]}`)
      const name = await page.getByRole('heading', { level: 1 }).innerText()
      await page.getByRole('button', { name: 'Remove from list' }).click()
      await expect(page.getByText(`${name} is off your list.`)).toBeVisible()
      await expect(page.getByRole('rowheader')).toHaveCount(1)
      await page.getByRole('button', { name: 'Undo' }).click()
      await expect(page.getByText('It is back on your list')).toBeVisible()
      await expect(page.getByRole('rowheader')).toHaveCount(2)
    })

    test('columns sort and filters narrow, and the address keeps the view', async ({
      page,
      people,
      signInAs,
    }) => {
      await signInAs(await people.memberAtWork({ programs: 20, hasOwnProgram: false }))
      await page.goto('/list')
      await page.getByRole('columnheader', { name: 'Program' }).getByRole('link').click()
      await expect(page).toHaveURL(/sort=sponsor-up/)
      const names = await page.getByRole('rowheader').getByRole('link').allInnerTexts()
      expect(names).toEqual([...names].sort())
      await page.getByRole('columnheader', { name: 'Program' }).getByRole('link').click()
      await expect(page).toHaveURL(/sort=sponsor-down/)
      await expect(firstProgram(page)).toContainText(names.at(-1) ?? '')

      const first = names[0] ?? ''
      await page.getByLabel('Search').fill(first)
      if (script === 'without JavaScript') await page.getByRole('button', { name: 'Show' }).click()
      await expect(page).toHaveURL(/q=/)
      await expect(page.getByRole('status').filter({ hasText: /of 20 programs/ })).toBeVisible()
      for (const shown of await page.getByRole('rowheader').allInnerTexts()) expect(shown).toContain(first)
      await page.getByRole('link', { name: 'Show all' }).click()
      await expect(page.getByRole('rowheader')).toHaveCount(20)
    })
  })
}

test('the first sixty rows are in the first answer, and three hundred are paged', async ({
  page,
  people,
  owner,
  signInAs,
}) => {
  const ana = await people.memberAtWork({ programs: 62, hasOwnProgram: false })
  for (let index = 0; index < 240; index += 1) {
    const id = `own-${randomUUID()}`
    await owner`insert into programs ${owner({
      id,
      owner_id: ana.userId,
      sponsor: `Backup ${index}`,
      name: 'Pediatrics',
      pathway: 'pediatrics',
    })}`
    await owner`insert into list_entries ${owner({
      applicant_id: ana.userId,
      cycle_id: ana.work.cycleId,
      program_id: id,
    })}`
  }
  await signInAs(ana)
  const html = await (await page.request.get('/list')).text()
  expect(html.match(/<th scope="row">/g)?.length).toBe(100)
  await page.goto('/list')
  await expect(page.getByText('302 programs, page 1 of 4')).toBeVisible()
  await page.getByRole('navigation', { name: 'Pages of the list' }).getByRole('link', { name: '4' }).click()
  await expect(page.getByRole('rowheader')).toHaveCount(2)
  await expect(page).toHaveURL(/page=4/)
})

test('a view stays on the way back from an entry, and a count above leads to its own', async ({
  page,
  people,
  signInAs,
}) => {
  await signInAs(await people.memberAtWork({ programs: 20, hasOwnProgram: false }))
  await page.goto('/list')
  await page.getByLabel('Pathway').selectOption({ label: 'Two-year genetics' })
  const status = page.getByRole('status').filter({ hasText: 'of 20 programs' })
  await expect(page).toHaveURL(/pathway=mgg/)
  const filtered = (await status.textContent()) ?? ''
  await firstProgram(page).getByRole('link').click()
  await expect(page.getByRole('heading', { name: 'What opens or closes it' })).toBeVisible()
  await page.goBack()
  await expect(page.getByLabel('Pathway')).toHaveValue('mgg')
  await expect(status).toHaveText(filtered)

  await page.getByRole('link', { name: 'not yet eligible' }).click()
  await expect(page.getByRole('combobox', { name: 'Standing' })).toHaveValue('not_yet_eligible')
  await expect(page.getByLabel('Pathway')).toHaveValue('')
})

test('nobody else finds an entry', async ({ page, people, signInAs }) => {
  const ana = await people.memberAtWork({ programs: 1 })
  const path = `/list/${ana.work.entryIds[0]}`
  expect((await page.goto(path))?.status()).toBe(404)
  await signInAs(await people.memberAtWork({ programs: 1 }))
  expect((await page.goto(path))?.status()).toBe(404)
  await expect(page.getByText(ana.marker)).toHaveCount(0)
  expect((await page.goto('/list/not-an-id'))?.status()).toBe(404)
  await signInAs(ana)
  expect((await page.goto(path))?.status()).toBe(200)
})
