import type { Page } from '@playwright/test'
import { choose, press, tabTo, typeDate } from '../support/e2e/keyboard'
import { expect, test } from '../support/e2e/test'

test.use({ actionTimeout: 20_000 })

const region = (page: Page, name: string) => page.getByRole('region', { name, exact: true })

test('exams, profile, a program, its note: all by keyboard', async ({ page }) => {
  test.setTimeout(120_000)
  await page.goto('/')
  await press(page, page.getByRole('link', { name: 'Start empty' }))
  await expect(page).toHaveURL(/\/home$/)

  await press(page, page.getByRole('link', { name: 'Enter your exams' }))
  await expect(page.getByRole('heading', { level: 1, name: 'Exams' })).toBeVisible()
  const step1 = region(page, 'Step 1')
  await press(page, step1.locator('summary'))
  await typeDate(page, step1.getByLabel('Day of the exam'), ['2025', '03', '10'])
  await choose(page, step1.getByLabel('What came of it'), 'Passed')
  await press(page, step1.getByRole('button', { name: 'Add to Step 1' }))
  await expect(step1.getByText('Passed on 10 March 2025')).toBeVisible()

  await page.goto('/profile')
  const visa = region(page, 'Visa')
  await tabTo(page, visa.getByRole('radio').first())
  await page.keyboard.press('ArrowDown')
  await press(page, visa.getByRole('checkbox', { name: 'J-1' }), 'Space')
  await press(page, visa.getByRole('button', { name: 'Save: Visa' }))
  await expect(visa.getByText('Saved.')).toBeVisible()
  await page.reload()
  await expect(visa.getByLabel('I need a visa to train in the US')).toBeChecked()
  await expect(visa.getByRole('checkbox', { name: 'J-1' })).toBeChecked()

  await page.goto('/programs')
  await tabTo(page, page.getByLabel('Search'))
  await page.keyboard.type('salt lake')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/q=salt/)
  await expect(page.getByText(/^\d+ of \d+ programs/)).toBeVisible()
  await press(page, page.getByRole('button', { name: /^Add University of Utah/ }).first())
  await expect(page.getByRole('link', { name: /On your list/ }).first()).toBeVisible()
  await press(page, page.getByRole('link', { name: /On your list/ }).first())

  await expect(page).toHaveURL(/\/list\//)
  await expect(page.getByRole('heading', { level: 1, name: 'University of Utah' })).toBeVisible()
  const note = region(page, 'Note')
  await tabTo(page, note.getByRole('textbox'))
  await page.keyboard.type('Ask about the J-1')
  await press(page, note.getByRole('button', { name: 'Save note' }))
  await expect(note.getByText('Note saved.')).toBeVisible()
})

test('a refused form takes the focus to the answer that needs another look', async ({ page }) => {
  await page.goto('/exams')
  const step1 = region(page, 'Step 1')
  await press(page, step1.locator('summary'))
  await press(page, step1.getByRole('button', { name: 'Add to Step 1' }))
  await expect(step1.getByLabel('Day of the exam')).toBeFocused()
})

test('the menu of a phone opens, closes with Escape, and gives the focus back', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await page.goto('/home')
  const more = page.getByRole('button', { name: 'More' })
  await press(page, more)
  const menu = page.getByRole('navigation', { name: 'Main' })
  await expect(menu).toBeVisible()
  await tabTo(page, menu.getByRole('link', { name: 'Profile' }))
  await page.keyboard.press('Escape')
  await expect(menu).toBeHidden()
  await expect(more).toBeFocused()
})
