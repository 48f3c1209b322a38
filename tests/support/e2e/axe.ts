import type { Page } from '@playwright/test'
import axe from 'axe-core'

/** What a theme can change: it sets colours and nothing else. */
export const COLOUR_RULES: readonly string[] = ['color-contrast', 'link-in-text-block']

/** Findings that are left standing, each with its reason. This list only shrinks. */
const EXCEPTIONS: readonly { rule: string; path: RegExp; why: string }[] = []

/** Puts axe into a page once; every look at it asks the same one. */
export async function bringAxe(page: Page): Promise<void> {
  await page.evaluate(axe.source)
}

/** Serious and critical findings on the page as it stands, each with its elements; `rules` null asks for every rule. */
export async function findings(
  page: Page,
  path: string,
  rules: readonly string[] | null = null,
): Promise<string[]> {
  const violations = await page.evaluate(async (only) => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') }
    // Only what fails is gathered: telling of each element that passes takes most of the time.
    const found = await axe.run({
      resultTypes: ['violations'],
      ...(only && { runOnly: { type: 'rule', values: [...only] } }),
    })
    return found.violations.map(({ id, help, impact, nodes }) => ({
      id,
      help,
      impact,
      nodes: nodes.map(({ html }) => html.slice(0, 200)),
    }))
  }, rules)
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .filter(({ id }) => !EXCEPTIONS.some(({ rule, path: where }) => rule === id && where.test(path)))
    .map(({ id, help, nodes }) => [`${id}: ${help}`, ...nodes.map((html) => `    ${html}`)].join('\n'))
}
