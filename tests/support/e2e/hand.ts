import { expect, type Locator, type Page } from '@playwright/test'

/** A person at a page, by pointer or by keyboard alone: the same deeds, so that one journey is walked both ways. */
export type Hand = {
  press: (target: Locator) => Promise<void>
  fill: (target: Locator, text: string) => Promise<void>
  /** Chooses a radio button. */
  choose: (radio: Locator) => Promise<void>
}

export const pointer: Hand = {
  press: (target) => target.click(),
  fill: (target, text) => target.fill(text),
  choose: (radio) => radio.check(),
}

/** More stops than any page of these journeys has. */
const MOST_STOPS = 250

/** Tabs on until the focus is where it should be, and fails where no Tab leads there. */
async function tabUntil(page: Page, isThere: () => Promise<boolean>, what: string): Promise<void> {
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    if (await isThere()) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`No Tab leads to ${what}`)
}

async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible()
  const isFocused = () => target.evaluate((element) => element === document.activeElement)
  await tabUntil(page, isFocused, String(target))
}

export function keyboardOf(page: Page): Hand {
  return {
    press: async (target) => {
      await tabTo(page, target)
      await page.keyboard.press('Enter')
    },
    fill: async (target, text) => {
      await tabTo(page, target)
      await page.keyboard.press('Control+a')
      await page.keyboard.type(text)
    },
    // Tab leads to the one that is chosen, or to the first; arrows choose another.
    choose: async (radio) => {
      await expect(radio).toBeVisible()
      const isInGroup = () =>
        radio.evaluate(
          (element, active = document.activeElement) =>
            active instanceof HTMLInputElement && active.name === element.getAttribute('name'),
        )
      await tabUntil(page, isInGroup, String(radio))
      await page.keyboard.press('Space')
      for (let press = 0; press < 12 && !(await radio.isChecked()); press += 1)
        await page.keyboard.press('ArrowDown')
      await expect(radio).toBeChecked()
    },
  }
}
