import { AxeBuilder } from '@axe-core/playwright'
import type { BrowserContext, Page } from '@playwright/test'
import { pageRoutes } from '../support/e2e/routes'
import { expect, test } from '../support/e2e/test'

// Colours that are still on their way would be measured half-way.
test.use({ contextOptions: { reducedMotion: 'reduce' } })

const MISSING = '/no-such-page'
const WIDE = { width: 1440, height: 900 }
const PHONE = { width: 360, height: 740 }

/** Findings that are left standing, each with its reason. This list only shrinks. */
const EXCEPTIONS: readonly { rule: string; path: RegExp; why: string }[] = []

/** What a theme can change: it sets colours and nothing else. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block']

/** Every page once, and on each the four looks: what does not hang on colours is read in one theme only. */
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

for (const who of ['a member', 'a visitor'] as const) {
  for (let part = 0; part < PARTS; part += 1) {
    test(`${who} can use every page with a screen reader, both themes, wide and narrow (${part + 1}/${PARTS})`, async ({
      page,
      context,
      people,
      signInAs,
      origin,
    }) => {
      test.setTimeout(300_000)
      const ana = await people.memberAtWork()
      if (who === 'a member') await signInAs(ana)
      await startLight(context, origin)
      const paths = [...pageRoutes(ana.work).map((route) => route.path), MISSING]
      for (const path of paths.filter((_, index) => index % PARTS === part)) {
        await visit(page, path)
        for (const { theme, size, rules } of who === 'a member' ? LOOKS : VISITOR_LOOKS) {
          await page.setViewportSize(size)
          await page.locator('html').evaluate((root, name) => root.setAttribute('data-theme', name), theme)
          const found = await findings(page, path, rules)
          expect.soft(found, `${path}, ${theme}, ${size.width} px wide`).toEqual([])
        }
      }
    })
  }
}

function startLight(context: BrowserContext, origin: string): Promise<void> {
  return context.addCookies([{ name: 'theme', value: 'light', url: origin }])
}

/** Opens a page and what is folded away on it. */
async function visit(page: Page, path: string): Promise<void> {
  await page.goto(path)
  // A missing row's page is drawn by the browser, a moment after it has loaded.
  await expect(page.locator('h1').first()).toBeVisible()
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true
  })
}

/** Serious and critical findings, each with the elements that it is about. */
async function findings(page: Page, path: string, rules: readonly string[] | null): Promise<string[]> {
  // One document without frames: the way that opens a second page to gather them is not needed.
  const axe = new AxeBuilder({ page }).setLegacyMode(true)
  if (rules) axe.withRules([...rules])
  const { violations } = await axe.analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .filter(({ id }) => !EXCEPTIONS.some(({ rule, path: where }) => rule === id && where.test(path)))
    .map(({ id, help, nodes }) => {
      const places = nodes.map(({ html }) => `    ${html.slice(0, 200)}`)
      return `${id}: ${help}\n${places.join('\n')}`
    })
}

test('axe would have found a nameless image, and text that is too faint in the dark', async ({
  page,
  context,
  origin,
}) => {
  await startLight(context, origin)
  await visit(page, '/')
  await page.evaluate(() => {
    const image = document.createElement('img')
    image.src = '/icon.svg'
    const text = document.createElement('p')
    text.textContent = 'As dark as the page behind it'
    text.style.color = '#222'
    document.querySelector('main')?.append(image, text)
  })
  expect((await findings(page, '/', null)).join()).toContain('image-alt')
  expect(await findings(page, '/', COLOUR_RULES)).toEqual([])
  await page.locator('html').evaluate((root) => root.setAttribute('data-theme', 'dark'))
  expect((await findings(page, '/', COLOUR_RULES)).join()).toContain('As dark as the page behind it')
})

for (const who of ['a member', 'a visitor'] as const) {
  test(`every page has a name and one heading, fits 320 px, and lets ${who} skip to its content`, async ({
    page,
    people,
    signInAs,
  }) => {
    test.setTimeout(180_000)
    const ana = await people.memberAtWork()
    if (who === 'a member') await signInAs(ana)
    await page.setViewportSize({ width: 320, height: 640 })
    for (const path of [...pageRoutes(ana.work).map((route) => route.path), MISSING]) {
      await visit(page, path)
      await page.keyboard.press('Tab')
      expect.soft(await page.evaluate(() => document.activeElement?.getAttribute('href')), path).toBe('#main')
      await page.keyboard.press('Enter')
      await expect.soft(page.locator('main'), path).toBeFocused()
      expect.soft(await page.title(), path).toMatch(/\S/)
      expect.soft(await page.locator('html').getAttribute('lang'), path).toBe('en')
      expect.soft(await page.locator('h1').count(), `${path}: one h1`).toBe(1)
      expect.soft(await page.evaluate(() => document.documentElement.scrollWidth), `${path} fits`).toBe(320)
    }
  })
}
