import type { Locator, Page } from '@playwright/test'
import { expect, test } from '../support/e2e/test'

const TEXT = [
  'I chose genetics because of a girl with “PKU” in our ward.',
  'In 2023 I failed Step 1 through no fault of my own.',
  'I speak Urdu with the families.',
].join(' ')

const field = (page: Page) => page.getByLabel('Your statement')
const found = (page: Page) => page.getByRole('region', { name: 'What was found' })
/** Said only once the page's script has taken over. */
const isSaved = (page: Page) => expect(page.getByText('All of it is saved.')).toBeVisible({ timeout: 15_000 })
const version = (page: Page, name: string) => page.getByRole('listitem').filter({ hasText: name })

/** Tab by tab, as someone without a mouse comes there. */
async function tabsTo(page: Page, target: Locator): Promise<void> {
  for (let stop = 0; stop < 40; stop += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  await expect(target).toBeFocused()
}

for (const script of ['with JavaScript', 'without JavaScript'] as const) {
  test.describe(`a statement, ${script}`, () => {
    const hasScript = script === 'with JavaScript'
    test.use({ javaScriptEnabled: hasScript })

    test('is begun, read, set right, kept, compared, brought back and given to a program @phone', async ({
      page,
      people,
      signInAs,
    }) => {
      const ana = await people.memberAtWork({ programs: 2, seasonYear: 2028 })
      await signInAs(ana)
      await page.goto('/documents')
      await page.getByRole('link', { name: 'Statements', exact: true }).click()
      await page.getByLabel('Title').fill('For pediatrics')
      await page.getByRole('button', { name: 'Begin' }).click()
      await expect(page.getByRole('heading', { name: 'For pediatrics', level: 1 })).toBeVisible()

      // Read as one types; without script at a button.
      await field(page).fill(TEXT)
      if (!hasScript) await page.getByRole('button', { name: 'Save and read it' }).click()
      await expect(found(page).getByText(/^1 sentence asks for another look/)).toBeVisible()
      await expect(found(page).getByText('Reads as a defence')).toBeVisible()
      await expect(found(page).getByText('Article: E4, Personal statement; B6,')).toBeVisible()
      const asked = page.getByRole('region', { name: 'What is asked for' })
      await expect(asked.getByText('Culture and language: in one sentence')).toBeVisible()
      await expect(asked.getByText('Counseling and coordinating care: not found')).toBeVisible()
      if (hasScript) {
        await found(page)
          .getByRole('button', { name: /^Show in the text ?: In 2023/ })
          .click()
        const chosen = await field(page).evaluate((area: HTMLTextAreaElement) =>
          area.value.slice(area.selectionStart, area.selectionEnd),
        )
        expect(chosen).toBe('In 2023 I failed Step 1 through no fault of my own.')
      }

      // What MyERAS may change is replaced at one click.
      await expect(page.getByText('2 characters that MyERAS may change')).toBeVisible()
      await page.getByRole('button', { name: 'Replace with plain typing' }).click()
      await expect(page.getByText('characters that MyERAS may change')).toHaveCount(0)
      await expect(field(page)).toHaveValue(TEXT.replaceAll(/[“”]/g, '"'))

      // A finding is put aside with a reason, and brought back.
      await found(page)
        .getByText(/^Put aside: In 2023/)
        .click()
      await found(page).getByRole('button', { name: 'I mean it as it stands' }).click()
      await expect(found(page).getByText(/^No sentence asks for another look/)).toBeVisible()
      await found(page).getByText('1 put aside').click()
      await expect(found(page).getByText('Reads as a defence. I mean it as it stands.')).toBeVisible()
      await found(page)
        .getByRole('button', { name: /^Bring back ?: In 2023/ })
        .click()
      await expect(found(page).getByText(/^1 sentence asks for another look/)).toBeVisible()

      // Two versions, compared, and the first one brought back.
      await page.getByLabel('Name this version').fill('first')
      await page.getByRole('button', { name: 'Save a version' }).click()
      await expect(page.getByRole('link', { name: 'Version 1, first' })).toBeVisible()
      await field(page).fill(
        'I chose genetics because of a girl with "PKU" in our ward. I explained it to her parents.',
      )
      await page.getByRole('button', { name: 'Save a version' }).click()
      await expect(page.getByRole('link', { name: 'Version 2', exact: true })).toBeVisible()
      await page.getByRole('link', { name: 'Version 1, first' }).click()
      await expect(page.getByText(/^\d+ words came in and \d+ words went\.$/)).toBeVisible()
      await expect(page.locator('ins').first()).toContainText('explained')
      await page.getByRole('button', { name: /^Bring back ?: Version 1, first$/ }).click()
      await expect(page.getByText('The earlier version stands here again.')).toBeVisible()
      await expect(field(page)).toHaveValue(/I speak Urdu with the families\.$/)
      await expect(page.getByRole('link', { name: 'Version 3, from version 1' })).toBeVisible()

      // A version that is removed comes back.
      await page.getByRole('link', { name: 'Version 2', exact: true }).click()
      await page.getByRole('button', { name: /^Remove ?: Version 2$/ }).click()
      await expect(version(page, 'Version 2')).toHaveCount(0)
      await page.getByRole('button', { name: 'Undo' }).click()
      await expect(page.getByText('The version is back.')).toBeVisible()

      // Which program gets which, and what is wrong with that.
      await page.goto('/documents/statements')
      await expect(page.getByText('“For pediatrics” is written but goes to no program.')).toBeVisible()
      await page
        .getByRole('combobox', { name: /^Statement for/ })
        .first()
        .selectOption('For pediatrics')
      await page
        .getByRole('region', { name: 'Which program gets which' })
        .getByRole('button', { name: 'Save' })
        .click()
      await expect(page.getByText('Saved: each program gets what stands here.')).toBeVisible()
      await expect(page.getByText('“For pediatrics” is written but goes to no program.')).toHaveCount(0)
    })

    test('saved in two windows, loses neither text', async ({ page, context, people, signInAs }) => {
      const ana = await people.memberAtWork({ programs: 1 })
      await signInAs(ana)
      const address = `/documents/statements/${ana.work.statementId}`
      const other = await context.newPage()
      await page.goto(address)
      await other.goto(address)
      await field(page).fill('The first window wrote this.')
      await page.getByRole('button', { name: 'Save a version' }).click()
      await expect(
        page.getByText('Saved as version 2.').or(page.getByText('Saved as a version.')),
      ).toBeVisible()
      await field(other).fill('The second window wrote that.')
      await other.getByRole('button', { name: 'Save a version' }).click()
      const both = other.getByRole('region', { name: 'Two texts' })
      await expect(both).toBeVisible({ timeout: 15_000 })
      await both.getByText('The saved text by itself').click()
      await expect(both.getByText('The first window wrote this.', { exact: true })).toBeVisible()
      await expect(field(other)).toHaveValue('The second window wrote that.')
      await both.getByRole('button', { name: 'Go on with the text in this window' }).click()
      await expect(both).toHaveCount(0)
      await other.goto(`${address}/compare`)
      await expect(other.getByText('The second window wrote that.')).toBeVisible()
      await page.reload()
      await expect(field(page)).toHaveValue('The second window wrote that.')
      await page.goto(`${address}/compare`)
      await page.getByRole('button', { name: /^Bring back ?: Version 2$/ }).click()
      await expect(field(page)).toHaveValue('The first window wrote this.')
    })
  })
}

test('what is typed is saved by itself; a second window finds out before it overwrites', async ({
  page,
  context,
  people,
  signInAs,
}) => {
  const ana = await people.memberAtWork({ programs: 1 })
  await signInAs(ana)
  const address = `/documents/statements/${ana.work.statementId}`
  const other = await context.newPage()
  await Promise.all([page.goto(address), other.goto(address)])
  await isSaved(page)
  await isSaved(other)
  await field(page).press('Control+End')
  await field(page).pressSequentially(' One window.')
  await isSaved(page)
  // The last words before leaving the page inside the app, and the way back to it.
  await field(page).pressSequentially(' Last words.')
  await page.getByRole('link', { name: 'Versions', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Versions', level: 1 })).toBeVisible()
  await page.goBack()
  await expect(field(page)).toHaveValue(/One window\. Last words\.$/)
  await isSaved(page)
  await other.bringToFront()
  await field(other).press('Control+End')
  await field(other).pressSequentially(' Other window.')
  const both = other.getByRole('region', { name: 'Two texts' })
  await expect(both).toBeVisible({ timeout: 15_000 })
  await expect(field(other)).toHaveValue(/Other window\.$/)
  await both.getByRole('button', { name: 'Go on with the saved one' }).click()
  await expect(field(other)).toHaveValue(/One window\. Last words\.$/)
  await other.goto(`${address}/compare`)
  await expect(other.getByText(/window that was out of date/)).toBeVisible()
  await other.getByRole('link', { name: /^Compare with now ?: Version 2/ }).click()
  await expect(other.locator('del')).toContainText('Other')
})

test('a dead network and a closed window lose nothing', async ({ page, context, people, signInAs }) => {
  const ana = await people.memberAtWork({ programs: 1 })
  await signInAs(ana)
  const address = `/documents/statements/${ana.work.statementId}`
  await page.goto(address)
  await isSaved(page)
  await context.setOffline(true)
  await field(page).fill('Written on a train.')
  await expect(page.getByText(/^No connection: kept in this browser/)).toBeVisible({ timeout: 15_000 })
  await page.getByRole('button', { name: 'Save a version' }).click()
  await expect(page.getByText(/did not reach Locus/)).toBeVisible({ timeout: 15_000 })
  await expect(field(page)).toHaveValue('Written on a train.')
  await context.setOffline(false)
  await isSaved(page)

  // Once more, and the window closes before the network is back.
  await context.setOffline(true)
  await field(page).fill('Written in a tunnel.')
  await expect(page.getByText(/^No connection: kept in this browser/)).toBeVisible({ timeout: 15_000 })
  await page.close()
  await context.setOffline(false)
  const next = await context.newPage()
  await next.goto(address)
  await expect(field(next)).toHaveValue('Written on a train.')
  const offer = next.getByRole('region', { name: 'A text that was not saved' })
  await offer.getByText('What it changes in the saved text').click()
  await expect(offer.locator('ins').last()).toContainText('tunnel')
  await offer.getByRole('button', { name: 'Put it into the field' }).click()
  await expect(field(next)).toHaveValue('Written in a tunnel.')
  await expect(offer).toHaveCount(0)
  await next.reload()
  await expect(field(next)).toHaveValue('Written in a tunnel.')
  await expect(offer).toHaveCount(0)
  // What stood there before is a version.
  await next.goto(`${address}/compare`)
  await expect(next.getByText('What stood here before another text took its place')).toBeVisible()
})

test('what is typed before the page is ready stays, and is read and saved', async ({
  page,
  people,
  signInAs,
}) => {
  const ana = await people.memberAtWork({ programs: 1 })
  await signInAs(ana)
  let letThrough = () => {}
  const ready = new Promise<void>((resolve) => {
    letThrough = resolve
  })
  await page.route(/\/_next\/static\/.*\.js/, async (route) => {
    await ready
    await route.continue()
  })
  await page.goto(`/documents/statements/${ana.work.statementId}`, { waitUntil: 'commit' })
  await field(page).fill('Typed early: I beg the committee to read my file.')
  const saved = page.waitForResponse(/\/draft$/)
  letThrough()
  expect((await saved).status()).toBe(200)
  await expect(field(page)).toHaveValue('Typed early: I beg the committee to read my file.')
  await expect(found(page).getByText('May read as a plea')).toBeVisible()
  await page.reload()
  await expect(field(page)).toHaveValue(/^Typed early/)
})

test('a finding is reached, shown and put aside by keyboard alone', async ({ page, people, signInAs }) => {
  const ana = await people.memberAtWork({ programs: 1 })
  await signInAs(ana)
  await page.goto(`/documents/statements/${ana.work.statementId}`)
  await isSaved(page)
  // Typed, named and kept without leaving the keys; the hands stay where they are, and it is said aloud.
  await field(page).focus()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' Kept by keys.')
  const name = page.getByLabel('Name this version')
  await tabsTo(page, name)
  await page.keyboard.type('by keys')
  const save = page.getByRole('button', { name: 'Save a version' })
  await tabsTo(page, save)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('link', { name: /^Version \d+, by keys$/ })).toBeVisible()
  await expect(
    page
      .getByRole('status')
      .filter({ hasText: /[Ss]aved|[Kk]ept/ })
      .first(),
  ).toBeVisible()
  await expect(save).toBeFocused()
  await field(page).focus()
  const aside = found(page).getByText(/^Put aside: I beg/)
  await tabsTo(page, aside)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(found(page).getByText(/^No sentence asks for another look/)).toBeVisible()

  // A sentence of the story goes where the cursor stands, can be undone, and is saved like what is typed.
  await field(page).press('Control+End')
  const sentence = page.getByRole('button', { name: 'Put into the text: What changed, and what came of it' })
  await sentence.press('Enter')
  const put = new RegExp(`\\S Since then I have built the ${ana.marker} registry\\.$`)
  await expect(field(page)).toHaveValue(put)
  await expect(field(page)).toBeFocused()
  await field(page).press('Control+z')
  await expect(field(page)).not.toHaveValue(put)
  const saved = page.waitForResponse(/\/draft$/)
  await sentence.press('Enter')
  expect((await saved).status()).toBe(200)
  await page.reload()
  await expect(field(page)).toHaveValue(put)
})

/** The drafts of long texts that this browser keeps. */
const kept = (page: Page) =>
  page.evaluate(() =>
    Object.entries(localStorage).flatMap(([key, value]) => (key.startsWith('locus:draft') ? [value] : [])),
  )

test('what only this browser keeps is not left behind by who signs out, nor shown to who signs in', async ({
  page,
  context,
  people,
  signInAs,
}) => {
  const [ana, ben] = await Promise.all([people.memberAtWork({ programs: 1 }), people.member()])
  await signInAs(ana)
  const address = `/documents/statements/${ana.work.statementId}`
  const signOut = page.getByRole('button', { name: 'Sign out', exact: true }).first()
  await page.goto(address)
  await isSaved(page)
  await page.route(/\/draft$/, (route) => route.abort())
  await field(page).fill('Only in this browser.')
  await expect(page.getByText(/^No connection: kept in this browser/)).toBeVisible({ timeout: 15_000 })
  await signOut.click()
  const asked = page.getByRole('dialog', { name: 'A text is not saved' })
  await expect(asked.getByText('“Only in this browser.”')).toBeVisible()
  await asked.getByRole('button', { name: 'Save and sign out' }).click()
  await expect(asked.getByText(/^It could not be saved/)).toBeVisible()
  await asked.getByRole('button', { name: 'Stay signed in' }).click()
  await expect(asked).toHaveCount(0)
  await expect(field(page)).toHaveValue('Only in this browser.')

  // Nobody is asked when all of it can be saved, what was typed a moment ago included.
  await page.unroute(/\/draft$/)
  await field(page).press('Control+End')
  await field(page).pressSequentially(' Saved at the door.')
  await signOut.click()
  await expect(page.getByText('You are signed out.')).toBeVisible()
  expect(await kept(page)).toEqual([])
  await signInAs(await people.again(ana.userId))
  await page.goto(address)
  await expect(field(page)).toHaveValue('Only in this browser. Saved at the door.')

  // Discarded, it stays nowhere, although the page with the text is left after that.
  await isSaved(page)
  await page.route(/\/draft$/, (route) => route.abort())
  await field(page).fill('Not for anybody.')
  await expect(page.getByText(/^No connection: kept in this browser/)).toBeVisible({ timeout: 15_000 })
  await signOut.click()
  await asked.getByRole('button', { name: 'Discard and sign out' }).click()
  await expect(page.getByText('You are signed out.')).toBeVisible()
  expect(await kept(page)).toEqual([])

  // A session that ended without signing out leaves its text for its writer, and says so to anybody else.
  await signInAs(await people.again(ana.userId))
  await page.goto(address)
  await isSaved(page)
  await field(page).fill('Left by accident.')
  await expect(page.getByText(/^No connection: kept in this browser/)).toBeVisible({ timeout: 15_000 })
  await context.clearCookies()
  await signInAs(ben)
  await page.goto('/home')
  const others = page.getByRole('region', { name: 'Texts of another account' })
  await expect(others.getByText(/^A text of another account stayed in this browser/)).toBeVisible()
  await expect(page.getByText('Left by accident.')).toHaveCount(0)
  expect(await kept(page)).toHaveLength(1)
  await others.getByRole('button', { name: 'Discard it' }).click()
  await expect(others).toHaveCount(0)
  expect(await kept(page)).toEqual([])
})

test('the address that saves by itself serves the writer alone', async ({
  page,
  people,
  signInAs,
  request,
}) => {
  const [ana, ben] = await Promise.all([people.memberAtWork(), people.member()])
  const address = `/documents/statements/${ana.work.statementId}/draft`
  const draft = { data: { text: 'Not yours.', stamp: 1 } }
  expect((await request.post(address, draft)).status()).toBe(401)
  await signInAs(ben)
  expect((await page.request.post(address, draft)).status()).toBe(404)
  await signInAs(ana)
  const form = await page.request.post(address, { form: { text: 'From a form.', stamp: '1' } })
  expect(form.status()).toBe(415)
  expect((await page.request.post(address, { data: { text: 'x'.repeat(60_001), stamp: 1 } })).status()).toBe(
    413,
  )
  expect((await page.request.post(address, { data: { text: 'Mine.', stamp: 1 } })).status()).toBe(200)
  const stale = await page.request.post(address, { data: { text: 'Stale.', stamp: 1 } })
  expect(stale.status()).toBe(409)
  expect(await stale.json()).toEqual({ text: 'Mine.', stamp: 2 })
})
