import type { Page } from '@playwright/test'
import { bringAxe, COLOUR_RULES, findings } from '../support/e2e/axe'
import { complaintsOn } from '../support/e2e/complaints'
import { pageRoutes } from '../support/e2e/routes'
import { expect, test } from '../support/e2e/test'

// Colours that are still on their way would be measured half-way.
test.use({ contextOptions: { reducedMotion: 'reduce' } })

const MISSING = '/no-such-page'
const WIDE = { width: 1440, height: 900 }
const PHONE = { width: 360, height: 740 }
const NARROWEST = { width: 320, height: 640 }

/** On each page the four looks: what does not hang on colours is read in one theme only. */
const LOOKS = [
  { theme: 'light', size: WIDE, rules: null },
  { theme: 'light', size: PHONE, rules: null },
  { theme: 'dark', size: PHONE, rules: COLOUR_RULES },
  { theme: 'dark', size: WIDE, rules: COLOUR_RULES },
] as const

/** To someone who is not signed in most pages show little: the two looks that differ most. */
const VISITOR_LOOKS = LOOKS.filter(({ theme, size }) => (theme === 'light') === (size === WIDE))

/** Parts that may run beside each other. */
const PARTS = 4

for (const [who, theme, looks] of [
  ['a member', 'light', LOOKS],
  ['a visitor', 'dark', VISITOR_LOOKS],
] as const) {
  for (let part = 0; part < PARTS; part += 1) {
    test(`every page is whole to ${who}: named, within 320 px, for a screen reader, within the policy (${part + 1}/${PARTS})`, async ({
      page,
      context,
      people,
      signInAs,
      origin,
    }) => {
      test.setTimeout(300_000)
      const ana = await people.memberAtWork()
      if (who === 'a member') await signInAs(ana)
      await context.addCookies([{ name: 'theme', value: theme, url: origin }])
      const complaints = await complaintsOn(page, origin)
      const paths = [...pageRoutes(ana.work).map((route) => route.path), MISSING]
      for (const path of paths.filter((_, index) => index % PARTS === part)) {
        await page.setViewportSize(NARROWEST)
        await visit(page, path)
        await expect.soft(page.locator('html'), path).toHaveAttribute('data-theme', theme)
        await expectNamedAndNarrow(page, path)
        await bringAxe(page)
        for (const look of looks) {
          await page.setViewportSize(look.size)
          await page
            .locator('html')
            .evaluate((root, name) => root.setAttribute('data-theme', name), look.theme)
          const found = await findings(page, path, look.rules)
          expect.soft(found, `${path}, ${look.theme}, ${look.size.width} px wide`).toEqual([])
        }
        await openMenus(page)
        expect.soft(complaints(), path).toEqual([])
      }
    })
  }
}

/** Opens a page and what is folded away on it. */
async function visit(page: Page, path: string): Promise<void> {
  await page.goto(path)
  // A missing row's page is drawn by the browser, a moment after it has loaded.
  await expect(page.locator('h1').first()).toBeVisible()
  await expect(page).toHaveTitle(/\S/)
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true
  })
}

/** A title, a language, one heading, a way past the navigation, and nothing that hangs out at the side. */
async function expectNamedAndNarrow(page: Page, path: string): Promise<void> {
  await page.keyboard.press('Tab')
  const said = await page.evaluate(() => ({
    firstStop: document.activeElement?.getAttribute('href'),
    title: document.title.trim() !== '',
    language: document.documentElement.lang,
    headings: document.querySelectorAll('h1').length,
    width: document.documentElement.scrollWidth,
  }))
  expect
    .soft(said, path)
    .toEqual({ firstStop: '#main', title: true, language: 'en', headings: 1, width: NARROWEST.width })
  await page.keyboard.press('Enter')
  await expect.soft(page.locator('main'), path).toBeFocused()
}

/** Charts are style attributes and a menu is a popover: what the policy might refuse is opened too. */
async function openMenus(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const popover of document.querySelectorAll<HTMLElement>('[popover]')) popover.showPopover()
  })
}

test('the sweep would have found a nameless image, faint text in the dark, and what the policy refuses', async ({
  page,
  context,
  origin,
}) => {
  await context.addCookies([{ name: 'theme', value: 'light', url: origin }])
  const complaints = await complaintsOn(page, origin)
  await visit(page, '/')
  await page.evaluate(() => {
    const image = document.createElement('img')
    image.src = '/icon.svg'
    const text = document.createElement('p')
    text.textContent = 'As dark as the page behind it'
    text.style.color = '#222'
    document.querySelector('main')?.append(image, text)
  })
  await bringAxe(page)
  expect((await findings(page, '/')).join()).toContain('image-alt')
  expect(await findings(page, '/', COLOUR_RULES)).toEqual([])
  await page.locator('html').evaluate((root) => root.setAttribute('data-theme', 'dark'))
  expect((await findings(page, '/', COLOUR_RULES)).join()).toContain('As dark as the page behind it')
  expect(complaints()).toEqual([])
  await page.evaluate(() => {
    const script = document.createElement('div')
    script.innerHTML = '<img src="x" onerror="alert(1)"><img src="http://localhost:9/beacon.gif">'
    document.body.append(script)
  })
  await expect.poll(() => complaints().join('\n')).toMatch(/policy: (?:img-src|script-src-attr) refused/)
})
