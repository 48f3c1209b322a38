import { expect, type Locator, type Page } from '@playwright/test'

const MOST_STOPS = 400

/** Opens a page as someone without a mouse does: past the navigation by the link that stands first. */
export async function arrive(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused()
  await page.keyboard.press('Enter')
}

/** Walks with Tab, as someone without a mouse does, until the focus is on `target`; fails when it cannot be reached. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.first().waitFor({ state: 'attached' })
  for (let left = await stopsBefore(target); left > 0; left -= 1) await page.keyboard.press('Tab')
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    if (await isFocused(target)) {
      await expect(page.locator(':focus'), 'what has the focus is in view').toBeInViewport()
      return
    }
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab does not lead to ${target}`)
}

/**
 * How many stops surely lie between the focus and the target: so many need no look in between. Too few where a field has
 * several parts, such as a date's.
 */
function stopsBefore(target: Locator): Promise<number> {
  return target.evaluateAll((nodes) => {
    const places = 'a[href], button, input, select, textarea, summary, [tabindex="0"]'
    const stops = [...document.querySelectorAll<HTMLElement>(places)].filter(
      (one) =>
        one.tabIndex >= 0 &&
        one.checkVisibility({ visibilityProperty: true }) &&
        !one.matches(':disabled') &&
        // Of a group of radio buttons Tab comes to one.
        !(one instanceof HTMLInputElement && one.type === 'radio' && !one.checked),
    )
    const isBefore = (node: Node | null, other: Node) =>
      node !== null && (node.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
    const active = document.activeElement
    const first = nodes.find((node) => isBefore(active, node))
    if (!first) return 0
    return stops.filter((one) => one !== active && isBefore(active, one) && isBefore(one, first)).length
  })
}

function isFocused(target: Locator): Promise<boolean> {
  return target.evaluateAll((nodes) => nodes.some((node) => node === document.activeElement))
}

/** Focus must be seen: an outline, or a ring drawn as a shadow. */
async function showsFocus(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(
      document.activeElement ?? document.body,
    )
    return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none'
  })
}

export async function press(page: Page, target: Locator, key = 'Enter'): Promise<void> {
  await tabTo(page, target)
  expect(await showsFocus(page), `the focus is seen on ${target}`).toBe(true)
  await page.keyboard.press(key)
}

/** Types a date into the parts of a date field, in the order of the browser's language. */
export async function typeDate(page: Page, field: Locator, [year, month, day]: [string, string, string]) {
  await tabTo(page, field)
  await page.keyboard.type(`${month}${day}${year}`)
}

/** Picks from a closed select by its first letters. */
export async function choose(page: Page, field: Locator, label: string): Promise<void> {
  await tabTo(page, field)
  await page.keyboard.type(label)
}

/** Writes into a field in place of what it holds. */
export async function write(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field)
  await page.keyboard.press('Control+A')
  await page.keyboard.insertText(text)
}

/** Chooses a radio button: Tab leads to the chosen one of its group or to the first, arrows to the others. */
export async function pick(page: Page, radio: Locator): Promise<void> {
  await radio.waitFor({ state: 'attached' })
  const name = (await radio.getAttribute('name')) ?? ''
  const group = page.locator(`input[type="radio"][name="${name}"]`)
  await tabTo(page, group)
  await page.keyboard.press('Space')
  const count = await group.count()
  for (let step = 0; step < count && !(await isFocused(radio)); step += 1) {
    await page.keyboard.press('ArrowDown')
  }
  await expect(radio).toBeChecked()
}

/**
 * What a save must leave behind: a live region that says it, and the keyboard's place within the page's main part (on
 * or in `place` where that is given), never lost to the page as a whole.
 */
export async function expectSaved(page: Page, said: string | RegExp, place?: Locator): Promise<void> {
  await expect(page.getByRole('status').filter({ hasText: said }).first()).toBeAttached()
  if (place) {
    await expect
      .poll(() => place.evaluate((node) => node.contains(document.activeElement)), { message: `on ${place}` })
      .toBe(true)
  }
  await expect(page.locator('#main:focus, #main :focus'), 'the keyboard has kept its place').toHaveCount(1)
}

/**
 * Walks a page from its first stop to its last and tells what is wrong on the way: a stop that is not seen or not in view,
 * one that comes before the one before it, or one that Tab never leaves.
 */
export async function faultsOnTheWay(page: Page): Promise<string[]> {
  const faults: string[] = []
  let same = 0
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    await page.keyboard.press('Tab')
    const found = await page.evaluate((isFirst) => {
      const walked = window as Window & { walked?: Element | null }
      const before = isFirst ? null : (walked.walked ?? null)
      const now = document.activeElement
      walked.walked = now
      if (!now || now === document.body) return { isEnd: true, isSame: false, name: '', fault: null }
      const name = `${now.tagName} ${now.getAttribute('aria-label') ?? now.textContent?.slice(0, 60) ?? ''}`
      const follows = before?.compareDocumentPosition(now) ?? Node.DOCUMENT_POSITION_FOLLOWING
      const isBack = before !== now && (follows & Node.DOCUMENT_POSITION_FOLLOWING) === 0
      const { top, bottom } = now.getBoundingClientRect()
      const { outlineStyle, boxShadow } = getComputedStyle(now)
      const fault = isBack
        ? 'comes before the stop before it'
        : bottom <= 0 || top >= innerHeight
          ? 'is out of view'
          : outlineStyle === 'none' && boxShadow === 'none'
            ? 'does not show the focus'
            : null
      return { isEnd: isBack && now.matches('a[href="#main"]'), isSame: before === now, name, fault }
    }, stop === 0)
    if (found.isEnd) return faults
    // The parts of a date or an hour are stops of one field.
    same = found.isSame ? same + 1 : 0
    if (same > 6) return [...faults, `${found.name} is never left`]
    if (found.fault) faults.push(`${found.name} ${found.fault}`)
  }
  return [...faults, `no end after ${MOST_STOPS} stops`]
}
