import type { Locator, Page } from '@playwright/test'
import { pick, press, write } from './keyboard'

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

export function keyboardOf(page: Page): Hand {
  return {
    press: (target) => press(page, target),
    fill: (target, text) => write(page, target, text),
    choose: (radio) => pick(page, radio),
  }
}
