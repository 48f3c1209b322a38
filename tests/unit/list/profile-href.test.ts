import { expect, test } from 'vitest'
import { changePlace } from '@/app/(app)/list/_components/profile-href'
import { PROFILE_SECTIONS } from '@/lib/profile/words'
import { CHANGE_CODES } from '@/lib/strategy/changes'

test.each(CHANGE_CODES)('a change (%s) is entered at a place that there is', (code) => {
  const { href, label } = changePlace(code)
  const section = href.replace('/profile#', '')
  expect(href === '/exams' || (PROFILE_SECTIONS as readonly string[]).includes(section), href).toBe(true)
  expect(label).not.toBe('')
})
