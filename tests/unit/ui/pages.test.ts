import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { PAGES } from '@/app/_frame/pages'

const APP = resolve(import.meta.dirname, '..', '..', '..', 'app')
const items = PAGES.flatMap((group) => group.items)

test.each(items.map((item) => item.href))('%s of the navigation is a page', (href) => {
  expect(['(app)', '(public)'].some((group) => existsSync(`${APP}/${group}${href}/page.tsx`))).toBe(true)
})

test('the navigation leads to each page once, four of them from the phone’s bar', () => {
  expect(new Set(items.map((item) => item.href)).size).toBe(items.length)
  expect(items.filter((item) => item.isPrimary)).toHaveLength(4)
})
